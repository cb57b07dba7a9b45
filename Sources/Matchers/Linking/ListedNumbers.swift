import RollModel

/// Which rows of a list bear the numbers of some voters: whether the list accounts for every voter of a number.
///
/// On a roll that repeats a number two people may stand under it, of whom a list that has the number once accounts for one. The
/// other may be anybody: a resident whose own number nobody bears, above all the twin of the number's owner.
struct ListedNumbers {
  private let roll: Roll
  private let list: Roll
  private let index: NumberIndex
  /// How many rows of the list bear a number.
  private let rows: [UInt64: Int]

  /// One scan of the list's numbers.
  init(of voters: [Int], on list: Roll, roll: Roll, _ index: NumberIndex, threads: Int) {
    let numbers = Set(voters.map { roll.columns.nik[$0] }.filter(\.isFull).map(\.bits))
    let filter = BitFilter(numbers)
    let found =
      numbers.isEmpty
      ? []
      : list.rows(threads: threads) { row in
        let number = list.columns.nik[row]
        return filter.mayHold(number.bits) && number.isFull && numbers.contains(number.bits)
      }
    self.roll = roll
    self.list = list
    self.index = index
    rows = found.reduce(into: [:]) { $0[list.columns.nik[$1].bits, default: 0] += 1 }
  }

  /// Whether no row of the list bears the voter's number.
  func lacks(_ voter: Int) -> Bool { rows[roll.columns.nik[voter].bits] == nil }

  /// Whether the voter may be the person of list row `row` under a number of somebody else: the number stands on more rows of
  /// the roll than of the list, under another name as well unless the two are on one card. Rows of one name elsewhere are one
  /// person twice.
  func leaves(_ voter: Int, for row: Int) -> Bool {
    let nik = roll.columns.nik[voter]
    let bearers = index.all(nik)
    guard bearers.count > rows[nik.bits] ?? 0 else { return false }
    let card = roll.columns.nkk[voter]
    let words = roll[voter].tokens
    return card.isFull && card == list.columns.nkk[row]
      || bearers.contains { bearer in !roll[bearer].tokens.contains { words.contains($0) } }
  }
}

extension Roll {
  /// The rows that are as asked, in order.
  func rows(threads: Int, where isMeant: @Sendable (Int) -> Bool) -> [Int] {
    let cuts = pieces(of: count, size: 1 << 17)
    return parallelMap(cuts.count, threads: threads) { k in cuts[k].filter(isMeant) }.flatMap { $0 }
  }
}
