import ArgumentParser
import Pipeline

/// A first word that is no verb: the argument parser calls it an argument too many, which tells nobody what to type.
enum UnknownVerb {
  /// The arguments with the argument parser's own verb where they begin with its Indonesian name.
  static func spoken(_ arguments: [String]) -> [String] {
    arguments.first == "bantuan" ? ["help"] + arguments.dropFirst() : arguments
  }

  /// What is wrong with the arguments, and which verb may be meant; nil where the first word is a verb or an option, and
  /// where help is asked of one.
  static func fault(_ arguments: [String]) -> String? {
    let asked = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word = asked, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let shown = String(word.prefix(longest).map { $0.isLetter || $0 == "-" ? $0 : "?" })
    let meant = Suggestion.nearest(to: word, among: names + ["bantuan"]).map { " Maksudnya '\($0)'?" } ?? ""
    let verbs = Padan.configuration.subcommands.compactMap { $0.configuration.commandName }.joined(separator: ", ")
    return "padan: '\(shown)' bukan perintah padan.\(meant) Yang ada: \(verbs); lihat 'padan --bantuan'."
  }

  private static let names: [String] = Padan.configuration.subcommands.flatMap { verb -> [String] in
    let configuration = verb.configuration
    return (configuration.commandName.map { [$0] } ?? []) + configuration.aliases
  }

  private static let longest = 30
}
