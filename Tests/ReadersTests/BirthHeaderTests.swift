import RollModel
import TestSupport
import Testing

@testable import Readers

/// A header over two rows above the place and the day of birth.
@Suite struct BirthHeaderTests {
  static let titles = [
    ("LAHIR", "TEMPAT", "TANGGAL"), ("TEMPAT DAN TANGGAL LAHIR", "TEMPAT", "TANGGAL"),
    ("KELAHIRAN", "Tempat", "Tgl/Bln/Thn"), ("Tempat/Tgl Lahir", "Tempat", "Tgl. Lahir"),
  ]

  private static func rows(_ title: (String, String, String), isFilled: Bool) -> [[String]] {
    let ends = (["NO", "NIK", "NAMA"], ["L/P", "ALAMAT"])
    let below = isFilled ? ends : (["", "", ""], ["", ""])
    return [
      ["DAFTAR PEMILIH", "", "", "", "", "", ""],
      ends.0 + [title.0, isFilled ? title.0 : ""] + ends.1, below.0 + [title.1, title.2] + below.1,
      ["1", "1602171203800001", "BUDI", "LINGKIS", "12-03-1980", "L", "DUSUN I"],
      ["2", "1602175203800002", "ANI", "JEJAWI", "12-03-1981", "P", "DUSUN II"],
    ]
  }

  private static func check(_ data: CaseData) {
    #expect(data.roll.count == 2 && data.rejections.isEmpty && data.notices.isEmpty, "\(data.notices)")
    #expect((0..<data.roll.count).map { data.roll[$0].birth.description } == ["1980-03-12", "1981-03-12"])
    #expect((0..<data.roll.count).map { data.roll.text(.birthPlace, row: $0) } == ["LINGKIS", "JEJAWI"])
  }

  @Test(arguments: titles, [false, true]) func bothRowsAreJoined(_ title: (String, String, String), isFilled: Bool)
    throws
  {
    let folder = try CaseOnDisk()
    let rows = Self.rows(title, isFilled: isFilled)
    try folder.add("a.csv", .roll, rows.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n")
    Self.check(try folder.read())
  }

  /// The header stands on every page.
  @Test(arguments: [false, true]) func bothRowsAgain(isFilled: Bool) throws {
    let folder = try CaseOnDisk()
    let rows = Self.rows(Self.titles[0], isFilled: isFilled)
    let lines = (rows[...3] + rows[1...2] + rows[4...]).map { $0.joined(separator: ";") }
    try folder.add("a.csv", .roll, lines.joined(separator: "\n") + "\n")
    let data = try folder.read()
    Self.check(data)
    #expect(data.files[0].rowsOfFurniture == 2)
  }

  @Test func whatCannotBeJoinedIsSaid() throws {
    for (title, isRead) in [(("LAHIR", "DI", "PADA"), false), (("TTL", "DI", "PADA"), false), (Self.titles[0], true)] {
      let folder = try CaseOnDisk()
      let rows = Self.rows(title, isFilled: false)
      try folder.add("a.csv", .roll, rows.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n")
      let data = try folder.read()
      #expect(
        data.notices.contains { $0.contains("tidak ada tanggal lahir yang terbaca") } != isRead, "\(data.notices)")
    }
  }

  #if OfficeFiles
    @Test func workbooksWithMergedTitles() throws {
      let cells = Self.rows(Self.titles[0], isFilled: false).enumerated().map { number, row in
        "<row r=\"\(number + 1)\">"
          + zip("ABCDEFG", row).filter { !$1.isEmpty }.map {
            "<c r=\"\($0)\(number + 1)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
          }.joined() + "</row>"
      }
      let merges = ["D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "G2:G3"].map { "<mergeCell ref=\"\($0)\"/>" }
      let sheet = "<sheetData>\(cells.joined())</sheetData><mergeCells>\(merges.joined())</mergeCells>"
      let folder = try CaseOnDisk()
      try folder.add("a.xlsx", .roll, ZipBytes.workbook([("DPT", sheet)]))
      Self.check(try folder.read())
    }

    @Test func sheetsOfOpenDocument() throws {
      let rows = Self.rows(Self.titles[0], isFilled: false).enumerated().map { number, row in
        "<table:table-row>"
          + row.enumerated().map { column, text in
            let span =
              number != 1
              ? "" : column == 3 ? " table:number-columns-spanned=\"2\"" : " table:number-rows-spanned=\"2\""
            return text.isEmpty
              ? "<table:covered-table-cell/>" : "<table:table-cell\(span)><text:p>\(text)</text:p></table:table-cell>"
          }.joined() + "</table:table-row>"
      }
      let folder = try CaseOnDisk()
      try folder.add("a.ods", .roll, ZipBytes.openDocument(rows.joined()))
      Self.check(try folder.read())
    }
  #endif
}
