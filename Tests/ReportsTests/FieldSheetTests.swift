import Documents
import Foundation
import Reports
import RollModel
import TestSupport
import Testing

/// Field sheets of the made-up run, read back from their bytes.
@Suite struct FieldSheetTests {
  private static let day = CalendarDay(day: 21, month: 11, year: 2026)
  private static let header = [
    "No", "TPS", "RT/RW", "NKK", "NIK", "Nama", "L/P", "Tanggal Lahir", "Alamat", "Temuan", "Yang ditanyakan",
    "Hasil verifikasi", "Percobaan 1", "Percobaan 2", "Percobaan 3", "Dokumen", "Petugas", "Catatan", "ID temuan",
  ]

  private struct Read {
    var titles: [String] = []
    var rows: [[String]] = []
  }

  /// Every row of every desa's first sheet.
  private func read(
    _ record: RunRecord, _ request: FieldSelection.Request = .init(), struck: [StruckSheet.Row] = []
  ) throws -> [Int: Read] {
    let selection = FieldSelection(record, struck: struck, request)
    var read: [Int: Read] = [:]
    for village in selection.villages {
      let book = try FieldBook(village: village, selection, of: record, day: Self.day, hasStruck: true)
      let again = try FieldBook(village: village, selection, of: record, day: Self.day, hasStruck: true)
      #expect(book.bytes == again.bytes)
      let zip = try ZipReader(book.bytes)
      #expect(zip["xl/worksheets/sheet1.xml"]?.text.contains("<f>") == false)
      let sheet = SheetReader(xml: zip["xl/worksheets/sheet1.xml"]?.text ?? "")
      let place = try #require(sheet.rows.firstIndex { $0.first == "No" })
      #expect(sheet.rows[place] == Self.header)
      read[village] = Read(
        titles: sheet.rows[..<place].compactMap(\.first), rows: Array(sheet.rows[(place + 1)...]))
    }
    return read
  }

  private func wanted(_ record: RunRecord) -> [Finding] {
    record.findings.filter { finding in
      if case .person = finding.subject { finding.severity != .data } else { false }
    }
  }

  @Test func everyFindingSomeoneGoesOutForStandsOnce() throws {
    let record = Sample.record()
    let sheets = try read(record)
    let ids = sheets.values.flatMap { $0.rows.map { $0[18] } }
    #expect(ids.count > 10)
    #expect(ids.sorted() == wanted(record).map(\.id).sorted())
    for sheet in sheets.values {
      #expect(sheet.rows.map { $0[0] } == sheet.rows.indices.map { "\($0 + 1)" })
      #expect(sheet.rows.allSatisfy { $0.count == 19 && $0[11...17].allSatisfy(\.isEmpty) })
      #expect(sheet.titles.contains { $0.hasPrefix("TERBATAS.") })
      #expect(sheet.titles.contains { $0.contains("21 November 2026") })
    }
  }

  /// Whoever asks about a pair knows whom the other row names, where it names somebody else.
  @Test func theOtherRowIsNamed() throws {
    let record = Sample.record()
    let rows = Dictionary(uniqueKeysWithValues: try read(record).values.flatMap(\.rows).map { ($0[18], $0) })
    var named = 0
    for finding in wanted(record) {
      guard let other = finding.counterpart, other.role == .roll, let voter = record.data.voter(other) else { continue }
      let row = try #require(rows[finding.id])
      let isAlike = row[5] == voter.text(.name)
      #expect(row[9].contains(isAlike ? "baris lain: TPS" : "baris lain: \(voter.text(.name)), TPS"), "\(row[9])")
      named += isAlike ? 0 : 1
    }
    #expect(named > 0)
  }

