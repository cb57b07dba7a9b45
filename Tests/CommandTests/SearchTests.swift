import Documents
import Foundation
import TestSupport
import Testing

/// `padan cari`: one person over the lists, runs and register of a case.
@Suite struct SearchTests {
  private static func smallCase() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      """
      NIK,NAMA,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,DESA,TPS,KETERANGAN
      1602054101800001,SITI AMINAH,01|01|1980,P,JL MERDEKA NO 2,001,002,1602052001,CELIKAH,001,
      1602050202750002,"=CMD|' /C calc'!A0 \u{1B}[31mMERAH",02|02|1975,L,DUSUN II,003,001,1602052001,CELIKAH,002,1
      1602050303900003,BUDI SANTOSO,03|03|1990,L,DUSUN II,004,001,1602052001,CELIKAH,002,

      """, to: "daftar-pemilih/roll.csv")
    try scratch.write(
      """
      nama,nik,tanggal_lahir,kode_desa,tanggal_meninggal,sumber
      "AMINAH
      SITI",1602054101800001,1980-01-01,1602052001,2026-05-04,akta kematian
      S. AMINA,,1980-01-01,1602052001,2026-05-04,laporan RT

      """, to: "kematian/mati.csv")
    return scratch
  }

  private static func find(_ scratch: Scratch, _ arguments: [String]) throws -> JSONValue {
    let result = try Binary.run(["cari", scratch.path] + arguments + ["--json"])
    #expect(result.status == 0, "\(result.err)")
    return try JSONValue(Array(result.out.utf8))
  }

  @Test func aPersonIsFoundOnEveryList() throws {
    let scratch = try Self.smallCase()
    let found = try Self.find(scratch, ["aminah", "siti"])
    #expect(found.text("dicari_sebagai") == "nama")
    #expect(found.items("baris").map { $0.text("peran") } == ["kematian", "daftar-pemilih", "kematian"])
    #expect(found.items("baris").map { $0.number("baris") } == [2, 2, 4], "a line break in quotes counts")
    #expect(found.items("baris")[0].text("nik") == "160205******0001")
    #expect(found.items("baris")[0].text("tanggal_peristiwa") == "2026-05-04")
    let unmasked = try Self.find(scratch, ["1602 0541 0180 0001", "--lengkap"])
    #expect(unmasked.items("baris").map { $0.text("nik") } == ["1602054101800001", "1602054101800001"])
    let born = try Self.find(scratch, ["siti aminah 1980"])
    #expect(born.items("baris").count == 3)
    #expect(try Self.find(scratch, ["siti aminah 01/01/1980"]).items("baris").count == 3)
    #expect(try Self.find(scratch, ["siti aminah 1981"]).items("baris").isEmpty)
    #expect(try Self.find(scratch, ["siti aminah 02-01-1980"]).items("baris").isEmpty)
    let address = try Self.find(scratch, ["dusun 2 rt 3"])
    #expect(address.items("baris").isEmpty)
    let number = try Self.find(scratch, ["dusun ii rt 3"])
    #expect(number.items("baris").map { $0.number("baris") } == [3])
    #expect(number.items("baris")[0].text("kode_tms") == "1")
  }

  @Test func nothingFoundIsNoFailure() throws {
    let scratch = try Self.smallCase()
    let result = try Binary.run(["cari", scratch.path, "xaverius", "quintus"])
    #expect(result.status == 0)
    #expect(result.out.hasPrefix("Tidak ada yang cocok"))
    let short = try Binary.run(["cari", scratch.path, "12345"])
    #expect(short.status == 64 && short.err.contains("8 sampai 16 angka"))
    let limited = try Binary.run(["find", scratch.path, "aminah", "--maks", "1"])
    #expect(limited.out.contains("2 lagi tidak ditampilkan"), "\(limited.out)")
    #expect(try Binary.run(["cari", scratch.path, "aminah", "--maks", "0"]).status == 64)
  }

  @Test(arguments: ["", "*", " - "]) func nothingToLookForIsSaid(_ text: String) throws {
    let scratch = try Self.smallCase()
    let result = try Binary.run(["cari", scratch.path, text])
    #expect(result.status == 64 && result.err.contains("tidak memuat nama, nomor, atau alamat"), "\(result.err)")
  }

  /// A row that no run uses is shown as what it is.
  @Test func quarantinedRowsAreMarked() throws {
    let scratch = try Self.smallCase()
    try scratch.write(
      try scratch.read("daftar-pemilih/roll.csv")
        + "1602050303900009,BUDI SANTOSA,03|03|1990,L,DUSUN II,004,001,1602052001,CELIKAH,002,,x,y,z\n",
      to: "daftar-pemilih/roll.csv")
    let before = try Self.find(scratch, ["budi santosa"])
    #expect(before.items("baris").allSatisfy { $0["karantina"] == nil }, "no run can tell")
    #expect(try Binary.run(["periksa", scratch.path, "--tanggal", "2026-11-21"]).status == 0)
    let rows = try Self.find(scratch, ["budi santosa"]).items("baris")
    #expect(rows.count == 2)
    for row in rows { #expect((row["karantina"] != nil) == (row.number("baris") == 5), "\(row)") }
    let words = try Binary.run(["cari", scratch.path, "budi santosa"]).out
    #expect(words.contains("daftar-pemilih (karantina)") && words.contains("Dikarantina"), "\(words)")
  }

  /// What a list writes does not reach the terminal as anything but text.
  @Test func hostileNamesAreHarmless() throws {
    let scratch = try Self.smallCase()
    let result = try Binary.run(["cari", scratch.path, "merah"])
    #expect(result.status == 0)
    #expect(result.out.contains("MERAH") || result.out.contains("Tidak ada"))
    #expect(!result.out.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    let byNumber = try Binary.run(["cari", scratch.path, "1602050202750002"])
    #expect(byNumber.out.contains("MERAH") && !byNumber.out.unicodeScalars.contains { $0 == "\u{1B}" })
    #expect(!byNumber.out.contains("1602050202750002"))
  }

  @Test func aBrokenSourceIsSaidAndOthersAreSearched() throws {
    let scratch = try Self.smallCase()
    try scratch.write("", to: "kematian/kosong.csv")
    let result = try Binary.run(["cari", scratch.path, "budi santoso"])
    #expect(result.status == 2)
    #expect(result.out.contains("BUDI SANTOSO"))
    #expect(result.err.contains("kematian/kosong.csv"))
  }

  /// Findings of runs and events of the register stand beside the rows.
  @Test func runsAndRegisterAreAsked() throws {
    let scratch = try Self.smallCase()
    #expect(try Binary.run(["periksa", scratch.path, "--tanggal", "2026-11-21"]).status == 0)
    let found = try Self.find(scratch, ["1602054101800001"])
    let row = try #require(found.items("baris").first { $0.text("peran") == "daftar-pemilih" })
    let finding = try #require(row.items("temuan").first)
    #expect(finding.text("aturan") == "meninggal")
    #expect(finding.text("hasil") == "hasil/2026-11-21")
    let other = try #require(found.items("baris").first { $0.text("peran") == "kematian" })
    #expect(other.items("temuan").contains { $0.text("id") == finding.text("id") })
    let id = try #require(finding.text("id"))
    try scratch.write("id,putusan,catatan,petugas\n\(id),sah,,Budi\n", to: "keputusan/k.csv")
    let decided = try Binary.run([
      "putuskan", scratch["hasil/2026-11-21"], scratch["keputusan/k.csv"], "--petugas", "Rina", "--tanggal",
      "2026-11-23",
    ])
    #expect(decided.status == 0, "\(decided.err)")
    let told = try Binary.run(["cari", scratch.path, "siti aminah"])
    // Who decided and when, not who typed it in.
    #expect(told.out.contains("  2026-11-23  keputusan  sah  Budi  \(id)") && !told.out.contains("Rina"), "\(told.out)")
    // A register that was changed is told of, and what it says is not.
    let register = try scratch.read("register.jsonl")
    try scratch.write(register.replacing("\"sah\"", with: "\"tolak\""), to: "register.jsonl")
    let changed = try Binary.run(["cari", scratch.path, "siti aminah"])
    #expect(changed.status == 2 && changed.err.contains("register.jsonl") && !changed.out.contains("tolak"))
    try scratch.write(register, to: "register.jsonl")
    // The roll is exported anew: its rows are known by who they are.
    try scratch.write(
      try scratch.read("daftar-pemilih/roll.csv").split(separator: "\n").enumerated().filter { $0.offset != 2 }
        .map { String($0.element) }.joined(separator: "\n") + "\n", to: "daftar-pemilih/roll.csv")
    let later = try Self.find(scratch, ["1602054101800001"])
    let same = try #require(later.items("baris").first { $0.text("peran") == "daftar-pemilih" })
    #expect(same.items("temuan").map { $0.text("id") } == [id])
    // Struck from the roll and from every list: the run still knows.
    try scratch.write(
      try scratch.read("daftar-pemilih/roll.csv").split(separator: "\n").filter { !$0.contains("AMINAH") }
        .joined(separator: "\n") + "\n", to: "daftar-pemilih/roll.csv")
    try scratch.write("nama,tanggal_meninggal\nORANG LAIN,2026-01-01\n", to: "kematian/mati.csv")
    let gone = try Self.find(scratch, ["siti aminah"])
    let old = try #require(gone.items("baris").first)
    #expect(gone.items("baris").count == 1 && old.text("peran") == "hasil")
    #expect(old.text("berkas") == "hasil/2026-11-21/temuan.csv: daftar-pemilih/roll.csv")
    #expect(old.items("temuan").map { $0.text("id") } == [id])
    #expect(old.items("register").map { $0.text("tanggal") } == ["2026-11-23"])
    // A run shows ten digits only: too few to tell whose number it is.
    #expect(try Self.find(scratch, ["1602054101800001"]).items("baris").isEmpty)
  }
}
