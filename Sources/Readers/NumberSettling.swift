import Normalizers
import RollModel

extension MutableCells where Element == NIK {
  /// Settles number cells that end in 0, and hides the sixteenth digit of all full numbers of a truncated column.
  mutating func settle(_ range: Range<Int>, _ tally: NumberTally) {
    let isTruncated = tally.state == .truncated
    guard isTruncated || tally.rounded > 0 else { return }
    let isLost = isTruncated || tally.hasLostDigits
    for i in range {
      if self[i].isRounded {
        self[i] = self[i].settled(isLost: isLost)
      } else if isTruncated, self[i].isFull {
        self[i] = self[i].settled(isLost: true)
      }
    }
  }
}

extension SourceFile {
  /// Keeps what the tallies of a file's number columns tell: NIK and NKK by themselves.
  mutating func settle(_ nik: NumberTally, _ nkk: NumberTally, _ opened: OpenedFile) {
    nikState = nik.state == .absent && role == .visits ? nkk.state : nik.state
    nkkState = nkk.state
    nikColumn = NumberColumn(nik, header: opened.header(.nik))
    nkkColumn = NumberColumn(nkk, header: opened.header(.nkk))
  }
}

extension SourceFile.NumberColumn {
  fileprivate init(_ tally: NumberTally, header: String) {
    self.init()
    self.header = header
    written = tally.written
    lost = tally.lost
    masked = tally.masked
    shown = tally.shown
  }
}
