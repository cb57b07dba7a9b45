import Documents
import Reports
import RollModel

/// Writes the files of a run folder and keeps their fingerprints.
struct RunWriter {
  private let folder: String
  private let threads: Int
  private(set) var outputs: [Fingerprint] = []

  init(folder: String, threads: Int) {
    self.folder = folder
    self.threads = threads
  }

  /// Prints the record through every reporter; the summary comes last, so that it can tell how long the others took.
  ///
  /// - Returns: the record with the stage of writing in it.
  mutating func write(_ record: RunRecord, stages: inout StageTable) throws -> RunRecord {
    var report = Report(record, threads: threads)
    try stages.time("tulis") { stage in
      for reporter in Reporters.all where reporter.fileName != SummaryJSON.fileName {
        try write(reporter, report)
      }
      stage.rows = record.findings.count
      stage.bytes = outputs.reduce(0) { $0 + $1.bytes }
    }
    report.record.stages = stages.stages
    try write(SummaryJSON(), report)
    return report.record
  }

  mutating func write(_ manifest: Manifest) throws {
    var sink = try HashingSink(folder: folder, name: Manifest.fileName)
    try sink.write(manifest.json)
  }

  private mutating func write(_ reporter: any Reporter, _ report: Report) throws {
    var sink = try HashingSink(folder: folder, name: reporter.fileName)
    try reporter.write(report, to: &sink)
    outputs.append(sink.finish())
  }
}
