import Documents
import Normalizers
import RollModel

/// Puts a damaged row right where exactly one reading is possible: a stray delimiter inside a text, a lost cell, an empty
/// cell too many.
///
/// A row of as many cells as the header can bear is not moved for an odd value: two cells at least must be impossible where
/// they stand and right where they would go, and one of them must show by itself what it is (`CellTests.proof`). Neither is
/// a mark of TMS moved on less than two such cells.
///
/// Asked only after a fault. Every way to join neighbouring cells, to put in one empty cell or to take out one is tried;
/// readings that differ in no column that is used are one. Of several joinings the one is taken whose cut-off parts, and
/// no other cell of the row, begin with a blank: nobody else writes `, ` before a cell. O(columns²).
struct RowMending {
  private let tests: CellTests
  private let width: Int
  private let needed: Int
  private let delimiter: UInt8

  /// At most so many stray delimiters in one cell.
  private static let mostCuts = 3
  /// Cells that must speak for moving others.
  private static let fewestProofs = 2
  /// Wider rows are not tried: the work grows with the square.
  private static let widest = 128

  init(_ context: PieceContext) {
    tests = context.tests
    width = context.map.width
    needed = context.map.needed
    delimiter = context.delimiter
  }

  /// What to do to the row so that it can be read; nil where nothing or more than one thing helps.
  ///
  /// - Parameter hasShape: whether the row has as many cells as the header can bear.
  func deed(for row: CSVRow, hasShape: Bool) -> Repair.Deed? {
    guard row.fields.count == row.count, width > 2, width < Self.widest, row.count + 1 >= needed else { return nil }
    if hasShape, !tests.hasMisfits(row.fields) { return nil }
    var found: [(deed: Repair.Deed, reading: [UInt8])] = []
    for deed in deeds(row) {
      let cells = MendedCells(row, deed, width: width, delimiter: delimiter)
      guard tests.fit(cells.fields), isProven(deed, cells.fields, hasShape: hasShape) else { continue }
      let reading = tests.mapped.reduce(into: [UInt8]()) { bytes, column in
        bytes += cells.fields[column].trimmed
        bytes.append(0)
      }
      if !found.contains(where: { $0.reading == reading }) { found.append((deed, reading)) }
    }
    if found.count > 1 {
      let blanks = row.fields.indices.filter { $0 > 0 && row.fields[$0].first == 32 && !row.fields[$0].trimmed.isEmpty }
      found = found.filter { item in
        guard case .joined(let column, let cells) = item.deed else { return false }
        return blanks == Array(Int(column)..<Int(column + cells) - 1)
      }
    }
    return found.count == 1 ? found.first?.deed : nil
  }

  private func isProven(_ deed: Repair.Deed, _ cells: [FieldBytes], hasShape: Bool) -> Bool {
    let proof = tests.proof(cells) { deed.origin(of: $0) }
    if hasShape { return proof.cells >= Self.fewestProofs && proof.isPlain }
    return !proof.movesMark || proof.cells >= Self.fewestProofs
  }

  private func deeds(_ row: CSVRow) -> [Repair.Deed] {
    let blank = row.fields.map { $0.trimmed.isEmpty }
    var least = row.count
    while least > width, blank[least - 1] { least -= 1 }
    var deeds: [Repair.Deed] = []
    if row.count > width, least - width <= Self.mostCuts {
      for extra in max(1, least - width)...min(Self.mostCuts, row.count - width) {
        for start in 0..<width where !blank[start...start + extra].contains(true) {
          deeds.append(.joined(column: UInt16(start + 1), cells: UInt16(extra + 1)))
        }
      }
    }
    if least <= width + 1 {
      deeds += (0..<min(row.count, width + 1)).filter { blank[$0] }.map { .removed(column: UInt16($0 + 1)) }
    }
    if row.count < width || row.count == width && blank[width - 1] {
      deeds += (0...min(row.count, width - 1)).map { .inserted(column: UInt16($0 + 1)) }
    }
    return deeds
  }
}

extension Repair.Deed {
  /// The column, from 0, in which a cell was written that stands in `column` after the deed; nil where none was.
  fileprivate func origin(of column: Int) -> Int? {
    switch self {
    case .readAs, .leftUnknown, .continued: column
    case .joined(let first, let cells): column < Int(first) ? column : column + Int(cells) - 1
    case .inserted(let place): column == Int(place) - 1 ? nil : column < Int(place) ? column : column - 1
    case .removed(let place): column < Int(place) - 1 ? column : column + 1
    }
  }
}

/// The cells of a row after a deed, as many as the header has. Views of the row and of memory of its own: valid as long as
/// both.
final class MendedCells {
  private(set) var fields: [FieldBytes] = []
  private var memory: UnsafeMutablePointer<UInt8>?

  /// - Parameter rest: what rows below the row add to a cell.
  init(_ row: CSVRow, _ deed: Repair.Deed, width: Int, delimiter: UInt8, rest: [UInt8] = []) {
    var cells = Array(row.fields)
    let nothing = FieldBytes(start: nil, count: 0)
    switch deed {
    case .readAs, .leftUnknown: break
    case .joined(let column, let count):
      let first = Int(column) - 1
      let range = first..<first + Int(count)
      guard range.upperBound <= cells.count else { break }
      // A converted file's separator is no sign that anyone wrote.
      let between: UInt8 = delimiter < 32 ? 32 : delimiter
      let text = Array(cells[range].map { Array($0) }.joined(separator: [between]))
      cells.replaceSubrange(range, with: [own(text)])
    case .continued(let column, _):
      let place = Int(column) - 1
      if place < cells.count { cells[place] = own(Array(cells[place].trimmed) + rest) }
    case .inserted(let column): cells.insert(nothing, at: min(Int(column) - 1, cells.count))
    case .removed(let column): if Int(column) <= cells.count { cells.remove(at: Int(column) - 1) }
    }
    if cells.count < width { cells += Array(repeating: nothing, count: width - cells.count) }
    fields = Array(cells.prefix(width))
  }

  deinit { memory?.deallocate() }

  private func own(_ text: [UInt8]) -> FieldBytes {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 64)
    room.initialize(repeating: 0, count: text.count + 64)
    room.update(from: text, count: text.count)
    memory = room
    return FieldBytes(start: room, count: text.count)
  }

  /// Gives `body` the cells as a row that starts where `row` does.
  func withRow<Result>(at row: CSVRow, _ body: (CSVRow) -> Result) -> Result {
    fields.withUnsafeBufferPointer {
      body(CSVRow(fields: $0, count: $0.count, offset: row.offset, line: row.line))
    }
  }
}
