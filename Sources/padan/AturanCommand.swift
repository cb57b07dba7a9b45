import ArgumentParser
import Pipeline
import RollModel
import Rules

/// `padan aturan`: the rulebook, rule by rule.
struct AturanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aturan",
    abstract: "Tampilkan daftar aturan, atau arti satu aturan: dasar hukum, alasan, dan contoh.",
    aliases: ["rules"])

  @Argument(help: ArgumentHelp("Id aturan; bila kosong, semua aturan didaftar.", valueName: "id"))
  var id: String?

  @Option(
    name: [.customLong("halaman"), .customLong("pages")],
    help: ArgumentHelp("Tulis halaman dokumentasi ke folder ini.", valueName: "folder", visibility: .hidden))
  var pages: String?

  func run() throws {
    if let pages { return try Pages.write(to: pages) }
    guard let id else { return Terminal.say(Self.list) }
    guard let rule = Rulebook.rule(id: id.lowercased()) else {
      let near = Suggestion.nearest(to: id, among: Rulebook.cards.map(\.id))
      let hint = near.map { "maksudnya '\($0)'?" } ?? "lihat daftarnya dengan 'padan aturan'."
      throw ValidationError("Tidak ada aturan '\(id)'; \(hint)")
    }
    Terminal.say(RulePages.page(for: rule))
  }

  private static var list: String {
    var lines: [String] = []
    for category in RuleCategory.allCases {
      let cards = Rulebook.cards.filter { $0.category == category }
      if cards.isEmpty { continue }
      lines.append(category.rawValue)
      let width = Rulebook.cards.map(\.id.count).max() ?? 0
      lines += cards.map { "  \($0.id)\(String(repeating: " ", count: width - $0.id.count))  \($0.summary)" }
    }
    return lines.joined(separator: "\n")
  }
}
