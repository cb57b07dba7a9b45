import Documents
import Foundation
import TestSupport
import Testing

/// What is said where a verb cannot do what it was asked: one sentence, a status, and JSON for who asked for it.
@Suite struct OutcomeWordsTests {
  /// Words that cannot be written are a failure, and say so once.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "the system has no /dev/full"))
  func aFullDiskUnderTheOutput() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60)])
    #expect(try files.examine().status == 0)
    let run = files.folder + "/hasil/2026-11-21"
    for words in [
      ["aturan"], ["banding", run, run, "--json"], ["cari", files.folder, "siti", "--json"],
      ["periksa", files.folder, "--tanggal", "2026-11-22", "--json"], ["--versi"],
    ] {
      let result = try Binary.run(["-c", "\"$0\" \"$@\" > /dev/full", Binary.path] + words, tool: "/bin/bash")
      #expect(result.status == 2, "\(words)")
      #expect(result.err.hasPrefix("padan: keluaran baku tidak dapat ditulis"), "\(words): \(result.err)")
      #expect(result.err.split(separator: "\n").count == 1, "\(words): \(result.err)")
    }
    #expect(files.runs == ["2026-11-21", "2026-11-22"], "the run itself is whole")
  }

  /// Every verb that writes its result as JSON writes its failure so too.
  @Test(arguments: [
    ["periksa"], ["mulai"], ["surat"], ["lembar"], ["sampel", "--ukuran", "9"], ["hapus"], ["cari", "x"],
    ["jelaskan", "x"], ["banding", "/tidak/ada"], ["putuskan", "x", "--petugas", "A"],
    ["gabung", "/tidak/ada/2", "--kunci", "/tidak/ada/3"],
  ])
  func failuresAsJSON(_ words: [String]) throws {
    let result = try Binary.run([words[0], "/tidak/ada"] + words.dropFirst() + ["--json"])
    #expect(result.status == 2)
    let told = try JSONValue(Array(result.out.utf8))
    #expect(told.text("peristiwa") == "gagal" && told.number("status") == 2)
    #expect(told.text("pesan").map { result.err == $0 + "\n" } == true, "\(result.out) \(result.err)")
    let plain = try Binary.run([words[0], "/tidak/ada"] + words.dropFirst())
    #expect(plain.out.isEmpty && plain.err == result.err)
  }

  /// A run folder among the lists of a role would be read as one.
  @Test func noRunAmongTheLists() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60)])
    for place in ["/daftar-pemilih/x", "/Kematian/jauh/x", "/kematian"] {
      let result = try files.examine(["--keluaran", files.folder + place])
      #expect(result.status == 2 && result.err.contains("folder daftar kasus ini"), "\(place): \(result.err)")
    }
    #expect(files.scratch.names("kasus") == ["daftar-pemilih"])
    #expect(try files.examine(["--keluaran", files.folder + "/lain/x"]).status == 0)
    for empty in ["", " "] {
      let result = try files.examine(["--keluaran", empty])
      #expect(result.status == 64 && result.err.contains("--keluaran harus nama folder"), "\(result.err)")
    }
  }

  /// No year wraps into another.
  @Test func yearsBeyondTheCalendar() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60)])
    for day in ["9999-12-31", "4097-01-01", "2200-01-01", "1899-12-31"] {
      let result = try Binary.run(["periksa", files.folder, "--tanggal", day])
      #expect(result.status == 64 && result.err.contains("1900 sampai 2199"), "\(day): \(result.err)")
    }
    try files.scratch.write("pemilihan: {tanggal_acuan: 6026-11-21}\n", to: "kasus/padan.yaml")
    let planned = try files.examine()
    #expect(planned.status == 64 && planned.err.contains("tahun 1900 sampai 2199"), "\(planned.err)")
    #expect(files.runs.isEmpty)
  }

  @Test func sharesInPercent() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60)])
    #expect(try files.examine(["--karantina-maks", "5%"]).status == 0)
    #expect(try files.text("manifest.json").contains("\"0.05\""))
    #expect(try files.examine(["--karantina-maks", "500%"]).status == 64)
  }
}
