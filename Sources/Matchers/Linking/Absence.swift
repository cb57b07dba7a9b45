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
    var twins: [Int: Int] = [:]
    for (k, row) in list.rows.enumerated() {
      let p = outcome.onRoll[k]
      guard p < Self.most else { continue }
      if let twin = outcome.twins[k] { twins[result.count] = twin }
      result.append(
        AbsentPerson(
          row: Int(row), probabilityOnRoll: Probability(p), tier: tier(list.roll, Int(row), p, index),
          nearest: outcome.nearest[k]))
    }
    if let index { doubt(&result, twins, list.roll, Set(outcome.links.map(\.a)), index) }
    return result
  }

  /// Nobody is surely absent whose row may be one that the list does not account for: a housemate's, or one that the matching
  /// took for a twin's.
  private func doubt(
    _ persons: inout [AbsentPerson], _ twins: [Int: Int], _ list: Roll, _ linked: Set<Int>, _ index: NumberIndex
  ) {
    let sure = persons.indices.filter { persons[$0].tier > .verify }
    let housemates = OpenHousemates(
      roll: roll, list: list, absent: sure.map { persons[$0].row }, linked: linked, threads: threads)
    let numbers = ListedNumbers(
      of: housemates.voters + sure.compactMap { twins[$0] }, on: list, roll: roll, index, threads: threads)
    for k in sure {
      let row = persons[k].row
      let open = housemates.of(row)
      let twin = twins[k].flatMap { linked.contains($0) ? nil : $0 }
      let perhaps = (twin.map { [$0] } ?? []) + persons[k].nearest.map(\.row).filter(open.contains)
      persons[k].perhaps = perhaps.first { numbers.leaves($0, for: row) }
      guard persons[k].perhaps != nil || open.contains(where: numbers.lacks) else { continue }
      persons[k].tier = .verify
    }
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
