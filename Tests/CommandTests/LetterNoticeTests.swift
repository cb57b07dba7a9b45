import Documents
import Foundation
import TestSupport
import Testing

/// What a letter says of its days, numbers and places, and what the office is told beside it.
@Suite struct LetterNoticeTests {
  private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,kecamatan,desa,tps\n"

  private static func voters(_ code: String, _ count: Int = 30) -> String {
    (1...count).map { number in
      let (day, name) = (10 + number % 18, ["AGUS", "BUDI", "CITRA"][number % 3])
      return "\(code.prefix(6))\(day)017500\(10 + number),\(name) NOMOR\(number),1975-01-\(day),L,\(code),LAMA,BARU,1\n"
    }.joined()
  }

  /// A move inside one desa is code 8 in the letter as in the finding, and its row stays in the desa.
  @Test func aMoveInsideADesaKeepsItsCode() throws {
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"1602\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n",
      "daftar-pemilih/a.csv": Self.header + Self.voters("1602052001")
        + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,LAMA,BARU,1\n"
        + "1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,LAMA,BARU,1\n",
      "pindah/p.csv": "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tujuan,sumber\n"
        + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,1602052001,SKPWNI\n"
        + "1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,1671031004,SKPWNI\n",
    ])
    #expect(try files.examine().status == 0)
    let run = files.folder + "/hasil/2026-11-21"
    let found = ProvinceCase.rows(try files.text("temuan.csv")).filter { $0["nama"] == "HENDRA LESMANA" }
    try #require(found.map { $0["kode_tms"] } == ["8"] && found[0]["keyakinan"] == "pasti")
    let letter = try Binary.run(["surat", run, "--tanggal", "2026-11-22", "--nomor", "1"])
    #expect(letter.status == 0, "\(letter.err)")
    let rows = try LetterFile.rows(run + "/lampiran/lampiran-kpu.xlsx")
    let codes = Dictionary(uniqueKeysWithValues: rows.map { ($0.cells[3], [$0.sheet, $0.cells[11]]) })
    #expect(codes["HENDRA LESMANA"] == ["TPS tidak sesuai", "8"], "\(codes)")
    #expect(codes["BURHANUDDIN"] == ["Pindah domisili", "4"], "\(codes)")
    let words = try LetterFile.text(run + "/surat/saran-perbaikan-kpu.docx")
    #expect(words.contains("TPS tidak sesuai: 1 data") && words.contains("Pindah domisili: 1 data"))
    // What follows the row up has to know that it stays in its desa.
    #expect(try files.scratch.read("kasus/register.jsonl").contains("\"di_desa\":true"))
  }

  /// A file of another kabupaten among the roll is told, and no row of it is asked of this KPU.
  @Test func rowsOfAnotherKabupatenAreInNoLetter() throws {
    let deaths = ["1602052001", "1671032001"].map {
      "\($0.prefix(6))1203850001,HENDRA LESMANA \($0.prefix(4)),1985-03-12,L,\($0),LAMA,BARU,1\n"
    }
    let plan = "wilayah: \"1602\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n"
    let list = "kematian/k.csv"
    let files = try RunFiles.written([
      "padan.yaml": plan, list: Self.header + deaths.joined(),
      "daftar-pemilih/a.csv": Self.header + Self.voters("1602052001") + deaths[0],
      "daftar-pemilih/kiriman.csv": Self.header + Self.voters("1671032001") + deaths[1],
    ])
    let run = try files.examine()
    let notice = "daftar-pemilih/kiriman.csv: 31 dari 31 barisnya berkode kabupaten/kota 1671, bukan 1602"
    #expect(run.out.contains(notice), "\(run.out)")
    #expect(try files.text("laporan.html").contains("kiriman.csv: 31 dari 31"))
    let folder = files.folder + "/hasil/2026-11-21"
    let letter = try Binary.run(["surat", folder, "--tanggal", "2026-11-22", "--nomor", "1"])
    #expect(letter.status == 0 && letter.err.contains("1 data yang terletak di kabupaten/kota lain"), "\(letter.err)")
    let rows = try LetterFile.rows(folder + "/lampiran/lampiran-kpu.xlsx")
    #expect(rows.map { $0.cells[3] } == ["HENDRA LESMANA 1602"], "\(rows)")
    let words = try LetterFile.text(folder + "/surat/saran-perbaikan-kpu.docx")
    #expect(words.contains("mencocokkan 31 data pemilih pada 1 TPS"))

    let foreign = try RunFiles.written([
      "padan.yaml": plan, list: Self.header + deaths[1],
      "daftar-pemilih/a.csv": Self.header + Self.voters("1671032001") + deaths[1],
    ])
    #expect(try foreign.examine().out.contains("tidak satu pun pemilih tercatat di sana"))
    let none = try Binary.run(["surat", foreign.folder + "/hasil/2026-11-21", "--nomor", "1"])
    #expect(none.status == 2 && none.err.contains("1 data yang terletak di kabupaten/kota lain"), "\(none.err)")
  }

  /// The state of the data is that of the run, whenever the letter is written; a letter before its run is told.
  @Test func dataAreOfTheDayOfTheRun() throws {
    let loop = try LoopCase.sample(voters: 500)
    try loop.examine("2026-11-21")
    for kind in ["saran-perbaikan", "imbauan", "form-a"] {
      let late = try Binary.run([
        "surat", loop.run("2026-11-21"), "--jenis", kind, "--tanggal", "2027-02-25", "--konsep",
      ])
      #expect(late.status == 0 && late.err.isEmpty, "\(late.err)")
      let words = try LetterFile.text(loop.run("2026-11-21") + "/surat/\(kind)-kpu-konsep.docx")
      #expect(words.contains("eadaan") && words.contains("per 21 November 2026"), "\(kind)")
      #expect(!words.contains("per 25 Februari 2027"), "\(kind)")
    }
    let early = try loop.letter("2026-11-21", number: "1", on: "2026-11-20")
    #expect(early.err.contains("Surat bertanggal 2026-11-20 mendahului pemeriksaannya, 2026-11-21"), "\(early.err)")
  }

  /// A number that another letter of the year has is told, whatever month stands in it; so is who was asked for before.
  @Test func aUsedNumberAndAskedPersonsAreTold() throws {
    let loop = try LoopCase.sample(voters: 500)
    try loop.examine("2026-11-21")
    let first = try loop.letter("2026-11-21", number: "26", on: "2026-11-22")
    #expect(first.err.isEmpty && !first.out.contains("sudah diminta"), "\(first.err)")
    let count = try loop.letterIDs().count
    let again = try loop.letter("2026-11-21", number: "26", on: "2026-12-01", ["--keyakinan", "pasti"])
    #expect(again.err.contains("Nomor 26 sudah dipakai surat lain: 26/PM.00.02/K.SS-09/11/2026"), "\(again.err)")
    let asked = try loop.letterIDs().count - count
    try #require(asked > 0 && asked < count)
    #expect(
      again.out.contains(
        "\(asked) baris sudah diminta dalam surat Nomor 26/PM.00.02/K.SS-09/11/2026 tanggal 2026-11-22."),
      "\(again.out)")
    let other = try loop.letter("2026-11-21", number: "27", on: "2026-12-01", ["--jenis", "imbauan"])
    #expect(!other.err.contains("sudah dipakai"), "\(other.err)")
    let year = try loop.letter("2026-11-21", number: "26", on: "2027-01-04", ["--jenis", "form-a"])
    #expect(!year.err.contains("sudah dipakai"), "\(year.err)")
  }

  /// A withdrawal names the letter that it takes back, its day, and why, as the register has them.
  @Test func aWithdrawalTakesItsWordsFromTheRegister() throws {
    let loop = try LoopCase.sample(voters: 500)
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "26", on: "2026-11-22")
    let id = try #require(try loop.letterIDs().first)
    let taken = try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--batal", id, "--alasan", "orangnya hidup", "--petugas", "RINA",
    ])
    #expect(taken.status == 0, "\(taken.err)")
    let back = try Binary.run([
      "surat", loop.run("2026-11-21"), "--jenis", "penarikan", "--nomor", "27", "--tanggal", "2026-11-24",
    ])
    #expect(back.status == 0, "\(back.err)")
    let words = try LetterFile.text(loop.run("2026-11-21") + "/surat/penarikan-kpu-1-temuan-\(id.lowercased()).docx")
    #expect(words.contains("surat saran perbaikan Nomor 26/PM.00.02/K.SS-09/11/2026 tanggal 22 November 2026 dalam"))
    #expect(words.contains("dengan alasan: orangnya hidup."))
  }
}
