import ArgumentParser
import Pipeline

/// The command `padan`: its verbs, one file each.
struct Padan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "padan",
    abstract: "Memadankan dan memeriksa daftar pemilih.",
    discussion: """
      Pekerjaan utama: siapkan folder kasus, lalu 'padan periksa FOLDER', lalu 'padan surat HASIL'. Semua dikerjakan \
      di komputer ini; tidak ada data yang dikirim ke mana pun.

      Status keluar: 0 selesai; 1 ada temuan atau perbedaan yang diminta menggagalkan; 2 pemeriksaan gagal atau ada \
      sumber yang tidak terbaca; 64 cara pakai atau padan.yaml keliru.
      """,
    subcommands: [
      MulaiCommand.self, PeriksaCommand.self, SuratCommand.self, LembarCommand.self, PutuskanCommand.self,
      SampelCommand.self, CariCommand.self, JelaskanCommand.self, BandingCommand.self, AturanCommand.self,
      ContohCommand.self, NilaiCommand.self, HapusCommand.self, GabungCommand.self,
    ],
    helpNames: [.customLong("bantuan"), .long, .short])

  @Flag(name: [.customLong("versi"), .customLong("version")], help: "Tampilkan versi dan daftar pustaka.")
  var showsVersion = false

  func run() throws {
    guard showsVersion else { throw CleanExit.helpRequest(self) }
    Self.sayVersion()
  }

  /// Whether the version is asked for, before or behind a verb: nobody means a run by it.
  static func asksVersion(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { ["--versi", "--version"].contains($0) }
  }

  static func sayVersion() {
    Terminal.say("padan \(Version.current)")
    for package in Version.dependencies { Terminal.say("  \(package.name) \(package.version)") }
  }
}
