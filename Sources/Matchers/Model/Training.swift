import Platform
import RollModel

/// Learns m and the prior from kept pairs without labels, by expectation and maximization.
///
/// Anchored: pairs of one household, and those that may be twins apart, teach nothing, so twins and siblings cannot bend
/// the model; twenty pseudo-counts of the defaults hold small rolls; a guard throws m away when the number of pairs runs
/// off. Source: matching page,
/// section 6 with 13.1. Sums are kept in fixed point, so neither order nor threads change a bit of the result.
struct Training {
  let mode: NumberMode
  var design = Design.full
  /// Pseudo-counts of the defaults in each row of m.
  static let priorWeight = 20.0
  static let rounds = 15
  /// More expected pairs than this many times the start, or fewer exact name tokens than `leastExact`: m has run away.
  static let mostGrowth = 5.0
  static let leastExact = 0.45

  struct Outcome: Sendable {
    var model: Model
    /// Expected true pairs (duplicates), or share of list rows with a voter.
    var expected: Double
    var keptDefaults = false
    var rounds = 0
    /// Of the last expectation.
    var sums = Sums()
  }

  /// Weighs under a frozen model: no round of learning, one expectation to tell whether it still fits.
  func frozen(_ pairs: [Comparison], voters: Int, start: Model, _ frozen: FrozenModel, threads: Int) -> Outcome {
    var outcome = Outcome(model: start, expected: frozen.saved.duplicates.prior * Double(voters))
    outcome.model.likelihoods = frozen.duplicates
    outcome.model.prior = Self.logOdds(outcome.expected / StartingModels.possiblePairs(voters))
    outcome.keptDefaults = frozen.saved.duplicates.keptDefaults
    outcome.sums = expectation(pairs, outcome.model, threads: threads)
    return outcome
  }

  /// Trains on pairs within a roll of `voters`.
  ///
  /// - Parameter possible: pairs that they could form, where not all of them could.
  func duplicates(
    _ pairs: [Comparison], voters: Int, possible: Double? = nil, start: Model, threads: Int
  ) -> Outcome {
    let possible = possible ?? StartingModels.possiblePairs(voters)
    let startPairs = 0.005 * Double(voters)
    var outcome = Outcome(model: start, expected: startPairs)
    for _ in 0..<Self.rounds {
      let sums = expectation(pairs, outcome.model, threads: threads)
      outcome.model.likelihoods = maximization(sums, familyCards: true)
      outcome.sums = sums
      outcome.expected = (sums.total + 1) / outcome.model.likelihoods.familyCard[0]
      outcome.model.prior = Self.logOdds(outcome.expected / possible)
      outcome.rounds += 1
    }
    let exact = outcome.model.likelihoods.name[Int(NameEvent.exact.rawValue)]
    guard outcome.expected > Self.mostGrowth * startPairs || exact < Self.leastExact else { return outcome }
    outcome = Outcome(model: start, expected: startPairs, keptDefaults: true)
    for _ in 0..<20 {
      let sums = expectation(pairs, outcome.model, threads: threads)
      outcome.sums = sums
      outcome.expected = (sums.total + 1) / outcome.model.likelihoods.familyCard[0]
      outcome.model.prior = Self.logOdds(outcome.expected / possible)
      outcome.rounds += 1
    }
    return outcome
  }

  static func logOdds(_ p: Double) -> Double { log2(p / max(1e-300, 1 - p)) }

  /// Sums of posteriors by level: fixed point with 32 binary places.
  struct Sums: Sendable {
    var name = [Int64](repeating: 0, count: 8)
    var length = [Int64](repeating: 0, count: 3)
    var birth = [Int64](repeating: 0, count: 9)
    var number = [Int64](repeating: 0, count: NumberTable.cells)
    var place = [Int64](repeating: 0, count: 3)
    var sex = [Int64](repeating: 0, count: 2)
    var residence = [Int64](repeating: 0, count: 5)
    var marital = [Int64](repeating: 0, count: 2)
    var father = [Int64](repeating: 0, count: 3)
    var familyCard = [Int64](repeating: 0, count: 2)
    var all: Int64 = 0
    /// Pairs with one full NIK and a posterior above a half: the only household pairs that are trusted (6.2).
    var equalNumber = 0
    var equalNumberSameCard = 0

    var total: Double { Self.value(all) }
    static func fixed(_ p: Double) -> Int64 { Int64((p * 0x1p32).rounded()) }
    static func value(_ sum: Int64) -> Double { Double(sum) * 0x1p-32 }

    mutating func add(_ c: Comparison, _ q: Double) { add(c, fixed: Self.fixed(q)) }

