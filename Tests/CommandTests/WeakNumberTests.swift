import Documents
import Foundation
import TestSupport
import Testing

/// Rolls whose numbers lost digits or are masked: what is said of them, and what is not claimed.
@Suite struct WeakNumberTests {
  struct Weak: Sendable, CustomTestStringConvertible {
    let writing: String
    let state: String
    let warns: String
    let rulesOut: String
    let letter: String
    var testDescription: String { writing }
  }

  @Test(arguments: [
    Weak(
      writing: "terpotong", state: "terpotong", warns: "kehilangan angka terakhir",
      rulesOut: "tidak pernah bertingkat pasti",
      letter: "digit terakhirnya tidak lengkap"),
    Weak(
      writing: "tersamar", state: "disamarkan", warns: "hanya menampakkan angka ke-1–10", rulesOut: "tahun lahir",
      letter: "sebagian digitnya disamarkan"),
  ])
  func everyOutputSaysSo(_ weak: Weak) throws {
    let scratch = try Scratch()
    let made = try Binary.run(
      ["contoh", scratch["kasus"], "--pemilih", "3000", "--benih", "1602", "--nik", weak.writing])
    try #require(made.status == 0, "\(made.err)")
    let files = RunFiles(scratch: scratch)
    let result = try files.examine(["--jsonl"])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains(weak.warns), "\(result.out)")

    let lines = try files.text("temuan.jsonl").split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
    #expect(!lines.contains { $0.text("aturan") == "nik-sama-orang-berbeda" })
    let twice = lines.filter { $0.text("aturan") == "ganda" }
    #expect(!twice.isEmpty)
    for finding in twice {
      #expect(finding.text("keyakinan") != "pasti")
      #expect(finding.text("derajat") != "K-1")
      let words = (finding.text("bukti") ?? "").components(separatedBy: "; ")
      #expect(!words.contains("NIK sama") && !words.contains("NKK sama"), "\(words)")
    }

    let summary = try files.json("ringkasan.json")
    let rolls = summary.items("sumber").filter { $0.text("peran") == "daftar-pemilih" }
    #expect(!rolls.isEmpty)
    for source in rolls {
      #expect(source.text("keadaan_nik") == weak.state)
      #expect(source.items("nomor").map { $0.text("keadaan") } == [weak.state, weak.state])
    }
    #expect(!summary.items("nomor_tidak_utuh").isEmpty && !summary.items("tidak_dinyatakan").isEmpty)

    let page = try files.text("laporan.html")
    for words in ["Nomor yang tidak utuh", weak.warns, weak.rulesOut, "NIK ganda tidak dinyatakan"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.contains("\(rolls[0].text("berkas") ?? "-"), kolom «NIK»"))
    guard weak.writing == "terpotong" else { return }

    let run = files.folder + "/hasil/2026-11-21"
    let letters = try Binary.run(["surat", run, "--nomor", "25", "--tanggal", "2026-11-22", "--kelas", "tms"])
    #expect(letters.status == 0, "\(letters.err)")
    let letter = try text(run + "/surat", ".docx")
    #expect(letter.contains("tidak menyatakan adanya NIK ganda") && letter.contains(weak.letter))
    let annex = try text(run + "/lampiran", ".xlsx")
    #expect(annex.contains("Baris bukan NIK ganda") && annex.contains(weak.letter))
    // No digit is made up: the sixteenth is a star.
    #expect(annex.firstMatch(of: /\b16\d{13}\*/) != nil)
    #expect(annex.firstMatch(of: /\b16\d{14}\b/) == nil)
  }

  /// The inner text of the first file of a folder with this ending.
  private func text(_ folder: String, _ ending: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + (#require(names.first))))
    return try ZipReader(Array(data)).entries.map(\.text).joined(separator: "\n")
  }

  @Test func wholeNumbersAreNotWarnedOf() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let summary = try files.json("ringkasan.json")
    #expect(summary.items("nomor_tidak_utuh").isEmpty && summary.items("tidak_dinyatakan").isEmpty)
    #expect(try !files.text("laporan.html").contains("Nomor yang tidak utuh"))
  }

  /// What was put right stands in the run folder, row by row, without a personal value.
  @Test func repairsAreLogged() throws {
    let damaged =
      "1602050101800099,1602050101120099,SITI,KAYUAGUNG,01-01-1980,S,P,DUSUN I, BLOK B,RT 1,2,1602052001,1\n"
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60) + damaged])
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    let lines = try files.text("perbaikan.csv").split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "berkas,baris,bidang,perbaikan", "daftar-pemilih/a.csv,62,rt,dibaca 1",
        "daftar-pemilih/a.csv,62,alamat,kolom 8–9 digabung; pembatas muncul di dalam isian",
      ])
    let source = try #require(files.json("ringkasan.json").items("sumber").first)
    #expect(source.number("baris_dipakai") == 61)
    #expect(source.number("baris_diperbaiki") == 1)
    #expect(source.number("baris_dikarantina") == 0)
    #expect(try files.text("laporan.html").contains("perbaikan.csv"))
  }
}
