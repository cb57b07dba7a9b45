import ArgumentParser
import Documents
import Pipeline
import Reports
import RollModel

/// `padan surat`: letters to the KPU, with annexes, from a finished run.
struct SuratCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surat",
    abstract: "Tulis surat saran perbaikan (DOCX) dan lampirannya (XLSX) dari satu hasil.",
    discussion: """
      Surat hanya memuat jumlah; nama dan alamat ada di lampiran, yang memuat NIK dan NKK lengkap: simpan dan kirim \
      dengan hati-hati. Yang masuk hanya temuan berkeyakinan pasti dan kuat yang tidak ditahan; selebihnya menunggu \
      verifikasi faktual. Berkas kasus dibaca ulang dan harus sama dengan saat diperiksa.
      """,
    aliases: ["letter"])

  @Argument(help: ArgumentHelp("Folder hasil.", valueName: "hasil"))
  var runFolder: String

  @Option(
    name: [.customLong("nomor"), .customLong("number")],
    help: ArgumentHelp("Nomor urut surat; bila kosong, tempatnya dibiarkan untuk diisi.", valueName: "nomor"))
  var number: String?

  @Option(
    name: [.customLong("templat"), .customLong("templates")],
    help: ArgumentHelp(
      "Folder templat surat milik kantor (\(LetterTemplates.kpuFile), \(LetterTemplates.ppkFile)).",
      valueName: "folder"))
  var templates: String?

  @Flag(
    name: [.customLong("per-kecamatan"), .customLong("per-district")], help: "Juga satu surat untuk PPK tiap kecamatan."
  )
  var perKecamatan = false

  @Option(
    name: [.customLong("tanggal"), .customLong("date")],
    help: ArgumentHelp("Tanggal surat, TTTT-BB-HH; bila kosong, hari ini.", valueName: "tanggal"),
    transform: DayArgument.read)
  var day: CalendarDay?

  @Flag(
    name: [.customLong("konsep"), .customLong("draft")], help: "Konsep saja: surat tidak dicatat di register kasus.")
  var isDraft = false

  @Option(
    name: [.customLong("petugas"), .customLong("officer")],
    help: ArgumentHelp("Nama petugas yang dicatat di register.", valueName: "nama"))
  var officer = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    let request = LetterWriter.Request(
      date: day ?? Terminal.today(), number: number,
      templates: try templates.map { try LetterTemplates(folder: $0) } ?? LetterTemplates(),
      toEachKecamatan: perKecamatan)
    let finished = try FinishedRun(runFolder)
    let result = try LetterRun(
      finished, request: request, threads: common.threadCount,
      register: isDraft ? nil : Terminal.writer(officer)
    ).execute()
    Terminal.say(common.json ? Self.json(result) : Self.words(result, in: finished.path))
  }
}

extension SuratCommand {
  private static func words(_ result: LetterRun.Result, in folder: String) -> String {
    var table = TextTable(["disarankan", "baris lampiran"])
    for count in result.counts { table.add([count.label, count.rows.grouped]) }
    table.add(["jumlah", result.counts.reduce(0) { $0 + $1.rows }.grouped])
    var lines = [table.text]
    if result.needsVerification > 0 {
      lines.append("\(result.needsVerification.grouped) baris lain menunggu verifikasi faktual dan tidak dilampirkan.")
    }
    lines += result.files.map { Terminal.here(folder + "/" + $0) }
    return lines.joined(separator: "\n")
  }

  private static func json(_ result: LetterRun.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.array("berkas") { json in for file in result.files { json.string(nil, file) } }
      json.object("disarankan") { json in
        for count in result.counts { json.integer(count.label, count.rows) }
      }
      json.integer("menunggu_verifikasi", result.needsVerification)
    }
    return json.out.text
  }
}
