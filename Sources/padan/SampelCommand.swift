import ArgumentParser
import Casework
import Documents
import Pipeline
import RollModel

/// `padan sampel`: draws a sample for uji petik, and scores it when its sheets come back.
struct SampelCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sampel",
    abstract: "Tarik contoh acak untuk uji petik, dua arah, lalu nilai lembar yang kembali.",
    discussion: """
      Daftar ke orang: baris daftar pemilih ditarik per desa dan kelas temuan, lalu didatangi. Orang ke daftar: \
      penduduk (tanpa daftar penduduk: rumah tangga per RT) ditarik, lalu dicari di daftar. Contoh bergantung pada \
      benih \
      dan isi baris saja, bukan pada urutan berkas, sehingga siapa pun dapat menariknya lagi; sampel.json mencatat \
      benih, galat, strata, dan SHA-256 semua masukan. Lembar yang kembali (XLSX, ODS, CSV) dinilai dengan --nilai: \
      bagian temuan yang keliru per aturan dan keyakinan, dan galat daftar itu sendiri, dengan selang 95%.
      """,
    aliases: ["sample"])

  @Argument(help: ArgumentHelp("Folder hasil.", valueName: "hasil"))
  var runFolder: String

  @Option(
    name: [.customLong("ukuran"), .customLong("size")],
    help: ArgumentHelp("Jumlah contoh tiap arah.", valueName: "n"))
  var size: Int?

  @Option(
    name: [.customLong("galat"), .customLong("margin")],
    help: ArgumentHelp(
      "Sebagai ganti --ukuran: setengah lebar selang 95% yang dikehendaki, misalnya 3%.", valueName: "persen"),
    transform: Self.margin)
  var margin: Double?

  @Option(
    name: [.customLong("benih"), .customLong("seed")],
    help: ArgumentHelp(
      "Benih penarikan; bila kosong, dari SHA-256 masukan. Selalu disebut di keluaran.", valueName: "s")
  )
  var seed: String?

  @Option(
    name: [.customLong("arah"), .customLong("direction")],
    help: ArgumentHelp("Hanya arah ini: daftar-ke-orang atau orang-ke-daftar; boleh diulang.", valueName: "arah"),
    transform: Self.direction)
  var directions: [SampleFrame.Direction] = []

  @Option(
    name: [.customLong("nilai"), .customLong("score")], parsing: .upToNextOption,
    help: ArgumentHelp("Nilai lembar yang sudah diisi: XLSX, ODS, atau CSV.", valueName: "berkas"))
  var returned: [String] = []

  @Option(
    name: [.customLong("petugas"), .customLong("officer")],
    help: ArgumentHelp("Nama petugas yang dicatat di register.", valueName: "nama"))
  var officer = ""

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard returned.isEmpty else {
      guard size == nil, margin == nil, seed == nil, directions.isEmpty else {
        throw ValidationError("--nilai tidak dapat digabung dengan pilihan penarikan contoh.")
      }
      return
    }
    guard (size == nil) != (margin == nil) else {
      throw ValidationError("Sebutkan salah satu: --ukuran N, --galat 3%, atau --nilai BERKAS….")
    }
    if let size, size < 1 { throw ValidationError("--ukuran harus bilangan bulat 1 atau lebih.") }
  }

  func run() throws {
    guard returned.isEmpty else {
      let result = try SampleScoring(runFolder, files: returned).execute()
      try result.event.record(of: runFolder, by: Terminal.writer(officer))
      Terminal.say(common.json ? SampleTables.json(result) : SampleTables.words(result, in: runFolder))
      return
    }
    let finished = try FinishedRun(runFolder)
    let request = SampleRun.Request(
      size: margin.map { .margin($0) } ?? .count(size ?? 0), seed: seed,
      directions: Set(directions.isEmpty ? SampleFrame.Direction.allCases : directions))
    let result = try SampleRun(finished, request: request, threads: common.threadCount).execute()
    try result.event.record(of: finished.path, by: Terminal.writer(officer))
    Terminal.say(common.json ? SampleTables.json(result) : SampleTables.words(result, in: finished.path))
  }

  @Sendable private static func margin(_ text: String) throws -> Double {
    let isPercent = text.hasSuffix("%")
    guard let value = DecimalText.read(isPercent ? text.dropLast() : text[...]),
      case let share = isPercent ? value / 100 : value, share > 0, share <= 0.5
    else {
      throw ValidationError("galat harus persen di atas 0 sampai 50, misalnya 3% atau 2,5%")
    }
    return share
  }

  @Sendable private static func direction(_ text: String) throws -> SampleFrame.Direction {
    guard let direction = SampleFrame.Direction(rawValue: text) else {
      throw ValidationError("arah harus daftar-ke-orang atau orang-ke-daftar")
    }
    return direction
  }
}
