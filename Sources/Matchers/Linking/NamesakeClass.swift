import Platform

/// The third class of a list's rows: somebody who is on no row of the roll but bears a voter's name.
///
/// A father or grandfather, a neighbour of one name: lists of the dead are full of them, and where a row has neither date
/// nor number only name and desa speak. Taking "nobody" for a stranger drawn from all names gave such rows near
/// certainty. The share of the class, where its people live and how near their dates are is learned from rows whose
/// date or number speaks; pseudo-counts hold small lists.
struct NamesakeClass: Sendable {
  /// Share of the list's rows.
  private(set) var share: Double
  /// By `ResidenceLevel`.
  private(set) var residence = Self.residenceStart
  private let isUsed: Bool

  private static let shareStart = 0.03
  private static let residenceStart = [0.10, 0.60, 0.10, 0.18, 0.02]
  /// By `BirthLevel`; kept as it is.
  private static let birth = [0.002, 0.003, 0.02, 0.03, 0.03, 0.01, 0.055, 0.0, 0.85]
  private static let priorRows = 20.0

  init(isUsed: Bool) {
    self.isUsed = isUsed
    share = isUsed ? Self.shareStart : 0
  }

  /// A class as it was learned; one without a share is not used.
  init(share: Double, residence: [Double]) {
    self.share = share
    self.residence = residence
    isUsed = share > 0
  }

  /// Sums of the class's posteriors, in fixed point so that order does not matter.
  struct Sums {
    var all: Int64 = 0
    var residence = [Int64](repeating: 0, count: 5)

    mutating func add(_ c: Comparison, _ p: Double) {
      let p = Training.Sums.fixed(p)
      guard p > 0 else { return }
      all += p
      if c.residenceLevel >= 0 { residence[Int(c.residenceLevel)] += p }
    }
  }

  mutating func learn(_ sums: Sums, rows: Int) {
    guard isUsed else { return }
    share = (Training.Sums.value(sums.all) + Self.priorRows * Self.shareStart) / (Double(rows) + Self.priorRows)
    residence = Self.row(sums.residence, Self.residenceStart)
  }

  private static func row(_ sums: [Int64], _ start: [Double]) -> [Double] {
    let counts = zip(sums, start).map { Training.Sums.value($0) + priorRows * $1 }
    let total = counts.reduce(0, +)
    return counts.map { $0 / total }
  }

  /// Logs of the class, made once a round.
  struct Weights {
    let prior: Double
    let residence: [Double]
    let birth: [Double]

    /// log2 of P(row | a namesake of this voter) / P(row | a stranger), with the prior: name and sex as for the voter,
    /// residence and date by the class, everything else as a stranger's.
    ///
    /// Nil where the family cards agree: who else of the household is meant is the household class's question.
    func bits(_ c: Comparison, _ parts: Model.Parts) -> Double? {
      guard c.familyCard != 1 else { return nil }
      var sum = prior + parts.name + parts.length + parts.sex
      if c.residenceLevel >= 0 { sum += residence[Int(c.residenceLevel)] + Double(c.residenceChance) }
      // A year alone that agrees is what namesakes of one age share, not one date.
      let level = c.birthLevel == 0 && !c.isFullDate ? 6 : Int(c.birthLevel)
      if level >= 0 { sum += birth[level] + Double(c.birthChance) }
      return sum
    }
  }

  func weights(voters: Double) -> Weights? {
    guard isUsed else { return nil }
    return Weights(
      prior: log2(share / voters), residence: residence.map { log2($0) }, birth: Self.birth.map { log2(max($0, 1e-9)) })
  }
}
