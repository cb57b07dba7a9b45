import ArgumentParser
import Similarity

/// A first word that is no verb: the argument parser calls it an argument too many, which tells nobody what to type.
enum UnknownVerb {
  /// What is wrong with the arguments, and which verb may be meant; nil where the first word is a verb or an option.
  static func fault(_ arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let shown = String(word.prefix(longest).map { $0.isLetter || $0 == "-" ? $0 : "?" })
    let meant = nearest(word).map { " Maksudnya '\($0)'?" } ?? ""
    let verbs = Padan.configuration.subcommands.compactMap { $0.configuration.commandName }.joined(separator: ", ")
    return "padan: '\(shown)' bukan perintah padan.\(meant) Yang ada: \(verbs); lihat 'padan --bantuan'."
  }

  private static let names: [String] = Padan.configuration.subcommands.flatMap { verb -> [String] in
    let configuration = verb.configuration
    return (configuration.commandName.map { [$0] } ?? []) + configuration.aliases
  }

  private static let longest = 30
  /// Errors of typing in a word of a few letters.
  private static let mostErrors = 2

  private static func nearest(_ word: String) -> String? {
    let typed = word.lowercased()
    let ranked = names.map { ($0, errors(typed, $0)) }
    return ranked.filter { $0.1 <= min(mostErrors, $0.0.utf8.count / 2) }.min { $0.1 < $1.1 }?.0
  }

  private static func errors(_ typed: String, _ name: String) -> Int {
    let (a, b) = (Array(typed.utf8), Array(name.utf8))
    return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in AlignmentDistance()(a, b) } }
  }
}
