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

  /// Against the sum of all terms, each from its own logarithms.
  @Test(arguments: [(0.01, 0.002, 300), (0.012, 0.02, 280), (0.2, 0.1, 40), (0.5, 0.3, 7), (0.02, 0.0, 100)])
  func betaBinomialTailIsTheSumOfItsTerms(_ row: (mean: Double, correlation: Double, cases: Int)) {
    let law = BetaBinomial(mean: row.mean, correlation: row.correlation)
    // Pólya's urn: each success makes the next likelier. Shares of counts, step by step.
    let strength = row.correlation > 0 ? (1 - row.correlation) / row.correlation : 1e12
    var shares = [1.0]
    for drawn in 0..<row.cases {
      var next = Array(repeating: 0.0, count: drawn + 2)
      for (count, share) in shares.enumerated() {
        let up = (row.mean * strength + Double(count)) / (strength + Double(drawn))
        next[count + 1] += share * up
        next[count] += share * (1 - up)
      }
      shares = next
    }
    for count in 0...row.cases {
      let slow = shares[count...].reduce(0, +)
      #expect(abs(law.atLeast(count, of: row.cases) - slow) < 1e-6 + 1e-4 * slow)
    }
    let bound = law.bound(of: row.cases, chance: 0.001)
    #expect(law.atLeast(bound + 1, of: row.cases) < 0.001 || bound == row.cases)
    #expect(bound == 0 || law.atLeast(bound, of: row.cases) >= 0.001)
  }

  /// On data drawn from the law about one station in a thousand lies beyond; planted ones do not hide themselves.
  @Test func stationsBeyondAreAsRareAsSaid() {
    var random = SeededGenerator(seed: 9)
    var beyond = 0
    var stations = 0
    for _ in 0..<20 {
      var counts = (0..<500).map { _ -> (proposals: Int, voters: Int) in
        // A share of its own for each station, by an urn of correlation 0.004 and mean 0.012.
        var (white, all) = (0.012 * 249, 249.0)
        var count = 0
        for _ in 0..<280 {
          if Double(random.below(1 << 30)) / Double(1 << 30) < white / all {
            count += 1
            white += 1
          }
          all += 1
        }
        return (count, 280)
      }
      beyond += StationRate(counts, chance: 0.001).beyond.count
      stations += counts.count
      counts += [(120, 280), (60, 300), (200, 260)]
      let rate = StationRate(counts, chance: 0.001)
      #expect(rate.beyond.isSuperset(of: [500, 501, 502]))
      #expect(abs(rate.law.mean - 0.012) < 0.002 && rate.law.correlation < 0.012)
    }
    #expect(Double(beyond) / Double(stations) < 0.003)
  }

  /// One station alone has nothing to be compared with but what is usual anywhere.
  @Test func aCaseOfOneStationIsSane() {
    #expect(StationRate([(4, 300)], chance: 0.001).beyond.isEmpty)
    #expect(StationRate([(150, 300)], chance: 0.001).beyond.isEmpty == false)
    #expect(StationRate([], chance: 0.001).beyond.isEmpty)
  }
}
