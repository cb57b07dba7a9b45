import RollModel

/// The visits of every family card that stands whole in the coklit data.
struct CardVisits: Sendable {
  /// Rows of the log, card by card.
  private let rows: [(card: UInt64, row: Int)]
  private let log: VisitLog

  init(_ log: VisitLog) {
    self.log = log
    var rows: [(card: UInt64, row: Int)] = []
    rows.reserveCapacity(log.count)
    for row in 0..<log.count {
      if let card = SharedDigits.all.key(log.nkk[row]) { rows.append((card, row)) }
    }
    rows.sort { ($0.card, $0.row) < ($1.card, $1.row) }
    self.rows = rows
  }

  /// Rows of the log that visit the card; empty for a number that is not whole.
  func of(_ nkk: NIK) -> [Int] {
    guard let card = SharedDigits.all.key(nkk) else { return [] }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].card < card { low = middle + 1 } else { high = middle }
    }
    return rows[low...].prefix { $0.card == card }.map(\.row)
  }
}
