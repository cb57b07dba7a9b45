import RollModel

/// Counts, where they live, those served from the special list and residents that the roll does not seem to hold.
struct SpecialLists {
  let data: CaseData
  let matches: MatchResults
  /// Nobody there is absent.
  let missing: MissingAreas
  let referenceDay: CalendarDay

  func add(to parts: inout [VillageFacts]) {
    if let list = data.lists[.specialList] {
      for row in 0..<list.count { update(&parts, list, row) { $0.summary.specialListVoters += 1 } }
      let absent = (matches.absent[.specialList] ?? []).filter {
        $0.tier >= .verify && !missing.contains(list[$0.row].areaNumber)
      }
      let onARoll = NamedElsewhere(absent.map { list[$0.row] }, in: data, on: [.movedVoters])
      for person in absent where onARoll.place(of: list[person.row]) == nil && person.sureRow(on: .movedVoters) == nil {
        update(&parts, list, person.row) { $0.summary.specialListGenuine += 1 }
      }
    }
    guard let residents = data.lists[.residents] else { return }
    for person in matches.absent[.residents] ?? [] where person.tier >= .verify {
      guard residents[person.row].isEligible(on: referenceDay), !residents[person.row].isStruck,
        !missing.contains(residents[person.row].areaNumber)
      else { continue }
      update(&parts, residents, person.row) { $0.summary.absentResidents += 1 }
    }
  }

  private func update(
    _ parts: inout [VillageFacts], _ list: Roll, _ row: Int, _ change: (inout AreaFacts) -> Void
  ) {
    let columns = list.columns
    parts[Int(columns.area[row])].update(
      rw: Int(columns.rw[row]), rt: Int(columns.rt[row]), tps: Int(columns.tps[row]), change)
  }
}
