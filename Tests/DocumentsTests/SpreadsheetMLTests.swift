#if OfficeFiles
  import Documents
  import Testing

  /// Sheets as `name: text`, with `|` for the delimiter.
  private func sheets(_ content: String) throws -> [String] {
    let xml =
      "<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?>\n"
      + "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
      + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>\(content)</Workbook>"
    let file = FileBytes(Array(xml.utf8))
    #expect(SpreadsheetML.claims(try XMLOutline(file)))
    var all: [String] = []
    try SpreadsheetML.read(file) { sheet in
      let text = String(decoding: sheet.text.bytes, as: UTF8.self).replacing("\u{1F}", with: "|")
      all.append("\(sheet.name)\(sheet.isHidden ? " (tersembunyi)" : ""): \(text)")
    }
    return all
  }

  private func sheet(_ rows: String) -> String {
    "<Worksheet ss:Name='A'><Table><Column ss:Width='9'/>\(rows)</Table></Worksheet>"
  }

  private func cell(_ type: String, _ value: String, _ more: String = "") -> String {
    "<Cell \(more)><Data ss:Type='\(type)'>\(value)</Data></Cell>"
  }

  @Suite struct SpreadsheetMLTests {
    private static let rows: [(String, String, String)] = [
      ("rows", "<Row>\(cell("String", "a"))\(cell("String", "b"))</Row><Row>\(cell("String", "c"))</Row>", "a|b\nc|\n"),
      ("skipped", "<Row ss:Index='3'>\(cell("String", "a", "ss:Index='3'"))</Row>", "\n\n||a\n"),
      ("empty", "<Row/><Row><Cell/><Cell ss:StyleID='s'/>\(cell("String", "a"))</Row><Row/>", "\n||a\n"),
      ("spanned", "<Row ss:Span='2'/><Row>\(cell("String", "a"))</Row>", "\n\n\na\n"),
      ("merged", "<Row>\(cell("String", "a", "ss:MergeAcross='2'"))\(cell("String", "b"))</Row>", "a|||b\n"),
      ("booleans", "<Row>\(cell("Boolean", "1"))\(cell("Boolean", "0"))</Row>", "TRUE|FALSE\n"),
      ("days", "<Row>\(cell("DateTime", "1980-12-17T00:00:00.000"))</Row>", "1980-12-17\n"),
      ("times", "<Row>\(cell("DateTime", "1899-12-31T08:30:00.000"))</Row>", "08:30:00.000\n"),
      ("rich text", "<Row><Cell><ss:Data ss:Type='String'><B>a</B> b</ss:Data></Cell></Row>", "a b\n"),
      ("notes", "<Row><Cell><Comment><ss:Data>x</ss:Data></Comment></Cell>\(cell("String", "a"))</Row>", "|a\n"),
    ]

    @Test(arguments: rows)
    func `puts every cell in its place`(what: String, xml: String, made: String) throws {
      #expect(try sheets(sheet(xml)) == ["A: " + made], "\(what)")
    }

    private static let numbers = [
      ("1602054505090001", "1602054505090001"), ("1602054505090000", "1602054505090000."),
      ("1.60205450509E+15", "1602054505090000."), ("1.602054505090001E15", "1602054505090001"), ("12", "12"),
      ("0", "0"), ("-0.50", "-0.5"), ("1.5E-3", "0.0015"), ("007", "7"), ("100", "100"), ("1E3", "1000"),
      ("123456789012340", "123456789012340"), ("1E999", "1E999"), ("1e+", "1e+"), ("1.2.3", "1.2.3"), ("abc", "abc"),
      ("0.1000000000000000055", "0.1"), (".", "."), ("9E20", "900000000000000000000."),
    ]

    @Test(arguments: numbers)
    func `writes numbers without an exponent`(given: String, made: String) throws {
      #expect(try sheets(sheet("<Row>\(cell("Number", given))</Row>")) == ["A: \(made)\n"])
    }

    @Test func `tells sheets and hidden ones`() throws {
      let options = "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'><Visible>SheetHidden</Visible>"
      let found = try sheets(
        "<Styles><Style ss:ID='Row'/></Styles><Worksheet ss:Name='A'><Table><Row>\(cell("String", "x"))</Row></Table>"
          + "\(options)</WorksheetOptions></Worksheet><Worksheet ss:Name='B'/>" + sheet(""))
      #expect(found == ["A (tersembunyi): x\n", "B: ", "A: "])
    }

    private static let faulty: [(String, XMLTableFault)] = [
      ("<Row ss:Index='1048577'/>", .tooMuchText),
      ("<Row>\(cell("String", "x", "ss:Index='513'"))</Row>", .tooManyColumns),
      ("<Row>\(cell("String", String(repeating: "x", count: 70_000)))</Row>", .tooLong(line: 3)),
    ]

    @Test(arguments: faulty)
    func `refuses what is no list`(xml: String, fault: XMLTableFault) {
      #expect(throws: fault) { try sheets(sheet(xml)) }
    }
  }
#endif
