import RollModel

/// What the areas of one level leave over of the whole case: persons of whom the lists do not say where they are.
///
/// With it the rows of every level of `wilayah.csv` add up to the whole.
struct AreaRest {
  /// Stands where the name of the kecamatan does, or of the kabupaten in the case of a province.
  static let name = "TIDAK DIKETAHUI"

  let level: AreaLevel
  /// Counts alone; its key and index say nothing.
  let summary: AreaSummary

  /// The rest of each level that has areas and leaves people over, in order of level.
  static func all(_ areas: [AreaSummary], _ table: AreaTable) -> [AreaRest] {
    guard let whole = areas.first(where: { $0.key == AreaKey() }) else { return [] }
    let levels: [AreaLevel] = (table.isProvince ? [.kabupaten] : []) + [.kecamatan, .desa, .tps]
    return levels.compactMap { level in
      let own = areas.filter { $0.key != AreaKey() && table.level(of: $0.key) == level }
      return own.isEmpty ? nil : AreaRest(level, of: whole, without: own)
    }
  }

  private init?(_ level: AreaLevel, of whole: AreaSummary, without areas: [AreaSummary]) {
    var rest = AreaSummary(key: AreaKey())
    func left(_ count: (AreaSummary) -> Int) -> Int { max(0, areas.reduce(count(whole)) { $0 - count($1) }) }
    rest.voters = left(\.voters)
    rest.men = left(\.men)
    rest.women = left(\.women)
    rest.households = left(\.households)
    rest.householdsExpected = left(\.householdsExpected)
    rest.householdsVisited = min(left(\.householdsVisited), rest.householdsExpected)
    rest.votersVisited = left(\.votersVisited)
    rest.visitedNoSticker = left(\.visitedNoSticker)
    rest.stickerNotVisited = left(\.stickerNotVisited)
    rest.specialListVoters = left(\.specialListVoters)
    rest.specialListGenuine = left(\.specialListGenuine)
    rest.absentResidents = left(\.absentResidents)
    rest.notes = left(\.notes)
    for code in TMSCode.allCases {
      let count = left { $0.proposed[code] ?? 0 }
      if count > 0 { rest.proposed[code] = count }
    }
    guard
      rest.voters + rest.specialListVoters + rest.absentResidents + rest.notes + rest.proposedInAll > 0
    else { return nil }
    self.level = level
    summary = rest
  }
}
