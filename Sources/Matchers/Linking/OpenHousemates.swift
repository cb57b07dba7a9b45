import RollModel

/// Which absent persons have a voter on their family card whom no row of the list was linked with.
///
/// Such a voter may be the absent person under a name, a date and a number that all have errors, so nobody can be surely
/// absent beside one for whom the list's numbers do not account, unless they share no word of the name and neither day, month
/// nor year of birth. One scan of the roll's cards; nothing is kept of rows that nobody asks about.
struct OpenHousemates {
  /// Voters on the cards asked about, in order of row.
  let voters: [Int]
  private let list: Roll
  private let roll: Roll
  private let byCard: [UInt64: [Int]]

  /// - Parameters:
  ///   - absent: rows of `list` that are asked about.
  ///   - linked: rows of `roll` that a row of the list has been linked with.
  init(roll: Roll, list: Roll, absent: [Int], linked: Set<Int>, threads: Int) {
    self.roll = roll
    self.list = list
    let cards = Set(absent.map { list.columns.nkk[$0] }.filter(\.isFull).map(\.bits))
    let filter = BitFilter(cards)
    voters =
      cards.isEmpty
      ? []
      : roll.rows(threads: threads) { row in
        let card = roll.columns.nkk[row].bits
        return filter.mayHold(card) && cards.contains(card) && !linked.contains(row)
      }
    byCard = Dictionary(grouping: voters) { roll.columns.nkk[$0].bits }
  }

  /// The voters on the family card of list row `row` who are not of the other sex and have something of the row.
  func of(_ row: Int) -> [Int] {
    let sex = list[row].sex
    return (byCard[list.columns.nkk[row].bits] ?? []).filter { voter in
      guard resembles(list[row], roll[voter]) else { return false }
      guard let sex, let other = roll[voter].sex else { return true }
      return sex == other
    }
  }

  /// Whether two people have a part of the birth date or a word of the name in common, or one has no whole date.
  private func resembles(_ a: Voter, _ b: Voter) -> Bool {
    guard a.birth.isComplete, b.birth.isComplete else { return true }
    if a.birth.day == b.birth.day || a.birth.month == b.birth.month || a.birth.year == b.birth.year { return true }
    return a.tokens.contains { token in b.tokens.contains(token) }
  }
}
