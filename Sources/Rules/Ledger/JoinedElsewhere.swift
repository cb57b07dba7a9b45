import RollModel

/// Persons whom the list of a join names on the roll of another kabupaten, known by their rows as they were when it was made.
struct JoinedElsewhere {
  private var tiers: [UInt64: Tier] = [:]

  init(_ data: CaseData) {
    for pair in data.outsidePairs where pair.relation == .samePerson {
      tiers[pair.rowHash] = max(pair.tier, tiers[pair.rowHash] ?? pair.tier)
    }
  }

  /// How sure the list is of a row's person; nil where it does not name him. Whether the roll strikes the row is no matter.
  func tier(of voter: Voter) -> Tier? { tiers.isEmpty ? nil : tiers[voter.identityHash] }
}

extension CaseData {
  /// The pairs of a join with rolls outside of the case: those of two kabupaten of a province the case itself finds.
  var outsidePairs: [OutsidePair] {
    let areas = lexicon.areas
    return areas.isProvince ? outside.filter { $0.otherKabupaten.province != areas.province } : outside
  }
}
