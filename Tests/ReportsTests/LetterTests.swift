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
    let rows = (3...6).map { number in
      SheetReader(xml: annex["xl/worksheets/sheet\(number).xml"]?.text ?? "").rows.count { Int($0.first ?? "") != nil }
    }
    // Of eight deaths one is held back and two are only to be verified; one of four duplicates too. One resident is missing.
    #expect(rows == [1, 5, 3, 3])
    #expect(letter.contains("Terdapat 12 data (L 7, P 5)"))
    #expect(letter.contains("terdapat 4 data lain yang masih memerlukan verifikasi faktual"))
    #expect(letter.contains("Nomor : 25/PM.00.02/K.SS-09/11/2026"))
    #expect(letter.contains("Kayuagung, 24 November 2026"))
    // The continuous update is no stage of the Pemilu: its letters count to the pleno.
    #expect(letter.contains("sebelum rapat pleno rekapitulasi") && !letter.contains("paling lama 3"))
    #expect(!letter.contains("NIK ganda"))
  }

  /// Any number of threads writes the same bytes, in the same order.
  @Test func threadsChangeNothing() throws {
    let record = Sample.record()
    var request = LetterWriter.Request(date: date, toEachKecamatan: true)
    let alone = try LetterWriter(request).letters(record)
    request.threads = 4
    let together = try LetterWriter(request).letters(record)
    #expect(alone.map(\.recipient) == together.map(\.recipient) && alone.count == 3)
    #expect(alone.flatMap(\.files).map(\.bytes) == together.flatMap(\.files).map(\.bytes))
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
    #expect(first.count == 12)
    // What was decided against is neither proposed nor waiting; what was decided for is in, whatever its tier.
    var filter = LetterFilter()
    filter.rejected = [record.findings[0].id]
    #expect(LetterSelection(record, filter).count == 11)
    #expect(LetterSelection(record, filter).needsVerification == first.needsVerification)
    filter.rejected = []
    filter.accepted = [record.findings[2].id, record.findings[4].id]
    #expect(record.findings[2].tier == .verify && !record.findings[4].heldBack.isEmpty)
    #expect(LetterSelection(record, filter).count == 14)
    #expect(LetterSelection(record, filter).needsVerification == first.needsVerification - 2)
    // The same finding twice is one row of the annex.
    record.findings.append(record.findings[0])
    #expect(LetterSelection(record).count == 12)
    #expect(
      LetterSelection(record, kecamatan: 2).categories.allSatisfy { category in
        category.rows.allSatisfy { record.data.voter($0.person)?.area.kecamatanNumber == 2 }
      })
  }

  @Test func lettersSayHowManyRowsCouldNotBeRead() throws {
    var record = Sample.record()
    let said = "tidak terbaca dan tidak ikut diperiksa"
    #expect(try !text(of: LetterWriter(.init(date: date)).letters(record)[0].files[0]).contains(said))
    record.data.unread = [1, 3, 0].map { UnreadRow(file: "a.csv", role: .roll, line: 2, area: $0) }
    record.data.unread.append(UnreadRow(file: "r.csv", role: .officialCounts, line: 2))
    #expect(try text(of: LetterWriter(.init(date: date)).letters(record)[0].files[0]).contains("; 3 baris " + said))
    var filter = LetterFilter()
    filter.kecamatan = "Lempuing"
    let part = try LetterWriter(.init(date: date, filter: filter)).letters(record)[0]
    #expect(try text(of: part.files[0]).contains("; 2 baris " + said))
  }

  /// One part says it in all four templates, whoever the letter goes to; an office may put it in other words.
  @Test(arguments: [LetterKind.correction, .report, .appeal])
  func everyKindSaysWhatCouldNotBeRead(_ kind: LetterKind) throws {
    var record = Sample.record()
    record.data.unread = [1, 3, 3].map { UnreadRow(file: "a.csv", role: .roll, line: 2, area: $0) }
    var request = LetterWriter.Request(date: date, kind: kind, toEachKecamatan: true)
    let letters = try LetterWriter(request).letters(record)
    #expect(letters.count == 3)
    for (letter, count) in zip(letters, [3, 1, 2]) {
      let words = try text(of: letter.files[0])
      #expect(words.contains("; \(count) baris tidak terbaca dan tidak ikut diperiksa"), "\(letter.recipient)")
    }
    request.templates["bagian-tidak-terbaca.mustache"] =
      "{{#tidak_terbaca}} (tanpa {{tidak_terbaca}}\nbaris){{/tidak_terbaca}}"
    for letter in try LetterWriter(request).letters(record) {
      #expect(try text(of: letter.files[0]).contains("baris)"), "\(letter.recipient)")
    }
  }

  /// Form A lists what was compared as one sentence.
  @Test func theLastListOfFormAEndsWithAFullStop() throws {
    let report = try #require(try LetterWriter(.init(date: date, kind: .report)).letters(Sample.record()).first)
    let words = try text(of: report.files[0])
    #expect(words.contains("daftar kematian: 8 baris dari 1 berkas;"))
    #expect(words.contains("data penduduk: 6 baris dari 1 berkas."))
  }

  @Test func rowsAreChosen() throws {
    let record = Sample.record()
    var filter = LetterFilter()
    filter.classes = [.missing]
    #expect(LetterSelection(record, filter).categories.map(\.key) == ["belum-terdaftar"])
    filter.classes = [.tms]
    filter.leastTier = .certain
    #expect(LetterSelection(record, filter).categories.map(\.key) == ["tms-1", "tms-2", "tms-3"])
    #expect(LetterSelection(record, filter).count == 9)
    filter.classes = [.edits]
    #expect(throws: LetterError.nothingToPropose) {
      try LetterWriter(.init(date: date, filter: filter)).write(record)
    }
    filter = LetterFilter()
    filter.kecamatan = "  lempuing"
    let letter = try #require(try LetterWriter(.init(date: date, filter: filter)).letters(record).first)
    #expect(
      letter.files.map(\.path) == ["surat/saran-perbaikan-kpu-lempuing.docx", "lampiran/lampiran-kpu-lempuing.xlsx"])
    #expect(!letter.rows.isEmpty && letter.rows.allSatisfy { $0.kecamatan == "Lempuing" })
    let voters = record.data.roll.columns.area.count { $0 == 3 }
    #expect(try text(of: letter.files[0]).contains("mencocokkan \(voters) data pemilih Kecamatan Lempuing"))
    filter.kecamatan = "Palembang"
    #expect(throws: LetterError.unknownKecamatan("Palembang", known: ["Kayu Agung", "Lempuing"])) {
      try LetterWriter(.init(date: date, filter: filter)).write(record)
    }
    // One that is taken back by its id comes in whatever is known of it; of others a name changes nothing.
    filter = LetterFilter()
    filter.ids = [record.findings[4].id, record.findings[0].id]
    #expect(LetterSelection(record, filter).categories.flatMap(\.rows).map(\.finding) == [0])
    filter.naming = .all
    filter.ids = [record.findings[4].id]
    let one = try #require(try LetterWriter(.init(date: date, kind: .withdrawal, filter: filter)).letters(record).first)
    #expect(one.rows.map(\.id) == [record.findings[4].id])
    filter.ids = ["TIDAKADA"]
    #expect(throws: LetterError.noSuchFinding) {
      try LetterWriter(.init(date: date, kind: .withdrawal, filter: filter)).write(record)
    }
  }

  /// A wrong field, and a row whose sex nobody knows: each has its place in letter, recap and annex.
  @Test func everyClassHasItsSheetAndEveryRowItsCount() throws {
    var record = Sample.record()
    for (index, id) in ["salah-tps", "kk-beda-tps"].enumerated() {
      var finding = Finding(
        card: Sample.card(id, .tps, nil, .check), tier: .certain, subject: .person(.init(role: .roll, row: 30 + index)),
        evidence: "coklit", explanation: "=1+1", factHash: UInt64(index))
      finding.id = "E\(index)"
      record.findings.append(finding)
    }
    let letter = try #require(try LetterWriter(.init(date: date)).letters(record).first)
    #expect(letter.rows.count == 14)
    #expect(Set(letter.rows.map(\.letterClass)) == Set(LetterClass.allCases))
    let zip = try ZipReader(letter.files[1].bytes)
    let book = zip["xl/workbook.xml"]?.text ?? ""
    let sheets = book.split(separator: "<sheet name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(
      sheets == [
        "Rekap", "Rekap desa", "MS pemilih baru", "Meninggal", "Ganda",
        "Di bawah umur", "Ubah KK beda TPS", "Ubah TPS tidak sesuai",
      ], "\(sheets)")
    for number in 3...sheets.count {
      let rows = SheetReader(xml: zip["xl/worksheets/sheet\(number).xml"]?.text ?? "").rows
      let header = try #require(rows.first { $0.first == "No" })
      #expect(header.suffix(2) == ["ID temuan", "Jawaban KPU"])
      #expect(rows.last?.suffix(2).first.map { id in letter.rows.contains { $0.id == id } } == true)
    }
    let words = try text(of: letter.files[0])
    #expect(words.contains("Perubahan data pemilih: 2 data"))
    #expect(words.contains("Rekapitulasi menurut uraian") && words.contains("Ubah L"))
  }

  /// A letter behind the pleno does not ask for what could only be done before it.
  @Test func aLetterAfterThePlenoNamesNoPastDay() throws {
    var request = LetterWriter.Request(date: date, number: "7")
    func words(_ plenary: CalendarDay) throws -> String {
      request.schedule = Schedule(quarter: "IV Tahun 2026", plenary: plenary)
      return try text(of: try #require(try LetterWriter(request).letters(Sample.record()).first).files[0])
    }
    #expect(try words(date).contains("pemutakhiran data pemilih berkelanjutan tanggal"))
    let past = try words(CalendarDay(day: date.day, month: date.month, year: date.year - 1))
    #expect(past.contains("pemutakhiran data pemilih berkelanjutan berikutnya"))
  }

  @Test(arguments: LetterKind.allCases) func kinds(_ kind: LetterKind) throws {
    let record = Sample.record()
    var request = LetterWriter.Request(date: date, number: "7", kind: kind)
    request.schedule = Schedule(quarter: "IV Tahun 2026", plenary: CalendarDay(day: 2, month: 12, year: 2026))
    request.officer = "RINA"
    request.reason = "orangnya hidup"
    request.earlierLetter = "25/X"
    request.followUp.all = ["Dari 214 data yang disarankan, 61 belum ditindaklanjuti."]
    if kind == .withdrawal {
      request.filter.ids = [record.findings[0].id, record.findings[9].id]
      request.filter.naming = .all
    }
    let letter = try #require(try LetterWriter(request).letters(record).first)
    #expect(letter.files.count == (kind == .appeal ? 1 : 2))
    #expect(letter.files[0].path.hasPrefix("surat/\(kind.rawValue)-kpu"))
    let words = try text(of: letter.files[0])
    #expect(!words.contains("{{") && !words.contains("::"))
    #expect(words.contains("Triwulan IV Tahun 2026"))
    #expect(!words.contains("memberi sanksi"))
    switch kind {
    case .correction:
      #expect(
        words.contains("sebelum rapat pleno rekapitulasi pemutakhiran data pemilih berkelanjutan tanggal 2 Desember"))
      #expect(words.contains("61 belum ditindaklanjuti"))
    case .appeal: #expect(words.contains("mengimbau agar KPU"))
    case .withdrawal:
      #expect(words.contains("Nomor 25/X") && words.contains("dengan alasan: orangnya hidup"))
      #expect(letter.rows.count == 2)
    case .report:
      #expect(words.contains("Penyandingan data dan analisis data") && words.contains("RINA"))
      #expect(words.contains("daftar kematian: 8 baris dari 1 berkas"))
    }
  }

  @Test func aDraftIsMarked() throws {
    var request = LetterWriter.Request(date: date)
    request.isDraft = true
    let letter = try #require(try LetterWriter(request).letters(Sample.record()).first)
    #expect(letter.isDraft && letter.files[0].path == "surat/saran-perbaikan-kpu-konsep.docx")
    #expect(try text(of: letter.files[0]).contains("konsep, belum dikirim"))
  }

  @Test func nothingToProposeIsNoLetter() {
    var record = Sample.record()
    record.findings.removeAll { $0.severity == .tms || $0.severity == .missing }
    #expect(throws: LetterError.nothingToPropose) { try LetterWriter(.init(date: date)).write(record) }
  }

  @Test(arguments: [
    ("::kop\nA\n::isi\nteks\n", LetterError.noTable(template: "surat-kpu.mustache")),
    ("::kop\nA\n::gambar\n::tabel\n", .unknownBlock("gambar", template: "surat-kpu.mustache", line: 3)),
    ("::tabel\n{{#kategori}}\n", broken(2, "bagian «kategori» tidak ditutup dengan {{/kategori}}")),
    ("::tabel\n::isi\n{{jumla}}\n", broken(3, "nama «jumla» tidak dikenal; maksudnya «jumlah»?")),
    ("::tabel\n{{nama}}\n", broken(2, "nama «nama» tidak dikenal")),
    ("::tabel\n{{#kelas}}\n{{/kategori}}\n", broken(3, "{{/kategori}} menutup bagian «kelas» yang dibuka di baris 2")),
    ("::tabel\n{{/kelas}}\n", broken(2, "{{/kelas}} menutup bagian yang tidak dibuka")),
    ("::tabel\n{{jumlah}\n", broken(2, "«{{» tidak ditutup dengan «}}»")),
    ("::tabel\n{{> kepala}}\n", broken(2, "tidak ada bagian «kepala»; tulis seperti {{> bagian-tidak-terbaca}}")),
    (
      "Yth. KPU\n::tabel\n",
      broken(1, "teks berdiri sebelum blok pertama; mulai dengan satu baris «::kop» atau «::isi»")
    ),
  ])
  func templatesAreChecked(_ template: String, _ error: LetterError) {
    var templates = LetterTemplates()
    templates[LetterTemplates.kpuFile] = template
    #expect(throws: error) { try LetterWriter(.init(date: date, templates: templates)).write(Sample.record()) }
  }

  private static func broken(_ line: Int, _ reason: String) -> LetterError {
    .badTemplate("surat-kpu.mustache", reason: "baris \(line): \(reason)")
  }

  /// A template of an office that was made for an earlier version, with all reasons in one list.
  @Test func anOlderTemplateStillServes() throws {
    var templates = LetterTemplates()
    templates[LetterTemplates.kpuFile] =
      "::isi\nTerdapat {{jumlah}} data.\n::nomor\n{{#kategori}}\n{{nama}}: {{jumlah}} data; sumber: {{sumber}}.\n{{/kategori}}\n::tabel\n"
    let files = try LetterWriter(.init(date: date, templates: templates)).write(Sample.record())
    let letter = try text(of: files[0])
    #expect(letter.contains("Terdapat 12 data.") && letter.contains("Meninggal: 5 data; sumber: data instansi 5"))
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
  func text(of file: WrittenLetter.File) throws -> String {
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
