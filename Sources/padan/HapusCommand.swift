import ArgumentParser
import Documents
import Pipeline
import RollModel

/// `padan hapus`: run folders go, the register tells of them.
struct HapusCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "hapus",
    abstract: "Hapus satu hasil, atau semua hasil kasus yang lebih tua dari sekian hari.",
    discussion: """
      Folder hasil dihapus seluruhnya, termasuk surat, lampiran, dan lembar di dalamnya; berkas kasus tidak disentuh. \
      Register mencatat penghapusannya dan tetap menyimpan keputusan dan surat, tanpa data pribadi selain sidik \
      berkunci. Salin dahulu surat dan lampiran yang harus disimpan.
      """,
    aliases: ["purge"])

  @Argument(help: ArgumentHelp("Folder hasil; dengan --lebih-tua, folder kasus.", valueName: "hasil"))
  var folder: String

  @Option(
    name: [.customLong("lebih-tua"), .customLong("older-than")],
    help: ArgumentHelp(
      "Hapus semua hasil kasus yang tanggalnya lebih lama dari ini, misalnya 90hari.", valueName: "umur"),
    transform: AgeArgument.read)
  var age: Int?

  @Option(
    name: [.customLong("petugas"), .customLong("officer")],
    help: ArgumentHelp("Nama petugas yang dicatat di register.", valueName: "nama"))
  var officer = ""

  @Option(
    name: [.customLong("tanggal"), .customLong("date")],
    help: ArgumentHelp("Hari yang menjadi acuan umur, TTTT-BB-HH; bila kosong, hari ini.", valueName: "tanggal"),
    transform: DayArgument.read)
  var day: CalendarDay?

  @Flag(name: .customLong("json"), help: "Tulis hasil sebagai satu objek JSON.")
  var json = false

  func run() throws {
    let run = EraseRun(writer: Terminal.writer(officer))
    let erased =
      if let age {
        try run.erase(in: folder, olderThan: age, on: day ?? Terminal.today())
      } else {
        [try run.erase(folder)]
      }
    Terminal.say(json ? Self.json(erased) : Self.words(erased))
  }

  private static func words(_ erased: [EraseRun.Erased]) -> String {
    guard let last = erased.last else { return "Tidak ada hasil yang setua itu; tidak ada yang dihapus." }
    var lines = erased.map { "\(Terminal.here($0.path)) dihapus (\($0.files.grouped) berkas, tanggal \($0.day))." }
    lines.append(
      "Yang tersisa di register: \(last.letters.grouped) surat dan \(last.decisions.grouped) keputusan kasus ini, tanpa "
        + "data pribadi selain sidik berkunci.")
    return lines.joined(separator: "\n")
  }

  private static func json(_ erased: [EraseRun.Erased]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.array("dihapus") { json in
        for run in erased {
          json.object { json in
            json.string("hasil", run.path)
            json.string("tanggal", run.day)
            json.integer("berkas", run.files)
            json.integer("bita", run.bytes)
          }
        }
      }
      // Where nothing went, nobody looked into the register.
      if let last = erased.last {
        json.integer("surat_di_register", last.letters)
        json.integer("keputusan_di_register", last.decisions)
      }
    }
    return json.out.text
  }
}

/// An age in days: `90hari`, `90 hari`, `90d` or `90`.
enum AgeArgument {
  @Sendable static func read(_ text: String) throws -> Int {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    let digits = plain.prefix { $0.isNumber }
    guard ["", "hari", "days", "d"].contains(plain.dropFirst(digits.count)), let days = Int(digits), days <= 36_500
    else {
      throw ValidationError("umur harus bilangan hari, misalnya 90hari")
    }
    return days
  }
}
