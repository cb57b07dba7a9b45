import Documents
import Glibc
import Reports
import RollModel

/// Writes the letters of a finished run into its folder: `surat/` and `lampiran/` appear together or not at all.
package struct LetterRun: Sendable {
  package struct Result: Sendable {
    /// Paths inside the run folder.
    package let files: [String]
    /// Rows that the letter proposes, by word of law, in the order of the law.
    package let counts: [(label: String, rows: Int)]
    package let needsVerification: Int
  }

  private let run: FinishedRun
  private let request: LetterWriter.Request
  private let threads: Int
  /// Who writes the letters into the register; nil for a draft, which is written nowhere.
  private let writer: CaseRegister.Writer?

  package init(_ run: FinishedRun, request: LetterWriter.Request, threads: Int, register writer: CaseRegister.Writer?) {
    self.writer = writer
    self.run = run
    self.request = request
    self.threads = threads
  }

  package func execute() throws -> Result {
    for folder in Self.folders where FileSystem.kind(run.path + "/" + folder) != nil {
      throw RunFailure("\(folder)/ sudah ada di folder hasil; pindahkan dahulu bila surat hendak dibuat ulang.")
    }
    let record = try run.record(threads: threads)
    var request = request
    if let decisions = try run.decisions(on: record) {
      request.excluded.formUnion(decisions.closed)
      request.confirmed = decisions.confirmed
    }
    let writer = LetterWriter(request)
    let files: [LetterWriter.File]
    do {
      files = try writer.write(record)
    } catch let error as LetterError {
      throw RunFailure(error.description)
    }
    try place(files)
    try enter(files, writer, record)
    let selection = writer.selection(record)
    return Result(
      files: files.map(\.path), counts: selection.categories.map { ($0.code.label, $0.rows.count) },
      needsVerification: selection.needsVerification)
  }

  /// Writes beside and renames; the annex comes first, so that no letter ever stands without it.
  private func place(_ files: [LetterWriter.File]) throws {
    let folder = try RunFolder(parent: run.path, name: "surat", isFixed: true)
    for name in Self.folders { try FileSystem.makeFolder(folder.path + "/" + name) }
    var outputs: [Fingerprint] = []
    for file in files {
      var sink = try HashingSink(folder: folder.path, name: file.path)
      try sink.write(file.bytes)
      outputs.append(sink.finish())
    }
    var sink = try HashingSink(folder: folder.path, name: "surat/" + Manifest.fileName)
    try sink.write(manifest(outputs))
    for name in Self.folders {
      guard rename(folder.path + "/" + name, run.path + "/" + name) == 0 else {
        throw RunFailure("\(name)/ tidak dapat ditulis di folder hasil: \(FileSystem.reason(errno)).")
      }
    }
  }

  /// Writes the letters that stand now into the register.
  private func enter(_ files: [LetterWriter.File], _ letters: LetterWriter, _ record: RunRecord) throws(RunFailure) {
    guard let writer else { return }
    let sent = files.filter(\.isLetter).map { file in
      let names = record.data.lexicon.areas.kecamatanNames
      let ids = letters.selection(record, kecamatan: file.kecamatan).findingsByKecamatan(in: record)
      return LetterRegister.Letter(
        number: file.number, day: request.date, kind: "saran-perbaikan",
        recipient: file.kecamatan.map { "PPK " + names[$0] } ?? "KPU",
        groups: ids.map { ("TMS", names[$0.kecamatan], $0.ids) })
    }
    do throws(RunFailure) { try LetterRegister.record(sent, of: run, record, by: writer) } catch {
      throw RunFailure(
        "Surat sudah ditulis di \(run.path), tetapi belum tercatat: \(error.sentence) Hapus surat/ dan lampiran/ lalu "
          + "ulangi.")
    }
  }

  /// Which run, and so which inputs, gave these letters.
  private func manifest(_ outputs: [Fingerprint]) -> [UInt8] {
    Manifest(
      version: Version.current, day: request.date.description, caseFolder: run.manifest.caseFolder,
      settings: [Manifest.Setting(key: "nomor", value: request.number ?? "")],
      inputs: [Fingerprint(of: run.path + "/" + Manifest.fileName, name: Manifest.fileName)], outputs: outputs
    ).json
  }

  private static let folders = ["lampiran", "surat"]
}
