import RollModel

/// Coklit that is known in totals alone (form A1.DP-1), taken into the coverage of areas.
///
/// A desa or station takes what its form says. A kecamatan takes the sum of its desa; where no visit by name reaches it,
/// of those desa that a form speaks of, for nothing is known of the others; the same where the lists by name are of few desa
/// of the kecamatan. The kabupaten follows its kecamatan, the
/// province its kabupaten.
struct TotalledVisits {
  private let counts: [AreaKey: (totals: VisitTotals.Count, visited: Int, expected: Int)]
  private let covered: Set<Int>
  private let inTotals: Set<Int>
  /// Desa of which a form tells, so that a station which it leaves out is not known.
  private let told: Set<Int>
  /// Desa of which nothing is known in a kecamatan of which something is.
  private let untold: Set<Int>
  private let partlyTold: Set<Int>
  private let areas: AreaTable

  init(_ context: RuleContext) {
    var counts: [AreaKey: (totals: VisitTotals.Count, visited: Int, expected: Int)] = [:]
    for area in context.ledger.villages + context.ledger.stations {
      guard let totals = context.totals(of: area),
        let (visited, expected) = totals.coverage(households: area.summary.householdsExpected)
      else { continue }
      counts[area.key] = (totals, visited, expected)
    }
    self.counts = counts
    covered = Set(context.ledger.kecamatan.filter(\.isCoveredByVisits).map(\.key.kecamatan))
    inTotals = Set(counts.keys.map(\.kecamatan))
    told = Set(counts.keys.map(\.desa))
    let covered = covered
    let left = context.ledger.villages.filter {
      covered.contains($0.key.kecamatan) && !$0.isCoveredByVisits && counts[$0.key] == nil
    }
    untold = Set(left.map(\.key.desa))
    partlyTold = Set(left.map(\.key.kecamatan))
    areas = context.data.lexicon.areas
  }

  /// Whether something is known of the visits of an area.
  func reachVisits(_ key: AreaKey) -> Bool {
    if key.kabupaten != 0 {
      let isInside = { areas.kabupatenOfKecamatan[$0] == key.kabupaten }
      return covered.contains(where: isInside) || inTotals.contains(where: isInside)
    }
    if key.kecamatan == 0, key.desa == 0 { return !covered.isEmpty || !counts.isEmpty }
    if told.contains(key.desa) { return counts[key] != nil }
    if key.desa != 0, untold.contains(key.desa) { return false }
    if covered.contains(key.kecamatan) { return true }
    return key.desa == 0 ? inTotals.contains(key.kecamatan) : counts[key] != nil
  }

  /// Summaries of every level with these counts in them.
  func adjusted(_ summaries: [AreaSummary]) -> [AreaSummary] {
    guard !counts.isEmpty || !untold.isEmpty else { return summaries }
    var result = summaries
    var byKecamatan: [Int: AreaSummary] = [:]
    var whole = AreaSummary(key: AreaKey())
    var byKabupaten: [Int: AreaSummary] = [:]
    for i in result.indices {
      let key = result[i].key
      if let (totals, visited, expected) = counts[key] {
        (result[i].householdsVisited, result[i].householdsExpected) = (visited, expected)
        result[i].visitedNoSticker = totals.visitedNoSticker ?? 0
        result[i].stickerNotVisited = totals.stickerNotVisited ?? 0
      } else if told.contains(key.desa) {
        result[i].householdsExpected = 0
      }
      guard key.desa != 0, key.tps == 0, !untold.contains(key.desa),
        covered.contains(key.kecamatan) || counts[key] != nil
      else { continue }
      byKecamatan[key.kecamatan, default: AreaSummary(key: AreaKey())].addVisits(of: result[i])
      byKabupaten[areas.kabupaten(of: key), default: AreaSummary(key: AreaKey())].addVisits(of: result[i])
      whole.addVisits(of: result[i])
    }
    for i in result.indices where result[i].key.desa == 0 {
      let kecamatan = result[i].key.kecamatan
      if kecamatan == 0 {
        let kabupaten = result[i].key.kabupaten
        result[i].takeVisits(of: kabupaten == 0 ? whole : byKabupaten[kabupaten] ?? AreaSummary(key: AreaKey()))
      } else if let sum = byKecamatan[kecamatan],
        inTotals.contains(kecamatan) || partlyTold.contains(kecamatan)
      {
        result[i].takeVisits(of: sum)
      }
    }
    return result
  }
}

extension AreaSummary {
  fileprivate mutating func addVisits(of part: AreaSummary) {
    householdsExpected += part.householdsExpected
    householdsVisited += part.householdsVisited
    visitedNoSticker += part.visitedNoSticker
    stickerNotVisited += part.stickerNotVisited
  }

  fileprivate mutating func takeVisits(of sum: AreaSummary) {
    (householdsExpected, householdsVisited) = (sum.householdsExpected, sum.householdsVisited)
    (visitedNoSticker, stickerNotVisited) = (sum.visitedNoSticker, sum.stickerNotVisited)
  }
}
