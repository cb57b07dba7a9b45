import Documents
import Joining
import Reports
import RollModel

/// Writes the files of a run folder and keeps their fingerprints.
struct RunWriter {
  private let folder: String
  private let threads: Int
  private let withJSONL: Bool
  private(set) var outputs: [Fingerprint] = []
  /// The findings of the record that was written, counted.
  private(set) var tally: FindingTally?

  /// - Parameter withJSONL: `temuan.jsonl` is written too.
  init(folder: String, threads: Int, withJSONL: Bool) {
    self.folder = folder
    self.withJSONL = withJSONL
    self.threads = threads
  }

  /// Prints the record through every reporter; the summary comes last, so that it can tell how long the others took.
  ///
  /// - Returns: the record with the stage of writing in it.
  mutating func write(_ record: RunRecord, stages: inout StageTable) throws -> RunRecord {
    try stages.time("tulis") { stage in
      let made = try printed(record)
      outputs += made.0
      tally = made.1
      stage.rows = record.findings.count
      stage.bytes = outputs.reduce(0) { $0 + $1.bytes }
    }
    var finished = record
    finished.stages = stages.stages
    outputs.append(try fingerprint(of: SummaryJSON(tally: tally), finished))
    return finished
  }

  /// Leaves the record file of the roll (`--sidik`).
  mutating func write(recordsOf record: RunRecord, _ plan: Plan, key: RecordKey) throws {
    let office = plan.office.name
    let name = office.hasPrefix("Bawaslu ") ? String(office.dropFirst("Bawaslu ".count)) : office
    let file = try RecordFileWriter(record.data.roll, kabupaten: plan.kabupaten, name: name)
    var sink = try HashingSink(folder: folder, name: RecordFileWriter.fileName)
    try file.write(key: key, to: &sink)
    outputs.append(sink.finish())
  }

  mutating func write(_ manifest: Manifest) throws {
    var sink = try HashingSink(folder: folder, name: Manifest.fileName)
    try sink.write(manifest.json)
  }

  /// Everything but the summary. One list of work: the files that count what is found, the page above all, the other files
  /// that are made in one go, and the pieces of the findings, which go to several files at once.
  ///
  /// - Returns: the fingerprints, in order of `Reporters.all`, and the count of findings.
  private func printed(_ record: RunRecord) throws -> ([Fingerprint], FindingTally?) {
    let order = Reporters.all.map(\.fileName)
    let findings = try FindingFiles(record, threads: threads, withJSONL: withJSONL) {
      try HashingSink(folder: folder, name: $0)
    }
    let others =
      [ReportPage.fileName, NotesByAreaCSV.fileName, SummaryJSON.fileName, FindingsJSONL.fileName] + findings.fileNames
    let alone = Reporters.all
      .filter { !others.contains($0.fileName) && $0.isWanted(for: record) }
      .sorted { $0.effort > $1.effort }
    let made = parallelMap(1 + alone.count + findings.pieceCount, threads: threads) { task -> Printed in
      if task == 0 {
        let tally = FindingTally(record)
        let notes = NoteCounts(record)
        let counting: [any Reporter] = [ReportPage(tally: tally, notes: notes), NotesByAreaCSV(notes: notes)]
        return .counted(counting.map { reporter in Result { try fingerprint(of: reporter, record) } }, tally)
      }
      if task <= alone.count { return .file(Result { try fingerprint(of: alone[task - 1], record) }) }
      findings.write(piece: task - alone.count - 1)
      return .piece
    }
    let listed = try findings.finish {
      try HashingSink(folder: folder, name: $0)
    } close: {
      $0.finish()
    }
    let all = try made.flatMap { try $0.fingerprints } + listed
    return (order.compactMap { name in all.first { $0.name == name } }, made[0].tally)
  }

  /// What one piece of the work gave.
  private enum Printed {
    case counted([Result<Fingerprint, any Error>], FindingTally)
    case file(Result<Fingerprint, any Error>)
    case piece

    var fingerprints: [Fingerprint] {
      get throws {
        switch self {
        case .counted(let results, _): try results.map { try $0.get() }
        case .file(let result): [try result.get()]
        case .piece: []
        }
      }
    }

    var tally: FindingTally? { if case .counted(_, let tally) = self { tally } else { nil } }
  }

  private func fingerprint(of reporter: any Reporter, _ record: RunRecord) throws -> Fingerprint {
    var sink = try HashingSink(folder: folder, name: reporter.fileName)
    try reporter.write(record, to: &sink)
    return sink.finish()
  }
}
