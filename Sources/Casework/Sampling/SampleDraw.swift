/// The rows that a seed draws.
///
/// Of each class the desa get their share of it in turn, from a start that the seed gives (systematic over the desa in order
/// of code); within a desa those rows are drawn whose keyed hash is smallest. So every row of a class has the same chance,
/// and the order of rows in files means nothing.
package struct SampleDraw: Sendable {
  /// Class and desa: how many rows there are, how many were drawn.
  package struct Stratum: Sendable, Equatable {
    package let kind: Int
    package let area: Int
    package let population: Int
    package let drawn: Int
  }

  /// Indices of units, by class, then desa, then rank.
  package let units: [Int]
  /// Those with rows, by class, then desa.
  package let strata: [Stratum]
  /// By class.
  package let populations: [Int]
  package let sizes: [Int]

  /// O(n log n) in the units.
  package init(_ frame: SampleFrame, sizes: [Int], key: SamplingKey) {
    var members: [[UInt32: [Int]]] = Array(repeating: [:], count: frame.kinds.count)
    for (index, unit) in frame.units.enumerated() { members[Int(unit.kind)][unit.area, default: []].append(index) }
    var units: [Int] = []
    var strata: [Stratum] = []
    for (kind, areas) in members.enumerated() {
      let ordered = areas.keys.sorted()
      let counts = ordered.map { areas[$0, default: []].count }
      let shares = Self.shares(
        counts, drawn: sizes[kind], start: key.unit(frame.direction.rawValue + "/" + frame.kinds[kind]))
      for (area, share) in zip(ordered, shares) {
        let rows = areas[area, default: []]
        strata.append(Stratum(kind: kind, area: Int(area), population: rows.count, drawn: share))
        guard share > 0 else { continue }
        let ranked = rows.map { (rank: key.rank(frame.units[$0].fact), tie: frame.units[$0].tie, index: $0) }
        units += ranked.sorted { ($0.rank, $0.tie, $0.index) < ($1.rank, $1.tie, $1.index) }.prefix(share).map(\.index)
      }
    }
    self.units = units
    self.strata = strata
    self.sizes = sizes
    populations = frame.populations
  }

  /// How many rows a drawn row stands for.
  package func weight(ofKind kind: Int) -> Double { Double(populations[kind]) / Double(max(1, sizes[kind])) }

  /// Points at equal distances along the areas laid end to end; each area gets those that fall into it.
  static func shares(_ counts: [Int], drawn: Int, start: Double) -> [Int] {
    let all = counts.reduce(0, +)
    guard drawn > 0, all > 0 else { return counts.map { _ in 0 } }
    guard drawn < all else { return counts }
    let step = Double(all) / Double(drawn)
    var shares: [Int] = []
    var end = 0
    var next = 0
    for count in counts {
      end += count
      var share = 0
      while next < drawn, (Double(next) + start) * step < Double(end) || end == all {
        share += 1
        next += 1
      }
      shares.append(share)
    }
    return shares
  }
}
