import Documents
import Testing

@Suite struct WorkbookTests {
  @Test func cellsAreTextUnlessTheyAreNumbers() throws {
    let sheet = try sheetXML { cells in
      cells.text("1602054505090001", .text)
      cells.text("=HYPERLINK(\"http://x\")")
      cells.text("_x0041_ <b>&")
      cells.blank()
      cells.number(42)
    }
    #expect(
      sheet.contains(
        "<row><c s=\"1\" t=\"str\"><v>1602054505090001</v></c>"
          + "<c s=\"2\" t=\"str\"><v>=HYPERLINK(&quot;http://x&quot;)</v></c>"
          + "<c t=\"str\"><v>_x005F_x0041_ &lt;b&gt;&amp;</v></c><c/><c><v>42</v></c></row>"))
    #expect(!sheet.contains("<f>"))
  }

  @Test(arguments: ["=1", "+1", "-1", "@a", "\t=1"])
  func noCellBeginsAFormula(_ text: String) throws {
    let sheet = try sheetXML { $0.text(text, .text) }
    #expect(sheet.contains("<c s=\"2\" t=\"str\"><v>"))
  }

  @Test func headerIsFrozenAndFiltered() throws {
    let sheet = try sheetXML { $0.text("x") }
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<autoFilter ref=\"A1:B2\"/>"))
  }

  /// A sheet too wide for one page goes on over others, each with the first columns, and no page ends within a group: at
  /// F4 four groups of 24 characters stand beside 40.
  @Test(arguments: [(4, []), (5, [14]), (9, [14, 26])])
  func groupsOfColumnsStayOnOnePage(_ groups: Int, _ breaks: [Int]) throws {
    var cells = SheetWriter()
    cells.beginRow()
    cells.endRow()
    let columns =
      [Workbook.Column("Kecamatan", width: 20), Workbook.Column("Desa", width: 20)]
      + (0..<3 * groups).map { Workbook.Column("\($0)", width: 8) }
    var sheet = Workbook.Sheet(name: "Rekap desa", columns: columns, cells, isPrinted: true)
    (sheet.repeatedColumns, sheet.columnsTogether, sheet.paper) = (2, 3, .folio)
    var sink = MemorySink()
    try Workbook([sheet]).write(to: &sink)
    let zip = try ZipReader(sink.bytes)
    let xml = try #require(zip["xl/worksheets/sheet1.xml"]?.text)
    #expect(xml.matches(of: /<brk id="(\d+)"/).compactMap { Int($0.output.1) } == breaks)
    // Programs that fit a sheet to its page forget its breaks.
    #expect(!xml.contains("fitTo") && xml.contains("paperSize=\"14\" orientation=\"landscape\""))
    #expect(zip["xl/workbook.xml"]?.text.contains(">'Rekap desa'!$A:$B,'Rekap desa'!$1:$1<") == true)
  }

  /// What a page says of its own columns begins above the first of them, below the title.
  @Test func notesStandAboveTheColumnsOfTheirPage() throws {
    var cells = SheetWriter()
    cells.beginRow()
    cells.endRow()
    let columns = (0..<32).map { Workbook.Column("k\($0)", width: $0 < 2 ? 20 : 8) }
    var sheet = Workbook.Sheet(name: "Rekap", titleLines: ["Judul"], columns: columns, cells, isPrinted: true)
    (sheet.repeatedColumns, sheet.columnsTogether, sheet.paper) = (2, 3, .folio)
    #expect(sheet.pageStarts == [14, 26])
    sheet.notes = [2: ["a", "b"], 14: ["c"], 26: []]
    var sink = MemorySink()
    try Workbook([sheet]).write(to: &sink)
    let zip = try ZipReader(sink.bytes)
    let rows = SheetReader(xml: try #require(zip["xl/worksheets/sheet1.xml"]?.text)).rows
    #expect(rows[0].first == "Judul" && rows[1][2] == "a" && rows[1][14] == "c" && rows[2][2] == "b")
    #expect(rows[4].first == "k0" && zip["xl/workbook.xml"]?.text.contains("'Rekap'!$5:$5<") == true)
  }

  /// Each word stands on one line if it can.
  @Test(arguments: [
    ("", 1), ("KAYU AGUNG", 1), ("akta kematian; desa-a.csv baris 12", 4), ("1602051203850001", 2), ("a\nb", 2),
    ("DÉSÁ DÉSÁÁ", 1), ("Tempat/Tanggal Lahir", 3), ("TEMPAT/TANGGAL", 2),
  ])
  func textWrapsAtBlanks(_ text: String, _ lines: Int) { #expect(WrappedText.lines(text, width: 12) == lines) }

  @Test func sameContentSameBytes() throws { #expect(try archive { $0.text("x") } == archive { $0.text("x") }) }

  @Test(arguments: [
    ("Meninggal", "Meninggal"), ("RT/RW [1]:*?", "RTRW 1"), ("", "Lembar"), ("'a'", "a"),
    (String(repeating: "x", count: 40), String(repeating: "x", count: 31)),
  ])
  func sheetNames(_ text: String, _ name: String) { #expect(Workbook.sheetName(text) == name) }

  private func archive(_ row: (inout SheetWriter) -> Void) throws -> [UInt8] {
    var cells = SheetWriter()
    cells.beginRow()
    row(&cells)
    cells.endRow()
    let columns = [Workbook.Column("a", width: 5), Workbook.Column("b", width: 5)]
    var sink = MemorySink()
    try Workbook([Workbook.Sheet(name: "S & \"T\"", columns: columns, cells)]).write(to: &sink)
    return sink.bytes
  }

  private func sheetXML(_ row: (inout SheetWriter) -> Void) throws -> String {
    let zip = try ZipReader(archive(row))
    #expect(zip["xl/workbook.xml"]?.text.contains("name=\"S &amp; &quot;T&quot;\"") == true)
    return zip["xl/worksheets/sheet1.xml"]?.text ?? ""
  }
}
