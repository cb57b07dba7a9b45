import RollModel

/// Who of a list is on no row of the roll: the tiers of absence, with the nearest rows.
struct Absence {
  let roll: Roll
  let mode: NumberMode
  let threads: Int

  /// A person counts as absent below this probability of being on the roll after all.
  static let most = 0.5

  /// Absent persons in order of list row.
  func persons(_ list: ListInput, _ outcome: LinkMatching.Outcome, _ index: NumberIndex?) -> [AbsentPerson] {
    var result: [AbsentPerson] = []
    for (k, row) in list.rows.enumerated() {
      let p = outcome.onRoll[k]
      guard p < Self.most else { continue }
      result.append(
        AbsentPerson(
          row: Int(row), probabilityOnRoll: Probability(p), tier: tier(list.roll, Int(row), p, index),
          nearest: outcome.nearest[k]))
    }
    let open = OpenHousemates(
      roll: roll, list: list.roll, absent: result.filter { $0.tier > .verify }.map(\.row),
      linked: Set(outcome.links.map(\.a)), threads: threads)
    for k in result.indices where result[k].tier > .verify && open.has(result[k].row) { result[k].tier = .verify }
    return result
  }

  /// Sure only when the record is whole and its number is nobody's on the roll, which a roll without numbers cannot tell.
  private func tier(_ list: Roll, _ row: Int, _ p: Double, _ index: NumberIndex?) -> Tier {
    let nik = list.columns.nik[row]
    let isWhole = nik.isFull && list.columns.birth[row].isComplete && !mode.isWeak
    guard isWhole, let index, !index.holds(nik) else { return .verify }
    if p <= 0.01 { return .certain }
    return p <= 0.05 ? .strong : .verify
  }
}
