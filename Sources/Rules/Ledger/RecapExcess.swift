/// Voters whom recaps count beyond the roll, by area, each once.
///
/// Recaps of a TPS and of its desa, and the struck voters whom a recap counts, tell of the same people. The excess of an
/// area is therefore the largest of three counts: what its own recap tells beyond its voters, its struck voters who are told
/// to be counted, and what the areas in it hold in excess together. Of that sum the voters of the area who stand in none of
/// those areas are taken off: the recap of one may count them where the roll does not say the TPS.
enum RecapExcess {
  struct Area {
    /// Place of the area that it lies in, before its own; nil for the whole.
    var above: Int?
    /// Voters on the roll.
    var voters = 0
    /// The largest total that a recap tells of the area; nil where none does.
    var stated: Int?
    /// Struck voters inside who are told to be counted by a recap.
    var counted = 0
  }

  /// - Parameter areas: each behind the area that it lies in.
  /// - Returns: the excess in persons, by place. O(areas).
  static func counts(_ areas: [Area]) -> [Int] {
    var excess = [Int](repeating: 0, count: areas.count)
    /// Of the areas inside: their excess and their voters.
    var inside = excess
    var placed = excess
    for (place, area) in areas.enumerated().reversed() {
      // A recap of areas that the roll does not hold says nothing of those that it holds.
      let own = area.voters > 0 ? (area.stated ?? 0) - area.voters : 0
      excess[place] = max(0, own, area.counted, inside[place] - (area.voters - placed[place]))
      guard let above = area.above else { continue }
      inside[above] += excess[place]
      placed[above] += area.voters
    }
    return excess
  }
}
