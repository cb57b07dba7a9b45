import RollModel

/// How likely an RT that no visit names came about by chance: by luck of the visits, or by slips of the pen.
///
/// Judged are RT that no `wilayah` list names. Both chances are learned from the case itself.
///
/// * **Luck**: that visits as frequent as in the RT of the desa which they reached pass by all households of this one. A
///   beta-binomial: the visited and unvisited households of the reached RT, with `weight` more at the share of the
///   kecamatan's reached RT, and as many of the kabupaten's to those. RT which the visits left out are not asked, since a
///   desa that was left out whole would make each of its RT likely.
/// * **Slip**: that an RT number which nobody bears was written for so many households. Slips fall alone, now and then
///   two on one number: among RT of one and of two households that no list and no visit names, those of two are to those
///   of one as every further household is to the one before. Large RT do not count, for they are none.
package struct NeighbourhoodChances: Sendable {
  private let byVillage: [Int: Counts]
  private let byKecamatan: [Int: Counts]
  private let whole: Counts
  /// By how much each further household makes a slip less likely, 0...1.
  let slipRatio: Double

  private static let weight = 10.0
  /// RT of one and of two households that count beside those of the case: one slip in ten has a second beside it.
  private static let presumed = (single: 10.0, double: 1.0)

  private struct Counts {
    var visited = 0
    var unvisited = 0

    static func += (a: inout Counts, b: Counts) {
      a.visited += b.visited
      a.unvisited += b.unvisited
    }

    /// Share of the unvisited, with `weight` households at another share.
    func unvisited(_ prior: Double) -> Double {
      (Double(unvisited) + weight * prior) / (Double(visited + unvisited) + weight)
    }
  }

  init(_ neighbourhoods: [AreaFacts]) {
    var byVillage: [Int: Counts] = [:]
    var byKecamatan: [Int: Counts] = [:]
    var whole = Counts()
    var single = 0
    var double = 0
    for area in neighbourhoods {
      if area.visitsFiled == 0, !area.isListed {
        if area.summary.households == 1 { single += 1 }
        if area.summary.households == 2 { double += 1 }
      }
      // Reached: visits are filed under it, or reached so many of its households that they cannot be strays.
      let isReached = area.visitsFiled > 0 || area.rollHouseholdsVisited * 2 > area.summary.households
      guard area.isCoveredByVisits, isReached else { continue }
      let counts = Counts(visited: area.rollHouseholdsVisited, unvisited: area.householdsUnvisited)
      byVillage[area.key.desa, default: Counts()] += counts
      byKecamatan[area.key.kecamatan, default: Counts()] += counts
      whole += counts
    }
    (self.byVillage, self.byKecamatan, self.whole) = (byVillage, byKecamatan, whole)
    slipRatio = min(1, (Double(double) + Self.presumed.double) / (Double(single) + Self.presumed.single))
  }

  /// Chance that visits as frequent as around it pass by `households` of them, 0...1.
  func luck(of key: AreaKey, households: Int) -> Double {
    let everywhere = (Double(whole.unvisited) + 1) / (Double(whole.visited + whole.unvisited) + 2)
    let around = (byKecamatan[key.kecamatan] ?? Counts()).unvisited(everywhere)
    let own = byVillage[key.desa] ?? Counts()
    let missed = Double(own.unvisited) + Self.weight * around
    let all = Double(own.visited + own.unvisited) + Self.weight
    return (0..<max(0, households)).reduce(1) { $0 * (missed + Double($1)) / (all + Double($1)) }
  }

  /// Chance that an RT number of so many households is a slip, 0...1.
  func slip(households: Int) -> Double {
    (1..<max(1, households)).reduce(1) { chance, _ in chance * slipRatio }
  }
}
