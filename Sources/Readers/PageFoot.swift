import Documents
import Normalizers
import RollModel

/// The lines under a list: sums, place and date, who signs. They begin behind the last row of a person, and reach to the
/// end of the sheet, or to the header or the title of the next page.
///
/// What a row is follows from the rows around it alone, wherever reading began: the same for any size of pieces.
struct PageFoot: Sendable {
  /// Rows of one foot, blank ones too; longer ones are a list of their own.
  private static let mostRows = 60

  private let file: FileBytes
  private let dialect: CSVDialect
  private let dataStart: Int

  init(_ opened: OpenedFile) {
    (file, dialect, dataStart) = (opened.file, opened.dialect, opened.dataStart)
  }

  /// What a row is, as far as its own cells say it.
  enum Kind: Equatable {
    case blank
    /// A person's: a number, a date, a code, a station.
    case list
    case header
    case page(PageWord)
    case other
  }

  /// Rows without a person between two that have one.
  struct Run {
    /// Bytes at which its rows start.
    var range: Range<Int>
    /// Byte from which on they are no persons; nil where nothing says so.
    var opening: Int?
    /// Somebody signs.
    var isSigned = false
    /// Byte at which a line stands that a list of remarks may follow: `Keterangan:`.
    var notes: Int?

    static func none(_ range: Range<Int>) -> Run { Run(range: range) }
  }

  /// The run that a row stands in.
  ///
  /// - Parameter furniture: tells what rows are.
  func run(around row: CSVRow, _ furniture: PageFurniture) -> Run {
    let single = row.offset..<row.offset + 1
    guard let start = lastListRow(before: row.offset, furniture) else {
      return .none(row.offset..<nextListRow(from: row.offset, furniture))
    }
    var scanner = CSVScanner(file, from: start, dialect: dialect)
    guard let first = scanner.next() else { return .none(single) }
    var example = furniture.example(first)
    var found = Evidence(from: scanner.position)
    // A title between two lists ends the foot of the first.
    var beforeTitle: Run?
    var rows = 0
    while let next = scanner.next() {
      rows += 1
      let kind = furniture.kind(next, like: example)
      // Worksheets end in as many blank rows as they please.
      if kind == .blank {
        found.hasGap = true
        continue
      }
      switch kind {
      case .header where next.offset > row.offset: return found.run(to: next.offset)
      case .list where next.offset > row.offset: return beforeTitle ?? .none(found.start..<next.offset)
      case .list:
        example = furniture.example(next)
        found = Evidence(from: next.offset)
        rows = 0
      // A foot goes on under the header of the next page only with a person between.
      case .header: return .none(next.offset..<row.offset + 1)
      default:
        guard rows <= Self.mostRows else { return .none(found.start..<max(next.offset, row.offset + 1)) }
        if kind == .page(.title), next.offset > row.offset, beforeTitle == nil {
          beforeTitle = found.run(to: next.offset)
        }
        found.take(next, kind)
      }
    }
    return found.run(to: file.count)
  }

  /// The last row before `offset` that is a person's by its own cells; nil where none is near.
  private func lastListRow(before offset: Int, _ furniture: PageFurniture) -> Int? {
    var reach = 4
    while true {
      var start = offset
      var lines = 0
      while start > dataStart, lines <= reach {
        start -= 1
        while start > dataStart, !file.endsLine(before: start) { start -= 1 }
        lines += 1
      }
      var last: Int?
      var scanner = CSVScanner(file, from: start, dialect: dialect)
      while scanner.position < offset, let row = scanner.next() {
        if furniture.kind(row) == .list { last = row.offset }
      }
      // A start inside quotes passes the row by.
      guard scanner.position == offset else { return nil }
      if last != nil { return last }
      if start == dataStart || reach >= Self.mostRows { return nil }
      reach *= 4
    }
  }

  /// The first row from `offset` on that is a person's, or some row before it: all before it share what is known of them.
  private func nextListRow(from offset: Int, _ furniture: PageFurniture) -> Int {
    var scanner = CSVScanner(file, from: offset, dialect: dialect)
    for _ in 0..<1000 {
      guard let row = scanner.next() else { return file.count }
      if furniture.kind(row) == .list { return max(row.offset, offset + 1) }
    }
    return scanner.position
  }

  /// What the rows of a run say, in order.
  private struct Evidence {
    let start: Int
    /// A blank row stands between the list and the row at hand.
    var hasGap = false
    private var firstBehindGap: Int?
    private var firstSign: Int?
    private var firstSum: Int?
    private var firstNote: Int?
    private var isSigned = false
    private var offices = 0
    private var hasGapBeforeOffice = false

    init(from start: Int) { self.start = start }

    mutating func take(_ row: CSVRow, _ kind: Kind) {
      if hasGap, firstBehindGap == nil { firstBehindGap = row.offset }
      switch kind {
      case .page(.sum): firstSum = firstSum ?? row.offset
      case .page(.title): firstNote = firstNote ?? row.offset
      case .page(.signing):
        firstSign = firstSign ?? row.offset
        isSigned = true
      case .page(.office):
        firstSign = firstSign ?? row.offset
        offices += 1
        hasGapBeforeOffice = hasGapBeforeOffice || hasGap
      default: break
      }
    }

    /// One office right below the list may be the name or the work of its last person.
    func run(to end: Int) -> Run {
      let isSigned = isSigned || offices > 1 || hasGapBeforeOffice || offices > 0 && firstSum != nil
      let first = [firstSum, isSigned ? firstSign : nil, isSigned ? firstBehindGap : nil].compactMap(\.self).min()
      return Run(range: start..<max(end, start), opening: first, isSigned: isSigned, notes: firstNote)
    }
  }
}
