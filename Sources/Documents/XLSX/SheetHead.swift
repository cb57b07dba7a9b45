#if OfficeFiles
  /// The first rows of a sheet, and the merged ranges that begin in them.
  struct SheetHead {
    private struct Range {
      var rows: ClosedRange<Int>
      var columns: ClosedRange<Int>
    }

    private var rows: [Int: [(column: Int, bytes: [UInt8])]] = [:]
    private var ranges: [Range] = []

    /// 0 when every row is blank.
    var lastRow: Int { rows.keys.max() ?? 0 }

    /// Takes a row; false when it was there before.
    mutating func add(_ number: Int, _ cells: [(column: Int, bytes: [UInt8])]) -> Bool {
      if rows[number] != nil { return false }
      rows[number] = cells
      return true
    }

    /// Notes a range such as `A5:C6`; false where it hides values of rows that are not held.
    mutating func merge(_ reference: UnsafeBufferPointer<UInt8>, lastRow: Int) -> Bool {
      let ends = reference.split(separator: UInt8(ascii: ":")).compactMap { Self.place($0) }
      guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return true }
      return merge(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column, lastRow: lastRow)
    }

    /// Notes a range; false where it hides values of rows that are not held.
    mutating func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>, lastRow: Int) -> Bool {
      guard rows.upperBound <= lastRow else { return rows.count == 1 }
      if ranges.count < WorkbookLimits.listed { ranges.append(Range(rows: rows, columns: columns)) }
      return true
    }

    /// Lines 1...`count`, every row that is not blank `width` cells wide.
    func lines(_ count: Int, width: Int, delimiter: UInt8) -> [UInt8] {
      var table: [[[UInt8]]] = Array(repeating: [], count: count + 1)
      for (number, cells) in rows where number <= count {
        table[number] = Array(repeating: [], count: width)
        for cell in cells { table[number][cell.column - 1] = cell.bytes }
      }
      for range in ranges where range.rows.lowerBound <= count && range.columns.lowerBound <= width {
        let first = table[range.rows.lowerBound]
        guard !first.isEmpty, !first[range.columns.lowerBound - 1].isEmpty else { continue }
        for row in range.rows where row <= count && !table[row].isEmpty {
          let last = min(range.columns.upperBound, width)
          for column in range.columns.lowerBound...last where table[row][column - 1].isEmpty {
            table[row][column - 1] = first[range.columns.lowerBound - 1]
          }
        }
      }
      return Array(table.dropFirst().map { $0.joined(separator: [delimiter]) + [10] }.joined())
    }

    /// Row and column of `AB12`, from 1.
    private static func place(_ reference: some Sequence<UInt8>) -> (row: Int, column: Int)? {
      let bytes = reference.filter { $0 != UInt8(ascii: "$") }
      return bytes.withUnsafeBufferPointer { bytes in
        let digits = bytes.drop { !($0 &- 48 < 10) }
        guard let column = SheetCells.column(bytes),
          let row = CellNumber.whole(UnsafeBufferPointer(rebasing: digits)), row > 0
        else { return nil }
        return (row, column)
      }
    }
  }

  /// Rows that come behind a later one. No program writes them; the format allows them.
  struct LateRows {
    private let bytes = GrowingBytes(limit: WorkbookLimits.row)
    private var rows: [(number: Int, start: Int, end: Int)] = []
    private var start = 0
    private var number = 0
    /// The row that `merged` found twice.
    private(set) var firstTwice = 0

    var isEmpty: Bool { rows.isEmpty }

    /// Where the line of row `number` is written.
    mutating func begin(_ number: Int) -> GrowingBytes {
      (start, self.number) = (bytes.count, number)
      return bytes
    }

    /// The line is written; false when there are more such rows than are taken.
    mutating func end() -> Bool {
      rows.append((number, start, bytes.count))
      return !bytes.isFull
    }

    /// `text`, whose first line is row `first`, with these rows in their places; nil when a place is taken.
    mutating func merged(into text: GrowingBytes, from first: Int) -> GrowingBytes? {
      let sorted = rows.sorted { ($0.number, $0.start) < ($1.number, $1.start) }
      let out = GrowingBytes(limit: WorkbookLimits.sheet)
      let old = text.bytes
      var (at, line) = (0, first)
      for row in sorted {
        // Lines before the row as they are; then its own, which must be blank.
        let from = at
        while line < row.number, let next = old[at...].firstIndex(of: 10) {
          (at, line) = (next + 1, line + 1)
        }
        out.append(UnsafeBufferPointer(rebasing: old[from..<at]))
        guard line == row.number, at < old.count, old[at] == 10 else {
          firstTwice = row.number
          return nil
        }
        out.append(UnsafeBufferPointer(rebasing: bytes.bytes[row.start..<row.end]))
        out.append(10)
        (at, line) = (at + 1, line + 1)
      }
      out.append(UnsafeBufferPointer(rebasing: old[at...]))
      return out
    }
  }
#endif
