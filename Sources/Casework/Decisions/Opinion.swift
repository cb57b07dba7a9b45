import Documents
import RollModel

/// What one officer last said of one finding.
package struct Opinion: Sendable, Equatable {
  package let word: DecisionWord
  /// Whose it is, as it is shown.
  package let officer: String
  /// Day of the decision, `YYYY-MM-DD`.
  package let day: String
  package let rule: String
  package let facts: DecisionFacts
  /// Everything else that was written beside it.
  let remarks: Remarks

  /// Where and how it was found out.
  struct Remarks: Sendable, Equatable {
    var result = ""
    var document = ""
    var attempts: [String] = []
    var note = ""
  }

  /// Names of officers are the same however they are capitalised and spaced.
  var officerKey: String { Self.key(officer) }

  static func key(_ officer: String) -> String { ReturnedColumns.plain(officer) }

  init(word: DecisionWord, officer: String, day: String, rule: String, facts: DecisionFacts, remarks: Remarks) {
    self.word = word
    self.officer = officer
    self.day = day
    self.rule = rule
    self.facts = facts
    self.remarks = remarks
  }

  /// The opinion that a line of the register holds.
  init?(_ event: RegisterEvent) {
    let content = JSONValue.object(event.content)
    guard event.kind == .decision, let word = DecisionWord(rawValue: event.text("keputusan")),
      let facts = DecisionFacts(content["fakta"])
    else { return nil }
    self.init(
      word: word, officer: event.speaker, day: event.text("tanggal"),
      rule: RuleNames.current(event.text("aturan")), facts: facts,
      remarks: Remarks(
        result: event.text("hasil"), document: event.text("dokumen"),
        attempts: event.items("percobaan").compactMap { if case .string(let text) = $0 { text } else { nil } },
        note: event.text("catatan")))
  }

  /// The content of its line.
  func content(recordedBy officer: String) -> [JSONValue.Member] {
    var content: [JSONValue.Member] = [.init("keputusan", word.rawValue), .init("tanggal", day)]
    if Self.key(officer) != officerKey { content.append(.init("petugas", self.officer)) }
    content.append(.init("aturan", rule))
    if !remarks.result.isEmpty, remarks.result != word.rawValue { content.append(.init("hasil", remarks.result)) }
    if !remarks.document.isEmpty { content.append(.init("dokumen", remarks.document)) }
    if remarks.attempts.contains(where: { !$0.isEmpty }) {
      content.append(.init("percobaan", remarks.attempts.map { .string($0) }))
    }
    if !remarks.note.isEmpty { content.append(.init("catatan", remarks.note)) }
    return content + [JSONValue.Member(key: "fakta", value: facts.json)]
  }

  /// Whether the other says the same of the same facts; the day does not count.
  func says(_ other: Opinion) -> Bool {
    let (a, b) = (remarks, other.remarks)
    return word == other.word && officerKey == other.officerKey && facts == other.facts && a.document == b.document
      && a.note == b.note && a.attempts.filter { !$0.isEmpty } == b.attempts.filter { !$0.isEmpty }
  }
}
