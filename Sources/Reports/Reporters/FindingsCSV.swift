import Documents
import RollModel

/// `temuan.csv`: every finding, one row each.
package struct FindingsCSV: FindingsReporter {
  package static let fileName = "temuan.csv"

  package init() {}

  func head(of record: RunRecord) -> ByteWriter {
    var header = ByteWriter()
    header.append(csvHeader: FindingColumn.printed(in: record).map(\.rawValue))
    return header
  }

  func append(_ cells: borrowing FindingCells, of record: RunRecord, to out: inout ByteWriter) {
    for row in 0..<cells.range.count {
      cells.forEachCell(ofRow: row) { column, cell in
        if column > 0 { out.append(44) }
        out.append(csv: cell)
      }
      out.append(10)
    }
  }
}
