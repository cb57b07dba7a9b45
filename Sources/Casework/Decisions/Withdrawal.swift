import Documents
import RollModel

/// Takes back what stands on a finding: its decisions, and its place in the letters that were sent.
package enum Withdrawal {
  /// The event, or why there is nothing to take back.
  package static func event(
    of text: String, reason: String, runFolder: String, register: Register, book: DecisionBook, stamp: RegisterStamp,
    day: String
  ) throws(FindingIndexError) -> Result<RegisterEvent, Refusal> {
    guard let id = FindingID.read(text) else { return .failure(Refusal(reason: ReturnedRow.badID)) }
    if case .withdrawn = book.standing(of: id) { return .failure(Refusal(reason: "sudah ditarik sebelumnya")) }
    let opinions = book.opinions(of: id)
    guard !opinions.isEmpty || book.wasAsked(id) else {
      return .failure(Refusal(reason: "tidak ada keputusan atau surat tentang temuan ini di register"))
    }
    let finding = try FoundFinding.rows(of: [id], in: runFolder)[id]
    let note = PlainNote(name: finding?["nama"] ?? "", birth: finding?["tanggal_lahir"] ?? "")
    var content: [JSONValue.Member] = [.init("tanggal", day), .init("alasan", note.cleaned(reason))]
    let letters = book.letters.filter { $0.asks && $0.ids.contains(id) && !$0.withdrawn.contains(id) }
    if !letters.isEmpty { content.append(.init("surat", letters.map { .string($0.shownNumber) })) }
    let facts = finding.map { $0.facts(register.key) } ?? opinions.last?.facts
    if let rule = finding?["aturan"].map(RuleNames.current) ?? opinions.last?.rule {
      content.append(.init("aturan", rule))
    }
    if let facts { content.append(JSONValue.Member(key: "fakta", value: facts.json)) }
    return .success(RegisterEvent(.withdrawal, by: stamp, findings: [id], content: content))
  }

  package struct Refusal: Error, Equatable {
    package let reason: String
  }
}
