import RollModel

/// Which absent persons have a voter on their family card whom no other row of the list accounts for.
///
/// Such a voter may be the absent person under a name, a date and a number that all have errors, so nobody can be surely
/// absent beside one, unless they share no word of the name and neither day, month nor year of birth. Two scans, of the roll's cards and of the list's numbers; nothing is kept of rows that nobody asks
/// about.
struct OpenHousemates {
  private let list: Roll
  private let roll: Roll
  /// Open voters by family card.
  private var byCard: [UInt64: [Int]] = [:]

  /// - Parameters:
  ///   - absent: rows of `list` that are asked about.
  ///   - linked: rows of `roll` that a row of the list has been linked with.
  init(roll: Roll, list: Roll, absent: [Int], linked: Set<Int>, threads: Int) {
    self.roll = roll
    self.list = list
    let cards = Set(absent.map { list.columns.nkk[$0] }.filter(\.isFull).map(\.bits))
    guard !cards.isEmpty else { return }
    let cardFilter = BitFilter(cards)
    let voters = Self.rows(of: roll, threads: threads) { row in
      let card = roll.columns.nkk[row].bits
      return cardFilter.mayHold(card) && cards.contains(card) && !linked.contains(row)
    }
    let numbers = Set(voters.map { roll.columns.nik[$0] }.filter(\.isFull).map(\.bits))
    let numberFilter = BitFilter(numbers)
    let accounting = Self.rows(of: list, threads: threads) { row in
      let number = list.columns.nik[row].bits
      return numberFilter.mayHold(number) && numbers.contains(number)
    }
    let accounted = Set(accounting.map { list.columns.nik[$0].bits })
    for row in voters where !accounted.contains(roll.columns.nik[row].bits) {
      byCard[roll.columns.nkk[row].bits, default: []].append(row)
    }
  }

  private static func rows(of roll: Roll, threads: Int, where isMeant: @Sendable (Int) -> Bool) -> [Int] {
    let cuts = pieces(of: roll.count, size: 1 << 17)
    return parallelMap(cuts.count, threads: threads) { k in cuts[k].filter(isMeant) }.flatMap { $0 }
  }

  /// Whether the family card of list row `row` has an open voter who is not of the other sex and has something of the row.
  func has(_ row: Int) -> Bool {
    let sex = list[row].sex
    return (byCard[list.columns.nkk[row].bits] ?? []).contains { voter in
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
