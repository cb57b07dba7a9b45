import Documents
import RollModel

/// `temuan.xlsx`: every finding, one row each, with a frozen, filterable header; more rows than a sheet holds go on
/// in a second one.
package struct FindingsXLSX: Reporter {
  package static let fileName = "temuan.xlsx"
  package static let effort = 5

  /// Pieces of findings on one sheet.
  let piecesPerSheet: Int

  package init() { self.init(piecesPerSheet: Workbook.maximumRows / FindingRows.pieceSize) }

  package init(piecesPerSheet: Int) { self.piecesPerSheet = piecesPerSheet }

  package func write(_ report: Report, to sink: inout some ByteSink & ~Copyable) throws {
    let rows = report.findings.pieces
    let isNumber = FindingColumn.allCases.map(\.isNumber)
    let parts = parallelMap(rows.count, threads: report.threads) { index in
      let piece = rows[index]
      var sheet = SheetWriter(capacity: piece.range.count * 1024)
      for row in 0..<piece.range.count {
        sheet.beginRow()
        piece.forEachCell(ofRow: row) { column, cell in
          if isNumber[column] { sheet.number(digits: cell) } else { sheet.text(cell) }
        }
        sheet.endRow()
      }
      return sheet.out.withBytes { DeflatedPart($0, isLast: false) }
    }
    let sheets = pieces(of: max(1, parts.count), size: piecesPerSheet).enumerated().map { number, range in
      let range = range.clamped(to: 0..<parts.count)
      return Workbook.Sheet(
        name: number == 0 ? "Temuan" : "Temuan \(number + 1)", columns: Self.columns, parts: Array(parts[range]),
        rows: rows[range].reduce(0) { $0 + $1.range.count })
    }
    try Workbook(sheets).write(to: &sink)
  }

  private static let columns = FindingColumn.allCases.map { Workbook.Column($0.rawValue, width: $0.width) }
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
    case .id, .rule, .category, .tier: 16
    default: 11
    }
  }
}
