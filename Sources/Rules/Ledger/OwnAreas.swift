import RollModel

/// Which areas are the case's own: what some list names may lie anywhere.
///
/// Own are the areas of the kabupaten that the plan names, in the case of a province those of its kabupaten. Where the plan
/// names none, or one in which no voter stands, the kabupaten of the roll decides. An area without a code is own where a list
/// that is bound to the kabupaten has it: the roll, the earlier one, residents, visits, expected areas, or official counts.
struct OwnAreas: Sendable {
  /// By number of the area; `false` at 0, which is "not known".
  private let isOwn: [Bool]
  /// Numbers of the kabupaten by code; the number is 0 where the case is one kabupaten.
  let kabupaten: [AreaCode: Int]

  init(_ data: CaseData) {
    let areas = data.lexicon.areas
    let voters = Self.counts(data.roll, areas.count)
    let own = Self.kabupaten(areas, voters)
    let bound = Self.bound(data, voters)
    isOwn = areas.entries.indices.map { number in
      guard number != 0 else { return false }
      let code = areas[number].code
      if areas.isProvince { return code.isUnknown ? bound[number] : code.province == areas.province }
      return code.isUnknown ? bound[number] : own.isEmpty || own.contains(code.kabupaten)
    }
    var kabupaten: [AreaCode: Int] = [:]
    for (number, entry) in areas.entries.enumerated() where isOwn[number] && !entry.code.isUnknown {
      kabupaten[entry.code.kabupaten] = entry.kabupatenNumber
    }
    for code in own { kabupaten[code] = 0 }
    self.kabupaten = kabupaten
  }

  /// Whether the area with that number is the case's own.
  func contains(_ number: Int) -> Bool { isOwn[number] }

  /// The kabupaten of a case that is one; several where the plan names none and the roll stands in several, none where no
  /// code tells, and in the case of a province.
  private static func kabupaten(_ areas: AreaTable, _ voters: [Int]) -> Set<AreaCode> {
    guard !areas.isProvince else { return [] }
    var counts: [AreaCode: Int] = [:]
    for number in voters.indices where voters[number] > 0 && !areas[number].code.isUnknown {
      counts[areas[number].code.kabupaten, default: 0] += voters[number]
    }
    let stated = areas.statedKabupaten
    if !stated.isUnknown, counts.isEmpty || counts[stated] != nil { return [stated] }
    let all = counts.values.reduce(0, +)
    return counts.first { $0.value * 2 > all }.map { [$0.key] } ?? Set(counts.keys)
  }

  /// Rows of a list by number of the area.
  private static func counts(_ roll: Roll, _ areaCount: Int) -> [Int] {
    var counts = Array(repeating: 0, count: areaCount)
    for area in roll.columns.area { counts[Int(area)] += 1 }
    return counts
  }

  /// Whether a list that is bound to the kabupaten has the area.
  private static func bound(_ data: CaseData, _ voters: [Int]) -> [Bool] {
    var bound = voters.map { $0 > 0 }
    for role in [Role.previousRoll, .residents] {
      guard let list = data.lists[role] else { continue }
      for area in list.columns.area { bound[Int(area)] = true }
    }
    for area in data.visits.area { bound[Int(area)] = true }
    let keys = data.expectedAreas.map(\.key) + data.officialCounts.map(\.key)
    for key in keys where key.desa != 0 { bound[key.desa] = true }
    return bound
  }
}
