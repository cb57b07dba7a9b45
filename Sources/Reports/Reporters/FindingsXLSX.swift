import Documents
import RollModel

/// `temuan.xlsx`: every finding, one row each, with a frozen, filterable header; more rows than a sheet holds go on
/// in a second one.
package struct FindingsXLSX: Reporter {
  package static let fileName = "temuan.xlsx"

  /// Pieces of findings on one sheet.
  let piecesPerSheet: Int

  package init() { self.init(piecesPerSheet: Workbook.maximumRows / FindingDesk.pieceSize) }

  package init(piecesPerSheet: Int) { self.piecesPerSheet = piecesPerSheet }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    let words = CellWords(record)
    var desk = FindingDesk()
    let parts = record.findingPieces.map { piece in
      desk.cells.render(piece, of: record, words)
      return part(&desk, of: record)
    }
    try workbook(parts, of: record).write(to: &sink)
  }

  /// The rows of the findings that the desk holds, packed.
  func part(_ desk: inout FindingDesk, of record: RunRecord) -> DeflatedPart {
    let isNumber = FindingColumn.allCases.map(\.isNumber)
    desk.sheet.removeAll()
    for row in 0..<desk.cells.range.count {
      desk.sheet.beginRow()
      desk.cells.forEachCell(ofRow: row) { column, cell in
        if isNumber[column] { desk.sheet.number(digits: cell.bytes) } else { desk.sheet.text(cell) }
      }
      desk.sheet.endRow()
    }
    return desk.sheet.out.withBytes { DeflatedPart($0, isLast: false) }
  }

  /// The book of all parts, in order.
  func workbook(_ parts: [DeflatedPart], of record: RunRecord) -> Workbook {
    let rows = record.findingPieces
    return Workbook(
      pieces(of: max(1, parts.count), size: piecesPerSheet).enumerated().map { number, range in
        let range = range.clamped(to: 0..<parts.count)
        return Workbook.Sheet(
          name: number == 0 ? "Temuan" : "Temuan \(number + 1)",
          columns: FindingColumn.printed(in: record).map { Workbook.Column($0.rawValue, width: $0.width) },
          parts: Array(parts[range]),
          rows: rows[range].reduce(0) { $0 + $1.count })
      })
  }
}

extension FindingColumn {
  /// Width of the column in characters.
  fileprivate var width: Int {
    switch self {
    case .kecamatan, .desa: 20
    case .nkk, .nik, .file, .otherFile: 19
    case .name: 28
    case .evidence: 36
    case .action, .explanation: 60
    case .id, .rule, .category, .tier, .decision: 16
    case .letter: 30
    default: 11
    }
  }
}
