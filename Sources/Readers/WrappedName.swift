import Documents
import Normalizers
import RollModel

/// The rest of a name in a row of its own, as files converted from printed pages have it where a name was wrapped.
///
/// Certain only in a numbered list whose numbers go on behind such rows: they hold nothing but words in the column of names,
/// and nobody's number is missing. Short words behind a short name need not have been wrapped: such rows are refused.
struct WrappedName {
  /// Rows that hold the rest.
  let rows: Int
  /// The rest, and nil where the row above may have ended.
  let deed: Repair.Deed?

  private static let mostRows = 3
  /// Rows of a new page between the rest and the next number.
  private static let mostBetween = 6
  /// Shorter names are rarely wrapped.
  private static let shortest = 16

  /// Where a list may have such rows: known once a file, so that the others pay nothing for it.
  struct Column {
    private let column: Int
    private let delimiter: UInt8
    private let file: FileBytes

    /// Nil for lists whose names stand in the first column, and for areas.
    init?(_ opened: OpenedFile, _ context: PieceContext) {
      guard context.role.isPersons, let names = context.map.columns[.name], names.count == 1, let first = names.first,
        first > 0
      else { return nil }
      (column, delimiter, file) = (first, context.delimiter, opened.file)
    }

    /// What goes on below a row that ends at byte `position`; nil where nothing does.
    @inline(__always) func rest(
      below row: CSVRow, at position: Int, _ opened: OpenedFile, _ context: PieceContext
    ) -> WrappedName? {
      guard position < file.count, file.bytes[position] == delimiter else { return nil }
      return WrappedName.below(row, at: position, column: column, opened, context.furniture)
    }
  }

  /// What stands below a row of persons; nil where no name goes on.
  ///
  /// - Parameter position: byte behind the row.
  private static func below(
    _ row: CSVRow, at position: Int, column: Int, _ opened: OpenedFile, _ furniture: PageFurniture
  ) -> WrappedName? {
    guard column < row.fields.count, let number = Self.number(row) else { return nil }
    let name = row.fields[column].trimmed
    guard !name.isEmpty else { return nil }
    var scanner = CSVScanner(opened.file, from: position, dialect: opened.dialect)
    var rows = 0
    var length = name.count
    var between = 0
    while let next = scanner.next() {
      if between == 0, let rest = Self.rest(next, column), furniture.kind(next) == .other {
        rows += 1
        length += rest.count + 1
        guard rows <= Self.mostRows else { return nil }
      } else if rows > 0, Self.number(next) == number + 1 {
        guard between == 0 || rows == 1 else { return nil }
        let isRest = length >= Self.shortest
        return WrappedName(
          rows: rows, deed: isRest ? .continued(column: UInt16(column + 1), rows: UInt16(rows)) : nil)
      } else {
        between += 1
        guard rows > 0, between <= Self.mostBetween else { return nil }
        switch furniture.kind(next) {
        case .blank, .header, .page(.title): continue
        default: return nil
        }
      }
    }
    return nil
  }

  /// The words in a row that holds nothing else.
  private static func rest(_ row: CSVRow, _ column: Int) -> FieldBytes? {
    guard column < row.fields.count, row.fields.indices.allSatisfy({ $0 == column || row.fields[$0].trimmed.isEmpty })
    else { return nil }
    let rest = row.fields[column].trimmed
    return rest.first?.isLetter == true && !rest.contains(where: \.isDigit) ? rest : nil
  }

  private static func number(_ row: CSVRow) -> Int? {
    guard let cell = row.fields.first?.trimmed, 1...7 ~= cell.count, cell.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: cell, as: UTF8.self))
  }

  /// What a deed takes from the rows below the one that ends at byte `position`, a blank before each.
  static func rest(_ deed: Repair.Deed, in file: FileBytes, from position: Int, _ dialect: CSVDialect) -> [UInt8] {
    guard case .continued(let column, let rows) = deed else { return [] }
    var scanner = CSVScanner(file, from: position, dialect: dialect)
    var text: [UInt8] = []
    for _ in 0..<rows {
      guard let row = scanner.next(), Int(column) <= row.fields.count else { break }
      text.append(32)
      text += row.fields[Int(column) - 1].trimmed
    }
    return text
  }
}
