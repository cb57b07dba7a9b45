import Documents
import Reports
import RollModel
import Testing

@Suite struct LetterTests {
  let date = CalendarDay(day: 24, month: 11, year: 2026)

  @Test func countsOfTheLetterAreTheRowsOfTheAnnex() throws {
    let files = try LetterWriter(.init(date: date, number: "25")).write(Sample.record())
    #expect(files.map(\.path) == ["surat/saran-perbaikan-kpu.docx", "lampiran/lampiran-kpu.xlsx"])
    let letter = try text(of: files[0])
    let annex = try ZipReader(files[1].bytes)
    let rows = (2...4).map { number in
      SheetReader(xml: annex["xl/worksheets/sheet\(number).xml"]?.text ?? "").rows.count { Int($0.first ?? "") != nil }
    }
    // Of eight deaths one is held back and two are only to be verified; one of four duplicates too.
    #expect(rows == [5, 3, 3])
    #expect(letter.contains("Terdapat 11 data"))
    #expect(letter.contains("terdapat 4 data lain yang masih memerlukan verifikasi faktual"))
    #expect(letter.contains("Nomor : 25/PM.00.02/K.SS-09/11/2026"))
    #expect(letter.contains("Kayuagung, 24 November 2026"))
    // The continuous update is no stage of the Pemilu: its letters count to the pleno.
    #expect(letter.contains("sebelum rapat pleno rekapitulasi") && !letter.contains("paling lama 3"))
    #expect(!letter.contains("NIK ganda"))
  }

  @Test func theBodyHoldsNoPersonAndTheAnnexNoDisability() throws {
    let record = Sample.record()
    let files = try LetterWriter(.init(date: date, toEachKecamatan: true)).write(record)
    #expect(files.count == 6)
    for file in files where file.path.hasSuffix(".docx") {
      let letter = try text(of: file)
      for row in 0..<record.data.roll.count {
        let voter = record.data.roll[row]
        #expect(!letter.contains(voter.nik.description))
        #expect(!letter.contains(voter.text(.name)) || voter.text(.name) == "-")
      }
    }
    for file in files where file.path.hasSuffix(".xlsx") {
      let annex = try ZipReader(file.bytes).entries.map(\.text).joined()
      #expect(!annex.lowercased().contains("disabilitas") && !annex.lowercased().contains("difabel"))
      #expect(annex.contains(record.data.roll[0].nik.description) || !file.path.contains("kpu"))
    }
  }

  @Test(arguments: [
    ("{nomor}/PM.00.02/{kode}/{bulan}/{tahun}", nil as String?, "K.SS-09", "[nomor]/PM.00.02/K.SS-09/11/2026"),
    ("{nomor}/{kode}/{bulan_romawi}/{tahun}", "7", "", "7/[kode surat]/XI/2026"),
    ("{tahun}-{nomor}", "=1", "x", "2026-=1"),
  ])
  func numbers(_ template: String, _ serial: String?, _ code: String, _ number: String) throws {
    var record = Sample.record()
    record.office.numberTemplate = template
    record.office.letterCode = code
    let files = try LetterWriter(.init(date: date, number: serial)).write(record)
    #expect(try text(of: files[0]).contains("Nomor : \(number)"))
  }

  @Test(arguments: [SourceFile.NumberState.masked, .truncated])
  func weakNumbersAreSaid(_ state: SourceFile.NumberState) throws {
    let files = try LetterWriter(.init(date: date)).write(Sample.record(state: state))
    #expect(try text(of: files[0]).contains("tidak menyatakan adanya NIK ganda"))
  }

  @Test func rowsThatAreMarkedOrDecidedStayOut() throws {
    var record = Sample.record()
    let first = LetterSelection(record)
    #expect(first.count == 11)
    let excluded = LetterSelection(record, excluded: [record.findings[0].id])
    #expect(excluded.count == 10 && excluded.needsVerification == first.needsVerification + 1)
    // The same finding twice is one row of the annex.
    record.findings.append(record.findings[0])
    #expect(LetterSelection(record).count == 11)
    #expect(
      LetterSelection(record, kecamatan: 2).categories.allSatisfy { _, rows in
        rows.allSatisfy { record.data.roll[$0.row].area.kecamatanNumber == 2 }
      })
  }

  @Test func nothingToProposeIsNoLetter() {
    var record = Sample.record()
    record.findings.removeAll { $0.severity == .tms }
    #expect(throws: LetterError.nothingToPropose) { try LetterWriter(.init(date: date)).write(record) }
  }

  @Test(arguments: [
    ("::kop\nA\n::isi\nteks\n", LetterError.noTable(template: "surat-kpu.mustache")),
    ("::kop\nA\n::gambar\n::tabel\n", .unknownBlock("gambar", template: "surat-kpu.mustache", line: 3)),
  ])
  func templatesAreChecked(_ template: String, _ error: LetterError) {
    var templates = LetterTemplates()
    templates.toKPU = template
    #expect(throws: error) { try LetterWriter(.init(date: date, templates: templates)).write(Sample.record()) }
  }

  @Test func anUnclosedTemplateIsRefused() {
    var templates = LetterTemplates()
    templates.toKPU = "::tabel\n{{#kategori}}"
    #expect(throws: LetterError.self) {
      try LetterWriter(.init(date: date, templates: templates)).write(Sample.record())
    }
  }

  @Test func valuesCannotStartABlock() throws {
    var record = Sample.record()
    record.office.address = "::tabel\n::kop\nJalan <b>\"A\"</b> & B"
    let letter = try text(of: LetterWriter(.init(date: date)).write(record)[0])
    #expect(letter.contains("tabel ::kop Jalan <b>\"A\"</b> & B"))
  }

  @Test func lettersAccuseNobody() throws {
    let files = try LetterWriter(.init(date: date, toEachKecamatan: true)).write(Sample.record())
    for file in files where file.path.hasSuffix(".docx") {
      let letter = try text(of: file).lowercased()
      for word in ["curang", "palsu", "pelaku", "penipuan", "fiktif", "melanggar", "kesalahan"] {
        #expect(!letter.contains(word), "\(word)")
      }
    }
  }

  @Test func sameLetterSameBytes() throws {
    let one = try LetterWriter(.init(date: date)).write(Sample.record())
    let two = try LetterWriter(.init(date: date)).write(Sample.record())
    #expect(one.map(\.bytes) == two.map(\.bytes))
  }

  /// Paragraphs and cells of a letter, blanks between them.
  private func text(of file: LetterWriter.File) throws -> String {
    let xml = try ZipReader(file.bytes)["word/document.xml"]?.text ?? ""
    var text = ""
    var isTag = false
    for character in xml {
      if character == "<" { isTag = true } else if !isTag { text.append(character) }
      if character == ">" {
        isTag = false
        if text.last != " " { text += " " }
      }
    }
    for (mark, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text.replace(mark, with: character)
    }
    return text
  }
}
