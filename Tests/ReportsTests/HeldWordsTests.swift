import Documents
import RollModel
import Testing

@testable import Reports

/// One number for one notion on page, in letters and annexes, or words beside it that tell the difference.
@Suite struct HeldWordsTests {
  private let date = CalendarDay(day: 24, month: 11, year: 2026)

  /// Of eight deaths the sample holds one back; here another proposal of that rule gives a reason of its own.
  private static func record() -> RunRecord {
    var record = Sample.record()
    record.findings[0].tmsCode = .wrongStation
    return record
  }

  @Test func thePageCountsByTheReasonOfEachFinding() throws {
    var sink = MemorySink()
    try ReportPage(tally: nil, notes: nil).write(Self.record(), to: &sink)
    let page = String(decoding: sink.bytes, as: UTF8.self)
    #expect(page.contains("<td class=\"angka\">6, dan 1 ditahan</td>"))
    let bars = try #require(page.split(separator: "<table class=\"batang\">").dropFirst().first)
    #expect(bars.contains("<th scope=\"row\">TPS tidak sesuai</th>"))
    #expect(page.contains("Ringkasan meninggal. 1 di antaranya beralasan TPS tidak sesuai.</td>"))
    #expect(page.contains("<b>4</b><span>dugaan TMS yang menunggu verifikasi faktual, 1 di antaranya ditahan</span>"))
    #expect(page.contains("Jumlah tiap aturan memuat yang ditahan, seluruhnya 1:"))
    #expect(page.contains("Tidak termasuk 1 usulan yang ditahan sampai diperiksa di lapangan."))
    #expect(page.contains("<span>pemilih dalam daftar</span>"))
  }

  @Test func theTableOfAProvinceSaysWhatItLeavesOut() {
    let words = "Tidak termasuk 1.234 usulan yang ditahan sampai diperiksa di lapangan."
    #expect(PageKabupaten(record: Sample.record(), held: 1234).html.markup.contains(words))
    #expect(!PageKabupaten(record: Sample.record(), held: 0).html.markup.contains("Tidak termasuk"))
  }

  /// Tables of areas count the rows that are not struck.
  @Test func thePageSaysHowManyRowsAreStruck() throws {
    var record = Sample.record()
    var people = Sample.people(60)
    (people[50].mark, people[51].mark, people[52].mark) = (.deceased, .moved, .wrongStation)
    record.data.roll = Sample.roll(.roll, people, path: "daftar-pemilih/a.csv")
    var sink = MemorySink()
    try ReportPage(tally: nil, notes: nil).write(record, to: &sink)
    let page = String(decoding: sink.bytes, as: UTF8.self)
    #expect(page.contains("<b>60</b><span>pemilih dalam daftar, 2 di antaranya dicoret</span>"))
  }

  @Test func whereNothingIsHeldNothingIsSaid() throws {
    var record = Sample.record()
    for place in record.findings.indices { record.findings[place].heldBack = "" }
    var sink = MemorySink()
    try ReportPage(tally: nil, notes: nil).write(record, to: &sink)
    let page = String(decoding: sink.bytes, as: UTF8.self)
    for word in ["dan 1 ditahan", "Jumlah tiap aturan memuat", "Tidak termasuk", "verifikasi faktual, 1 di"] {
      #expect(!page.contains(word), "\(word)")
    }
    let letter = try #require(try LetterWriter(.init(date: date)).letters(record).first)
    let text = try LetterTests().text(of: letter.files[0])
    #expect(letter.heldBack == 0 && !text.contains("ditahan"))
  }

  @Test(arguments: [LetterKind.correction, .report])
  func lettersSayHowManyOfTheRestAreHeld(_ kind: LetterKind) throws {
    let letter = try #require(try LetterWriter(.init(date: date, kind: kind)).letters(Sample.record()).first)
    #expect(letter.needsVerification == 4 && letter.heldBack == 1)
    let text = try LetterTests().text(of: letter.files[0])
    #expect(text.contains("1 di antaranya ditahan sampai diperiksa di lapangan"))
  }

  /// Every page repeats what stands above the names of the desa, so that none of it is wider than they are.
  @Test func theRecapByDesaFitsTheColumnsOfItsNames() throws {
    let letter = try #require(try LetterWriter(.init(date: date, number: "25")).letters(Sample.record()).first)
    let xml = try #require(try ZipReader(letter.files[1].bytes)["xl/worksheets/sheet2.xml"]?.text)
    let above = SheetReader(xml: xml).rows.prefix { $0.first != "Kecamatan" }
    #expect(above.contains { $0.first?.contains("TERBATAS") == true } && above.count < 9)
    for row in above { #expect((row.first ?? "").count <= 40, "\(row)") }
    #expect(above.map { $0.count > 2 ? $0[2] : "" }.contains("MS1 pemilih baru, belum terdaftar"))
  }

  /// What may go wrong with a row stands beside it: its other row is as good, or a safeguard stopped it.
  @Test func theAnnexSaysWhatIsEqualAndWhatWasHeld() throws {
    var record = Sample.record()
    #expect(record.findings[8].rule == "ganda")
    record.findings[8].explanation += "; " + Finding.equalRows
    var filter = LetterFilter()
    filter.accepted = [record.findings[4].id]
    let letter = try #require(try LetterWriter(.init(date: date, filter: filter)).letters(record).first)
    let sheets = try ZipReader(letter.files[1].bytes).entries.filter { $0.name.contains("sheet") }
    let rows = sheets.flatMap { SheetReader(xml: $0.text).rows }
    let notes = Dictionary(rows.filter { $0.count == 17 }.map { ($0[15], $0[14]) }, uniquingKeysWith: { a, _ in a })
    #expect(notes[record.findings[8].id] == "NIK sama; kedua baris setara, dipilih di lapangan")
    #expect(
      notes[record.findings[4].id] == "akta kematian; NIK sama; ditahan: ada bukti hidup yang lebih baru")
    #expect(notes[record.findings[9].id] == "NIK sama")
    let text = try LetterTests().text(of: letter.files[0])
    #expect(text.contains("Pada 1 data ganda kedua barisnya setara"))
    #expect(FieldWords(record.findings[8], in: record).finding.contains("\n" + Finding.equalRows))
  }
}
