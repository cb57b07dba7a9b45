import RollModel

/// Coklit in totals without names (form A1.DP-1), by desa and station.
struct VisitTotals: Sendable {
  struct Count: Sendable {
    var visitedWithSticker: Int?
    var visitedNoSticker: Int?
    var stickerNotVisited: Int?
    var notVisited: Int?
    var households: Int?
    /// Files and rows that say so.
    var origin = ""

    /// Households visited, of those that the form is about; nil where the form does not tell. A form that says only who
    /// was not visited is about the households of the area.
    func coverage(households all: Int) -> (visited: Int, of: Int)? {
      let seen = visitedWithSticker.map { $0 + (visitedNoSticker ?? 0) }
      if let households, households > 0, let visited = seen ?? notVisited.map({ max(0, households - $0) }) {
        return (min(visited, households), households)
      }
      if let seen { return (seen, seen + (stickerNotVisited ?? 0) + (notVisited ?? 0)) }
      return notVisited.map { (max(0, all - $0), all) }
    }

    fileprivate mutating func add(_ other: Count) {
      func sum(_ a: Int?, _ b: Int?) -> Int? { a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0) }
      visitedWithSticker = sum(visitedWithSticker, other.visitedWithSticker)
      visitedNoSticker = sum(visitedNoSticker, other.visitedNoSticker)
      stickerNotVisited = sum(stickerNotVisited, other.stickerNotVisited)
      notVisited = sum(notVisited, other.notVisited)
      households = sum(households, other.households)
      origin += origin.isEmpty ? other.origin : ", \(other.origin)"
    }
  }

  private var counts: [AreaKey: Count] = [:]
  private var desa: Set<Int> = []

  /// Rows of one area are added; a desa without a row of its own is the sum of its stations.
  init(_ data: CaseData) {
    var stations: [AreaKey: Count] = [:]
    for total in data.visitTotals where total.key.desa != 0 {
      let path = data.files.indices.contains(total.file) ? data.files[total.file].path : Role.visits.rawValue
      let count = Count(
        visitedWithSticker: total.visitedWithSticker, visitedNoSticker: total.visitedNoSticker,
        stickerNotVisited: total.stickerNotVisited, notVisited: total.notVisited, households: total.households,
        origin: "\(path) baris \(total.line)")
      let key = AreaKey(kecamatan: total.key.kecamatan, desa: total.key.desa, tps: total.key.tps)
      counts[key, default: Count()].add(count)
      if key.tps != 0 { stations[AreaKey(kecamatan: key.kecamatan, desa: key.desa), default: Count()].add(count) }
      desa.insert(key.desa)
    }
    counts.merge(stations) { own, _ in own }
  }

  /// Whether a form speaks of the desa or a station of it.
  func know(_ desa: Int) -> Bool { self.desa.contains(desa) }
  subscript(key: AreaKey) -> Count? { counts[key] }
}

extension RuleContext {
  /// What totals say of an area of whose desa no visit is known by name; nil without any.
  func totals(of area: AreaFacts) -> VisitTotals.Count? {
    guard ledger.visitTotals.know(area.key.desa), let village = ledger.village(area.key.desa),
      village.visitsFiled == 0, village.summary.stickerNotVisited == 0
    else { return nil }
    return ledger.visitTotals[area.key]
  }
}

extension VisitTotals.Count {
  /// Where the number comes from, behind what is said of it.
  var words: String { "; angka ini dari jumlah tanpa nama (\(origin))" }
}
