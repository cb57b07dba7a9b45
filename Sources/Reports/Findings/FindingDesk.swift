import Documents
import RollModel
import Synchronization

/// What a thread prints findings with: its memory serves one piece of them after another.
struct FindingDesk: ~Copyable {
  /// Findings that are rendered together. The parts of the workbook are packed piece by piece, so its bytes hang on this.
  static let pieceSize = 4096

  var cells = FindingCells()
  var out = ByteWriter(capacity: 1 << 16)
  var sheet = SheetWriter(capacity: 1 << 16)
}

/// Desks that no thread sits at.
final class FindingDesks: Sendable {
  private let idle = Mutex<[Place]>([])

  /// Only the thread that took it from the list looks at the desk.
  private final class Place: @unchecked Sendable {
    var desk: FindingDesk?

    init(_ desk: consuming FindingDesk) { self.desk = consume desk }
  }

  func withOne<Result>(_ body: (inout FindingDesk) throws -> Result) rethrows -> Result {
    var desk = idle.withLock { $0.popLast() }.flatMap { $0.desk.take() } ?? FindingDesk()
    let result = try body(&desk)
    let place = Place(desk)
    idle.withLock { $0.append(place) }
    return result
  }
}

extension RunRecord {
  /// Pieces of the findings, as indices: the same on any number of threads.
  var findingPieces: [Range<Int>] { pieces(of: findings.count, size: FindingDesk.pieceSize) }
}

/// A file that prints every finding, one after another, from the cells that it shares with other such files.
protocol FindingsReporter: Reporter {
  /// What stands before the first finding.
  func head(of record: RunRecord) -> ByteWriter
  func append(_ cells: borrowing FindingCells, of record: RunRecord, to out: inout ByteWriter)
}

extension FindingsReporter {
  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    try sink.write(head(of: record))
    let words = CellWords(record)
    var desk = FindingDesk()
    for piece in record.findingPieces {
      desk.cells.render(piece, of: record, words)
      desk.out.removeAll()
      append(desk.cells, of: record, to: &desk.out)
      try sink.write(desk.out)
    }
  }
}
