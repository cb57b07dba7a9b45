import ArgumentParser
import Documents
import Pipeline
import RollModel

/// `padan lembar`: sheets for verification in the field, a workbook a desa.
struct LembarCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lembar",
    abstract: "Tulis lembar verifikasi lapangan (XLSX) per desa dari satu hasil.",
    discussion: """
      Satu buku kerja per desa di lembar/: urut TPS, RW, RT, dan alamat, dengan apa yang ditanyakan dan kolom isian \
      berpilihan; NIK dan NKK disamarkan. Bila kasus punya daftar sebelumnya, ada lembar pemilih yang tercoret atau \
      hilang. Temuan yang sudah diputus sah atau tolak tidak ikut. Lembar dilindungi tanpa kata sandi: hanya kolom \
      isian yang dapat diubah. Berkas kasus dibaca ulang dan harus sama dengan saat diperiksa.
      """,
    aliases: ["sheets"])

  @Argument(help: ArgumentHelp("Folder hasil.", valueName: "hasil"))
  var runFolder: String

  @Option(
    name: [.customLong("keyakinan"), .customLong("tier")],
    help: ArgumentHelp(
      "Hanya temuan berkeyakinan ini: pasti, kuat, perlu-verifikasi, atau kembar; boleh diulang.",
      valueName: "tingkat"),
    transform: Self.tier)
  var tiers: [Tier] = []

  @Option(
    name: [.customLong("kecamatan"), .customLong("district")],
    help: ArgumentHelp("Hanya kecamatan ini, nama atau kode.", valueName: "nama"))
  var kecamatan: String?

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run() throws {
    let finished = try FinishedRun(runFolder)
    let request = SheetRun.Request(tiers: Set(tiers), kecamatan: kecamatan)
    let result = try SheetRun(finished, request: request, threads: common.threadCount).execute()
    Terminal.say(common.json ? Self.json(result) : Self.words(result, in: finished.path))
  }

  @Sendable private static func tier(_ text: String) throws -> Tier {
    guard let tier = Tier(label: text) else {
      throw ValidationError("tingkat harus pasti, kuat, perlu-verifikasi, atau kembar")
    }
    return tier
  }
}

extension LembarCommand {
  private static func words(_ result: SheetRun.Result, in folder: String) -> String {
    var lines = ["\(result.files.count.grouped) lembar desa, \(result.findings.grouped) temuan untuk didatangi."]
    if result.closed > 0 { lines.append("\(result.closed.grouped) temuan sudah diputus dan tidak ikut.") }
    if let struck = result.struck {
      lines.append("\(struck.grouped) pemilih tercoret atau hilang sejak daftar sebelumnya, di lembar kedua.")
    } else {
      lines.append("Tanpa daftar tercoret: tidak ada daftar sebelumnya yang dapat dibandingkan.")
    }
    return (lines + [Terminal.here(folder + "/" + SheetRun.folder)]).joined(separator: "\n")
  }

  private static func json(_ result: SheetRun.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.array("berkas") { json in for file in result.files { json.string(nil, file) } }
      json.integer("temuan", result.findings)
      json.integer("sudah_diputus", result.closed)
      if let struck = result.struck { json.integer("tercoret", struck) }
    }
    return json.out.text
  }
}
