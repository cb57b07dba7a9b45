import RollModel

extension [RollFlow] {
  /// Follows every row of both rolls to the place where it counts.
  ///
  /// - Parameters:
  ///   - place: where in this array rows of a desa and station count; -1 for nowhere.
  ///   - crossing: called for voters who left one place for another.
  mutating func follow(
    _ data: CaseData, _ changes: RollChanges, to place: (_ area: Int, _ station: Int) -> Int,
    crossing: (_ here: Int, _ there: Int, _ isMan: Bool) -> Void
  ) {
    let roll = data.roll
    let stayed = data.stayed
    for row in stayed.isStayed.indices where stayed.isStayed[row] {
      let voter = roll[row]
      let area = voter.areaNumber
      let here = place(area, Int(stayed.station[row]))
      guard here >= 0 else { continue }
      let isMan = voter.sex == .male
      self[here].before.add(isMan)
      if voter.isStruck {
        self[here].strike(voter)
      } else {
        let there = place(area, voter.tps)
        if there != here { cross(from: here, to: there, isMan, crossing) }
      }
    }
    for row in 0..<roll.count where !changes.wasThere[row] {
      let voter = roll[row]
      guard !voter.isStruck else { continue }
      let here = place(voter.areaNumber, voter.tps)
      if here >= 0 { self[here].new.add(voter.sex == .male) }
    }
    if let previous = data.lists[.previousRoll] { follow(previous, roll, changes, to: place, crossing: crossing) }
  }

  private mutating func follow(
    _ previous: Roll, _ roll: Roll, _ changes: RollChanges, to place: (_ area: Int, _ station: Int) -> Int,
    crossing: (_ here: Int, _ there: Int, _ isMan: Bool) -> Void
  ) {
    var returned: Set<Int> = []
    for row in 0..<previous.count {
      let before = previous[row]
      let isMan = before.sex == .male
      let now = Int(changes.now[row])
      let isOn = now >= 0 && !roll[now].isStruck
      if before.isStruck {
        guard isOn, !changes.isKept(now), !RollChanges.hadLeft(before, standing: roll[now]),
          returned.insert(now).inserted
        else { continue }
        let there = place(roll[now].areaNumber, roll[now].tps)
        guard there >= 0 else { continue }
        self[there].back.add(isMan)
        self[there].backRows.append(now)
        continue
      }
      let here = place(before.areaNumber, before.tps)
      if here >= 0 { self[here].before.add(isMan) }
      if now < 0 || changes.doubles.contains(row) {
        guard here >= 0 else { continue }
        if now < 0 { self[here].gone.add(isMan) } else { self[here].doubles.add(isMan) }
        self[here].goneRows.append(row)
      } else if !isOn {
        if here >= 0 { self[here].strike(roll[now], isMan) }
      } else {
        let there = place(roll[now].areaNumber, roll[now].tps)
        if there != here { cross(from: here, to: there, isMan, crossing) }
      }
    }
  }

  private mutating func cross(
    from here: Int, to there: Int, _ isMan: Bool, _ crossing: (_ here: Int, _ there: Int, _ isMan: Bool) -> Void
  ) {
    if here >= 0 { self[here].left.add(isMan) }
    if there >= 0 { self[there].came.add(isMan) }
    crossing(here, there, isMan)
  }
}

extension RollFlow {
  fileprivate mutating func strike(_ voter: Voter, _ isMan: Bool? = nil) {
    let isMan = isMan ?? (voter.sex == .male)
    struck.add(isMan)
    if let code = voter.mark { struckByCode[code, default: Count()].add(isMan) }
  }
}

/// The flows of the stations of some desa: a voter who moved between two of them left the one and came to the other.
///
/// Only of desa where every row of both rolls names a station below 1,000; otherwise one would seem to gain what another
/// does not show.
struct StationFlows: Sendable {
  private(set) var flows: [(key: AreaKey, flow: RollFlow)] = []

  private static let numbers = 1000

  /// O(rows), a look each for those of other desa.
  init(of desa: [Int], _ data: CaseData, _ changes: RollChanges) {
    guard !desa.isEmpty else { return }
    var base = [Int](repeating: -1, count: data.lexicon.areas.count)
    for (place, area) in desa.enumerated() { base[area] = place * Self.numbers }
    var slots = [Int32](repeating: -1, count: desa.count * Self.numbers)
    var found: [RollFlow] = []
    var keys: [AreaKey] = []
    Self.number(data, base, &slots) { area, station in
      keys.append(AreaKey(kecamatan: data.lexicon.areas[area].kecamatanNumber, desa: area, tps: station))
    }
    found = [RollFlow](repeating: RollFlow(), count: keys.count)
    found.follow(data, changes) { area, station in
      base[area] < 0 || station >= Self.numbers ? -1 : Int(slots[base[area] + station])
    } crossing: { _, _, _ in
    }
    let hasAll = Set(desa).subtracting(keys.filter { $0.tps == 0 }.map(\.desa))
    flows = zip(keys, found).filter { hasAll.contains($0.0.desa) }.map { ($0, $1) }.sorted { $0.key < $1.key }
  }

  /// Gives every station that a row names a number; rows without one, or with one too large, count as station 0.
  private static func number(
    _ data: CaseData, _ base: [Int], _ slots: inout [Int32], _ add: (_ area: Int, _ station: Int) -> Void
  ) {
    var count: Int32 = 0
    func meet(_ area: Int, _ station: Int, _ slots: inout [Int32]) {
      guard base[area] >= 0 else { return }
      let station = station < numbers ? station : 0
      guard slots[base[area] + station] < 0 else { return }
      slots[base[area] + station] = count
      count += 1
      add(area, station)
    }
    let (areas, stations) = (data.roll.columns.area, data.roll.columns.tps)
    for row in 0..<data.roll.count { meet(Int(areas[row]), Int(stations[row]), &slots) }
    for row in data.stayed.isStayed.indices where data.stayed.isStayed[row] {
      meet(Int(areas[row]), Int(data.stayed.station[row]), &slots)
    }
    if let previous = data.lists[.previousRoll]?.columns {
      for row in previous.area.indices { meet(Int(previous.area[row]), Int(previous.tps[row]), &slots) }
    }
  }
}