    mutating func add(_ c: Comparison, fixed p: Int64) {
      guard p > 0 else { return }
      all += p
      for event in 0..<8 { name[event] += p * Int64(c.nameEvents >> UInt64(event * 8) & 255) }
      if c.lengthLevel >= 0 { length[Int(c.lengthLevel)] += p }
      if c.birthLevel >= 0 { birth[Int(c.birthLevel)] += p }
      if c.numberCell >= 0 { number[Int(c.numberCell)] += p }
      if c.placeLevel >= 0 { place[Int(c.placeLevel)] += p }
      if c.sexLevel >= 0 { sex[Int(c.sexLevel)] += p }
      if c.residenceLevel >= 0 { residence[Int(c.residenceLevel)] += p }
      if c.maritalLevel >= 0 { marital[Int(c.maritalLevel)] += p }
      if c.fatherLevel >= 0 { father[Int(c.fatherLevel)] += p }
      if c.familyCard >= 0 { familyCard[Int(c.familyCard)] += p }
    }

    mutating func add(_ other: Sums) {
      for i in name.indices { name[i] += other.name[i] }
      for i in length.indices { length[i] += other.length[i] }
      for i in birth.indices { birth[i] += other.birth[i] }
      for i in number.indices { number[i] += other.number[i] }
      for i in place.indices { place[i] += other.place[i] }
      for i in sex.indices { sex[i] += other.sex[i] }
      for i in residence.indices { residence[i] += other.residence[i] }
      for i in marital.indices { marital[i] += other.marital[i] }
      for i in father.indices { father[i] += other.father[i] }
      for i in familyCard.indices { familyCard[i] += other.familyCard[i] }
      all += other.all
      equalNumber += other.equalNumber
      equalNumberSameCard += other.equalNumberSameCard
    }
  }

  private func expectation(_ pairs: [Comparison], _ model: Model, threads: Int) -> Sums {
    let cuts = pieces(of: pairs.count, size: 1 << 14)
    let tables = model.tables()
    let parts = parallelMap(cuts.count, threads: threads) { k -> Sums in
      var adder = SumsAdder()
      var equalNumber = 0
      var equalNumberSameCard = 0
      for i in cuts[k] {
        let c = pairs[i]
        if c.isNumberOnly, design.contains(.numberOnly) { continue }
        if c.mayBeTwinsByNumbers(mode), design.contains(.anchor) { continue }
        let p = 1 / (1 + exp2(-tables.weigh(c).total))
        if mode == .full, c.numberLevel == 0, c.familyCard >= 0, p > 0.5 {
          equalNumber += 1
          if c.familyCard == 1 { equalNumberSameCard += 1 }
        }
        if c.familyCard != 1 || !design.contains(.anchor) { adder.add(c, p) }
      }
      var sums = adder.sums
      sums.equalNumber = equalNumber
      sums.equalNumberSameCard = equalNumberSameCard
      return sums
    }
    return parts.reduce(into: Sums()) { $0.add($1) }
  }

  /// New m from sums and pseudo-counts. With `familyCards`, m of the family card comes from equal numbers alone.
  func maximization(_ sums: Sums, familyCards: Bool) -> Likelihoods {
    let d = Likelihoods.defaults
    var m = d
    m.name = Self.row(sums.name, d.name)
    m.length = Self.row(sums.length, d.length)
    m.birth = Self.row(sums.birth, d.birth)
    m.place = Self.row(sums.place, d.place)
    m.sex = Self.row(sums.sex, d.sex)
    m.residence = Self.row(sums.residence, d.residence)
    m.marital = Self.row(sums.marital, d.marital)
    m.father = Self.row(sums.father, d.father)
    for r in 0..<NumberTable.rows {
      let cells = (r * 8)..<(r * 8 + 8)
      var row = Self.row(Array(sums.number[cells]), Array(d.number[cells]))
      if r >= 2 {
        let rest = row[0..<7].reduce(0, +)
        for k in 0..<7 { row[k] *= (1 - Likelihoods.ownDates) / max(rest, 1e-9) }
        row[7] = Likelihoods.ownDates
      }
      m.number.replaceSubrange(cells, with: row)
    }
    if familyCards {
      let n = Double(sums.equalNumber)
      let same = Double(sums.equalNumberSameCard)
      m.familyCard = [(n - same + 7) / (n + 10), (same + 3) / (n + 10)]
    } else {
      m.familyCard = Self.row(sums.familyCard, d.familyCard)
    }
    return m
  }

  private static func row(_ sums: [Int64], _ defaults: [Double]) -> [Double] {
    let counts = zip(sums, defaults).map { Sums.value($0) + priorWeight * $1 }
    let total = counts.reduce(0, +)
    return counts.map { $0 / total }
  }
}
