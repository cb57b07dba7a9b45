import RollModel

/// Of rows that the roll strikes: whether another row is the same person, on this roll or by a join's list on another's.
struct SamePersons {
  /// Rows of which some row is the same person, and of which one is that the roll does not strike.
  private var repeated: Set<Int> = []
  private var standing: Set<Int> = []
  private var twins: Set<Int> = []

  /// O(pairs + marks).
  init(_ context: RuleContext) {
    let codes = context.roll.columns.codes
    for pair in context.matches.duplicates where pair.relation == .possibleTwins && pair.tier == .twin {
      twins.formUnion([pair.a, pair.b])
    }
    for pair in context.matches.duplicates where pair.relation == .samePerson {
      for (row, other) in [(pair.a, pair.b), (pair.b, pair.a)] where codes[row].hasMark {
        // A pair too weak to be a finding is strong enough to leave the row alone.
        repeated.insert(row)
        if pair.tier >= .verify, !context.roll[other].isStruck { standing.insert(row) }
      }
    }
    guard !context.data.outside.isEmpty else { return }
    let elsewhere = JoinedElsewhere(context.data)
    for row in codes.indices where codes[row].hasMark {
      guard let tier = elsewhere.tier(of: context.roll[row]) else { continue }
      repeated.insert(row)
      if tier >= .verify { standing.insert(row) }
    }
  }

  /// Whether the person of a struck row may stand in another row, struck or not, or on the roll of another kabupaten.
  func isRepeated(_ row: Int) -> Bool { repeated.contains(row) }
  /// Whether another row of the roll may be a twin of the person of this one.
  func mayHaveTwin(_ row: Int) -> Bool { twins.contains(row) }
  /// Whether the person of a struck row stands in another row that is not struck, or on the roll of another kabupaten.
  func isStanding(_ row: Int) -> Bool { standing.contains(row) }
}

extension RuleContext {
  /// Rows of the roll that it strikes for a reason; few bear any mark.
  func struck(for reason: TMSCode) -> [Voter] {
    let codes = roll.columns.codes
    return codes.indices.filter { codes[$0].hasMark }.map { roll[$0] }.filter { $0.mark == reason }
  }
}
