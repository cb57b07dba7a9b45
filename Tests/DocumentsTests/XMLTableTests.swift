#if OfficeFiles
  import Documents
  import Testing

  /// The text of a document with `|` for the delimiter, and what else is known of it.
  private func table(_ xml: String, _ element: String = "p", depth: Int? = nil) throws -> XMLTable {
    try XMLTable(FileBytes(Array(xml.utf8)), element: element, depth: depth)
  }

  private func text(_ file: FileBytes) -> String {
    String(decoding: file.bytes, as: UTF8.self).replacing("\u{1F}", with: "|")
  }

  @Suite struct XMLTableTests {
    private static let documents: [(String, String, String)] = [
      ("attributes", "<a>\n<p x='1' y='2'/>\n<p y='3'/>\n</a>", "x|y\n1|2\n|3\n"),
      ("elements", "<a>\n<p><x>1</x><y> 2\n </y></p>\n\n<p><y>3</y></p></a>", "x|y\n1|2\n\n\n|3\n"),
      ("a field that comes later", "<a>\n<p><x>1</x></p>\n<p><x>2</x><y>3</y></p></a>", "x|y\n1|\n2|3\n"),
      ("nested", "<a>\n<p><x>1</x><d><rt>2</rt><rw>3</rw></d></p></a>", "x|rt|rw\n1|2|3\n"),
      ("nested, ambiguous", "<a>\n<p><n>1</n><d><n>2</n></d></p></a>", "n|d n\n1|2\n"),
      ("mixed", "<a>\n<p>s<x>1</x><d>u<rt>2</rt> v</d></p></a>", "p|x|d|rt\ns|1|u v|2\n"),
      ("named fields", "<a>\n<p><field name='x'>1</field><field name='y'>2</field></p></a>", "x|y\n1|2\n"),
      (
        "around", "<a b='0'>\n<d k='7'>\n<p x='1'/>\n</d>\n<d k='8'><n>N</n>\n<p x='2'/></d>\n</a>",
        "k|x|n\n\n7|1|\n\n\n8|2|N\n"
      ),
      ("one line", "<a><p x='1'/><p x='2'/><p/></a>", "x\n1\n2\n"),
      ("a quote and a break", "<a>\n<p x='\"S\" T'><y>&#10;u&#9;v</y></p></a>", "x|y\n\"\"\"S\"\" T\"|u v\n"),
      ("entities", "<a>\n<p x='&lt;&amp;'><y><![CDATA[<b>]]></y></p></a>", "x|y\n<&|<b>\n"),
      ("empty fields have columns", "<a>\n<p><x/><y>1</y></p></a>", "x|y\n|1\n"),
      (
        "the schema's own attributes",
        "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\n<p><x xsi:nil='true'/><y>1</y></p></a>", "x|y\n|1\n"
      ),
    ]

    @Test(arguments: documents)
    func `makes a line of every row element`(what: String, xml: String, made: String) throws {
      let table = try table(xml)
      #expect(text(table.text) == made, "\(what)")
    }

    @Test func `says whether lines are those of the document`() throws {
      #expect(try table("<a>\n<p x='1'/>\n<p x='2'/></a>").keepsLines)
      #expect(try !table("<a>\n<p x='1'/><p x='2'/></a>").keepsLines)
    }

    @Test func `a second value of a field is not taken, and said`() throws {
      let table = try table("<a>\n<p><x>1</x><x>2</x><y>3</y></p></a>")
      #expect(text(table.text) == "x|y\n1|3\n")
      #expect(table.repeated == ["x"])
    }

    private static let encoded: [(String, [UInt8])] = [
      (
        "utf-16",
        Array("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>\n<p x='É'/></a>".utf16).flatMap {
          [UInt8($0 & 255), UInt8($0 >> 8)]
        }
      ),
      (
        "windows-1252",
        Array("<?xml version='1.0' encoding='windows-1252'?><a>\n<p x='".utf8) + [0xC9] + Array("'/></a>".utf8)
      ),
      (
        "iso-8859-1",
        Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>\n<p x='".utf8) + [0xC9] + Array("'/></a>".utf8)
      ),
    ]

    @Test(arguments: encoded)
    func `understands the declared encoding`(name: String, bytes: [UInt8]) throws {
      #expect(text(try XMLTable(FileBytes(bytes), element: "p", depth: nil).text) == "x\nÉ\n", "\(name)")
    }

    @Test func `finds columns that come behind the first look`() throws {
      let rows = XMLOutline.reach / 8000 + 10
      let one = "<p><x>1</x><z>\(String(repeating: "x", count: 8000))</z></p>\n"
      let made = try table("<a>\n\(String(repeating: one, count: rows))<p><x>2</x><y>3</y></p>\n</a>")
      #expect(made.rows == rows + 1)
      let lines = text(made.text).split(separator: "\n")
      #expect(lines.first == "x|z|y" && lines[1].hasPrefix("1|xx") && lines[1].hasSuffix("x|") && lines.last == "2||3")
      #expect(made.keepsLines)
    }

    @Test(arguments: ["", "<?xml version='1.0' encoding='EBCDIC-XYZ'?>"])
    func `says that the encoding is another`(declaration: String) {
      let bytes = Array((declaration + "<a><p x='").utf8) + [0xC9, 0x4E] + Array("'/></a>".utf8)
      #expect(throws: XMLTableFault.xml(.wrongEncoding(line: 1))) {
        try XMLTable(FileBytes(bytes), element: "p", depth: nil)
      }
    }

    private static let faulty: [(String, String, XMLTableFault)] = [
      ("no such element", "<a><b/></a>", XMLTableFault.noRows),
      ("cut off", "<a>\n<p x='1'/>", .xml(.malformed(line: 2))),
      ("long", "<a>\n<p x='\(String(repeating: "x", count: 70_000))'/></a>", .tooLong(line: 2)),
      ("wide", "<a>\n<p \((0...512).map { "a\($0)=''" }.joined(separator: " "))/></a>", .tooManyColumns),
      ("names", "<a>\n<p x='1'/>\((0...4096).map { "<e\($0)/>" }.joined())</a>", .tooManyNames),
      (
        "wide and empty",
        "<a><p \((0..<512).map { "a\($0)='1'" }.joined(separator: " "))/>"
          + String(repeating: "<p a0='1'/>", count: 80_000) + "</a>", .tooMuchText
      ),
    ]

    @Test(arguments: faulty)
    func `refuses what is no list`(what: String, xml: String, fault: XMLTableFault) {
      #expect(throws: fault, "\(what)") { try table(xml) }
    }

    private static let shapes: [(String, String, [String], [String])] = [
      ("rows", "<a><p x='1' y='2'/><p x='1' y='2'/></a>", ["p 2"], ["x", "y"]),
      ("rows in families", "<a><k n='1' m='0'><p x='1' y='2'/><p x='1' y='2'/></k></a>", ["p 2", "k 1"], ["x", "y"]),
      (
        "nested parts", "<a><p><n>1</n><d><x>1</x><y>2</y></d></p><p><n>1</n><d><x>1</x><y>2</y></d></p></a>",
        ["p 2", "d 2"], ["n", "x", "y"]
      ),
      ("one field is none", "<a><p><x>1</x></p><p><x>1</x></p></a>", [], []),
    ]

    @Test(arguments: shapes)
    func `finds the elements that may be rows`(what: String, xml: String, found: [String], headers: [String]) throws {
      let elements = try XMLOutline(FileBytes(Array(xml.utf8))).elements
      #expect(elements.map { "\($0.name) \($0.times)" } == found, "\(what)")
      #expect(elements.first?.headers ?? [] == headers, "\(what)")
    }
  }
#endif