  @Test func numbersAreMasked() throws {
    for row in try read(Sample.record()).values.flatMap(\.rows) {
      for cell in row[3...4] { #expect(cell.count == 16 && cell.dropFirst(6).prefix(6) == "******") }
      #expect(!row.contains { $0.firstMatch(of: #/[0-9]{16}/#) != nil })
    }
  }

  @Test func rowsComeByStationNeighbourhoodAddressAndName() throws {
    var sorted = 0
    for sheet in try read(Sample.record()).values {
      let keys = sheet.rows.map { row in
        let parts = row[2].split(separator: "/").map(String.init)
        return [row[1], parts[1], parts[0], row[8], row[5]].map { $0 == "-" ? "~" : $0 }
      }
      #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
      sorted += keys.count
    }
    #expect(sorted > 10)
  }

  @Test func findingsOfOnePersonStandTogether() throws {
    var record = Sample.record()
    let first = try #require(record.findings.first { $0.rule == "meninggal" })
    for (number, card) in [Sample.cards[1], Sample.cards[4]].enumerated() {
      var more = Finding(
        card: card, tier: .verify, subject: first.subject, evidence: "x", explanation: "y", factHash: 7)
      more.id = "LAGI\(number)"
      record.findings.append(more)
    }
    let rows = try read(record).values.map(\.rows).first { $0.contains { $0[18] == first.id } } ?? []
    let place = try #require(rows.firstIndex { $0[18] == first.id })
    #expect(rows[place..<min(place + 3, rows.count)].map { $0[18] } == [first.id, "LAGI0", "LAGI1"])
  }

  @Test func whatIsDecidedOrNotAskedForStaysAtHome() throws {
    let record = Sample.record()
    let closed = Set(wanted(record).prefix(3).map(\.id))
    let ids = try read(record, .init(closed: closed)).values.flatMap { $0.rows.map { $0[18] } }
    #expect(ids.count == wanted(record).count - 3 && closed.isDisjoint(with: ids))
    let strong = try read(record, .init(tiers: [.strong])).values.flatMap { $0.rows.map { $0[18] } }
    #expect(strong.sorted() == wanted(record).filter { $0.tier == .strong }.map(\.id).sorted())
    let lempuing = try read(record, .init(kecamatan: 2))
    #expect(Array(lempuing.keys) == [3])
  }

  @Test func struckVotersStandOnTheSecondSheet() throws {
    let record = Sample.record()
    let rows = (30..<36).map { row in
      StruckSheet.Row(
        reference: RowReference(role: .roll, row: row), code: row % 2 == 0 ? .deceased : nil,
        reason: row % 2 == 0 ? "meninggal" : "hilang tanpa kode")
    }
    let selection = FieldSelection(record, struck: rows, .init())
    var found: [[String]] = []
    for village in selection.villages {
      let book = try FieldBook(village: village, selection, of: record, day: Self.day, hasStruck: true)
      let sheet = SheetReader(xml: try ZipReader(book.bytes)["xl/worksheets/sheet2.xml"]?.text ?? "")
      // The columns by which answers are read stand on the first sheet alone.
      #expect(!sheet.rows.contains { $0.contains("ID temuan") || $0.contains("Hasil verifikasi") })
      found += sheet.rows.filter { Int($0.first ?? "") != nil }
    }
    #expect(found.count == 6)
    #expect(found.filter { $0[10] == "1" && $0[11] == "meninggal" }.count == 3)
    #expect(found.filter { $0[10] == "-" && $0[11] == "hilang tanpa kode" }.count == 3)
  }

  /// LibreOffice shows a name that begins like a formula as it is written, and makes pages of every book.
  @Test(.enabled(if: OtherPrograms.office != nil, "LibreOffice is not installed"))
  func hostileNamesStayText() throws {
    let record = Sample.record()
    let selection = FieldSelection(record, struck: [], .init())
    let scratch = try Scratch()
    var shown = ""
    for village in selection.villages {
      let book = try FieldBook(village: village, selection, of: record, day: Self.day, hasStruck: true)
      try scratch.write(book.bytes, to: "\(village).xlsx")
      try OtherPrograms.convert(scratch["\(village).xlsx"], to: "csv", in: scratch.path)
      try OtherPrograms.convert(scratch["\(village).xlsx"], to: "pdf", in: scratch.path)
      shown += try scratch.read("\(village).csv")
      #expect(try scratch.read("\(village).pdf").hasPrefix("%PDF"))
    }
    #expect(shown.contains("\"=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")\""))
    #expect(shown.contains("<script>alert('x')</script>") && shown.contains("+62 NAMA"))
  }

  @Test func fileNamesAreSafeAndUnique() {
    let areas = AreaTable(
      entries: [
        Sample.entry(0, "", "", 0), Sample.entry(1_602_012_001, "Suka Maju", "Lempuing", 1),
        Sample.entry(1_602_022_001, "SUKA-MAJU", "Mesuji", 2), Sample.entry(1_602_022_002, "Suka maju", "Mesuji", 2),
        Sample.entry(1_602_022_003, "../../etc/passwd", "Mesuji", 2), Sample.entry(1_602_022_004, "Con", "Mesuji", 2),
        Sample.entry(0, "خ", "Mesuji", 2), Sample.entry(0, String(repeating: "a", count: 300), "Mesuji", 2),
      ],
      kecamatanNames: ["", "Lempuing", "Mesuji"], kecamatanCodes: [0, 0, 0].map { AreaCode(number: $0) },
      kabupatenName: "")
    let names = SheetFileNames(areas)
    let all = areas.entries.indices.map { names[$0] }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0.wholeMatch(of: #/[a-z0-9-]{1,90}\.xlsx/#) != nil })
    #expect(names[1] == "suka-maju-lempuing.xlsx")
    #expect(names[2] == "suka-maju-mesuji-1602022001.xlsx" && names[3] == "suka-maju-mesuji-1602022002.xlsx")
    #expect(names[4] == "etc-passwd.xlsx" && names[5] == "desa-con.xlsx")
  }

  /// Two desa of one name and kecamatan, in a roll without codes.
  @Test func aProvincesFilesNameTheKabupaten() {
    let entries = [
      (0, "", ""), (1, "MEKAR SARI", "SUKAMAJU"), (2, "MEKAR SARI", "SUKAMAJU"), (0, "MEKAR SARI", "SUKAMAJU"),
    ]
    .enumerated().map { number, area in
      AreaTable.Entry(
        code: AreaCode(number: 0), desa: area.1, kecamatan: area.2, kecamatanNumber: number, kabupatenNumber: area.0)
    }
    let areas = AreaTable(
      entries: entries, kecamatanNames: ["", "SUKAMAJU", "SUKAMAJU", "SUKAMAJU"],
      kecamatanCodes: [0, 0, 0, 0].map { AreaCode(number: $0) }, kabupatenName: "",
      province: AreaCode(number: 1_600_000_000))
    let names = SheetFileNames(areas)
    #expect(
      entries.indices.dropFirst().map { names[$0] } == [
        "1601-ogan-komering-ulu-mekar-sari.xlsx", "1602-ogan-komering-ilir-mekar-sari.xlsx", "mekar-sari.xlsx",
      ])
  }
}
