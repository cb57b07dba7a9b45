import Documents
import Foundation
import TestSupport
import Testing

/// Several letters about the same persons: what is counted, answered and taken back of each.
@Suite struct LetterSumTests {
  private static func begun() throws -> LoopCase {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    return loop
  }

  private static func sum(_ table: [[String: String]], _ column: String) -> Int {
    table.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  /// Appeals and copies for PPK are no letters of their own, those without a number are kept apart, and a row that many
  /// letters name is one row.
  @Test func everyRowIsCountedOnce() throws {
    let loop = try Self.begun()
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22", ["--per-kecamatan"])
    let ids = try loop.letterIDs()
    let one = try #require(ids.first)
    try loop.letter("2026-11-21", number: "26", on: "2026-11-22", ["--jenis", "imbauan"])
    for more in [["--keyakinan", "pasti"], ["--temuan", one]] {
      let told = try Binary.run(["surat", loop.run("2026-11-21"), "--tanggal", "2026-11-30"] + more)
      try #require(told.status == 0, "\(told.err)")
    }
    // A name is mended between two letters.
    let found = try #require(try loop.byID("2026-11-21")[one])
    try loop.editRoll([found]) { _, cells in
      cells.merging(["NAMA_PEMILIH": (cells["NAMA_PEMILIH"] ?? "") + "I"]) { $1 }
    }
    try loop.examine("2026-11-28")
    try loop.letter("2026-11-28", number: "31", on: "2026-11-29")
    try loop.examine("2026-11-29")
    #expect(try loop.byID("2026-11-29")[one] == nil)
    let table = try loop.rows("2026-11-29", "tindak-lanjut.csv")
    let letters = Dictionary(grouping: table) { $0["surat"] ?? "" }
    let unnumbered = letters.keys.filter { $0.hasPrefix("[nomor]/PM.00.02/K.SS-09/11/2026 (register baris ") }
    #expect(unnumbered.count == 2)
    #expect(
      Set(letters.keys)
        == Set(["25/PM.00.02/K.SS-09/11/2026", "31/PM.00.02/K.SS-09/11/2026"] + unnumbered), "\(letters.keys)")
    for name in unnumbered { #expect(letters[name]?.allSatisfy { $0["hari"] == "0" } == true) }
    let distinct = Set(try loop.rows("2026-11-29", "tindak-lanjut-rinci.csv").compactMap { $0["id"] })
    #expect(distinct.contains(one))
    // The mended one has two ids.
    let page = try loop.files.text("laporan.html", run: "2026-11-29")
    #expect(page.contains("Dari \(distinct.count - 1) yang disarankan: 0 ditindaklanjuti, "))
    let summary = try loop.files.json("ringkasan.json", run: "2026-11-29")["register"]?["tindak_lanjut"]
    #expect(summary?.number("disampaikan") == Double(distinct.count - 1))
    #expect(summary?.number("belum") == Double(distinct.count - 1))
    #expect(Self.sum(table, "belum") > distinct.count)
  }

  /// KPU answers letters that it has; later ones about the same rows wait for an answer of their own.
  @Test func answersAreToTheLettersBefore() throws {
    let loop = try Self.begun()
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let ids = try loop.letterIDs()
    let answers = "ID temuan;Jawaban KPU\n\(ids[0]);belum ada akta\n\(ids[1]);-\n\(ids[2]);\n"
    #expect(try loop.decide("2026-11-21", answers, file: "jawaban.csv").number("tersimpan") == 1)
    try loop.examine("2026-11-28")
    try loop.letter("2026-11-28", number: "31", on: "2026-11-29")
    try loop.examine("2026-12-05")
    func reasons(_ day: String) throws -> [String: String] {
      Dictionary(
        try loop.rows(day, "tindak-lanjut.csv").map { (String(($0["surat"] ?? "").prefix(2)), $0["alasan_kpu"] ?? "") }
      ) { [$0, $1].filter { !$0.isEmpty }.joined(separator: ",") }
    }
    #expect(try reasons("2026-12-05") == ["25": "belum ada akta (1)", "31": ""])
    // The same words again are an answer to the second letter.
    let again = answers.replacing("-\n", with: "–\n")
    #expect(try loop.decide("2026-12-05", again, file: "jawaban 31.csv").number("tersimpan") == 1)
    try loop.examine("2026-12-12")
    #expect(try reasons("2026-12-12") == ["25": "belum ada akta (1)", "31": "belum ada akta (1)"])
  }

  private static func takeBack(_ loop: LoopCase, _ id: String) throws {
    let taken = try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--petugas", "RINA", "--batal", id, "--alasan", "salah orang",
    ])
    try #require(taken.status == 0, "\(taken.err)")
  }

  private static func withdrawal(_ loop: LoopCase, _ more: [String] = []) throws -> Binary.Result {
    try Binary.run(["surat", loop.run("2026-11-21"), "--jenis", "penarikan", "--tanggal", "2026-11-24"] + more)
  }

  /// A letter of withdrawal takes back what was suggested, each finding once.
  @Test func lettersOfWithdrawalTakeBackOnce() throws {
    let loop = try Self.begun()
    let dead = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" }.compactMap { $0["id"] }
    try loop.decide("2026-11-21", LoopCase.decisions(dead.prefix(1), "tolak"))
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let ids = try loop.letterIDs()
    #expect(!ids.contains(dead[0]))
    // A refusal that was taken back was in no letter.
    try Self.takeBack(loop, dead[0])
    let none = try Self.withdrawal(loop)
    #expect(none.status == 2 && none.err.contains("tidak memuat penarikan usulan"), "\(none.err)")
    let stranger = try Self.withdrawal(loop, ["--temuan", dead[0]])
    #expect(stranger.status == 2, "\(stranger.out)")
    #expect(stranger.err.contains("\(dead[0]) belum pernah disarankan dalam surat"), "\(stranger.err)")
    // The second letter has the second finding alone.
    for (place, id) in ids.prefix(2).enumerated() {
      try Self.takeBack(loop, id)
      let told = try Self.withdrawal(loop, ["--nomor", "\(27 + place)"])
      #expect(told.status == 0, "\(told.err)")
      #expect(try loop.events().last?.items("temuan") == [.string(id)])
    }
    let again = try Self.withdrawal(loop, ["--temuan", ids[0]])
    #expect(again.status == 2 && again.err.contains("sudah ditarik dengan surat sebelumnya"), "\(again.err)")
    // By its id, without a line before: it is taken back all the same.
    #expect(try Self.withdrawal(loop, ["--temuan", ids[2], "--nomor", "29"]).status == 0)
    try loop.examine("2026-11-28")
    let details = try loop.rows("2026-11-28", "tindak-lanjut-rinci.csv")
    #expect(Set(details.filter { $0["keadaan"] == "ditarik kantor" }.compactMap { $0["id"] }) == Set(ids.prefix(3)))
    #expect(details.count == ids.count)
    let now = try loop.byID("2026-11-28")
    for id in ids.prefix(3) { #expect(now[id] == nil) }
    let before = try loop.events().count
    try loop.letter("2026-11-28", number: "31", on: "2026-11-29")
    let next = try loop.events().dropFirst(before).flatMap { $0.items("temuan") }
    for id in ids.prefix(3) { #expect(!next.contains(.string(id))) }
    // The letter is told of with what it had.
    let table = try loop.rows("2026-11-28", "tindak-lanjut.csv")
    #expect(Self.sum(table, "disampaikan") == ids.count)
    #expect(Self.sum(table, "belum") == ids.count - 3)
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: loop.run("2026-11-28") + "/surat/saran-perbaikan-kpu-tms.docx"))
    let text = try ZipReader(Array(bytes))["word/document.xml"]?.text ?? ""
    #expect(text.contains("dari \(ids.count) data yang disarankan, 3 ditarik, \(ids.count - 3) belum."))
    // Decided anew, a finding may go into letters again.
    try loop.decide("2026-11-21", LoopCase.decisions([ids[2]], "sah"), file: "lagi.csv")
    try loop.examine("2026-12-05")
    #expect(try loop.byID("2026-12-05")[ids[2]] != nil)
  }

  /// Refused after the letter, found by no run since, and the files are KPU's new ones: the letter of withdrawal names the
  /// person from the row on which he stands now.
  @Test func whatNewFilesLeaveOutOfARunCanBeTakenBack() throws {
    let loop = try Self.begun()
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let found = try loop.byID("2026-11-21")
    let dead = try loop.letterIDs().filter { found[$0]?["aturan"] == "meninggal" }
    let (kept, gone) = (try #require(found[dead[0]]), try #require(found[dead[1]]))
    try loop.decide("2026-11-21", LoopCase.decisions(dead.prefix(2), "tolak"), on: "2026-11-23")
    // KPU's next roll has one of them elsewhere, and the other neither on it nor on the roll before.
    try loop.editRoll([kept, gone]) { number, cells in number == 0 ? cells.merging(["TPS": "9"]) { $1 } : nil }
    for role in ["daftar-sebelumnya", "penduduk", "coklit", "bukti-hidup"] {
      try FileManager.default.removeItem(atPath: loop.folder + "/" + role)
    }
    try loop.examine("2026-11-28")
    func withdraw(_ run: String, _ more: [String] = []) throws -> Binary.Result {
      try Binary.run(["surat", loop.run(run), "--jenis", "penarikan", "--tanggal", "2026-11-29"] + more)
    }
    let old = try withdraw("2026-11-21")
    #expect(old.status == 2 && old.err.contains("jalankan 'padan periksa' lagi"), "\(old.err)")
    let told = try withdraw("2026-11-28", ["--nomor", "27"])
    #expect(told.status == 0, "\(told.err)")
    #expect(told.err.contains("1 usulan yang ditarik tidak masuk surat") && told.err.contains(dead[1]), "\(told.err)")
    #expect(try loop.events().last?.items("temuan") == [.string(dead[0])])
    let name = "lampiran/lampiran-penarikan-kpu-2-temuan-\(dead.prefix(2).min()?.lowercased() ?? "").xlsx"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: loop.run("2026-11-28") + "/" + name))
    let sheets = try ZipReader(Array(bytes)).entries.filter { $0.name.hasPrefix("xl/worksheets") }.map(\.text)
    #expect(sheets.contains { $0.contains(dead[0]) && $0.contains(kept["nama"] ?? "?") })
    let none = try withdraw("2026-11-28")
    #expect(none.status == 2 && none.err.contains("tidak ditemukan lagi pada berkas kasus"), "\(none.err)")
  }
}
