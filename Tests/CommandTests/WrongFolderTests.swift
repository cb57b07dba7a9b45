import TestSupport
import Testing

/// A folder that is not what a verb asks for is told in one sentence, with what to name instead.
@Suite struct WrongFolderTests {
  @Test(arguments: [
    ["lembar", "kosong"], ["surat", "kosong"], ["sampel", "kosong", "--ukuran", "5"], ["hapus", "kosong"],
    ["putuskan", "kosong", "a.csv", "--petugas", "A"], ["lembar", "tidak-ada"], ["hapus", "tidak-ada"],
    ["putuskan", "tidak-ada", "a.csv", "--petugas", "A"], ["jelaskan", "kosong", "GAWDQAF94SKH"],
    ["banding", "kosong", "tidak-ada"], ["lembar", "kasus"],
  ])
  func aRunFolderIsAskedFor(_ words: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("", to: "kosong/catatan.txt")
    try scratch.write("", to: "kasus/hasil/catatan.txt")
    let result = try Binary.run(words, in: scratch.path)
    #expect(result.status == 2 && result.out.isEmpty)
    let asks = words[1] == "kasus" ? "sebutkan salah satu folder di hasil/ di dalamnya." : "'padan periksa'."
    #expect(result.err.hasSuffix(asks + "\n") && result.err.split(separator: "\n").count == 1, "\(result.err)")
  }

  @Test func aFolderWithoutListsIsNoCase() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "kosong/catatan.txt")
    let check = try Binary.run(["periksa", "kosong"], in: scratch.path)
    #expect(check.status == 2 && check.err.contains("Letakkan berkasnya di folder daftar-pemilih/"))
    let search = try Binary.run(["cari", "kosong", "budi"], in: scratch.path)
    #expect(
      search.status == 2 && search.err.contains("kosong tidak berisi daftar yang dapat dicari; sebutkan folder kasus"))
    #expect(try Binary.run(["surat"], in: scratch.path).err.contains("Belum disebutkan '<hasil>'"))
  }

  /// What a verb does where nothing is said stands in its help.
  @Test(arguments: [
    (["surat"], "bila kosong, saran-perbaikan."), (["gabung"], "bila kosong, 4GiB."), (["periksa"], "(bawaan 5%)."),
  ])
  func helpTellsWhatIsDoneByItself(_ words: [String], _ says: String) throws {
    let help = try Binary.run(words + ["--bantuan"]).out.split { $0.isWhitespace }.joined(separator: " ")
    #expect(help.contains(says), "\(help)")
  }
}
