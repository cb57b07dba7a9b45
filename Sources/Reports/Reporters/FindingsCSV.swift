import Documents
import RollModel

/// `temuan.csv`: every finding, one row each.
package struct FindingsCSV: Reporter {
  package static let fileName = "temuan.csv"
  package static let effort = 2

  package init() {}

  package func write(_ report: Report, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: FindingColumn.allCases.map(\.rawValue))
    try sink.write(header)
    let isNumber = FindingColumn.allCases.map(\.isNumber)
    try report.writePieces(to: &sink) { piece, out in
      for row in 0..<piece.range.count {
        piece.forEachCell(ofRow: row) { column, cell in
          if column > 0 { out.append(44) }
          if isNumber[column] { out.append(cell) } else { out.append(csv: cell) }
        }
        out.append(10)
      }
    }
  }
}

extension Report {
  /// Renders the pieces of the findings on all threads and writes them in order.
  func writePieces(
    to sink: inout some ByteSink & ~Copyable,
    _ body: @Sendable (FindingRows.Piece, inout ByteWriter) -> Void
  ) throws {
    let pieces = findings.pieces
    try writeInOrder(pieces.count, threads: threads, to: &sink) { index, out in body(pieces[index], &out) }
  }
}

/// Renders pieces 0..<count on all threads, some at a time, and writes them in order; memory stays bounded.
///
/// On one thread each piece is written while it is still in the cache, from memory that serves them all.
func writeInOrder(
  _ count: Int, threads: Int, to sink: inout some ByteSink & ~Copyable,
  _ body: @Sendable (Int, inout ByteWriter) -> Void
) throws {
  guard threads > 1 else {
    var out = ByteWriter(capacity: 1 << 16)
    for index in 0..<count {
      out.removeAll()
      body(index, &out)
      try sink.write(out)
    }
    return
  }
  for batch in pieces(of: count, size: threads * 8) {
    let texts = parallelMap(batch.count, threads: threads) { index in
      var out = ByteWriter(capacity: 1 << 16)
      body(batch.lowerBound + index, &out)
      return out.finished()
    }
    for text in texts { try text.withBytes { try sink.write($0) } }
  }
}
