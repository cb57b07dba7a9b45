import Documents
import Foundation
import TestSupport
import Testing

/// `padan putuskan`, and what it changes in later runs and letters.
@Suite struct DecisionTests {
  /// Every finding of a run, rejected, is gone from the next run over the same files: what was printed is what is known.
  @Test func whatIsRejectedStaysAway() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    let told = try loop.decide("2026-11-21", LoopCase.decisions(ids, "tolak"))
    #expect(told.number("tersimpan") == Double(ids.count))
    try loop.examine("2026-11-28")
    #expect(try loop.rows("2026-11-28").isEmpty)
    let summary = try loop.files.json("ringkasan.json", run: "2026-11-28")
    #expect(summary["register"]?.number("tertutup") == Double(ids.count))
    #expect(summary["temuan"]?.number("jumlah") == 0)
    let areas = try loop.rows("2026-11-28", "wilayah.csv")
    #expect(areas.allSatisfy { row in row.allSatisfy { !$0.key.hasPrefix("tms_") || $0.value == "0" } })
    let letter = try Binary.run(["surat", loop.run("2026-11-21")])
    #expect(letter.status == 2)
    #expect(letter.err.contains("Tidak ada temuan"))
  }

  /// One `--batal` for three ids: the others are taken for files, which is said.
  @Test func anIdInPlaceOfAFile() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    let told = try Binary.run(
      ["putuskan", loop.run("2026-11-21"), "--petugas", "RINA", "--alasan", "keliru", "--batal", ids[0], ids[1]])
    #expect(
      told.status == 2 && told.err.contains("\(ids[1]): bukan berkas, melainkan seperti id temuan"), "\(told.err)")
  }

  /// The letter itself in place of its annex: that is said, not that a workbook is broken.
  @Test func aWordDocumentIsNoSheet() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-29")
    let name = try #require(loop.files.scratch.names("kasus/hasil/2026-11-21/surat").first { $0.hasSuffix(".docx") })
    let told = try Binary.run([
      "putuskan", loop.run("2026-11-21"), loop.run("2026-11-21") + "/surat/" + name, "--petugas", "RINA",
    ])
    #expect(told.status == 2)
    #expect(
      told.err.contains("\(name): dokumen Word, bukan tabel; yang dicatat adalah lampiran suratnya"), "\(told.err)")
  }

  /// A decision of a day that is still to come is a slip of the pen, and told.
  @Test func aDecisionOfADayToComeIsTold() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    try loop.files.scratch.write(LoopCase.decisions(try loop.files.ids().prefix(1), "sah"), to: "keputusan.csv")
    func said(_ day: String) throws -> (words: String, json: JSONValue) {
      let result = try Binary.run([
        "putuskan", loop.run("2026-11-21"), loop.files.scratch["keputusan.csv"], "--petugas", "RINA", "--tanggal", day,
        "--json",
      ])
      return (result.err, try JSONValue(Array(result.out.utf8)))
    }
    #expect(try said("2026-11-21").words.isEmpty)
    let late = try said("2150-01-01")
    #expect(late.words.hasPrefix("padan: Tanggal keputusan 2150-01-01 sesudah hari ini, "))
    #expect(late.json.items("peringatan").count == 1)
  }

  /// The row changes, and the finding is back and says why.
  @Test func aRejectedFindingComesBackWhenItsRowChanges() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let findings = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" }
    try #require(findings.count >= 2)
    try loop.decide("2026-11-21", LoopCase.decisions(findings.prefix(2).compactMap { $0["id"] }, "tolak"))
    try loop.editRoll(Array(findings.prefix(1))) { _, cells in cells.merging(["RT": "099"]) { $1 } }
    try loop.examine("2026-11-28")
    let now = try loop.byID("2026-11-28")
    let back = try #require(now[findings[0]["id"] ?? ""])
    #expect(back["keputusan"] == "dibuka lagi")
    #expect(
      back["penjelasan"]?.hasSuffix("; pernah ditolak pada 2026-11-23, dibuka lagi karena baris pemilihnya berubah")
        == true)
    #expect(now[findings[1]["id"] ?? ""] == nil)
    #expect(try loop.files.json("ringkasan.json", run: "2026-11-28")["register"]?.number("dibuka_lagi") == 1)
  }

  /// Sah lets a finding into the letter that needed a look in the field; perlu cek does not; tolak keeps one out.
  @Test func decisionsChooseTheRowsOfLetters() throws {
    let loop = try LoopCase.sample(voters: 1500)
    try loop.examine("2026-11-21")
    let all = try loop.rows("2026-11-21").filter { !($0["kode_tms"] ?? "").isEmpty }
    let weak = all.filter { $0["keyakinan"] == "perlu-verifikasi" && $0["aturan"] != "di-bawah-umur" }.compactMap {
      $0["id"]
    }
    let sure = all.filter { $0["keyakinan"] == "pasti" && $0["aturan"] == "tni" }.compactMap { $0["id"] }
    try #require(weak.count >= 2 && !sure.isEmpty)
    try loop.decide("2026-11-21", "id,putusan,catatan\n\(weak[0]),sah,\n\(weak[1]),perlu cek,\n\(sure[0]),tolak,\n")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-24")
    let sent = Set(try loop.letterIDs())
    #expect(sent.contains(weak[0]))
    #expect(!sent.contains(weak[1]))
    #expect(!sent.contains(sure[0]))
    try loop.examine("2026-11-28")
    let now = try loop.byID("2026-11-28")
    #expect(now[weak[0]]?["keputusan"] == "sah")
    #expect(now[weak[1]]?["keputusan"] == "perlu cek")
    let explained = try Binary.run(["jelaskan", loop.run("2026-11-28"), weak[0]])
    #expect(explained.out.contains("keputusan"))
  }

  @Test func theSameFileTwiceChangesNothing() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids().prefix(6)
    let text = LoopCase.decisions(ids, "sah")
    #expect(try loop.decide("2026-11-21", text).number("tersimpan") == 6)
    let register = try loop.files.scratch.read("kasus/register.jsonl")
    let again = try loop.decide("2026-11-21", text, file: "nama lain.csv")
    #expect(again.number("tersimpan") == 0)
    #expect(again.items("berkas")[0].number("sudah_tercatat") == 6)
    // Another file that says the same says nothing new either.
    #expect(try loop.decide("2026-11-21", text + "\n").number("tersimpan") == 0)
    #expect(try loop.files.scratch.read("kasus/register.jsonl") == register)
  }

  @Test func everyRowIsTakenOrRefusedWithItsReason() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    let told = try loop.decide(
      "2026-11-21",
      "id,putusan,catatan\n\(ids[0]),sah,\n\(ids[1]),tolak,\n\(ids[1]),sah,\n\(ids[2]),,\n,sah,\nSITI,sah,\n"
        + "ZZZZZZZZZZZZ,sah,\n\(ids[3]),boleh,\n")
    let rows = told.items("berkas")[0].items("baris")
    #expect(
      rows.map { $0.text("keadaan") } == [
        "tersimpan", "tidak diterima", "tidak diterima", "belum diisi", "tidak diterima", "tidak diterima",
        "tidak diterima", "tidak diterima",
      ])
    #expect(rows.map { $0.number("baris") } == [2, 3, 4, 5, 6, 7, 8, 9])
    for row in rows where row.text("keadaan") == "tidak diterima" { #expect(row.text("alasan")?.isEmpty == false) }
    #expect(rows[1].text("alasan")?.contains("baris 3, 4") == true)
    let words = try Binary.run([
      "putuskan", loop.run("2026-11-21"), loop.files.scratch["keputusan.csv"], "--petugas", "RINA",
    ])
    #expect(words.out.contains("1 sudah tercatat, 1 belum diisi, 6 tidak diterima"))
    // A part that is refused is told, and is no failure.
    #expect(words.status == 0, "\(words.err)")
    try loop.files.scratch.write("id,putusan,catatan\n\(ids[4]),,\n", to: "kosong.csv")
    let empty = try Binary.run([
      "putuskan", loop.run("2026-11-21"), loop.files.scratch["kosong.csv"], "--petugas", "RINA",
    ])
    #expect(empty.status == 0, "\(empty.err)")
  }

  /// Columns that slipped, so that numbers and names stand where ids and results should: none of them is said again.
  @Test(arguments: ["", "--json"]) func whatIsRefusedIsNotSaidAgain(_ form: String) throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let id = try #require(try loop.files.ids().first)
    let values = ["1602054505801234", "160205450580", "SITI AMINAH", "05-03-1980"]
    let rows = values.flatMap { ["\($0),sah,\(values[0])", "\(id),\($0),x", "\($0),\($0),"] }
    try loop.files.scratch.write("id,putusan,catatan\n" + rows.joined(separator: "\n") + "\n", to: "geser.csv")
    let result = try Binary.run(
      ["putuskan", loop.run("2026-11-21"), loop.files.scratch["geser.csv"], "--petugas", "RINA"]
        + [form].filter { !$0.isEmpty })
    // Nothing of the file was of use: the run failed.
    #expect(result.status == 2, "\(result.err)")
    #expect(result.err.contains("tidak satu pun barisnya diterima (12 tidak diterima)"))
    for value in values { #expect(!(result.out + result.err).contains(value), "\(value)") }
    #expect(!loop.files.scratch.names("kasus").contains("register.jsonl"))
  }

  @Test func contradictionsAreListedAndNotDecided() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let id = try #require(try loop.files.ids().first)
    try loop.decide("2026-11-21", LoopCase.decisions([id], "tolak"), by: "RINA")
    let told = try loop.decide("2026-11-21", LoopCase.decisions([id], "sah"), by: "BUDI", file: "budi.csv")
    #expect(told.items("bertentangan").map { $0.text("id") } == [id])
    try loop.examine("2026-11-28")
    #expect(try loop.byID("2026-11-28")[id]?["keputusan"] == "bertentangan")
  }

  @Test func twoOfficersWhereTheCaseAsksForTwo() throws {
    let loop = try LoopCase.sample()
    let plan = try loop.files.scratch.read("kasus/padan.yaml")
    try loop.files.scratch.write(plan + "dua_orang: ya\n", to: "kasus/padan.yaml")
    try loop.examine("2026-11-21")
    let id = try #require(try loop.files.ids().first)
    // The same bytes by another officer are another's word.
    let text = LoopCase.decisions([id], "sah")
    #expect(try loop.decide("2026-11-21", text).number("menunggu_petugas_kedua") == 1)
    #expect(try loop.decide("2026-11-21", text, by: "BUDI").number("menunggu_petugas_kedua") == 0)
    try loop.examine("2026-11-28")
    #expect(try loop.byID("2026-11-28")[id]?["keputusan"] == "sah")
  }

  @Test func wrongUseAndUnreadableFilesAreSaid() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let run = loop.run("2026-11-21")
    #expect(try Binary.run(["putuskan", run, "x.csv"]).status == 64)
    #expect(try Binary.run(["putuskan", run, "x.csv", "--petugas", " "]).status == 64)
    #expect(try Binary.run(["putuskan", run, "--petugas", "RINA"]).status == 64)
    #expect(try Binary.run(["putuskan", run, "--petugas", "RINA", "--batal", "A"]).status == 64)
    let missing = try Binary.run(["putuskan", run, loop.files.scratch["tidak-ada.csv"], "--petugas", "RINA"])
    #expect(missing.status == 2)
    #expect(missing.err.hasSuffix("tidak-ada.csv: tidak ada.\n"))
    try loop.files.scratch.write("bukan,apa\n1,2\n", to: "asing.csv")
    let strange = try Binary.run(["decide", run, loop.files.scratch["asing.csv"], "--officer", "RINA"])
    #expect(strange.status == 2)
    #expect(strange.err.contains("baris judul"))
    #expect(!loop.files.scratch.names("kasus").contains("register.jsonl"))
  }
}
