import Documents
import RollModel
import Synchronization

/// The files that print every finding, written together: a piece of the findings is rendered once and printed to all of
/// them by one thread, while others are at other pieces.
package final class FindingFiles<Sink: ByteSink & ~Copyable>: Sendable {
  private let record: RunRecord
  private let words: CellWords
  private let pieces: [Range<Int>]
  private let csv = FindingsCSV()
  private let jsonl = FindingsJSONL()
  private let xlsx = FindingsXLSX()
  private let csvFile: OrderedSink<Sink>
  private let jsonlFile: OrderedSink<Sink>
  private let sheetParts: Mutex<[DeflatedPart?]>
  private let desks = FindingDesks()

  /// The files that are written here.
  package static var fileNames: [String] { [FindingsCSV.fileName, FindingsJSONL.fileName, FindingsXLSX.fileName] }

  /// Opens the files that are written as the pieces come: all but the workbook, which states its size first.
  package init(_ record: RunRecord, threads: Int, open: (String) throws -> Sink) throws {
    self.record = record
    words = CellWords(record, threads: threads)
    pieces = record.findingPieces
    csvFile = try OrderedSink(open(FindingsCSV.fileName), pieces: pieces.count, head: csv.head)
    jsonlFile = try OrderedSink(open(FindingsJSONL.fileName), pieces: pieces.count, head: jsonl.head)
    sheetParts = Mutex(Array(repeating: nil, count: pieces.count))
  }

  package var pieceCount: Int { pieces.count }

  /// Prints one piece. Any thread may take any piece, each once, as long as they are begun in order: a piece waits for
  /// those before it.
  package func write(piece index: Int) {
    let part = desks.withOne { desk in
      desk.cells.render(pieces[index], of: record, words)
      desk.out.removeAll()
      csv.append(desk.cells, of: record, to: &desk.out)
      csvFile.write(index, desk.out)
      desk.out.removeAll()
      jsonl.append(desk.cells, of: record, to: &desk.out)
      jsonlFile.write(index, desk.out)
      return xlsx.part(&desk)
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
    return try [close(csvFile.finish()), close(jsonlFile.finish()), close(book)]
  }
}
