import RollModel
import Testing

@testable import Documents

/// The vectorised scanner against a slow one that goes byte by byte.
struct CSVReadingTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let rows: [[String]]
    var delimiter: UInt8 = 44
    var width = 0
    var testDescription: String { text.debugDescription }
  }

  static let examples: [Example] = [
    Example(text: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]]),
    Example(text: "a,b\r\nc,d", rows: [["a", "b"], ["c", "d"]]),
    Example(text: "a,\n,b\n", rows: [["a", ""], ["", "b"]]),
    Example(text: "a,b,", rows: [["a", "b", ""]]),
    Example(text: "\"a,b\",c", rows: [["a,b", "c"]]),
    Example(text: "\"a\"\"b\",c", rows: [["a\"b", "c"]]),
    Example(text: "\"a\nb\",c\nd,e", rows: [["a\nb", "c"], ["d", "e"]]),
    Example(text: "\"\",x", rows: [["", "x"]]),
    Example(text: "JL \"MAWAR\" 3,x", rows: [["JL \"MAWAR\" 3", "x"]]),
    Example(text: "\"MAWAR\" 3,x", rows: [["MAWAR 3", "x"]]),
    Example(text: "\"MAWAR,x\ny,z", rows: [["\"MAWAR", "x"], ["y", "z"]]),
    Example(text: "12|03|1980#L", rows: [["12|03|1980", "L"]], delimiter: 35),
    Example(text: "a;b,c", rows: [["a", "b,c"]], delimiter: 59),
    Example(text: "a\tb\n", rows: [["a", "b"]], delimiter: 9),
    Example(text: "\n\na", rows: [[""], [""], ["a"]]),
    Example(text: "\"a\"\r\n\"b\"\r\n", rows: [["a"], ["b"]]),
    Example(
      text: "a,b\nc,d\re,f\rg,h\ni,j\r\n", rows: [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], ["i", "j"]]),
    Example(text: "a,b\rc,d\re,f\r\r", rows: [["a", "b"], ["c", "d"], ["e", "f"], [""]]),
    Example(text: "a,b\r\r\nc,\"d\re\"\r", rows: [["a", "b\r"], ["c", "d\re"]]),
    Example(text: "a,b\rc,d\r\n", rows: [["a", "b\rc", "d"]], width: 3),
    Example(text: "a,b\rc\rd,e,f\rg,h,i,j", rows: [["a", "b\rc\rd", "e", "f"], ["g", "h", "i", "j"]], width: 4),
    Example(text: "a,b\rc,d\re,f\n", rows: [["a", "b"], ["c", "d"], ["e", "f"]], width: 2),
    Example(text: "a,b,\rc,d\r", rows: [["a", "b", ""], ["c", "d"]], width: 5),
    Example(text: "a,b\r\"c,c\",\"d,d\"", rows: [["a", "b"], ["c,c", "d,d"]], width: 5),
    Example(text: "a,b\rc,\"d,d\"", rows: [["a", "b\rc", "d,d"]], width: 3),
  ]

  @Test(arguments: examples) func cutsRowsAndFields(_ example: Example) {
    #expect(
      scan(Array(example.text.utf8), CSVDialect(delimiter: example.delimiter, width: example.width)).rows
        == example.rows)
  }

  @Test(arguments: examples) func agreesWithTheSlowParser(_ example: Example) {
    let dialect = CSVDialect(delimiter: example.delimiter, width: example.width)
    #expect(scan(Array(example.text.utf8), dialect) == SlowCSV.parse(Array(example.text.utf8), dialect))
  }

  @Test(arguments: 0..<40) func agreesWithTheSlowParserOnRandomDocuments(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 977)
    for round in 0..<60 {
      let delimiter = CSVDialect.delimiters[random.below(CSVDialect.delimiters.count)]
      let dialect = CSVDialect(delimiter: delimiter, width: random.below(3) * random.below(6))
      let text = RandomCSV.document(&random, dialect)
      let fast = scan(text, dialect)
      let slow = SlowCSV.parse(text, dialect)
      guard fast != slow else { continue }
      Issue.record("seed \(seed), round \(round): \(String(decoding: text, as: UTF8.self).debugDescription)")
      return
    }
  }

  @Test func aQuoteThatNothingClosesDamagesOneRow() {
    var text = Array("a,\"b\n".utf8)
    for _ in 0..<20_000 { text.append(contentsOf: Array("c,d\n".utf8)) }
    let rows = scan(text, CSVDialect(delimiter: 44)).rows
    #expect(rows.count == 20_001)
    #expect(rows[0] == ["a", "\"b"])
  }

  @Test func moreFieldsThanAreKeptAreCounted() {
    let text = Array(repeating: UInt8(44), count: 5000)
    let file = FileBytes(text)
    var scanner = CSVScanner(file, from: 0, dialect: CSVDialect(delimiter: 44))
    let row = scanner.next()
    #expect(row?.count == 5001)
    #expect(row?.fields.count == CSVScanner.maximumFields)
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}rest", CSVSniffer.Disguise.zip), ("%PDF-1.7", .pdf), ("<?xml version=\"1.0\"?>", .xml),
    ("  <!DOCTYPE HTML><p>", .html), ("<table>", .html), ("a\0b", .binary),
  ])
  func seesThroughDisguises(_ text: String, _ disguise: CSVSniffer.Disguise) {
    #expect(CSVSniffer.disguise(FileBytes(Array(text.utf8))) == disguise)
  }

  @Test func seesUTF16WithAndWithoutItsMark() {
    let text = Array("NAMA;NIK\n".utf8)
    let wide: [UInt8] = text.flatMap { byte -> [UInt8] in [byte, 0] }
    #expect(CSVSniffer.disguise(FileBytes(wide)) == .utf16)
    #expect(CSVSniffer.disguise(FileBytes([0xFF, 0xFE] + wide)) == .utf16)
    #expect(CSVSniffer.disguise(FileBytes(text)) == nil)
  }

  /// Sizes around a page: loads of 64 bytes must not leave the mapping, and the bytes behind the end must be zeros.
  @Test(arguments: [1, 63, 64, 65, 4032, 4095, 4096, 4097, 8192]) func readsFilesOfAnySize(_ size: Int) throws {
    let text = (0..<size).map { UInt8($0 % 7 == 6 ? 10 : 97) }
    let path = try temporaryFile(text)
    defer { remove(path) }
    let file = try FileBytes(path: path)
    let dialect = CSVDialect(delimiter: 44)
    #expect(Array(file.bytes) == text)
    #expect((0..<64).allSatisfy { file.base[size + $0] == 0 })
    #expect(scan(file, dialect) == SlowCSV.parse(text, dialect))
    file.release(0..<size)
    #expect(Array(file.bytes) == text)
  }

  @Test func refusesWhatIsNoFile() throws {
    #expect(throws: FileBytes.Failure.directory) { try FileBytes(path: "/") }
    #expect(throws: FileBytes.Failure.notAFile) { try FileBytes(path: "/dev/null") }
    #expect(throws: FileBytes.Failure.missing) { try FileBytes(path: "/no/such/file") }
    let path = try temporaryFile([])
    defer { remove(path) }
    #expect(throws: FileBytes.Failure.empty) { try FileBytes(path: path) }
  }
}

/// Rows, the byte at which each starts, and the line breaks before it.
struct ScannedRows: Equatable {
  var rows: [[String]] = []
  var offsets: [Int] = []
  var lines: [Int] = []
}

func scan(_ text: [UInt8], _ dialect: CSVDialect) -> ScannedRows { scan(FileBytes(text), dialect) }

func scan(_ file: FileBytes, _ dialect: CSVDialect) -> ScannedRows {
  var scanner = CSVScanner(file, from: 0, dialect: dialect)
  var result = ScannedRows()
  while let row = scanner.next() {
    result.rows.append(row.fields.map { String(decoding: $0, as: UTF8.self) })
    result.offsets.append(row.offset)
    result.lines.append(row.line)
  }
  return result
}
