extension Roll {
  /// By area number: whether any row stands there. O(rows).
  public var areasWithRows: [Bool] {
    var isThere = [Bool](repeating: false, count: lexicon.areas.count)
    for row in 0..<count { isThere[Int(columns.area[row])] = true }
    return isThere
  }
}

/// Desa and kecamatan that the earlier roll, a list of areas or a recap has with voters, and of which the roll has no row at
/// all: their files were not handed over, so that nobody there can be called absent.
///
/// A desa whose earlier voters mostly stand elsewhere on the roll now was renamed or divided, and is not among them.
public struct MissingAreas: Sendable {
  /// By area number; empty where every area is there.
  private var isMissing: [Bool] = []
  private var kecamatan: Set<Int> = []
  /// `kecamatan CENGAL (7 desa)`, `desa SUKA MAJU (kecamatan JEJAWI)`, in order of area.
  public private(set) var names: [String] = []

  public init() {}

  /// O(rows) of both rolls.
  public init(_ data: CaseData) {
    let areas = data.lexicon.areas
    let isThere = data.roll.areasWithRows
    let placed = data.roll.columns.area.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    // A roll that mostly does not say where its voters live does not show where none do.
    guard placed > 0, placed * 2 >= data.roll.count else { return }
    var peopled: Set<Int> = []
    var wholes: Set<Int> = []
    for key in data.expectedAreas.map(\.key) + data.officialCounts.filter({ $0.total > 0 }).map(\.key) {
      // A name without a code may be a slip of the pen.
      if key.desa != 0 {
        if !areas[key.desa].code.isUnknown { peopled.insert(key.desa) }
      } else if key.kecamatan != 0, !areas.kecamatanCodes[key.kecamatan].isUnknown {
        wholes.insert(key.kecamatan)
      }
    }
    peopled.formUnion(Self.peopledBefore(data, without: isThere))
    peopled = peopled.filter { $0 != 0 && !isThere[$0] }
    let kecamatanThere = Set(isThere.indices.filter { isThere[$0] }.map { areas[$0].kecamatanNumber })
    kecamatan = wholes.union(peopled.map { areas[$0].kecamatanNumber }).subtracting(kecamatanThere).subtracting([0])
    guard !peopled.isEmpty || !kecamatan.isEmpty else { return }
    isMissing = areas.entries.indices.map { peopled.contains($0) || kecamatan.contains(areas[$0].kecamatanNumber) }
    names = names(peopled, areas)
  }

  public var isEmpty: Bool { isMissing.isEmpty }

  /// Whether a desa, by its number, is missing.
  @inlinable public func contains(_ area: Int) -> Bool { !isEmpty && has(area) }
  @usableFromInline func has(_ area: Int) -> Bool { isMissing[area] }

  /// Whether an area is missing, or one in it, so that its count on the roll is not whole.
  public func touches(_ key: AreaKey, in areas: AreaTable) -> Bool {
    guard !isEmpty else { return false }
    if key.desa != 0 { return isMissing[key.desa] }
    if key.kecamatan != 0, kecamatan.contains(key.kecamatan) { return true }
    return isMissing.indices.contains { area in
      isMissing[area]
        && (key.kecamatan != 0
          ? areas[area].kecamatanNumber == key.kecamatan
          : key.kabupaten == 0 || areas[area].kabupatenNumber == key.kabupaten)
    }
  }

  /// Desa without a row where unstruck voters of the earlier roll stood, most of whom no row of the roll is by number.
  private static func peopledBefore(_ data: CaseData, without isThere: [Bool]) -> Set<Int> {
    guard let previous = data.lists[.previousRoll] else { return [] }
    var voters: [Int: [Int]] = [:]
    for row in 0..<previous.count where !isThere[Int(previous.columns.area[row])] {
      if !previous[row].isStruck { voters[Int(previous.columns.area[row]), default: []].append(row) }
    }
    guard !voters.isEmpty else { return [] }
    let numbers = data.numbers ?? NumberIndex(data.roll.columns)
    return Set(
      voters.filter { _, rows in
        rows.count { previous.columns.nik[$0].isFull && numbers.holds(previous.columns.nik[$0]) } * 2 < rows.count
      }.keys)
  }

  private func names(_ peopled: Set<Int>, _ areas: AreaTable) -> [String] {
    func kabupaten(_ number: Int) -> String { number == 0 ? "" : ", " + areas.kabupatenTitle(number) }
    let wholes = kecamatan.sorted().map { number -> String in
      let desa = peopled.count { areas[$0].kecamatanNumber == number }
      let name =
        areas.kecamatanNames[number].isEmpty
        ? areas.kecamatanCodes[number].description : areas.kecamatanNames[number]
      return "kecamatan \(name)" + (desa > 0 ? " (\(desa) desa)" : "") + kabupaten(areas.kabupatenOfKecamatan[number])
    }
    let parts = peopled.sorted().filter { !kecamatan.contains(areas[$0].kecamatanNumber) }.map { area -> String in
      let entry = areas[area]
      let above = entry.kecamatan.isEmpty ? "" : " (kecamatan \(entry.kecamatan))"
      return "desa \(entry.desaWords)\(above)" + kabupaten(entry.kabupatenNumber)
    }
    return wholes + parts
  }
}
