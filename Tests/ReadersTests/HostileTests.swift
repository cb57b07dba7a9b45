import Foundation
import RollModel
import Testing

@testable import Readers

/// Files that are not what they should be: refused with a sentence, while the others are read.
struct HostileTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let words: String
    var testDescription: String { name }
    init(_ name: String, _ bytes: [UInt8], _ words: String) {
      (self.name, self.bytes, self.words) = (name, bytes, words)
    }
    init(_ name: String, _ text: String, _ words: String) { self.init(name, Array(text.utf8), words) }
  }

  static let examples: [Example] = [
    Example("empty", "", "kosong"),
    Example("blank", "\n  \n\r\n", "baris kosong"),
    Example("workbook", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], ".xlsx"),
    Example("old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "buku kerja .xls yang rusak"),
    Example("gzip", [0x1F, 0x8B, 8, 0, 0], "gzip"),
    Example("web page", "<html><p>NIK</p>", "HTML"),
    Example("web page without the list", "<html><table><tr><td>NIK</td></tr></table>", "kolom wajib nama"),
    Example("XML", "<?xml version='1.0'?><a/>", "XML"),
    Example("UTF-16 without text", [0xFE, 0xFF], "UTF-16"),
    Example("NUL bytes", "nama;nik\nBUDI;1\n\0\0\0rest of it all", "NUL"),
    Example("unknown delimiter", "nama~nik\nBUDI~1\nANI~2\n", "pembatas"),
    Example("no name column", "nik,rt,rw\n1,2,3\n", "nama"),
    Example(
      "a row without end", "nama,nik\nANI,1\n" + String(repeating: "A", count: 2 << 20) + ",2\n",
      "baris 3 lebih panjang"),
    Example("no header", "BUDI,12\nANI,14\nUMAR,15\n", "baris judul tidak ditemukan"),
  ]

  @Test(arguments: examples) func refusesOneAndReadsTheOthers(_ example: Example) throws {
    let folder = try CaseOnDisk()
    try folder.add("daftar-pemilih/a.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    try folder.add("kematian/b.csv", .deaths, example.bytes)
    let data = try folder.read()
    #expect(data.roll.count == 1)
    try #require(data.refusals.count == 1)
    #expect(data.refusals[0].hasPrefix("kematian/b.csv: "))
    #expect(data.refusals[0].contains(example.words))
    #expect(data.files.map(\.path) == ["daftar-pemilih/a.csv"])
  }

  @Test func refusesFoldersPipesAndWhatIsNotThere() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    let inner = try folder.add("d.csv", .deaths, "x")
    let gone = try folder.add("e.csv", .deaths, "x")
    let pipe = try folder.add("f.csv", .deaths, "x")
    folder.set(inner) { $0.path = folder.root.path }
    folder.set(gone) { $0.path += ".gone" }
    let fifo = folder.root.appendingPathComponent("pipe").path
    #expect(mkfifo(fifo, 0o600) == 0)
    folder.set(pipe) { $0.path = fifo }
    let refusals = try folder.read().refusals
    #expect(refusals.count == 3)
    #expect(refusals[0].contains("folder") && refusals[1].contains("tidak ada") && refusals[2].contains("pipa"))
  }

  @Test func stopsWhenNoRollIsLeft() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "")
    #expect(throws: ReadingError.self) { try folder.read() }
    #expect(throws: ReadingError.self) { try CaseOnDisk().read() }
    let blank = try CaseOnDisk()
    try blank.add("a.csv", .roll, "nama,nik\n")
    #expect(throws: ReadingError.self) { try blank.read() }
    try blank.add("b.csv", .roll, "nama,nik\nBUDI,\n")
    #expect(try blank.read().notices == ["a.csv: hanya berisi judul, tidak ada baris data."])
  }

  /// A stated header is looked for where it was stated, and its words are about that line.
  @Test func aStatedHeaderThatIsNoneIsNamed() throws {
    func said(_ line: Int, _ text: String) throws -> CaseData {
      let folder = try CaseOnDisk()
      try folder.add("daftar-pemilih/a.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
      folder.set(try folder.add("kematian/b.csv", .deaths, text)) { $0.headerRow = line }
      return try folder.read()
    }
    let rows = (1...60).map { "SITI \($0),16021712038\($0 + 10)01\n" }.joined()
    let wrong = try said(5, "nama,nik\n" + rows)
    #expect(
      wrong.refusals == [
        "kematian/b.csv: baris 5, yang dinyatakan dengan baris_judul:, tidak memuat judul kolom yang dikenal. "
          + "Betulkan baris_judul: di padan.yaml, atau hapus supaya dicari sendiri."
      ])
    #expect(try said(0, "BUDI,ANI\n").refusals.allSatisfy { $0.contains("tanpa baris judul (baris_judul: 0)") })
    let deep = try said(51, String(repeating: "DAFTAR,\n", count: 50) + "nama,nik\nSITI,1602171203800009\n")
    #expect(deep.refusals.isEmpty && deep.lists[.deaths]?.count == 1, "\(deep.refusals)")
  }

  /// Rows that stand on the list of another role are rows.
  @Test func aFileOfResidentsWhoAreAllSoldiersIsNotEmpty() throws {
    let folder = try CaseOnDisk()
    try folder.add("daftar-pemilih/a.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    try folder.add(
      "penduduk/b.csv", .residents, "nama,nik,pekerjaan\nSITI,1602175203800002,TENTARA NASIONAL INDONESIA (TNI)\n")
    let data = try folder.read()
    #expect(data.lists[.military]?.count == 1 && data.notices.isEmpty, "\(data.notices)")
  }

  @Test func stopsWhenTooManyRowsAreQuarantined() throws {
    let folder = try CaseOnDisk()
    let good = String(repeating: "BUDI,12-03-1980\n", count: 90)
    let bad = String(repeating: ",12-03-1980\n", count: 10)
    try folder.add("a.csv", .roll, "nama,tanggal_lahir\n" + good + bad)
    let error = #expect(throws: ReadingError.self) { try folder.read() }
    #expect(error?.message.contains("a.csv: 10 dari 100 baris") == true)
    #expect(error?.message.contains("nama isian wajib kosong: 10") == true)
    #expect(error?.message.contains("misalnya baris 92, kolom «nama»") == true)
    #expect(error?.message.contains("karantina_maks") == true)
    #expect(try folder.read { $0.quarantineLimit = 0.1 }.roll.count == 90)
  }

  /// Rows with a place under the date of birth, say, are used, and too many of them are told.
  @Test func tellsWhenTheBirthDatesAreNone() throws {
    let folder = try CaseOnDisk()
    let rows = (0..<100).map { "BUDI,\($0 < 90 ? "12-03-1980" : "OKI")" }.joined(separator: "\n")
    try folder.add("a.csv", .roll, "nama,tanggal_lahir\n" + rows + "\n")
    let data = try folder.read()
    #expect(data.roll.count == 100 && data.rejections.isEmpty)
    #expect(data.notices.count == 1 && data.notices[0].contains("10 dari 100 isian kolom «tanggal_lahir»"))
  }

  @Test func readsTheSameFileOnce() throws {
    let folder = try CaseOnDisk()
    let text = "nama,nik\nBUDI,1602171203800001\n"
    try folder.add("a.csv", .roll, text)
    try folder.add("a-2.csv", .roll, text)
    try folder.add("b.csv", .deaths, text)
    let data = try folder.read()
    #expect(data.roll.count == 1)
    #expect(data.lists[.deaths]?.count == 1)
    #expect(data.notices == ["a.csv: isinya sama dengan a-2.csv, jadi tidak dibaca lagi."])
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let row: String
    let field: String
    let reason: String
    let value: String
    var testDescription: String { row }
  }

  static let faults: [Fault] = [
    Fault(row: "BUDI,1602171203800001,12-03-1980,S,L,1", field: "", reason: "kolom terlalu sedikit", value: "6 dari 7"),
    Fault(row: "BUDI,1,12-03-1980,S,L,1,3,LEBIH", field: "", reason: "kolom terlalu banyak", value: "8 dari 7"),
    Fault(row: ",1602171203******,12-03-1980,S,L,1,3", field: "nama", reason: "isian wajib kosong", value: ""),
    Fault(
      row: "BUDI,1602171203800001,S,12-03-1980,L,1,3", field: "tanggal_lahir",
      reason: "bukan tanggal, kolom mungkin bergeser", value: "a"),
    Fault(
      row: "-,BUDI,OKI,Q,X,MAWAR,3", field: "nama", reason: "nama tidak berisi huruf", value: "-"),
  ]

  @Test(arguments: faults) func quarantinesWithPlaceAndReason(_ fault: Fault) throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "nama,nik,tanggal_lahir,status_kawin,jenis_kelamin,rt,tps\nANI,1602175203800001,12-03-1980,S,P,RT 05,3\n"
        + fault.row + "\n")
    let data = try folder.read()
    #expect(data.rejections.map(\.field) == [fault.field])
    #expect(data.rejections.map(\.reason) == [fault.reason])
    #expect(data.rejections.map(\.value) == [fault.value])
    #expect(data.rejections.map(\.line) == [3])
    #expect(data.files[0].rowsRead == 2 && data.files[0].rowsUsed == 1 && data.files[0].rowsQuarantined == 1)
    #expect(data.files[0].rowsRepaired == 1)
    #expect(data.roll[0].codes.flags.contains(.repaired))
  }

  /// No voter is left out for a field that does not say who it is: the field is not known, and that is noted.
  @Test(arguments: [
    ("1234,1602171203800001,12-03-1980,S,L,1,3", Field.name), ("?????,1602171203800001,12-03-1980,S,L,1,3", .name),
    ("-,1602171203800001,12-03-1980,S,L,1,3", .name), ("BUDI,TIDAK ADA,12-03-1980,S,L,1,3", .nik),
    ("BUDI,1602171203800001,OKI,S,L,1,3", .birthDate), ("BUDI,1602171203800001,12-03-1980,12-03-1980,L,1,3", .marital),
    ("BUDI,1602171203800001,12-03-1980,9,L,1,3", .marital), ("BUDI,1602171203800001,12-03-1980,S,S,1,3", .sex),
    ("BUDI,1602171203800001,12-03-1980,S,L,MAWAR,3", .rt), ("BUDI,1602171203800001,12-03-1980,S,L,1,MAWAR", .tps),
  ])
  func keepsTheVoterOfAnUnreadableField(_ row: (text: String, field: Field)) throws {
    let folder = try CaseOnDisk()
    let good = "ANI,1602175203800001,12-03-1980,S,P,5,3\n"
    try folder.add(
      "a.csv", .roll,
      "nama,nik,tanggal_lahir,status_kawin,jenis_kelamin,rt,tps\n" + good + row.text + "\n"
        + String(repeating: good, count: 60))
    let data = try folder.read()
    #expect(data.rejections.isEmpty && data.roll.count == 62)
    #expect(data.repairs.map(\.line) == [3] && data.repairs.map(\.field) == [row.field])
    #expect(data.repairs.map(\.deed) == [.leftUnknown])
    #expect(data.files[0].unknownFields == [row.field: 1] && data.notices.isEmpty)
    // What can be read of the row is.
    let voter = data.roll[1]
    if row.field != .name { #expect(voter.coreName == "BUDI") }
    if row.field != .nik { #expect(voter.nik.description == "1602171203800001") }
    if row.field != .birthDate { #expect(voter.birth.description == "1980-03-12") }
    #expect((voter.marital == nil) == (row.field == .marital) && (voter.sex == nil) == (row.field == .sex))
  }

  /// Text in pairs of bytes, with and without its mark, of either order.
  @Test(arguments: [true, false], [true, false])
  func readsTextInPairs(_ isBig: Bool, _ isMarked: Bool) throws {
    let text = (isMarked ? "\u{FEFF}" : "") + "nama\tnik\r\nANI Š\t1602175203800001\r\nBUDI\t1602171203800002\r\n"
    let bytes = text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    let folder = try CaseOnDisk()
    try folder.add("a.txt", .roll, bytes)
    let data = try folder.read()
    #expect(data.refusals.isEmpty && data.roll.count == 2 && data.files[0].format == "CSV UTF-16")
    #expect(data.roll.text(.name, row: 0) == "ANI Š" && data.roll[1].line == 3)
  }

  /// Padding behind the end is ignored and said; a NUL inside a cell is that cell's alone.
  @Test func readsTextWithAFewZeros() throws {
    let rows = (0..<200).map { "ORANG \($0 % 7 == 0 ? "SATU" : "DUA"),16021752038\(10_000 + $0)\n" }.joined()
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll, Array("nama,nik\nBU\0DI,1602171203800001\n".utf8) + Array(rows.utf8) + [0x1A, 0, 0, 0, 0])
    let data = try folder.read()
    #expect(data.roll.count == 201 && data.rejections.isEmpty)
    #expect(data.notices.contains { $0.contains("4 bita NUL di akhir") })
    #expect(data.notices.contains { $0.contains("1 bita NUL di dalam isian") })
  }

  /// Place, date, office and name under a short list are as many as a twentieth of it: the list is read all the same.
  @Test func aSignatureUnderAShortListIsNoBadRow() throws {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    try folder.add(
      "k.csv", .deaths,
      "NO;NAMA;NIK;TANGGAL LAHIR;TANGGAL MENINGGAL;KETERANGAN\n"
        + "1;ANI;1602175203800002;12-03-1980;01-09-2026;akta\n2;ROHANA;;;;\n"
        + "JUMLAH;;;;2;\n;;;;Lingkis, 1 November 2026;\n;;;;Kepala Desa Lingkis;\n;;;;SUTRISNO;\n*) sementara\n")
    let data = try folder.read()
    #expect(data.rejections.isEmpty && data.refusals.isEmpty)
    #expect(data.lists[.deaths]?.count == 2, "a lone name is a person's")
    #expect(data.files.map(\.rowsOfFurniture).max() == 5)
  }

  /// One word in a row that breaks off is a damaged row, wherever it stands.
  @Test func aRowThatBreaksOffIsNoSignature() throws {
    let folder = try CaseOnDisk()
    let people = (10...69).map { "NAMA \($0),16021712038000\($0),12-03-1980,L,DUSUN I,1602171001" }
    try folder.add(
      "roll.csv", .roll,
      (["nama,nik,tanggal_lahir,jenis_kelamin,alamat,kode_desa"] + people + ["rusak"]).joined(separator: "\n") + "\n")
    let data = try folder.read()
    #expect(data.roll.count == 60)
    #expect(data.rejections.count == 1 && data.files[0].rowsOfFurniture == 0)
  }

  /// A list that was printed: the header on every page, sums, page numbers, titles, signatures.
  @Test func countsPageFurnitureApart() throws {
    var lines = ["DAFTAR PEMILIH SEMENTARA,,,,,", "KABUPATEN OGAN KOMERING ILIR,,,,,"]
    let header = "No,NKK,NIK,Nama,Tanggal Lahir,RT"
    for page in 0..<4 {
      lines.append(header)
      for row in 0..<10 {
        let n = page * 10 + row
        lines.append(
          "\(n + 1),16020501011\(10_000 + n),160205120385\(1000 + n),\(n == 7 ? "TOTAL" : "WARGA"),12-03-1985,1")
      }
      lines += ["JUMLAH,,,10,,", ",,,JUMLAH,,", "Halaman \(page + 1) dari 4,,,,,", "- \(page + 1) -,,,,,"]
    }
    lines += ["Mengetahui,,,,,", ",,,Ketua PPS,,", ",,,(..................),,", "NIP. 19700101,,,,,"]
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, lines.joined(separator: "\n") + "\n")
    let data = try folder.read()
    #expect(data.roll.count == 40, "\(data.rejections)")
    #expect(data.rejections.isEmpty && data.files[0].rowsOfFurniture == 23)
    #expect(data.files[0].rowsRead == 63)
    // A voter of that name stays, for the row has a number and a date.
    #expect(data.roll.text(.name, row: 7) == "TOTAL")
  }

  /// A column that no table knows is said aloud.
  @Test func tellsOfAColumnThatCannotBeRead() throws {
    let folder = try CaseOnDisk()
    let rows = (0..<100).map { "BUDI,\($0 < 90 ? "S" : "7")" }.joined(separator: "\n")
    try folder.add("a.csv", .roll, "nama,status_kawin\n" + rows + "\n")
    let data = try folder.read()
    #expect(data.roll.count == 100)
    #expect(data.notices.count == 1 && data.notices[0].contains("10 dari 100 isian kolom «status_kawin»"))
  }
}
