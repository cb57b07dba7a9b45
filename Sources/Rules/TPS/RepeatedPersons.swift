import RollModel

/// Rows of the roll that the duplicates within a kabupaten take for one person.
struct RepeatedPersons {
  /// By row: the other rows of its pairs.
  private var others: [Int: [Int]] = [:]
  private let roll: Roll

  /// O(pairs).
  init(_ context: RuleContext) {
    roll = context.roll
    for pair in context.matches.duplicates
    where pair.relation == .samePerson && pair.tier >= .verify && !context.isAcross(pair) {
      others[pair.a, default: []].append(pair.b)
      others[pair.b, default: []].append(pair.a)
    }
  }

  /// Some rows, of each person one: of who stands at several stations the row where most of those stand who have one
  /// alone, at the smallest of these stations.
  func onceEach(_ rows: [UInt32]) -> [UInt32] {
    guard rows.contains(where: { others[Int($0)] != nil }) else { return rows }
    let stations = roll.columns.tps
    let groups = groups(of: rows.map { Int($0) })
    var standing: [UInt16: Int] = [:]
    for group in groups {
      let own = Set(group.map { stations[$0] })
      if own.count == 1, let place = own.first { standing[place, default: 0] += 1 }
    }
    func rank(_ row: Int) -> (Int, UInt16, UInt64) {
      (-(standing[stations[row]] ?? 0), stations[row], roll[row].identityHash)
    }
    return groups.compactMap { group in group.min { rank($0) < rank($1) } }.map { UInt32($0) }
  }

  private func groups(of rows: [Int]) -> [[Int]] {
    let asked = Set(rows)
    var seen: Set<Int> = []
    return rows.compactMap { first in
      guard seen.insert(first).inserted else { return nil }
      var group = [first]
      var next = 0
      while next < group.count {
        for row in others[group[next]] ?? [] where asked.contains(row) && seen.insert(row).inserted {
          group.append(row)
        }
        next += 1
      }
      return group
    }
  }
}
