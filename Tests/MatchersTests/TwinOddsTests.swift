import Platform
import Testing

@testable import Matchers

/// Twins who live apart, where their numbers are missing or miswritten.
struct TwinOddsTests {
  private func pair(
    _ level: NumberLevel?, _ event: NameEvent = .typo, home: ResidenceLevel = .sameDesa
  ) -> Comparison {
    var c = Comparison()
    c.familyCard = 0
    c.birthLevel = 0
    c.count(event)
    c.count(.exact)
    c.given = 2
    c.residenceLevel = home.rawValue
    c.isNearSerial = true
    if let level { c.numberCell = NumberTable.cell(group: .exact, sameKecamatan: true, level: level.rawValue) }
    return c
  }

  private func twins(
    known: Int, without: Int, numbered: Double = 0.8, mode: NumberMode = .full
  ) -> TwinsApart {
    let pairs =
      Array(repeating: (comparison: pair(.serialDiffers), p: 0.99), count: known)
      + Array(repeating: (comparison: pair(nil), p: 1.0), count: without)
    return TwinsApart(pairs, .defaults, numbered: numbered, mode)
  }

  private func probability(_ twins: TwinsApart, _ c: Comparison, odds: Double) -> Double {
    1 / (1 + exp2(-(odds + twins.bits(c, odds: odds))))
  }

  @Test("of pairs without a number as many are twins as the twins with numbers make likely")
  func missing() {
    // Of 25 pairs of twins 16 have both numbers, so nine of these 36 pairs are twins.
    let found = twins(known: 16, without: 36)
    #expect(abs(probability(found, pair(nil), odds: 40) - 0.75) < 1e-6)
    // A pair that was not sure is less so.
    #expect(probability(found, pair(nil), odds: 0) < 0.5)
    // Never more twins than half of them.
    #expect(abs(probability(twins(known: 160, without: 36), pair(nil), odds: 40) - 0.5) < 1e-6)
  }

  @Test("takes nothing where no twins are, no error makes twins of a pair, or they live elsewhere")
  func others() {
    let found = twins(known: 16, without: 36)
    #expect(twins(known: 0, without: 36).bits(pair(nil), odds: 40) == 0)
    #expect(twins(known: 16, without: 36, mode: .masked).bits(pair(nil), odds: 40) == 0)
    #expect(found.bits(pair(nil, .phonetic), odds: 40) == 0)
    #expect(found.bits(pair(.equal), odds: 40) == 0)
    #expect(found.bits(pair(nil, home: .different), odds: 40) == 0)
    var card = pair(nil)
    card.familyCard = 1
    #expect(found.bits(card, odds: 40) == 0)
    var otherDay = pair(nil)
    otherDay.birthLevel = 3
    #expect(found.bits(otherDay, odds: 40) == 0)
  }

  @Test(
    "numbers with one part miswritten are weighed by how often that part is",
    arguments: [NumberLevel.sameDate, .sameRegion])
  func miswritten(level: NumberLevel) {
    let pairs =
      Array(repeating: (comparison: pair(.serialDiffers), p: 0.99), count: 30)
      + Array(repeating: (comparison: pair(level), p: 1.0), count: 20)
    let found = TwinsApart(pairs, .defaults, numbered: 1, .full)
    let error = level == .sameDate ? NumberLevel.regionError : .dateError
    let m = Likelihoods.defaults.number
    let share = 30 * m[8 + error.rawValue] / m[8] / 20
    #expect(abs(probability(found, pair(level), odds: 40) - (1 - share)) < 1e-6)
  }
}
