import Casework
import Documents
import Platform

/// Scores the sheets of a sample that came back, and writes what they tell into `sampel/` beside the sample.
package struct SampleScoring: Sendable {
  package struct Result: Sendable {
    package let score: SampleScore
    package let tallies: [ReturnedAnswers.Tally]
    package let refusals: [ReturnedAnswers.Refusal]
    /// Path inside the run folder.
    package let file: String
    /// What the register is to be told.
    package let event: SampleEvent
  }

  private let run: String
  private let files: [String]

  /// - Parameters:
  ///   - run: a run folder.
  ///   - files: paths of returned sheets.
  package init(_ run: String, files: [String]) {
    self.run = run
    self.files = files
  }

  package func execute() throws -> Result {
    _ = try Manifest(runFolder: run)
    let folder = run + "/" + SampleRun.folder
    let path = folder + "/" + DrawnSample.fileName
    guard FileSystem.target(path) == .file else {
      throw RunFailure("\(path) tidak ada; tarik contoh dahulu dengan 'padan sampel \(run) --ukuran N'.")
    }
    guard let sample = DrawnSample(try FileSystem.read(path, limit: 256 << 20)) else {
      throw RunFailure("\(path) tidak dapat dibaca; berkas ini mungkin terpotong atau diubah.")
    }
    let named = files.map { (path: $0, name: FileSystem.name(of: $0)) }
    let ids = Set(sample.directions.flatMap { $0.rows.map(\.id) })
    let returned: ReturnedAnswers
    do { returned = try ReturnedAnswers(named, ids: ids) } catch { throw RunFailure(error.description) }
    guard !returned.answers.isEmpty else {
      let blank = returned.tallies.reduce(0) { $0 + $1.blank }
      let first = returned.refusals.first.map { "; \($0.file) baris \($0.line): \($0.reason)" } ?? ""
      throw RunFailure(
        "Tidak ada jawaban yang dapat dinilai: \(blank) baris belum diisi, \(returned.refusals.count) ditolak\(first).")
    }
    let score = SampleScore(sample, returned.answers)
    let prints = named.map { Fingerprint(of: $0.path, name: $0.name) }
    let source = Fingerprint(of: path, name: SampleRun.folder + "/" + DrawnSample.fileName)
    let written = try place(ScoreFile(score, returned, files: prints, sample: source).bytes, in: folder)
    return Result(
      score: score, tallies: returned.tallies, refusals: returned.refusals, file: written.name,
      event: event(returned, sample, prints, written, SampleHistory.content(score, draw: source.sha256, run: name)))
  }

  private var name: String { FileSystem.name(of: FileSystem.real(run) ?? run) }

  /// Written beside and given the first name that is free: `nilai.json`, `nilai-2.json`, ….
  private func place(_ bytes: [UInt8], in folder: String) throws -> Fingerprint {
    let beside = ".nilai-sementara-\(getpid())"
    FileSystem.remove(folder + "/" + beside)
    var sink = try HashingSink(folder: folder, name: beside)
    try sink.write(bytes)
    let print = sink.finish()
    defer { unlink(folder + "/" + beside) }
    for number in 1... {
      let name = number == 1 ? "nilai.json" : "nilai-\(number).json"
      if link(folder + "/" + beside, folder + "/" + name) == 0 {
        return Fingerprint(name: SampleRun.folder + "/" + name, bytes: print.bytes, sha256: print.sha256)
      }
      guard errno == EEXIST else {
        throw RunFailure("\(name) tidak dapat ditulis di \(folder): \(FileSystem.reason(errno)).")
      }
    }
    throw RunFailure("nilai.json tidak dapat ditulis di \(folder).")
  }

  private func event(
    _ returned: ReturnedAnswers, _ sample: DrawnSample, _ files: [Fingerprint], _ written: Fingerprint,
    _ score: [JSONValue.Member]
  ) -> SampleEvent {
    let found = sample.directions.flatMap(\.rows).filter { !$0.tier.isEmpty && returned.answers[$0.id] != nil }
    return SampleEvent(
      kind: "nilai-sampel", findings: found.map(\.id),
      facts: [("jawaban", String(returned.answers.count)), ("ditolak", String(returned.refusals.count))]
        + files.map { ("berkas", $0.name + " " + $0.sha256) },
      score: score,
      source: written)
  }
}

/// `nilai.json`.
private struct ScoreFile {
  let bytes: [UInt8]

  init(_ score: SampleScore, _ returned: ReturnedAnswers, files: [Fingerprint], sample: Fingerprint) {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("versi", Version.current)
      SampleRun.write("contoh", [sample], &json)
      json.array("berkas") { json in
        for (file, tally) in zip(files, returned.tallies) {
          json.object { json in
            json.string("berkas", file.name)
            json.string("sha256", file.sha256)
            json.integer("diterima", tally.accepted)
            json.integer("belum_diisi", tally.blank)
            json.integer("ditolak", tally.refused)
          }
        }
      }
      score.write(to: &json)
      json.array("baris_ditolak") { json in
        for refusal in returned.refusals {
          json.object { json in
            json.string("berkas", refusal.file)
            if !refusal.sheet.isEmpty { json.string("lembar", refusal.sheet) }
            json.integer("baris", refusal.line)
            json.string("alasan", refusal.reason)
          }
        }
      }
    }
    json.newLine()
    bytes = json.out.bytes
  }
}

extension SampleScore {
  /// The members `arah` and `aturan`: shares with four decimals, intervals of 95 %.
  package func write(to json: inout JSONWriter) {
    json.array("arah") { json in
      for whole in wholes {
        json.object { json in
          json.string("arah", whole.direction)
          json.string("kerangka", whole.source)
          json.integer("populasi", whole.population)
          Self.write(whole.count, words: ("benar", "keliru"), &json)
          guard whole.count.answered > 0 else { return }
          json.number("bagian_keliru", whole.wrong.share, decimals: 6)
          json.number("batas_bawah", whole.wrong.lower, decimals: 6)
          json.number("batas_atas", whole.wrong.upper, decimals: 6)
          json.number("bagian_terjangkau", whole.wrong.known, decimals: 6)
          json.number("bila_tidak_ditemukan_keliru", whole.worst, decimals: 6)
        }
      }
    }
    json.array("aturan") { json in
      for rule in rules {
        json.object { json in
          json.string("arah", rule.direction)
          json.string("aturan", rule.rule)
          json.string("keyakinan", rule.tier)
          Self.write(rule.count, words: ("benar", "tidak_benar"), &json)
          guard rule.count.answered > 0 else { return }
          json.number("bagian_keliru", rule.wrong.share, decimals: 6)
          json.number("batas_bawah", rule.wrong.lower, decimals: 6)
          json.number("batas_atas", rule.wrong.upper, decimals: 6)
        }
      }
    }
  }

  private static func write(_ count: Count, words: (right: String, wrong: String), _ json: inout JSONWriter) {
    json.integer("contoh", count.drawn)
    json.integer(words.right, count.right)
    json.integer(words.wrong, count.wrong)
    json.integer("tidak_ditemukan", count.notFound)
    json.integer("belum_diisi", count.open)
  }
}
