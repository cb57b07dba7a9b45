import Documents
import RollModel

/// A stretch of one file that one thread reads by itself.
///
/// It owns the rows that start in it. Where its first row starts is a guess — behind the first line break — that is checked
/// when pieces are joined in order: a line break inside quotes makes it wrong, and then the piece is read again from where
/// the piece before it ended. The result is that of reading the file from the front, whatever the piece size.
struct Piece: Sendable {
  let file: Int
  let range: Range<Int>
  let isFirst: Bool

  /// What became of a piece. `lines` counts the line breaks of its rows.
  struct Outcome<Rows> {
    var rows: Rows
    var tally: RowTally
    var start: Int
    var end: Int
    var lines: Int
  }

  /// Reads the rows that start in the piece; the first of them starts at `start`, or is looked for when nil.
  func read<Taker: RowTaker>(
    _ opened: OpenedFile, _ context: PieceContext, _ desk: ReadingDesk, by kind: Taker.Type, from start: Int? = nil
  ) -> Outcome<Taker.Rows> {
    let start = start ?? firstRow(opened)
    var rows = Taker(context, desk, capacity: max(0, range.upperBound - start) / 100 + 16)
    guard start < range.upperBound else {
      return Outcome(rows: rows.finish(desk), tally: RowTally(), start: start, end: start, lines: 0)
    }
    let reader = RowReader(context.map)
    var scanner = CSVScanner(opened.file, from: start, dialect: opened.dialect)
    var titles = TitleBlocks.Cursor(opened.blocks, from: start)
    if let area = titles.area { rows.enter(area) }
    var run: PageFoot.Run?
    let names = WrappedName.Column(opened, context)
    // Rows below the last one that may hold the rest of its name.
    var doubtful = 0
    while scanner.position < range.upperBound || doubtful > 0, let row = scanner.next() {
      if row.fields[0].isEmpty, row.isBlank { continue }
      if doubtful > 0 {
        doubtful -= 1
        rows.tally.read += 1
        let fault = RowFault(.name, .wrapped)
        rows.tally.reject(fault, line: row.line, RowTrace(row, reader, fault))
        continue
      }
      var isTitle = false
      if titles.changes(at: row.offset) {
        isTitle = titles.isTitle(at: row.offset)
        if let area = titles.area { rows.enter(area) }
      }
      if let residents = context.residents, residents.place(of: row, reader).role != context.role { continue }
      rows.tally.read += 1
      if isTitle {
        rows.tally.furniture += 1
        continue
      }
      if let wrapped = names?.rest(below: row, at: scanner.position, opened, context) {
        if let deed = wrapped.deed,
          use(
            row, after: deed, &rows, reader, context,
            rest: WrappedName.rest(deed, in: opened.file, from: scanner.position, opened.dialect))
        {
          rows.tally.used += 1
          rows.tally.furniture += wrapped.rows
          rows.tally.read += wrapped.rows
          for _ in 0..<wrapped.rows { _ = scanner.next() }
          continue
        }
        doubtful = wrapped.rows
      }
      if let fault = rows.take(row, reader) {
        if context.furniture.holds(row, &run) {
          rows.tally.furniture += 1
          continue
        }
        if let deed = RowMending(context).deed(for: row, hasShape: !fault.isOfShape),
          use(row, after: deed, &rows, reader, context)
        {
          rows.tally.shifts.note(row, fault, width: context.map.width)
        } else if let unknown = rows.takeLeniently(row, reader) {
          rows.tally.leaveUnknown(unknown, of: row)
        } else {
          rows.tally.shifts.note(row, fault, width: context.map.width)
          rows.tally.reject(fault, line: row.line, RowTrace(row, reader, fault))
          continue
        }
        rows.tally.used += 1
      } else {
        rows.tally.used += 1
      }
    }
    let tally = rows.tally
    return Outcome(
      rows: rows.finish(desk), tally: tally, start: start, end: scanner.position, lines: scanner.lines)
  }

  /// Takes a row as it is after a deed; false when even so it is not used.
  private func use<Taker: RowTaker>(
    _ row: CSVRow, after deed: Repair.Deed, _ rows: inout Taker, _ reader: borrowing RowReader, _ context: PieceContext,
    rest: [UInt8] = []
  ) -> Bool {
    let mended = MendedCells(row, deed, width: context.map.width, delimiter: context.delimiter, rest: rest)
    let before = rows.tally.repaired
    let fault = mended.withRow(at: row) { rows.take($0, reader) }
    guard fault == nil else { return false }
    rows.tally.repaired = before + 1
    rows.tally.log(row, context.map.field(of: deed), deed)
    return true
  }

  private func firstRow(_ opened: OpenedFile) -> Int {
    if isFirst { return range.lowerBound }
    var at = range.lowerBound
    while at < opened.file.count, !opened.file.endsLine(before: at) { at += 1 }
    return at
  }
}
