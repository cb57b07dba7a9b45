import ArgumentParser
import Pipeline
import RollModel

/// `padan periksa`: the main job.
struct PeriksaCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "periksa",
    abstract: "Periksa satu kasus: baca, padankan, terapkan aturan, tulis folder hasil.",
    discussion: """
      Folder kasus berisi folder peran (daftar-pemilih, kematian, coklit, …) dan boleh berisi padan.yaml. Hasil \
      ditulis ke hasil/<tanggal> di folder kasus; hasil yang sudah ada tidak pernah ditimpa. Temuan adalah usulan \
      untuk diverifikasi; daftar pemilih tidak pernah diubah.
      """,
    aliases: ["check"])

  @Argument(help: ArgumentHelp("Folder kasus.", valueName: "kasus"))
  var caseFolder = "."

  @Option(
    name: [.customLong("keluaran"), .customLong("output")],
    help: ArgumentHelp("Folder hasil yang belum ada, sebagai ganti hasil/<tanggal>.", valueName: "folder"))
  var output: String?

  @Option(
    name: [.customLong("tanggal"), .customLong("date")],
    help: ArgumentHelp("Tanggal pemeriksaan, TTTT-BB-HH; bila kosong, hari ini.", valueName: "tanggal"),
    transform: DayArgument.read)
  var day: CalendarDay?

  @Option(
    name: [.customLong("gagal-jika"), .customLong("fail-if")],
    help: ArgumentHelp(
      "Status keluar 1 bila ada temuan dengan keyakinan ini atau lebih: perlu-verifikasi, kuat, atau pasti.",
      valueName: "tingkat"),
    transform: TierArgument.read)
  var failingTier: Tier?

  @Option(
    name: [.customLong("karantina-maks"), .customLong("max-quarantine")],
    help: ArgumentHelp(
      "Bagian baris satu berkas, 0 sampai 1 atau dalam persen, yang boleh dikarantina sebelum pemeriksaan berhenti; "
        + "bila kosong, menurut padan.yaml (bawaan 5%).",
      valueName: "bagian"),
    transform: ShareArgument.read)
  var quarantineLimit: Double?

  @Flag(
    name: [.customLong("semua-di-temuan"), .customLong("notes-among-findings")],
    help: "Tulis catatan data di antara temuan (temuan.csv) sebagai ganti catatan-data.csv.")
  var notesAmongFindings = false

  @Flag(name: .customLong("jsonl"), help: "Tulis juga temuan.jsonl, untuk program lain.")
  var withJSONL = false

  @Flag(
    name: [.customLong("sidik"), .customLong("records")],
    help: "Tinggalkan juga sidik.padan yang tersegel, untuk 'padan gabung'; memerlukan --kunci.")
  var withRecords = false

  @Option(
    name: [.customLong("kunci"), .customLong("key")],
    help: ArgumentHelp("Berkas kunci sidik: 32 bita acak atau lebih.", valueName: "berkas"))
  var recordKey: String?

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    if let output, output.allSatisfy({ $0.isWhitespace || $0 == "/" }) {
      throw ValidationError(
        "--keluaran harus nama folder yang belum ada; tanpa --keluaran hasil ditulis ke hasil/<tanggal>.")
    }
    if withRecords, recordKey == nil {
      throw ValidationError("--sidik memerlukan --kunci dengan berkas berisi 32 bita acak atau lebih.")
    }
    if !withRecords, recordKey != nil { throw ValidationError("--kunci hanya berguna bersama --sidik.") }
  }

  func run() throws {
    let outcome = try examine()
    let status = self.status(outcome)
    Terminal.say(common.json ? RunSummary.json(outcome, status: status) : RunSummary.words(outcome))
    for refusal in outcome.refusals { Terminal.warn("padan: " + refusal) }
    if let fault = outcome.registerFault { Terminal.warn("padan: " + fault) }
    // A million voters' columns take a third of a second to free, and the process ends here anyway.
    withExtendedLifetime(outcome) { Terminal.end(status) }
  }

  private func examine() throws -> Outcome {
    let folder = try CaseFolder.open(caseFolder)
    let line = ProgressLine(json: common.json)
    defer { line.end() }
    let run = Run(
      folder,
      options: Run.Options(
        day: day ?? Terminal.today(), output: output, threads: common.threadCount, quarantineLimit: quarantineLimit,
        notesAmongFindings: notesAmongFindings, withJSONL: withJSONL,
        recordKeyPath: withRecords ? recordKey : nil),
      meter: Meter(now: Terminal.now, peakMiB: Terminal.peakMiB), progress: line.show)
    return try run.execute()
  }

  /// A refused source and a register that lost lines outweigh findings: the run is not complete.
  private func status(_ outcome: Outcome) -> Int32 {
    if !outcome.refusals.isEmpty || outcome.registerFault != nil { return 2 }
    guard let failingTier else { return 0 }
    return outcome.count(from: failingTier) > 0 ? 1 : 0
  }
}
