import Documents
import RollModel
import Synchronization

/// The files that print every finding, written together: a piece of the findings is rendered once and printed to all of
/// them by one thread, while others are at other pieces.
package final class FindingFiles<Sink: ByteSink & ~Copyable>: Sendable {
  private let record: RunRecord
  private let words: CellWords
  private let pieces: [Range<Int>]
  /// Those that are written as the pieces come, and where they go.
  private let texts: [any FindingsReporter]
  private let files: [OrderedSink<Sink>]
  private let xlsx = FindingsXLSX()
  private let sheetParts: Mutex<[DeflatedPart?]>
  private let desks = FindingDesks()

  /// The names of the files that are written here, in order.
  package var fileNames: [String] { texts.map(\.fileName) + [FindingsXLSX.fileName] }

  /// Opens the files that are written as the pieces come: all but the workbook, which states its size first.
  ///
  /// - Parameter withJSONL: `temuan.jsonl` is written too.
  package init(_ record: RunRecord, threads: Int, withJSONL: Bool = false, open: (String) throws -> Sink) throws {
    self.record = record
    words = CellWords(record, threads: threads)
    let pieces = record.findingPieces
    self.pieces = pieces
    let always: [any FindingsReporter] = [FindingsCSV(), FindingDetails()]
    texts = withJSONL ? always + [FindingsJSONL()] : always
    files = try texts.map { try OrderedSink(open($0.fileName), pieces: pieces.count, head: $0.head(of: record)) }
    sheetParts = Mutex(Array(repeating: nil, count: pieces.count))
  }

  package var pieceCount: Int { pieces.count }

  /// Prints one piece. Any thread may take any piece, each once, as long as they are begun in order: a piece waits for
  /// those before it.
  package func write(piece index: Int) {
    let part = desks.withOne { desk in
      desk.cells.render(pieces[index], of: record, words)
      for (text, file) in zip(texts, files) {
        desk.out.removeAll()
        text.append(desk.cells, of: record, to: &desk.out)
        file.write(index, desk.out)
      }
      return xlsx.part(&desk, of: record)
    }
    sheetParts.withLock { $0[index] = part }
  }

  /// Writes the workbook and closes all files, once every piece is printed; throws what went wrong with any of them.
  package func finish<Closed>(
    open: (String) throws -> Sink, close: (consuming Sink) -> Closed
  ) throws -> [Closed] {
    let parts = sheetParts.withLock { parts in parts.compactMap(\.self) }
    var book = try open(FindingsXLSX.fileName)
    try xlsx.workbook(parts, of: record).write(to: &book)
    return try files.map { try close($0.finish()) } + [close(book)]
  }
}
