import RollModel

/// Counts of a recap summed up level by level, from stations to the whole.
///
/// An area that no row counts is as many as its parts together; such a sum speaks for the area above only where every desa
/// with voters is in it.
struct RecapLevels {
  struct Sum {
    var total = 0
    var parts = 0
    var level = ""
    /// Part of it is itself a sum.
    var isDerived = false
  }

  /// By area: the sum of what is counted inside it.
  private(set) var sums: [AreaKey: Sum] = [:]

  init(_ counts: [OfficialCount], _ context: RuleContext) {
    let areas = context.areas
    let stated = Set(counts.map(\.key))
    for official in counts + context.data.unnumbered(beside: counts) where official.key != AreaKey() {
      guard let above = areas.above(official.key) else { continue }
      add(Sum(total: official.total, parts: 1, level: official.key.levelWord), to: above)
    }
    // From desa upwards.
    for level in ["desa", "kecamatan", "kabupaten/kota"] {
      for (key, sum) in sums where key.levelWord == level && !stated.contains(key) {
        guard let above = areas.above(key) else { continue }
        add(Sum(total: sum.total, parts: sum.parts, level: sum.level, isDerived: true), to: above)
      }
    }
    let counted = Set(counts.map(\.key.desa)), whole = Set(counts.filter { $0.key.desa == 0 }.map(\.key.kecamatan))
    let missing = context.ledger.villages.filter {
      $0.summary.voters > 0 && !counted.contains($0.key.desa) && !whole.contains($0.key.kecamatan)
    }.map(\.key)
    let open = Set(
      missing.flatMap { [AreaKey(kecamatan: $0.kecamatan), AreaKey(kabupaten: areas.kabupaten(of: $0)), AreaKey()] })
    sums = sums.filter { !$0.value.isDerived || !open.contains($0.key) }
  }

  private mutating func add(_ part: Sum, to key: AreaKey) {
    var sum = sums[key] ?? Sum(level: part.level)
    sum.total += part.total
    sum.parts += part.parts
    if sum.level != part.level { sum.level = "wilayah" }
    sum.isDerived = sum.isDerived || part.isDerived
    sums[key] = sum
  }
}

extension AreaKey {
  static let stationWord = "TPS"
  /// The level of an area of a recap in words; empty for the whole of the case.
  var levelWord: String {
    tps != 0
      ? Self.stationWord : desa != 0 ? "desa" : kecamatan != 0 ? "kecamatan" : kabupaten != 0 ? "kabupaten/kota" : ""
  }
}

extension CaseData {
  /// What the files of some counts say of stations whose number cannot be read, each as a station that nothing else is; of
  /// the same kind of recap.
  func unnumbered(beside counts: [OfficialCount]) -> [OfficialCount] {
    guard !unnumberedCounts.isEmpty else { return [] }
    let kinds = Set(counts.map { RecapKind(file: $0.file, isOfChanges: $0.changes != nil) })
    return unnumberedCounts.filter { kinds.contains(RecapKind(file: $0.file, isOfChanges: $0.changes != nil)) }.map {
      var count = $0
      count.key.tps = -count.line
      return count
    }
  }
}

private struct RecapKind: Hashable {
  let file: Int
  let isOfChanges: Bool
}
