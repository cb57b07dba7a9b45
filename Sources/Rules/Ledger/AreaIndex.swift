import RollModel

/// How much attention an area asks for: a weighted mean of six shares, each full at a stated level.
///
/// The parts are the six indicators of the sub-dimension *Hak Memilih* of the Indeks Kerawanan Pemilu 2024; the duty to
/// map areas by them is Perbawaslu 1/2025 Pasal 4. A part for which the case has no data is left out and the others carry
/// its weight, so areas of one case stay comparable. Small areas are shrunk: `shrinkage` voters at the share of the area
/// above are added to their own. The levels rank areas against each other; they are not a measure of fault.
package struct AreaIndex: Sendable {
  /// The section of `aturan:` that sets it.
  static let section = "indeks"

  /// Share at which a part is full.
  static func full(_ part: RightToVotePart) -> Double {
    switch part {
    case .unlisted, .unfit, .withoutCard: 0.05
    case .doubles, .movers: 0.01
    case .inflation: 0.02
    }
  }

  /// Share of expected households not visited at which the part of those not listed is full.
  static let fullUnvisited = 0.20

  private static func standardWeight(_ part: RightToVotePart) -> Int {
    switch part {
    case .unlisted, .unfit: 25
    case .doubles, .inflation: 15
    case .withoutCard, .movers: 10
    }
  }

  static let weights = RightToVotePart.allCases.map { part in
    Setting(
      "bobot_" + part.key, standardWeight(part), in: 0...100, "Bobot bagian *\(part.label)* dalam indeks wilayah.")
  }
  static let shrinkage = Setting(
    "penarik", 50, in: 0...10_000,
    "Wilayah kecil ditarik ke wilayah di atasnya: sekian pemilih dengan bagian wilayah atasnya ditambahkan.")
  static let settings: [any AnySetting] = weights + [shrinkage]

  /// What is counted in an area, of so many cases.
  package struct Counts: Sendable {
    package var voters = 0
    /// Persons by part.
    package var found = [Int](repeating: 0, count: RightToVotePart.allCases.count)
    package var householdsExpected = 0
    package var householdsUnvisited = 0

    package init() {}
  }

  private let weights: [Double]
  private let shrinkage: Double
  /// Parts that the case has data for.
  private let known: Set<RightToVotePart>
  private let hasVisits: Bool

  /// - Parameters:
  ///   - known: parts that the case has data for.
  ///   - hasVisits: whether coklit data reach the area.
  package init(settings: RuleValues = RuleValues(), known: Set<RightToVotePart>, hasVisits: Bool) {
    weights = Self.weights.map { Double(settings[$0]) }
    shrinkage = Double(settings[Self.shrinkage])
    self.known = known
    self.hasVisits = hasVisits
  }

  /// The score of an area, rounded to a tenth.
  ///
  /// - Parameter above: the counts of the area that it lies in; nil for the kabupaten.
  package func score(of area: Counts, in above: Counts?) -> AreaScore {
    var (sum, all, below, beyond) = (0.0, 0.0, 0.0, 0.0)
    var parts: [Double?] = []
    for part in RightToVotePart.allCases {
      var score =
        known.contains(part)
        ? share(
          area.found[part.rawValue], area.voters,
          above.map {
            ($0.found[part.rawValue], $0.voters)
          }, full: Self.full(part)) : nil
      // Families whom coklit did not reach are as little known as people who are on no list: the larger counts.
      if part == .unlisted, hasVisits, area.householdsExpected > 0 {
        let unvisited = share(
          area.householdsUnvisited, area.householdsExpected,
          above.map { ($0.householdsUnvisited, $0.householdsExpected) }, full: Self.fullUnvisited)
        if unvisited.value > score?.value ?? -1 { score = unvisited }
      }
      parts.append(score.map { Self.tenth($0.value) })
      guard let score else { continue }
      let weight = weights[part.rawValue]
      all += weight
      sum += weight * score.value
      below += square(weight * (score.value - score.lower))
      beyond += square(weight * (score.upper - score.value))
    }
    guard all > 0 else { return AreaScore(parts: parts) }
    let value = sum / all
    return AreaScore(
      value: Self.tenth(value), lower: Self.tenth(max(0, value - below.squareRoot() / all)),
      upper: Self.tenth(min(100, value + beyond.squareRoot() / all)), parts: parts)
  }

  private typealias Part = (value: Double, lower: Double, upper: Double)

  /// A share and its interval in hundredths of the full level, drawn towards that of the area above.
  private func share(_ part: Int, _ whole: Int, _ above: (part: Int, whole: Int)?, full: Double) -> Part {
    guard whole > 0 else { return (0, 0, 0) }
    // A recap may tell of more people beyond the roll than there are voters on it.
    var (x, n) = (Double(min(part, whole)), Double(whole))
    if let above, above.whole > 0 {
      x += shrinkage * Double(min(above.part, above.whole)) / Double(above.whole)
      n += shrinkage
    }
    let interval = WilsonInterval(x, of: n)
    let value = min(1, x / n / full) * 100
    return (
      value, min(value, min(1, interval.lower / full) * 100), max(value, min(1, interval.upper / full) * 100)
    )
  }

  private func square(_ x: Double) -> Double { x * x }
  private static func tenth(_ x: Double) -> Double { (x * 10).rounded() / 10 }
}

extension AreaIndex {
  /// The part that a finding counts for; nil for findings on areas, notes of writing and check-lists. Those who are counted
  /// though struck are told by `RecapExcess`, as the recap that counts them is.
  static func part(of finding: Finding) -> RightToVotePart? {
    switch finding.rule {
    case MovedWithin.card.id, MovedWithoutTrace.card.id, UnlistedArrival.card.id: .movers
    case DuplicateVoter.card.id: .doubles
    case WithoutCard.card.id: .withoutCard
    case BackWithoutReason.card.id: .inflation
    default:
      switch finding.severity {
      case .tms: .unfit
      case .missing: .unlisted
      case .check, .data, .coverage: nil
      }
    }
  }

  /// The parts that a case has data for.
  static func known(_ data: CaseData) -> Set<RightToVotePart> {
    var known: Set<RightToVotePart> = [.doubles, .unfit]
    if data.has(.residents) || data.has(.previousRoll) || data.has(.specialList) { known.insert(.unlisted) }
    if data.roll.columns.codes.contains(where: { $0.hasCard != nil }) { known.insert(.withoutCard) }
    if data.has(.officialCounts) || data.has(.previousRoll) { known.insert(.inflation) }
    if data.has(.moves) { known.insert(.movers) }
    return known
  }
}
