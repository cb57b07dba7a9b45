import Testing

@testable import Matchers

struct PassTests {
  @Test(
    "which passes a roll of so many voters gets",
    arguments: [
      (voters: 3_000, ofRoll: 13, skipping: 1), (voters: 750_000, ofRoll: 13, skipping: 1),
      (voters: 750_001, ofRoll: 7, skipping: 2),
    ])
  func used(_ voters: Int, _ ofRoll: Int, _ skipping: Int) {
    let passes = Pass.used(.full, voters: voters)
    #expect(passes.filter { !$0.linksOnly }.count == ofRoll)
    #expect(passes.filter(\.skipsOwnDates).count == skipping)
    #expect(passes.filter(\.linksOnly).count == Pass.standard.filter(\.linksOnly).count)
  }

  @Test("masked numbers get passes of their own")
  func masked() {
    #expect(Pass.used(.masked, voters: 3_000).count == Pass.used(.full, voters: 3_000).count + Pass.masked.count)
  }
}
