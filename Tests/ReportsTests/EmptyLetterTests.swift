import Documents
import Reports
import RollModel
import Testing

/// Letters where there is nothing to propose: supervision that found nothing is reported, and an appeal asks beforehand.
@Suite struct EmptyLetterTests {
  private let date = CalendarDay(day: 24, month: 11, year: 2026)

  private static func clean() -> RunRecord {
    var record = Sample.record()
    record.findings.removeAll { LetterClass.of($0.rule, $0.severity) != nil }
    return record
  }

  @Test func formAReportsThatNothingWasFound() throws {
    let letters = try LetterWriter(.init(date: date, number: "7", kind: .report)).letters(Self.clean())
    let letter = try #require(letters.first)
    #expect(letters.count == 1 && letter.rows.isEmpty && letter.files.map(\.path) == ["surat/form-a-kpu.docx"])
    let text = try LetterTests().text(of: letter.files[0])
    #expect(text.contains("Tidak ditemukan data yang perlu disarankan perbaikannya."))
    #expect(text.contains("Lampiran : -") && text.contains("Daftar yang disandingkan"))
    for word in ["lampiran,", "termuat dalam lampiran", "Rekapitulasi menurut", " 0 data", "Saran perbaikan"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("Pengawasan dilanjutkan"))
  }

  @Test func anAppealIsWrittenBeforehand() throws {
    let letter = try #require(try LetterWriter(.init(date: date, kind: .appeal)).letters(Self.clean()).first)
    let text = try LetterTests().text(of: letter.files[0])
    #expect(text.contains("tidak menunjukkan data yang perlu disarankan perbaikannya"))
    #expect(text.contains("C. Imbauan") && !text.contains("Rekapitulasi menurut") && !text.contains(" 0 data"))
  }

  /// Letters that propose need something to propose, and who asks for a part of it is not told that there is nothing.
  @Test func othersAreNotWritten() {
    for kind in [LetterKind.correction, .withdrawal] {
      #expect(throws: LetterError.nothingToPropose) {
        try LetterWriter(.init(date: date, kind: kind)).letters(Self.clean())
      }
    }
    var filter = LetterFilter()
    filter.classes = [.edits]
    #expect(throws: LetterError.nothingToPropose) {
      try LetterWriter(.init(date: date, kind: .report, filter: filter)).letters(Self.clean())
    }
  }

  /// Where there is something, all stays as it was.
  @Test func whereThereIsSomethingItIsToldWithItsAnnex() throws {
    let letter = try #require(try LetterWriter(.init(date: date, kind: .report)).letters(Sample.record()).first)
    #expect(letter.files.count == 2)
    let text = try LetterTests().text(of: letter.files[0])
    #expect(
      text.contains("Hasilnya 12 data") && text.contains("Rincian menurut nama dan alamat termuat dalam lampiran."))
    #expect(!text.contains("Tidak ditemukan") && text.contains("Saran perbaikan atas data dalam lampiran"))
  }
}
