import Documents
import Foundation
import TestSupport
import Testing

/// Letters, and what becomes of them on later rolls.
@Suite struct FollowUpTests {
  /// Four weeks: sent, half of it done, one of these back, a kecamatan's file gone.
  @Test(arguments: ["penuh", "terpotong", "tersamar"]) func lettersAreFollowedUpWeekByWeek(_ numbers: String) throws {
    let loop = try LoopCase.sample(voters: 1500, numbers: numbers)
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let ids = try loop.letterIDs()
    try #require(ids.count >= 8)
    let first = try loop.byID("2026-11-21")
    let sent = ids.compactMap { first[$0] }
    #expect(sent.allSatisfy { $0["keyakinan"] != "perlu-verifikasi" })

    // KPU takes every fourth row out and strikes every fourth; the others stay. What moves up has other lines now.
    let before = try loop.files.scratch.names("kasus/daftar-pemilih").map {
      ($0, try loop.files.scratch.read("kasus/daftar-pemilih/" + $0))
    }
    try loop.editRoll(sent) { number, cells in
      switch number % 4 {
      case 0: nil
      case 1: cells.merging(["SARING": "1"]) { $1 }
      default: cells
      }
    }
    try loop.examine("2026-11-28")
    let done = ids.indices.filter { $0 % 4 < 2 }
    try expect(loop, "2026-11-28", done: done.count, open: ids.count - done.count, days: "6")
    let details = try loop.rows("2026-11-28", "tindak-lanjut-rinci.csv")
    for (place, id) in ids.enumerated() {
      let state = details.first { $0["id"] == id }?["keadaan"]
      #expect(state == (place % 4 < 2 ? "ditindaklanjuti" : "belum"), "\(place): \(first[id]?["aturan"] ?? "")")
    }
    let page = try loop.files.text("laporan.html", run: "2026-11-28")
    #expect(
      page.contains("Dari \(ids.count) yang disarankan: \(done.count) ditindaklanjuti, \(ids.count - done.count) belum")
    )
    #expect(
      try loop.rows("2026-11-28").filter { !($0["surat"] ?? "").isEmpty }.allSatisfy {
        $0["surat"] == "25/PM.00.02/K.SS-09/11/2026 (2026-11-22)"
      })

    // The old roll comes back: what was done is there again.
    for (name, text) in before { try loop.files.scratch.write(text, to: "kasus/daftar-pemilih/" + name) }
    try loop.examine("2026-12-05")
    try expect(loop, "2026-12-05", done: 0, open: ids.count - done.count, again: done.count, days: "13")

    // A file of the roll is missing: of its rows nothing can be said.
    let gone = try #require(sent.first?["berkas"])
    let lost = sent.count { $0["berkas"] == gone }
    try FileManager.default.removeItem(atPath: loop.folder + "/" + gone)
    try loop.examine("2026-12-12")
    let table = try loop.rows("2026-12-12", "tindak-lanjut.csv")
    #expect(Self.sum(table, "tidak_dapat_dinilai") == lost)
    #expect(Self.sum(table, "disampaikan") == ids.count)
    let reasons = try loop.rows("2026-12-12", "tindak-lanjut-rinci.csv").compactMap { $0["sebab"] }
    #expect(Set(reasons) == ["", "daftar pemilih desa itu tidak ada"])
    #expect(try loop.files.text("laporan.html", run: "2026-12-12").contains("daftar pemilih desa itu tidak ada"))
  }

  private func expect(
    _ loop: LoopCase, _ day: String, done: Int, open: Int, again: Int = 0, days: String
  ) throws {
    let text = try loop.files.text("tindak-lanjut.csv", run: day)
    #expect(
      text.hasPrefix(
        "surat,tanggal,kelas,kecamatan,disampaikan,ditindaklanjuti,belum,muncul_lagi,tidak_dapat_dinilai,alasan_kpu,hari\n"
      ))
    let table = try loop.rows(day, "tindak-lanjut.csv")
    #expect(Self.sum(table, "ditindaklanjuti") == done, "\(day)")
    #expect(Self.sum(table, "belum") == open, "\(day)")
    #expect(Self.sum(table, "muncul_lagi") == again, "\(day)")
    #expect(Self.sum(table, "disampaikan") == done + open + again)
    #expect(table.allSatisfy { $0["hari"] == days && $0["kelas"] == "TMS" })
  }

  private static func sum(_ table: [[String: String]], _ column: String) -> Int {
    table.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  /// KPU's words stand beside what is not done, and a withdrawn finding is counted no more.
  @Test func answersAndWithdrawalsAreTold() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let ids = try loop.letterIDs()
    let name = try #require(try loop.byID("2026-11-21")[ids[0]]?["nama"])
    let answers =
      "No;ID temuan;Jawaban KPU\n"
      + ids.enumerated().map { place, id in
        "\(place);\(id);" + (place < 2 ? "belum ada akta \(name) 1602054505800001\n" : "\n")
      }.joined()
    let told = try loop.decide("2026-11-21", answers, file: "jawaban.csv")
    #expect(told.number("tersimpan") == 2)
    let withdrawn = try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--petugas", "RINA", "--batal", ids[2].lowercased(), "--alasan",
      "salah orang",
    ])
    #expect(withdrawn.status == 0, "\(withdrawn.err)")
    #expect(withdrawn.out.contains("\(ids[2]) ditarik."))
    // A decision that was taken back does not come back with its file.
    try loop.decide("2026-11-21", LoopCase.decisions([ids[3]], "sah"))
    let taken = try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--petugas", "RINA", "--batal", ids[3], "--alasan", "salah orang",
    ])
    #expect(taken.status == 0, "\(taken.err)")
    let row = try loop.decide("2026-11-21", LoopCase.decisions([ids[3]], "sah")).items("berkas")[0].items("baris")[0]
    #expect(row.text("keadaan") == "sudah tercatat" && row.text("alasan")?.contains("sudah ditarik") == true)
    let again = try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--petugas", "RINA", "--batal", ids[2], "--alasan", "salah orang",
    ])
    #expect(again.status == 2)
    #expect(again.err == "padan: --batal \(ids[2]): sudah ditarik sebelumnya.\n")
    try loop.examine("2026-11-28")
    let table = try loop.rows("2026-11-28", "tindak-lanjut.csv")
    #expect(Self.sum(table, "disampaikan") == ids.count)
    #expect(Self.sum(table, "belum") == ids.count - 2)
    let words = table.compactMap { $0["alasan_kpu"] }.joined()
    #expect(words.contains("belum ada akta"))
    #expect(!words.contains("1602054505800001"))
    #expect(try loop.byID("2026-11-28")[ids[2]] == nil)
    #expect(try loop.files.text("laporan.html", run: "2026-11-28").contains("0 tidak dapat dinilai, 2 ditarik kantor."))
    let register = try loop.files.scratch.read("kasus/register.jsonl")
    #expect(!register.contains("1602054505800001"))
  }

  /// Not a number, name, birth date or address of anyone in a letter stands in the register.
  @Test func theRegisterHoldsNobodysData() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22", ["--per-kecamatan"])
    let all = try loop.byID("2026-11-21")
    let ids = try loop.letterIDs()
    try loop.decide(
      "2026-11-21", "id,putusan,catatan\n" + ids.map { "\($0),sah,\(all[$0]?["nama"] ?? "") hadir\n" }.joined())
    let register = try loop.files.scratch.read("kasus/register.jsonl")
    for name in Set(ids.compactMap { all[$0]?["nama"] }) where name.count > 5 {
      let isThere = register.contains(name)
      #expect(!isThere, "a name stands in the register")
    }
    for place in Set(ids.compactMap { all[$0]?["berkas"] }) {
      for row in try loop.files.scratch.read("kasus/" + place).split(separator: "\n").dropFirst() {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        let isThere = register.contains(cells[5]) || register.contains(cells[6])
        #expect(!isThere, "a number stands in the register")
      }
    }
    let letters = try loop.events().filter { $0.text("jenis") == "surat" }
    #expect(letters.count > 1)
  }

  /// A letter about one kecamatan, or of one class, counts its own rows alone.
  @Test func lettersOfPartsCountTheirOwnRows() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22", ["--per-kecamatan"])
    try loop.examine("2026-11-28")
    try loop.letter("2026-11-28", number: "26", on: "2026-11-29", ["--per-kecamatan"])
    let names = loop.files.scratch.names("kasus/hasil/2026-11-28/surat").filter { $0.hasSuffix(".docx") }
    let sent = Set(try loop.letterIDs()).count
    var inParts = 0
    for name in names {
      let text = try LetterFile.text(loop.run("2026-11-28") + "/surat/" + name)
      let own = try #require(text.firstMatch(of: #/Terdapat (\d+) data/#)?.output.1)
      let repeated = try #require(text.firstMatch(of: #/(\d+) data dalam surat ini pernah disarankan/#)?.output.1)
      let before = try #require(text.firstMatch(of: #/dari (\d+) data yang disarankan/#)?.output.1)
      #expect(own == repeated && own == before, "\(name)")
      if name.contains("ppk") { inParts += Int(own) ?? 0 } else { #expect(Int(own) == sent) }
    }
    #expect(names.count > 2 && inParts == sent)
  }

  /// Of a file that comes again, a decision that its officer has changed since is said not to be in force.
  @Test func whatWasOvertakenIsSaid() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let id = try #require(try loop.rows("2026-11-21").first?["id"])
    try loop.decide("2026-11-21", "id,putusan\n\(id),sah\n", file: "s.csv")
    try loop.decide("2026-11-21", "id,putusan\n\(id),tolak\n", file: "t.csv", on: "2026-11-24")
    func again(_ word: String, _ file: String) throws -> JSONValue {
      try #require(
        try loop.decide("2026-11-21", "id,putusan\n\(id),\(word)\n", file: file).items("berkas")[0].items("baris").first
      )
    }
    let row = try again("sah", "s.csv")
    #expect(row.text("keadaan") == "sudah tercatat")
    #expect(
      row.text("alasan")
        == "tidak berlaku lagi karena sesudahnya petugas ini memutuskan «tolak» (2026-11-24); untuk memutuskan lagi, pakai berkas "
        + "yang baru")
    #expect(try again("tolak", "t.csv").text("alasan") == "")
  }

  /// A sheet that was sorted without its column of ids: the rows whose ids name somebody else are refused, the others go on.
  @Test func rowsWhoseIDNamesAnotherAreRefused() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let found = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" && $0["nik"]?.count == 16 }
    func first(_ row: [String: String]) -> Substring { (row["nama"] ?? "").split(separator: " ").first ?? "" }
    let one = try #require(found.first)
    let other = try #require(found.first { first($0) != first(one) && $0["nik"]?.prefix(6) != one["nik"]?.prefix(6) })
    let (a, b) = (one["id"] ?? "", other["id"] ?? "")
    let told = try loop.decide(
      "2026-11-21",
      "ID temuan,NIK,Nama,Hasil verifikasi\n\(a),\(other["nik"] ?? ""),\(other["nama"] ?? ""),benar\n"
        + "\(b),\(other["nik"] ?? ""),\((other["nama"] ?? "").lowercased()),benar\n")
    let rows = told.items("berkas")[0].items("baris")
    #expect(rows.map { $0.text("keadaan") } == ["tidak diterima", "tersimpan"])
    let reason = try #require(rows[0].text("alasan"))
    #expect(reason.contains("menyebut \(other["nama"] ?? "")") && reason.contains("milik \(one["nama"] ?? "")"))
    #expect(try loop.events().filter { $0.text("jenis") == "keputusan" }.count == 1)
  }

  @Test func aDraftIsNotRecorded() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22", ["--konsep"])
    #expect(!loop.files.scratch.names("kasus").contains("register.jsonl"))
  }

  /// A row of which name, number and card were edited while the same death still matches it: the letter that asks for it
  /// again does not make the first one's wish come true.
  @Test func askingAgainSettlesNothing() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let found = try loop.rows("2026-11-21").filter {
      $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" && ($0["nama"] ?? "").count > 8
        && $0["bukti"]?.contains("tanggal lahir sama") == true && $0["bukti"]?.contains("desa sama") == true
    }
    let ids = found.prefix(4).compactMap { $0["id"] }
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22", ids.flatMap { ["--temuan", $0] })
    try loop.editRoll(Array(found.prefix(4))) { number, cells in
      cells.merging([
        "NIK": String((cells["NIK"] ?? "").dropLast(4)) + "47\(number)3",
        "NKK": String((cells["NKK"] ?? "").dropLast(4)) + "58\(number)3",
        "NAMA_PEMILIH": (cells["NAMA_PEMILIH"] ?? "") + "I",
      ]) { $1 }
    }
    try loop.examine("2026-11-28")
    func states(_ day: String) throws -> [String: String] {
      Dictionary(
        try loop.rows(day, "tindak-lanjut-rinci.csv").filter { $0["surat"]?.hasPrefix("25/") == true }
          .map { ($0["id"] ?? "", $0["keadaan"] ?? "") }, uniquingKeysWith: { a, _ in a })
    }
    let before = try states("2026-11-28")
    #expect(before.count == ids.count && !before.values.contains("ditindaklanjuti"), "\(before)")
    #expect(before.values.contains("tidak dapat dinilai"), "\(before)")
    try loop.letter("2026-11-28", number: "26", on: "2026-11-29")
    try loop.examine("2026-12-05")
    #expect(try states("2026-12-05") == before)
  }
}
