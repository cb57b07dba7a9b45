import Documents
import Foundation
import TestSupport
import Testing

@testable import Casework

/// Files come back moved about, and are read by their headers.
@Suite struct ReturnedFileTests {
  private func rows(_ text: String, _ name: String = "kembali.csv") throws -> [ReturnedRow] {
    let scratch = try Scratch()
    try scratch.write(text, to: name)
    return try ReturnedFile(scratch[name]).rows
  }

  private func decision(_ row: ReturnedRow) -> DecisionWord? {
    if case .decision(let word, _) = row.statement { word } else { nil }
  }

  @Test(arguments: [
    ("GAWDQAF94SKH", "GAWDQAF94SKH"), (" gawd qaf9 4skh ", "GAWDQAF94SKH"), ("gawd-qaf9-4skh", "GAWDQAF94SKH"),
    ("GAWDQAF94SKH-2", "GAWDQAF94SKH-2"), ("gawdqaf94skh - 12", "GAWDQAF94SKH-12"), ("OIL234567890", "011234567890"),
    ("'GAWDQAF94SKH", "GAWDQAF94SKH"),
  ])
  func idsAreReadAsMeant(_ written: String, _ id: String) { #expect(FindingID.read(written) == id) }

  @Test(arguments: [
    "", "GAWD", "GAWDQAF94SKU", "GAWDQAF94SKH-X", "GAWDQAF94SKH-0", "1602054505801234", "Jumlah temuan: dua belas",
  ])
  func whatIsNoIDIsNone(_ written: String) { #expect(FindingID.read(written) == nil) }

  /// A stroke fills nothing in, and days that a spreadsheet made numbers of are days again.
  @Test func strokesAndDaysOfSpreadsheetsAreRead() throws {
    let found = try rows(
      "id,hasil verifikasi,jawaban kpu,percobaan 1,percobaan 2\nGAWDQAF94SKH,-,—,46329,12-11-2026\n"
        + "GAWDQAF94SKJ,benar,.,12345,2\n")
    #expect(found.map(\.statement) == [.empty, .decision(.valid, result: "benar")])
    #expect(found.map(\.attempts) == [["2026-11-03", "12-11-2026", ""], ["12345", "2", ""]])
    let json = try rows(#"{"keputusan":[{"id":"GAWDQAF94SKH","putusan":"-"}]}"#, "keputusan.json")
    #expect(json.map(\.statement) == [.empty])
  }

  /// An odd answer is quoted where it is made of words of answers; what may be a name or a number is not.
  @Test(arguments: [
    ("Masih  hidup", "hasilnya («Masih hidup») bukan sah"), ("SITI AMINAH", "hasilnya bukan sah"),
    ("1602054505801234", "hasilnya bukan sah"), ("ya, 05-03-1980", "hasilnya bukan sah"),
    ("benar?", "hasilnya («benar?») bukan sah"), ("sah ??", "hasilnya («sah ??») bukan sah"),
  ])
  func oddAnswersAreQuoted(_ written: String, _ reason: String) throws {
    let row = try #require(try rows("id;putusan\nGAWDQAF94SKH;\(written)\n").first)
    guard case .unclear(let said) = row.statement else {
      Issue.record("read as an answer")
      return
    }
    #expect(said.hasPrefix(reason), "\(said)")
  }

  /// Answers on a sheet of struck voters are told of, sheet and row.
  @Test func answersOnStruckVotersAreTold() throws {
    let scratch = try Scratch()
    try scratch.write(
      "Daftar tercoret,,,,,\nNo,Nama,Keadaan sebenarnya,Tanggal kunjungan,Petugas kunjungan,Keterangan\n"
        + "1,A,,,,\n2,B,tidak benar,,,\n3,C,-,,,\n4,D,,,,pindah\n", to: "tercoret.csv")
    let file = try ReturnedFile(scratch["tercoret.csv"])
    #expect(file.rows.isEmpty)
    #expect(file.unrecorded.map(\.row) == [4, 6])
  }

  @Test func thePagesFilesAreRead() throws {
    let csv = try rows("id,putusan,catatan\nGAWDQAF94SKH,sah,\"satu, dua\"\nGAWDQAF94SKJ,perlu cek,'=x\n")
    #expect(csv.map(\.row) == [2, 3])
    #expect(csv.map(decision) == [.valid, .check])
    #expect(csv.map(\.note) == ["satu, dua", "=x"])
    let json = try rows(
      #"{"versi":1,"keputusan":[{"id":"GAWDQAF94SKH","putusan":"tolak","catatan":"n"},{"id":"x","putusan":"sah"}]}"#,
      "keputusan.json")
    #expect(json.map(decision) == [.rejected, nil])
    #expect(json.map(\.row) == [1, 2])
    #expect(json[1].statement == .unclear(ReturnedRow.badID))
  }

  /// Titles above, columns added and moved, capitals, blank rows, the header again on the next page, totals below.
  @Test func filledSheetsAreReadByTheirHeaders() throws {
    let sheet = """
      Lembar verifikasi desa TELUK;;;;
      Tidak untuk umum;;;;
      ;;;;
      Tambahan;HASIL  verifikasi;Petugas;id TEMUAN;Catatan;Percobaan 1;Dokumen
      x;Benar;SITI;gawd qaf9 4skh;;12-11-2026;akta
      x;tidak Benar;\u{1B}[2J1602054505800001 B;GAWDQAF94SKJ;;;
      ;;;;;;
      Tambahan;HASIL  verifikasi;Petugas;id TEMUAN;Catatan;Percobaan 1;Dokumen
      x;TIDAK  DITEMUKAN;;GAWDQAF94SKK;rumah kosong;;
      x;;;GAWDQAF94SKM;;;
      x;mungkin;;GAWDQAF94SKN;;;
      x;benar;;;;;
      Jumlah;;;5;;;
      """
    let found = try rows(sheet)
    #expect(found.map(\.row) == [5, 6, 9, 10, 11, 12])
    #expect(found.map(decision) == [.valid, .rejected, .check, nil, nil, nil])
    #expect(found[0].id == "GAWDQAF94SKH" && found[0].officer == "SITI" && found[0].document == "akta")
    #expect(found[1].officer == "[2J**************** B")
    #expect(found[0].attempts == ["12-11-2026", "", ""])
    #expect(found[3].statement == .empty)
    #expect(found[5].statement == .unclear(ReturnedRow.noID))
  }

  @Test func answersOfTheKPUAreRead() throws {
    let found = try rows("No,Nama,ID temuan,Jawaban KPU\n1,X,GAWDQAF94SKH,sudah dihapus\n2,Y,GAWDQAF94SKJ,\n")
    #expect(found.map(\.statement) == [.answer("sudah dihapus"), .empty])
  }

  @Test func aTableOfFindingsIsNoAnswer() throws {
    #expect(throws: ReturnedFault.self) { try rows("id,bobot,bukti,penjelasan,keputusan\nGAWDQAF94SKH,1,a,b,sah\n") }
    #expect(throws: ReturnedFault.self) { try rows("nama,alamat\nSITI,X\n") }
    #expect(throws: ReturnedFault.self) { try rows("") }
    #expect(throws: ReturnedFault.self) { try rows("%PDF-1.7") }
  }

  #if OfficeFiles
    @Test func workbooksAreReadSheetBySheet() throws {
      var cells = SheetWriter()
      for id in ["GAWDQAF94SKH", "GAWDQAF94SKJ"] {
        cells.beginRow()
        for text in [id, "Benar"] { cells.text(text, .text) }
        cells.endRow()
      }
      var other = SheetWriter()
      other.beginRow()
      other.text("apa saja", .text)
      other.endRow()
      let book = Workbook([
        Workbook.Sheet(name: "Dicoret", columns: [.init("Nama", width: 9)], other),
        Workbook.Sheet(
          name: "Lembar", titleLines: ["Judul", "Anak judul"],
          columns: [.init("ID temuan", width: 9), .init("Hasil verifikasi", width: 9)], cells),
      ])
      var sink = MemorySink()
      try book.write(to: &sink)
      let scratch = try Scratch()
      try scratch.write(sink.bytes, to: "lembar.dat")
      let found = try ReturnedFile(scratch["lembar.dat"]).rows
      #expect(found.map(\.sheet) == ["Lembar", "Lembar"])
      #expect(found.map(decision) == [.valid, .valid])
      #expect(found[1].row == found[0].row + 1)
      try scratch.write(Array(sink.bytes.prefix(sink.bytes.count / 2)), to: "potong.xlsx")
      #expect(throws: ReturnedFault.self) { try ReturnedFile(scratch["potong.xlsx"]) }
    }
  #endif

  @Test func notesLoseWhatIsPersonal() {
    let note = PlainNote(name: "SITI AMINAH, S.PD", birth: "1980-03-05")
    #expect(note.cleaned("Ibu Siti (Aminah) sudah wafat") == "Ibu (nama) (nama) sudah wafat")
    #expect(PlainNote(name: "KHOLIMA'H", birth: "").cleaned("Kholimah, KHOLIMA'H ada") == "(nama) (nama) ada")
    #expect(note.cleaned("NIK 1602054505800001 lahir 05-03-1980") == "NIK **************** lahir **-**-****")
    #expect(note.cleaned("1602 0545 0580 0001") == "**** **** **** ****")
    #expect(
      note.cleaned("akta nomor 12 tahun 2026, dikunjungi 12-11-2026")
        == "akta nomor 12 tahun 2026, dikunjungi 12-11-2026")
    #expect(note.cleaned("a\u{1B}[2Jb\nc") == "a[2Jb c")
    #expect(note.cleaned(String(repeating: "a", count: 900)).count == PlainNote.longest)
  }
}
