import Documents
import RollModel

/// One file of a run folder, made of the finished record.
///
/// The same record gives the same bytes; only `ringkasan.json` holds timings, in one object.
package protocol Reporter: Sendable {
  static var fileName: String { get }
  /// How long it takes beside the others, roughly: those that take long are begun first.
  static var effort: Int { get }
  init()
  /// Whether a run has something to say here; where not, there is no such file.
  func isWanted(for record: RunRecord) -> Bool
  func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws
}

extension Reporter {
  package static var effort: Int { 0 }
  package func isWanted(for record: RunRecord) -> Bool { true }
  package var fileName: String { Self.fileName }
  package var effort: Int { Self.effort }
}

/// THE LIST of what a run folder holds, in the order in which it is told of; `temuan.jsonl` where it is not declined.
package enum Reporters {
  package static let all: [any Reporter] = [
    FindingsCSV(),
    FindingsXLSX(),
    FindingsJSONL(),
    FindingDetails(),
    DataNotesCSV(),
    NotesByAreaCSV(),
    PairsCSV(),
    AreasCSV(),
    AccountsCSV(),
    QuarantineCSV(),
    RepairsCSV(),
    ReportPage(),
    FollowUpCSV(),
    FollowUpDetailsCSV(),
    ComplaintsCSV(),
    ModelJSON(),
    SummaryJSON(),
  ]
}

/// Prints 0..<count a run of `size` at a time: each is written while it is still in the cache, from memory that serves
/// them all.
func writeRuns(
  of count: Int, size: Int, to sink: inout some ByteSink & ~Copyable, _ body: (Range<Int>, inout ByteWriter) -> Void
) throws {
  var out = ByteWriter(capacity: 1 << 16)
  for range in pieces(of: count, size: size) {
    out.removeAll()
    body(range, &out)
    try sink.write(out)
  }
}
