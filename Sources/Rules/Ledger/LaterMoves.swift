import RollModel

/// Whether the list of moves says of those who came that they have left again.
struct LaterMoves {
  enum Answer { case stayed, left, notTold }

  private let moves: Roll
  private let destinations: MoveDestinations
  private let numbers: NumberJoin
  private var born: [CalendarDay: [Int]] = [:]

  /// - Parameter persons: rows of the list that will be asked for.
  init(_ persons: [Voter], of moves: Roll, _ destinations: MoveDestinations) {
    self.moves = moves
    self.destinations = destinations
    numbers = NumberJoin(moves.columns.nik, asking: persons.map(\.nik), least: 16)
    let births = Set(persons.map(\.birth).filter(\.isComplete))
    for row in 0..<moves.count where births.contains(moves.columns.birth[row]) {
      born[moves.columns.birth[row], default: []].append(row)
    }
  }

  func answer(_ entry: Voter) -> Answer {
    var answer = Answer.stayed
    for row in rows(of: entry) where row != entry.row {
      let other = moves[row]
      guard isAway(other), !other.event.isSurelyBefore(entry.event) else { continue }
      if entry.event.isSurelyBefore(other.event) { return .left }
      answer = .notTold
    }
    return answer
  }

  private func isAway(_ entry: Voter) -> Bool {
    switch destinations.place(of: entry) {
    case .elsewhere, .unstated: true
    case .desa, .within, .unclear, .misspelled: false
    }
  }

  private func rows(of entry: Voter) -> [Int] {
    numbers.matches(entry.nik).map(\.place) + (born[entry.birth] ?? []).filter { moves[$0].isSurely(entry) }
  }
}
