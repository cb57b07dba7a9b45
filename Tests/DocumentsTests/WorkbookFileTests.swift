#if OfficeFiles
  import Documents
  import TestSupport
  import Testing

  /// Sheets as text: what stands in the XML, and the lines it becomes (`|` between cells here).
  struct WorkbookFileTests {
    private func text(
      _ xml: String, strings: [String] = [], styles: String = "", properties: String = "", isStrict: Bool = false
    ) throws -> (lines: [String], facts: SheetFacts) {
      let bytes = ZipBytes.workbook(
        [("Satu", xml)], strings: strings, styles: styles, properties: properties, isStrict: isStrict)
      let file = try WorkbookFile(ZipArchive(FileBytes(bytes)))
      let sheet = try #require(file.sheets.first)
      let (text, facts) = try file.text(of: sheet, delimiter: 124)
      var lines = withExtendedLifetime(text) { String(decoding: text.bytes, as: UTF8.self) }.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last?.isEmpty != false, "the last line is ended")
      lines = lines.dropLast()
      return (lines.map(String.init), facts)
    }

    private func inline(_ reference: String, _ text: String) -> String {
      "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    @Test(arguments: [false, true]) func readsEveryKindOfCell(_ isStrict: Bool) throws {
      let styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\|mm\\|yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"d\"/></dxf></dxfs>"
      let strings = [
        "<t>NAMA</t>", "<r><t>SI</t></r><r><t xml:space=\"preserve\">TI </t></r><rPh><t>x</t></rPh>", "<t>a&#10;b</t>",
      ]
      let row =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
        + inline("D1", "&quot;kutip&quot;")
        + "<c r=\"E1\" s=\"1\"><v>29292</v></c><c r=\"F1\" s=\"2\"><v>29292.5</v></c>"
        + "<c r=\"G1\"><v>1.60205450509E+15</v></c><c r=\"H1\" t=\"b\"><v>1</v></c><c r=\"I1\" t=\"e\"><v>#N/A</v></c>"
        + "<c r=\"J1\" t=\"str\"><f>A1</f><v>NAMA</v></c><c r=\"K1\"><f>1+1</f><v>2</v></c><c r=\"L1\"><f>B1</f></c>"
        + "<c r=\"M1\" t=\"d\"><v>1980-03-12T00:00:00</v></c></row></sheetData>"
      let (lines, facts) = try text(row, strings: strings, styles: styles, isStrict: isStrict)
      #expect(
        lines == [
          "NAMA|SITI |a b|\"\"\"kutip\"\"\"|1980-03-12|1980-03-12|1602054505090000.|TRUE||NAMA|2||1980-03-12"
        ])
      #expect(facts.errorCells == 1 && facts.formulasWithoutResult == 1)
    }

    @Test func countsDaysFrom1904WhereTheWorkbookDoes() throws {
      let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
      let row = "<sheetData><row><c s=\"0\"><v>27830</v></c></row></sheetData>"
      #expect(try text(row, styles: styles, properties: "<workbookPr date1904=\"1\"/>").lines == ["1980-03-12"])
    }

    /// Line N is row N: gaps are blank lines, rows and cells come in any order or without a place, blank tails go.
    @Test func keepsPlaces() throws {
      let xml =
        "<dimension ref=\"A1\"/><sheetData><row r=\"3\">" + inline("C3", "c") + inline("A3", "a") + "</row><row>"
        + "<c t=\"inlineStr\"><is><t>d</t></is></c></row><row r=\"45\" hidden=\"1\">" + inline("B45", "e")
        + "</row><row r=\"44\">"
        + inline("A44", "f") + "</row><row r=\"2\">" + inline("A2", "g")
        + "</row><row r=\"900000\"><c r=\"XFD900000\" s=\"1\"/></row></sheetData>"
      let (lines, facts) = try text(xml)
      var expected = ["", "g||", "a||c", "d||"] + Array(repeating: "", count: 39)
      expected += ["f||", "|e|"]
      #expect(lines == expected)
      #expect(facts.hiddenRows == 1)
    }

    @Test func fillsMergedCellsOfTheHead() throws {
      let xml =
        "<sheetData><row r=\"1\">" + inline("A1", "DAFTAR") + "</row><row r=\"2\">" + inline("A2", "NAMA")
        + inline("B2", "RT/RW")
        + "</row><row r=\"3\">" + inline("B3", "RT") + inline("C3", "RW") + "</row></sheetData><mergeCells>"
        + "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A50:A60\"/></mergeCells>"
      let (lines, facts) = try text(xml)
      #expect(lines == ["DAFTAR|DAFTAR|DAFTAR", "NAMA|RT/RW|RT/RW", "NAMA|RT|RW"])
      #expect(facts.mergedRanges == 1)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
      let what: String
      let xml: String
      let fault: WorkbookFault
      var testDescription: String { what }
    }

    static let bad: [Bad] = [
      Bad(
        what: "far column", xml: "<sheetData><row r=\"9\"><c r=\"NTP9\"><v>1</v></c></row></sheetData>",
        fault: .tooManyColumns(row: 9)),
      Bad(
        what: "far row", xml: "<sheetData><row r=\"9999999\"><c><v>1</v></c></row></sheetData>", fault: .tooManyRows),
      Bad(
        what: "no such string", xml: "<sheetData><row r=\"2\"><c t=\"s\"><v>4</v></c></row></sheetData>",
        fault: .noSuchString(row: 2)),
      Bad(
        what: "row twice",
        xml: "<sheetData><row r=\"2\"><c><v>4</v></c></row><row r=\"2\"><c><v>4</v></c></row></sheetData>",
        fault: .rowTwice(2)),
      Bad(
        what: "late row twice",
        xml: "<sheetData><row r=\"52\"><c><v>4</v></c></row><row r=\"52\"><c><v>4</v></c></row></sheetData>",
        fault: .rowTwice(52)),
      Bad(
        what: "long cell",
        xml: "<sheetData><row r=\"3\"><c t=\"str\"><v>" + String(repeating: "x", count: 200_000)
          + "</v></c></row></sheetData>",
        fault: .longCell(row: 3)),
      Bad(
        what: "cut off", xml: "<sheetData><row><c>", fault: .xml(part: "xl/worksheets/sheet0.xml", .malformed(line: 1))),
    ]

    @Test(arguments: bad) func refuses(_ bad: Bad) throws {
      #expect(throws: bad.fault) { try text(bad.xml) }
    }

    @Test func refusesADocumentTypeAndWhatIsMissing() throws {
      let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>"
      var entries = ZipBytes.workbookEntries([("Satu", "")])
      entries[4].content = Array(bomb.utf8)
      let file = try WorkbookFile(ZipArchive(FileBytes(ZipBytes.archive(entries))))
      #expect(throws: WorkbookFault.xml(part: "xl/worksheets/sheet0.xml", .documentType)) {
        try file.text(of: file.sheets[0], delimiter: 124)
      }
      entries.remove(at: 4)
      #expect(throws: WorkbookFault.missing(part: "xl/worksheets/sheet0.xml")) {
        try WorkbookFile(ZipArchive(FileBytes(ZipBytes.archive(entries))))
      }
    }
  }
#endif
