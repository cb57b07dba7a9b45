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
      outputs = try fingerprints(of: Reporters.all.filter { $0.fileName != SummaryJSON.fileName }, report)
      stage.rows = record.findings.count
      stage.bytes = outputs.reduce(0) { $0 + $1.bytes }
    }
    report.record.stages = stages.stages
    outputs.append(try fingerprint(of: SummaryJSON(), report))
    return report.record
  }

  mutating func write(_ manifest: Manifest) throws {
    var sink = try HashingSink(folder: folder, name: Manifest.fileName)
    try sink.write(manifest.json)
  }

  /// Writes two files at a time, each on half of the threads: taking a fingerprint and waiting for the disk are
  /// work of one thread, which leaves the other to the second file.
  ///
  /// - Returns: the fingerprints, in order of `reporters`.
  private func fingerprints(of reporters: [any Reporter], _ report: Report) throws -> [Fingerprint] {
    let lanes = max(1, min(threads, 2))
    var half = report
    half.threads = max(1, threads / lanes)
    let part = half
    let order = reporters.indices.sorted { (-reporters[$0].effort, $0) < (-reporters[$1].effort, $1) }
    let written = parallelMap(order.count, threads: lanes) { place in
      Result { try fingerprint(of: reporters[order[place]], part) }
    }
    return try order.indices.sorted { order[$0] < order[$1] }.map { try written[$0].get() }
  }

  private func fingerprint(of reporter: any Reporter, _ report: Report) throws -> Fingerprint {
    var sink = try HashingSink(folder: folder, name: reporter.fileName)
    try reporter.write(report, to: &sink)
    return sink.finish()
  }
}
