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
    try stages.time("tulis") { stage in
      outputs = try printed(record)
      stage.rows = record.findings.count
      stage.bytes = outputs.reduce(0) { $0 + $1.bytes }
    }
    var finished = record
    finished.stages = stages.stages
    outputs.append(try fingerprint(of: SummaryJSON(), finished))
    return finished
  }

  mutating func write(_ manifest: Manifest) throws {
    var sink = try HashingSink(folder: folder, name: Manifest.fileName)
    try sink.write(manifest.json)
  }

  /// Everything but the summary. One list of work: the files that are made in one go, those that take long first, then
  /// the pieces of the findings, which go to several files at once.
  ///
  /// - Returns: the fingerprints, in order of `Reporters.all`.
  private func printed(_ record: RunRecord) throws -> [Fingerprint] {
    let order = Reporters.all.map(\.fileName).filter { $0 != SummaryJSON.fileName }
    let findings = try FindingFiles(record) { try HashingSink(folder: folder, name: $0) }
    let alone = Reporters.all
      .filter { order.contains($0.fileName) && !FindingFiles<HashingSink>.fileNames.contains($0.fileName) }
      .sorted { $0.effort > $1.effort }
    let prints = parallelMap(alone.count + findings.pieceCount, threads: threads) { task in
      guard task < alone.count else {
        findings.write(piece: task - alone.count)
        return Result<Fingerprint, any Error>?.none
      }
      return Result { try fingerprint(of: alone[task], record) }
    }
    let listed = try findings.finish {
      try HashingSink(folder: folder, name: $0)
    } close: {
      $0.finish()
    }
    let all = try prints.compactMap { try $0?.get() } + listed
    return order.compactMap { name in all.first { $0.name == name } }
  }

  private func fingerprint(of reporter: any Reporter, _ record: RunRecord) throws -> Fingerprint {
    var sink = try HashingSink(folder: folder, name: reporter.fileName)
    try reporter.write(record, to: &sink)
    return sink.finish()
  }
}
