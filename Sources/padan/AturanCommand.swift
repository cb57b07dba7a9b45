import ArgumentParser
import Documents
import Pipeline
import RollModel
import Rules

/// `padan aturan`: the rulebook, rule by rule.
struct AturanCommand: ReportingCommand {
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

  @Flag(name: .customLong("json"), help: "Tulis kartu aturan sebagai satu objek JSON.")
  var json = false

  func validate() throws {
    guard let id, Rulebook.rule(id: id.lowercased()) == nil else { return }
    throw ValidationError("Tidak ada aturan '\(id)'; \(Self.hint(for: id.lowercased()))")
  }

  func run() throws {
    if let pages { return try Pages.write(to: pages) }
    guard let rule = id.flatMap({ Rulebook.rule(id: $0.lowercased()) }) else {
      return Terminal.say(json ? Self.cards : Self.list)
    }
    guard json else { return Terminal.say(RulePages.page(for: rule)) }
    var card = JSONWriter()
    card.object { Self.write(rule, to: &$0) }
    Terminal.say(card.out.text)
  }

  /// The nearest id, else those that hold the word or are of the category so called.
  private static func hint(for word: String) -> String {
    if let near = Suggestion.nearest(to: word, among: Rulebook.cards.map(\.id)) { return "maksudnya '\(near)'?" }
    let alike = Rulebook.cards.filter { $0.id.contains(word) || $0.category.rawValue == word }.map { "'\($0.id)'" }
    guard word.count > 2, let last = alike.last else { return "lihat daftarnya dengan 'padan aturan'." }
    let others = alike.dropLast().joined(separator: ", ")
    return "mungkin \(others.isEmpty ? last : others + " atau " + last)."
  }

  private static var cards: String {
    var json = JSONWriter()
    json.object { json in
      json.array("aturan") { json in
        for rule in Rulebook.rules { json.object { write(rule, to: &$0) } }
      }
    }
    return json.out.text
  }

  private static func write(_ rule: any Rule.Type, to json: inout JSONWriter) {
    let card = rule.card
    json.string("id", card.id)
    json.string("kategori", card.category.rawValue)
    json.string("jenis", card.severity.label)
    if let code = card.tmsCode { json.integer("kode_tms", Int(code.rawValue)) } else { json.null("kode_tms") }
    json.string("ringkasan", card.summary)
    json.string("alasan", card.why)
    json.string("yang_dicocokkan", card.verify)
    json.string("tindakan", card.action)
    json.array("dasar") { json in for law in card.authority { json.string(nil, law) } }
    json.array("setelan") { json in
      for setting in rule.allSettings {
        json.object { json in
          json.string("kunci", setting.key)
          json.string("bawaan", setting.standardText)
          json.string("isi", setting.allowedText)
          json.string("arti", setting.meaning)
        }
      }
    }
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
