import RollModel

/// Where some voters stood on the earlier roll: their stations, of those who stood in the desa that they stand in now.
struct EarlierStations {
  private var stations: [Int: Int] = [:]

  /// O(rows of the earlier roll that are not simply the same on this one).
  init(of voters: [Voter], _ context: RuleContext) {
    let stayed = context.data.stayed
    for voter in voters where stayed.count > 0 && stayed.isStayed[voter.row] {
      stations[voter.row] = Int(stayed.station[voter.row])
    }
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return }
    let asked = Set(voters.map(\.row))
    for (row, now) in changes.now.enumerated() where now >= 0 && asked.contains(Int(now)) {
      guard previous.columns.area[row] == context.roll.columns.area[Int(now)] else { continue }
      stations[Int(now)] = previous[row].tps
    }
  }

  /// By row of the roll; nil where it is not known.
  subscript(row: Int) -> Int? { stations[row].flatMap { $0 == 0 ? nil : $0 } }
}
