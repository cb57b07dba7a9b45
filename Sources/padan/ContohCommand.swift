import ArgumentParser
import RollModel
import SampleRolls

/// `padan contoh`: writes a made-up kabupaten with planted errors and their truth.
struct ContohCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contoh",
    abstract: "Buat daftar pemilih rekaan berisi kesalahan yang ditanam, beserta kuncinya.",
    discussion: """
      Hasilnya satu folder kasus lengkap dengan semua daftar dan kunci.csv. Semua nama, nomor, dan alamat dibuat oleh \
      program; bukan data orang. Perintah yang sama selalu menghasilkan berkas yang sama, bait demi bait.

      Model kesalahan:
      \(ErrorModel.all.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n"))
      """,
    aliases: ["generate"])

  @Argument(help: ArgumentHelp("Folder baru yang akan diisi.", valueName: "DIR"))
  var directory: String

  @Option(name: [.customLong("pemilih"), .customLong("voters")], help: "Jumlah pemilih, 50 sampai 300 juta.")
  var voters = 3000

  @Option(name: [.customLong("benih"), .customLong("seed")], help: "Benih: bilangan yang menentukan seluruh isi.")
  var seed: UInt64 = 1602

  @Option(name: .customLong("model"), help: "Model kesalahan: ringan, berat, atau lain.")
  var model = "berat"

  @Option(name: [.customLong("tanggal"), .customLong("date")], help: "Tanggal acuan umur, TTTT-BB-HH.")
  var referenceDay = "2026-11-21"

  func validate() throws {
    guard (50...300_000_000).contains(voters) else {
      throw ValidationError("Jumlah pemilih harus antara 50 dan 300 juta.")
    }
    guard ErrorModel.named(model) != nil else {
      let names = ErrorModel.all.map(\.name).joined(separator: ", ")
      throw ValidationError("Model \"\(model)\" tidak dikenal; pilih salah satu: \(names).")
    }
    guard let day = CalendarDay(iso: referenceDay), day.isComplete, (2000...2100).contains(day.year) else {
      throw ValidationError("Tanggal \"\(referenceDay)\" tidak terbaca; tulis seperti 2026-11-21.")
    }
  }

  func run() throws {
    guard let model = ErrorModel.named(model), let day = CalendarDay(iso: referenceDay) else { return }
    let sample = SampleKabupaten(
      voters: voters, seed: seed, model: model, referenceDay: day, threads: Terminal.processors)
    do {
      let summary = try sample.write(to: directory) { done in
        if Terminal.isWatched { Terminal.status("  menulis  \(done.grouped) dari \(voters.grouped) pemilih") }
      }
      if Terminal.isWatched { Terminal.status("") }
      Terminal.say(Self.report(summary, directory))
    } catch let error as SampleError {
      Terminal.warn("padan: \(error.description)")
      throw ExitCode(2)
    }
  }

  // MARK: - Words

  private static func report(_ summary: SampleSummary, _ directory: String) -> String {
    var lines = ["Folder kasus \(directory) berisi \(summary.voters.grouped) baris pemilih rekaan."]
    for (role, rows) in summary.rows where rows > 0 { lines.append("  \(role.rawValue): \(rows.grouped) baris") }
    lines.append("Yang ditanam (kunci.csv):")
    for (rule, count) in summary.planted { lines.append("  \(rule): \(count.grouped)") }
    return lines.joined(separator: "\n")
  }
}
