import RollModel
import Testing

/// A finding is a reference, but nobody may see that: what one holder changes, another keeps as it was.
@Suite struct FindingTests {
  private static let card = RuleCard(
    id: "aturan-uji", category: .ganda, severity: .tms, authority: [], summary: "", why: "", verify: "",
    action: "Periksa.", examples: [])

  @Test func aChangeStaysWithTheOneThatMadeIt() {
    let first = Finding(
      card: Self.card, tier: .strong, subject: .person(RowReference(role: .roll, row: 7)), evidence: "nama",
      explanation: "sama", factHash: 1)
    var second = first
    var all = [first, second]
    second.explanation += "; lain"
    second.tier = .verify
    all[1].heldBack = "ditahan"
    #expect(first.explanation == "sama" && first.tier == .strong && first.heldBack.isEmpty)
    #expect(second.explanation == "sama; lain" && second.tier == .verify && second.heldBack.isEmpty)
    #expect(all[0].heldBack.isEmpty && all[1].heldBack == "ditahan" && all[1].explanation == "sama")
    #expect(second.action == Self.card.action && second.rule == "aturan-uji")
  }
}
