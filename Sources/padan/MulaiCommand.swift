import ArgumentParser
import Pipeline

/// `padan mulai`: from a folder of files to a case with its `padan.yaml`.
struct MulaiCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "mulai",
    abstract: "Lihat berkas-berkas di satu folder, tebak peran dan kolomnya, dan tulis usulan padan.yaml.",
    discussion: """
      Nama berkas, nama folder, judul kolom, dan bentuk isinya menentukan tebakan; tiap alasan disebutkan dengan \
      nilainya. Isi berkas ditampilkan dengan bentuknya saja: 9 untuk angka, a untuk huruf. padan.yaml yang sudah ada \
      tidak pernah ditimpa, dan berkas lain tidak diubah. Periksa usulannya, lalu jalankan 'padan periksa'.
      """,
    aliases: ["init"])

  @Argument(help: ArgumentHelp("Folder yang berisi berkas-berkas kasus.", valueName: "folder"))
  var directory: String

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run() throws {
    let start = try CaseStart.propose(directory, threads: common.threadCount)
    try start.write()
    Terminal.say(common.json ? start.json : start.words(directory, plan: Terminal.here(start.planPath)))
  }
}
