#if OfficeFiles
  /// Puts the cells of a sheet into lines of text: line N is row N, whatever order rows and cells come in.
  ///
  /// The first rows are held back until the whole sheet is read: merged ranges, which stand at its end, fill them. No
  /// later row is held. Rows are as wide as the widest of the first ones; blank rows at the end leave nothing.
  final class SheetRows {
    private struct Cell {
      var column: Int
      var start: Int
      var end: Int
    }

    /// Rows held back: titles and headers stand in them.
    static let headRows = 40

    var facts = SheetFacts()
    private(set) var fault: WorkbookFault?
    /// The row at hand, from 1.
    private(set) var number = 0

    private let delimiter: UInt8
    private let body = GrowingBytes(limit: WorkbookLimits.sheet)
    /// Lines of the head and the body that are finished.
    private var line = SheetRows.headRows
    private let row = GrowingBytes(limit: WorkbookLimits.row)
    private var cells: [Cell] = []
    private var isSorted = true
    private var isHidden = false
    private var width = 0
    private var head = SheetHead()
    private var late = LateRows()

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Whether the rows held back are complete, if rows come in order.
    var isPastHead: Bool { number > Self.headRows }

    func begin(_ stated: Int?, isHidden: Bool) {
      number = stated ?? number + 1
      self.isHidden = isHidden
      row.truncate(to: 0)
      cells.removeAll(keepingCapacity: true)
      isSorted = true
      if number < 1 || number > WorkbookLimits.rows { note(.tooManyRows) }
    }

    /// Adds a cell to the row at hand; blank ones are none. Of two in one column the later counts.
    @inline(__always)
    func add(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      guard let first = bytes.first, first > 32 || bytes.contains(where: { $0 > 32 }) else { return }
      guard column <= WorkbookLimits.columns else { return note(.tooManyColumns(row: number)) }
      let start = row.count
      if first == CSVDialect.quote { appendQuoted(bytes) } else { row.append(bytes) }
      if let last = cells.last, last.column >= column { isSorted = false }
      cells.append(Cell(column: column, start: start, end: row.count))
    }

    func end() {
      guard !cells.isEmpty, fault == nil else { return }
      if !isSorted { sort() }
      if isHidden { facts.hiddenRows += 1 }
      if row.isFull || body.isFull { return note(row.isFull ? .longCell(row: number) : .tooLarge(part: "")) }
      if number <= Self.headRows {
        width = max(width, cells.last?.column ?? 0)
        let values = cells.map { ($0.column, Array(row.bytes[$0.start..<$0.end])) }
        if !head.add(number, values) { note(.rowTwice(number)) }
      } else if number > line {
        body.append(repeating: 10, count: number - 1 - line)
        writeCells(to: body)
        body.append(10)
        line = number
      } else {
        writeCells(to: late.begin(number))
        if !late.end() { note(.tooManyRows) }
      }
    }

    /// Notes a merged range, `A5:A6`.
    func merge(_ range: UnsafeBufferPointer<UInt8>) {
      if !head.merge(range, lastRow: Self.headRows) { facts.mergedRanges += 1 }
    }

    /// Notes a merged range by its rows and columns, from 1.
    func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      if !head.merge(rows: rows, columns: columns, lastRow: Self.headRows) { facts.mergedRanges += 1 }
    }

    /// All rows as text.
    consuming func finish() throws(WorkbookFault) -> FileBytes {
      var text = body
      if !late.isEmpty {
        guard let merged = late.merged(into: body, from: Self.headRows + 1) else { throw .rowTwice(late.firstTwice) }
        text = merged
      }
      // Without a row behind the head, the text ends with the head's last row.
      let lines = text.count > 0 ? Self.headRows : head.lastRow
      text.insert(head.lines(lines, width: width, delimiter: delimiter))
      if text.isFull { throw .tooLarge(part: "") }
      return FileBytes(text)
    }

    private func writeCells(to out: GrowingBytes) {
      var column = 1
      for cell in cells {
        out.append(repeating: delimiter, count: cell.column - column)
        column = max(column, cell.column)
        out.append(UnsafeBufferPointer(rebasing: row.bytes[cell.start..<cell.end]))
      }
      out.append(repeating: delimiter, count: width - column)
    }

    /// Text that begins with a quote is quoted, so that the quote survives the reader of delimited text.
    @inline(never)
    private func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
      row.append(CSVDialect.quote)
      for byte in bytes {
        if byte == CSVDialect.quote { row.append(byte) }
        row.append(byte)
      }
      row.append(CSVDialect.quote)
    }

    @inline(never)
    private func sort() {
      let order = cells.enumerated().sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }
      cells.removeAll(keepingCapacity: true)
      for (_, cell) in order {
        if cells.last?.column == cell.column { cells.removeLast() }
        cells.append(cell)
      }
    }

    private func note(_ fault: WorkbookFault) {
      if self.fault == nil { self.fault = fault }
    }
  }
#endif
