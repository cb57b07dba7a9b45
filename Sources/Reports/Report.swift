import Documents
import RollModel

/// A run on its way to the printers: the record, and the cells of its findings, rendered once for all of them.
package struct Report: Sendable {
  package var record: RunRecord
  /// How many threads the printers may use; what they print does not depend on it.
  package var threads: Int
  let findings: FindingRows

  package init(_ record: RunRecord, threads: Int = 1) {
    self.record = record
    self.threads = threads
    findings = FindingRows(record, threads: threads)
  }
}

/// One file of a run folder.
///
/// The same record gives the same bytes, on any number of threads; only `ringkasan.json` holds timings, in one object.
package protocol Reporter: Sendable {
  static var fileName: String { get }
  /// How long it takes beside the others, roughly: those that take long are begun first.
  static var effort: Int { get }
  init()
  func write(_ report: Report, to sink: inout some ByteSink & ~Copyable) throws
}

extension Reporter {
  package static var effort: Int { 0 }
  package var fileName: String { Self.fileName }
  package var effort: Int { Self.effort }
}

/// THE LIST of what a run folder holds, in the order in which it is written.
package enum Reporters {
  package static let all: [any Reporter] = [
    FindingsCSV(),
    FindingsXLSX(),
    FindingsJSONL(),
    PairsCSV(),
    AreasCSV(),
    QuarantineCSV(),
    RepairsCSV(),
    ReportPage(),
    ModelJSON(),
    SummaryJSON(),
  ]
}
