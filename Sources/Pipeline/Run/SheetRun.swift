import Casework
import Documents
import Reports
import RollModel
import Rules

/// Writes the field sheets of a finished run into its folder: `lembar/`, a workbook a desa, whole or not at all.
package struct SheetRun: Sendable {
  package struct Request: Sendable {
    package var tiers: Set<Tier>
    /// Name or code; nil takes all.
    package var kecamatan: String?

    package init(tiers: Set<Tier> = [], kecamatan: String? = nil) {
      self.tiers = tiers
      self.kecamatan = kecamatan
    }
  }

  package struct Result: Sendable {
    /// Paths inside the run folder, the manifest left out.
    package let files: [String]
    package let findings: Int
    /// Findings that a decision closed.
    package let closed: Int
    /// Voters struck or gone; nil where the case has no earlier roll that can be compared.
    package let struck: Int?
  }

  package static let folder = "lembar"

  private let run: FinishedRun
  private let request: Request
  private let threads: Int

  package init(_ run: FinishedRun, request: Request, threads: Int) {
    self.run = run
    self.request = request
    self.threads = threads
  }

  package func execute() throws -> Result {
    guard FileSystem.kind(run.path + "/" + Self.folder) == nil else {
      throw RunFailure(
        "\(Self.folder)/ sudah ada di folder hasil; pindahkan dahulu bila lembar hendak dibuat ulang.")
    }
    let (record, column) = try run.recordAndDecisions(threads: threads) { $0.severity != .data }
    let struck = StruckVoters(record.data, threads: threads)?.rows.map(StruckSheet.Row.init)
    let decided = try decided(record, column)
    let selection = FieldSelection(
      record, struck: struck ?? [],
      .init(
        tiers: request.tiers,
        kecamatan: try request.kecamatan.map { try KecamatanChoice.number($0, in: record.data.lexicon.areas) },
        closed: decided))
    guard !selection.villages.isEmpty else {
      throw RunFailure("Tidak ada temuan yang perlu didatangi dalam pilihan ini, jadi tidak ada lembar yang ditulis.")
    }
    let files = try write(selection, record, hasStruck: struck != nil)
    return Result(
      files: files, findings: selection.findingCount, closed: record.findings.count { decided.contains($0.id) },
      struck: struck.map { _ in selection.struckCount })
  }

  /// Findings that nobody need go out for: decided when the run was made, or in the register since.
  private func decided(_ record: RunRecord, _ column: [String: String]) throws -> Set<String> {
    let closed = FindingDecisions.closed(in: run.path)
    guard let register = try run.register.read(),
      let decisions = try run.decisions(on: record, column: column)
    else { return closed }
    let seen = CaseRegister.linesSeen(by: run.manifest)
    // Of what the register tells of since, the column says what no longer holds.
    let since = register.events.filter { $0.number > seen && [.decision, .withdrawal].contains($0.kind) }
    return closed.subtracting(since.flatMap(\.findings)).union(decisions.confirmed).union(decisions.closed)
  }

  /// Writes beside and renames.
  private func write(_ selection: FieldSelection, _ record: RunRecord, hasStruck: Bool) throws -> [String] {
    let day = CalendarDay(iso: run.manifest.day) ?? CalendarDay()
    let names = SheetFileNames(record.data.lexicon.areas)
    let villages = selection.villages
    let folder = try RunFolder(parent: run.path, name: Self.folder, isFixed: true)
    let path = folder.path
    let written = parallelMap(villages.count, threads: threads) { index in
      Swift.Result {
        let book = try FieldBook(village: villages[index], selection, of: record, day: day, hasStruck: hasStruck)
        var sink = try HashingSink(folder: path, name: names[villages[index]])
        try sink.write(book.bytes)
        return sink.finish()
      }
    }
    let outputs = try written.map { try $0.get() }
    var sink = try HashingSink(folder: path, name: Manifest.fileName)
    try sink.write(manifest(outputs))
    _ = try folder.commit()
    return outputs.map { Self.folder + "/" + $0.name }
  }

  /// Which run, and so which inputs, gave these sheets.
  private func manifest(_ outputs: [Fingerprint]) -> [UInt8] {
    Manifest(
      version: Version.current, day: run.manifest.day, caseFolder: run.manifest.caseFolder,
      settings: [
        .init(
          key: "keyakinan", value: Tier.allCases.filter(request.tiers.contains).map(\.label).joined(separator: " ")),
        .init(key: "kecamatan", value: request.kecamatan ?? ""),
      ], inputs: [Fingerprint(of: run.path + "/" + Manifest.fileName, name: Manifest.fileName)], outputs: outputs
    ).json
  }
}

extension StruckSheet.Row {
  init(_ row: StruckVoters.Row) {
    let code: TMSCode? = if case .marked(let code) = row.reason { code } else { nil }
    self.init(reference: row.reference, code: code, reason: row.reason.words)
  }
}
