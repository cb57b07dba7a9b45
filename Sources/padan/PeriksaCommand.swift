import ArgumentParser
import Pipeline
import RollModel

/// `padan periksa`: the main job.
struct PeriksaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "periksa",
    abstract: "Periksa satu kasus: baca, padankan, terapkan aturan, tulis folder hasil.",
    discussion: """
      Folder kasus berisi folder peran (daftar-pemilih, kematian, coklit, …) dan boleh berisi padan.yaml. Hasil \
      ditulis ke hasil/<tanggal> di folder kasus; hasil yang sudah ada tidak pernah ditimpa.
      """,
    aliases: ["check"])

  @Argument(help: ArgumentHelp("Folder kasus.", valueName: "kasus"))
  var caseFolder = "."

  @Option(
    name: [.customLong("keluaran"), .customLong("output")],
    help: ArgumentHelp("Folder hasil yang belum ada, di luar kebiasaan hasil/<tanggal>.", valueName: "folder"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    _ = try CaseFolder.open(caseFolder)
  }
}

/// Options that every long verb has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customLong("utas"), .customLong("threads")],
    help: ArgumentHelp("Jumlah utas; bawaannya sebanyak prosesor. Hasil tidak bergantung padanya.", valueName: "n"))
  var threads: Int?

  @Flag(name: .customLong("json"), help: "Kemajuan dan hasil sebagai JSON di keluaran baku, satu objek sebaris.")
  var json = false

  var threadCount: Int { min(64, threads ?? Terminal.processors) }

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--utas harus bilangan bulat 1 atau lebih.") }
  }
}
