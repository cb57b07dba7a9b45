import ArgumentParser
import Casework
import Documents
import Pipeline
import RollModel

/// `padan putuskan`: what came back, into the register.
struct PutuskanCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "putuskan",
    abstract: "Catat keputusan, hasil lapangan, dan jawaban KPU ke register kasus.",
    discussion: """
      Berkas boleh keputusan.csv atau keputusan.json dari laporan.html, lembar lapangan yang sudah diisi (XLSX, ODS, \
      CSV), atau lampiran surat yang kolom Jawaban KPU-nya sudah diisi. Kolom dikenali dari judulnya; baris boleh \
      dipindah, diurutkan, atau dihapus. Setiap baris diterima atau ditolak dengan alasannya, dan berkas yang sama \
      dua kali tidak mengubah apa-apa. benar = sah, tidak benar = tolak, tidak ditemukan = perlu cek. Dua petugas \
      yang bertentangan hanya didaftar, tidak diputuskan.
      """,
    aliases: ["decide"])

  @Argument(help: ArgumentHelp("Folder hasil asal temuannya.", valueName: "hasil"))
  var runFolder: String

  @Argument(help: ArgumentHelp("Berkas yang kembali.", valueName: "berkas"))
  var files: [String] = []

  @Option(
    name: [.customLong("petugas"), .customLong("officer")],
    help: ArgumentHelp("Nama petugas yang memutuskan atau memasukkan; wajib.", valueName: "nama"))
  var officer: String

  @Option(
    name: [.customLong("batal"), .customLong("withdraw")],
    help: ArgumentHelp("Id temuan yang keputusannya dan usulannya di surat ditarik; boleh berulang.", valueName: "id"))
  var withdrawals: [String] = []

  @Option(
    name: [.customLong("alasan"), .customLong("reason")],
    help: ArgumentHelp("Alasan penarikan, tanpa data pribadi; wajib bersama --batal.", valueName: "teks"))
  var reason = ""

  @Option(
    name: [.customLong("tanggal"), .customLong("date")],
    help: ArgumentHelp("Tanggal keputusan, TTTT-BB-HH; bila kosong, hari ini.", valueName: "tanggal"),
    transform: DayArgument.read)
  var day: CalendarDay?

  @Flag(name: .customLong("json"), help: "Tulis hasil sebagai satu objek JSON.")
  var json = false

  func validate() throws {
    if officer.allSatisfy(\.isWhitespace) { throw ValidationError("--petugas tidak boleh kosong.") }
    if files.isEmpty, withdrawals.isEmpty {
      throw ValidationError("Sebutkan berkas yang kembali, atau --batal dengan id temuan.")
    }
    if !withdrawals.isEmpty, reason.allSatisfy(\.isWhitespace) {
      throw ValidationError("--batal memerlukan --alasan.")
    }
  }

  func run() throws {
    let request = DecisionRun.Request(
      runFolder: runFolder, files: files, withdrawals: withdrawals, reason: reason, day: day ?? Terminal.today())
    let result = try DecisionRun(request, writer: Terminal.writer(officer)).execute()
    let warnings = [dayToCome(result)].compactMap(\.self)
    Terminal.say(json ? IntakeWords.json(result, warnings) : IntakeWords.words(result))
    for warning in warnings { Terminal.warn("padan: " + warning) }
    for file in result.files where !file.fault.isEmpty { Terminal.warn("padan: " + file.fault) }
    for item in result.withdrawals where !item.reason.isEmpty {
      let shown = SpokenText.id(item.id).filter { $0 != "'" }
      Terminal.warn("padan: --batal\(shown): \(item.reason).")
    }
    for file in result.files where file.isRefused { Terminal.warn("padan: " + IntakeWords.refused(file)) }
    let isWhole =
      result.files.allSatisfy { $0.fault.isEmpty && !$0.isRefused } && result.withdrawals.allSatisfy(\.reason.isEmpty)
    if !isWhole { throw ExitCode(2) }
  }

  /// A decision of a day that is still to come, and that no run was made on.
  private func dayToCome(_ result: DecisionRun.Result) -> String? {
    let today = Terminal.today()
    guard let day, day > today, day > result.runDay else { return nil }
    return "Tanggal keputusan \(day) sesudah hari ini, \(today); periksa --tanggal."
  }
}
