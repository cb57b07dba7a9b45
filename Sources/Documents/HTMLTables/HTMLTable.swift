#if OfficeFiles
  /// One table of a web page while it is read.
  final class HTMLTable {
    /// Its place among the tables of the page, in the order in which they begin.
    let place: Int
    private(set) var fault: WorkbookFault?

    private let rows = SheetRows(delimiter: HTMLTables.delimiter)
    private let value = GrowingBytes(limit: WorkbookLimits.cell)
    private var number = 0
    private var column = 1
    private var isInRow = false
    private var isInCell = false
    private var span = (columns: 1, rows: 1)
    /// By column: a value that goes on for so many rows below.
    private var hanging: [Int: (left: Int, value: [UInt8])] = [:]

    init(place: Int) { self.place = place }

    func beginRow() {
      endRow()
      isInRow = true
      number += 1
      column = 1
      rows.begin(number, isHidden: false)
    }

    func beginCell(columns: Int, rows: Int) {
      if !isInRow { beginRow() }
      endCell()
      hang()
      isInCell = true
      span = (columns, rows)
      value.truncate(to: 0)
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      if isInCell { value.append(clean: run) }
    }

    func blank() {
      if isInCell, value.count > 0 { value.append(32) }
    }

    func endCell() {
      guard isInCell else { return }
      isInCell = false
      if value.isFull { fault = .longCell(row: number) }
      let bytes = Self.plain(value.bytes)
      add(bytes)
      if span.rows > 1, hanging.count < WorkbookLimits.columns { hanging[column] = (span.rows - 1, bytes) }
      column += span.columns
    }

    func endRow() {
      guard isInRow else { return }
      endCell()
      while hanging.keys.contains(where: { $0 >= column }) {
        let known = column
        hang()
        if column == known { column += 1 }
      }
      isInRow = false
      rows.end()
      if fault == nil { fault = rows.fault }
    }

    func finish() throws(WorkbookFault) -> (FileBytes, SheetFacts) { (try rows.finish(), rows.facts) }

    /// Fills columns that a cell above goes on into.
    private func hang() {
      while let above = hanging[column] {
        add(above.value)
        hanging[column] = above.left > 1 ? (above.left - 1, above.value) : nil
        column += 1
      }
    }

    private func add(_ bytes: [UInt8]) {
      guard fault == nil else { return }
      bytes.withUnsafeBufferPointer { rows.add(column, $0) }
    }

    /// Blanks that do not break, and runs of blanks, as one blank.
    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
      var plain: [UInt8] = []
      plain.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        let isHard = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
        let byte = isHard ? 32 : bytes[at]
        at += isHard ? 2 : 1
        if byte <= 32, plain.last.map({ $0 == 32 }) ?? true { continue }
        plain.append(byte <= 32 ? 32 : byte)
      }
      while plain.last == 32 { plain.removeLast() }
      return plain
    }
  }
#endif
