import RollModel
import Testing

@testable import Rules

/// What chance alone would make of areas.
struct ChanceTests {
  /// Against the limits as the formula's author defines them: the shares at which the count lies so many deviations off.
  @Test(arguments: [(0, 5), (5, 5), (1, 10), (40, 50), (237, 250), (9_990, 10_000)])
  func wilsonLimitsAreWhereTheCountIsThatFarOff(_ row: (part: Int, whole: Int)) {
    let interval = WilsonInterval(row.part, of: row.whole)
    let (n, share) = (Double(row.whole), Double(row.part) / Double(row.whole))
    for limit in [interval.lower, interval.upper] where limit > 1e-9 && limit < 1 - 1e-9 {
      let deviations = abs(share - limit) / (limit * (1 - limit) / n).squareRoot()
      #expect(abs(deviations - 1.959964) < 1e-6)
    }
    #expect(interval.lower - 1e-12 <= share && share <= interval.upper + 1e-12)
  }

  /// Against the sum of all terms, each worked out by itself.
  @Test func binomialTailIsTheSumOfItsTerms() {
    for whole in [1, 2, 7, 40] {
      for share in [0.02, 0.3, 0.5, 0.95] {
        var sum = 0.0
        var term = (0..<whole).reduce(1.0) { product, _ in product * (1 - share) }
        for count in 0..<whole {
          sum += term
          #expect(abs(BinomialTail.atMost(count, of: whole, share: share) - sum) < 1e-9 * max(1, sum))
          term *= Double(whole - count) / Double(count + 1) * share / (1 - share)
        }
        #expect(BinomialTail.atMost(whole, of: whole, share: share) == 1)
      }
    }
    #expect(BinomialTail.atMost(-1, of: 3, share: 0.5) == 0)
  }

  @Test(arguments: [
    (part: 3, whole: 5, tier: Tier?.none), (part: 0, whole: 5, tier: .verify), (part: 30, whole: 50, tier: .certain),
    (part: 222, whole: 250, tier: .certain), (part: 228, whole: 250, tier: .verify), (part: 234, whole: 250, tier: nil),
    (part: 240, whole: 250, tier: nil),
  ])
  func coverageIsClaimedBeyondChanceOnly(_ row: (part: Int, whole: Int, tier: Tier?)) {
    #expect(ShareClaim(row.part, of: row.whole, kecamatan: 0.97, beyond: .below, 0.95).tier == row.tier)
  }

  /// A share above is judged as its mirror below.
  @Test func aboveMirrorsBelow() {
    for part in 0...60 {
      let below = ShareClaim(part, of: 60, kecamatan: 0.9, beyond: .below, 0.8).tier
      #expect(ShareClaim(60 - part, of: 60, kecamatan: 0.1, beyond: .above, 0.2).tier == below)
    }
  }

  /// RT of a desa that visits reached, and RT numbers nobody bears.
  private func neighbourhood(
    rt: Int, households: Int, visited: Int = 0, filed: Int = 0, isListed: Bool = false
  ) -> AreaFacts {
    var facts = AreaFacts(key: AreaKey(kecamatan: 1, desa: 1, rt: rt))
    facts.isCoveredByVisits = true
    facts.summary.households = households
    facts.rollHouseholdsVisited = visited
    facts.visitsFiled = filed
    facts.isListed = isListed
    return facts
  }

  @Test func luckIsABetaBinomialOfTheReachedRT() {
    // Ten RT of which visits reached 285 of 300 households, and one that they left out.
    let reached = (1...10).map { neighbourhood(rt: $0, households: 30, visited: $0 <= 5 ? 28 : 29, filed: 30) }
    let chances = NeighbourhoodChances(reached + [neighbourhood(rt: 20, households: 25)])
    let key = AreaKey(kecamatan: 1, desa: 1, rt: 20)
    let one = chances.luck(of: key, households: 1)
    #expect(abs(one - 15.0 / 300) < 0.002)
    // Dearer than independent draws, for the share itself is not known.
    #expect(chances.luck(of: key, households: 3) > one * one * one)
    #expect(chances.luck(of: key, households: 3) < 0.001)
    #expect(chances.luck(of: key, households: 0) == 1)
  }

  @Test func aDesaLeftOutWholeIsJudgedByItsKecamatan() {
    var elsewhere = neighbourhood(rt: 1, households: 200, visited: 190, filed: 190)
    elsewhere.summary.key.desa = 2
    let chances = NeighbourhoodChances([elsewhere, neighbourhood(rt: 1, households: 20)])
    #expect(chances.luck(of: AreaKey(kecamatan: 1, desa: 1, rt: 1), households: 20) < 0.001)
  }

  @Test func slipsAreLearnedFromRTOfOneAndTwoHouseholds() {
    let singles = (1...30).map { neighbourhood(rt: 100 + $0, households: 1) }
    let doubles = (1...15).map { neighbourhood(rt: 200 + $0, households: 2) }
    let few = NeighbourhoodChances(singles)
    let many = NeighbourhoodChances(singles + doubles)
    #expect(abs(few.slipRatio - 1.0 / 40) < 1e-12)
    #expect(abs(many.slipRatio - 16.0 / 40) < 1e-12)
    #expect(few.slip(households: 1) == 1)
    #expect(few.slip(households: 3) < 0.001 && many.slip(households: 3) > 0.05)
    // Those that a list names are no slips.
    let listed = NeighbourhoodChances(doubles.map { neighbourhood(rt: $0.key.rt, households: 2, isListed: true) })
    #expect(abs(listed.slipRatio - 0.1) < 1e-12)
  }
}
