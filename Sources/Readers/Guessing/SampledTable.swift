import Documents
import Normalizers
import RollModel

/// The first rows of a file of which nothing is known, cut by the delimiter whose header row is known best.
struct SampledTable: Sendable {
  let format: String
  /// What the format says of how it was read: the sheet, the element.
  let reading: [String]
  let file: FileBytes
  let dialect: CSVDialect
  /// Cells of the header row; empty where the file has none.
  let header: [String]
  /// Physical line of the header, the first is 1; 0 where the file has none.
  let headerLine: Int
  /// What stands above the header of the area of all rows.
  let title: TitleArea
  /// Data rows, at most `reach`.
  let rows: [[[UInt8]]]
  /// Data rows of the whole file: counted where the sample holds them all, else estimated from their length.
  let rowCount: Int
  let isRowCountExact: Bool
  /// For each column: what its values look like.
  let shapes: [ColumnShape]

  static let reach = 300
  private static let headerReach = 40

  /// Keys of every header that any layout knows and that says what its column is of.
  private static let known: Set<String> = Set(
    Layout.all.flatMap { layout in
      layout.columns.values.joined() + layout.parts.filter { !$0.isBare }.flatMap { $0.headers.joined() }
    }.map(HeaderBook.key))

  /// Opens and samples a file; refuses it with a sentence.
  init(path: String) throws(Refusal) {
    let raw: FileBytes
    do { raw = try FileBytes(path: path) } catch { throw Refusal(OpenedFile.words(error)) }
    guard let reader = FormatReader.of(raw) else { throw Refusal("tidak dikenali.") }
    self.init(try reader.open(raw, Source(path: path, name: path, role: .roll), HeaderBook.ofAllRoles))
  }

  private init(_ opened: OpenedText) {
    let file = opened.text
    self.file = file
    format = opened.format
    reading = opened.reading
    let dialects = opened.dialect.map { [$0] } ?? CSVDialect.delimiters.map { CSVDialect(delimiter: $0) }
    var best = (score: -1.0, dialect: CSVDialect(delimiter: 44), header: Header())
    var sample: [(line: Int, fields: [[UInt8]], end: Int, linesBefore: Int)] = []
    for dialect in dialects {
      let rows = CSVSniffer.firstRows(file, dialect: dialect, limit: Self.reach + Self.headerReach)
      let header = Self.header(rows.prefix(Self.headerReach).map(\.fields))
      let total = header.score + CSVSniffer.evenness(rows.map { $0.fields.count })
      if total > best.score {
        best = (total, dialect, header)
        sample = rows
      }
    }
    dialect = best.dialect
    header = best.header.cells
    title = TitleArea(sample.prefix(max(0, best.header.rows.lowerBound)).map { $0.fields.map { Self.text($0) } })
    headerLine = best.header.rows.isEmpty ? 0 : sample[best.header.rows.lowerBound].line
    var first = best.header.rows.upperBound
    if first > 0, first < sample.count, HeaderSearch.isNumbering(sample[first].fields) { first += 1 }
    let data = sample.dropFirst(first)
    rows = data.prefix(Self.reach).map { $0.fields.map { Self.trimmed($0) } }
    isRowCountExact = sample.count < Self.reach + Self.headerReach
    if let last = data.last, !isRowCountExact {
      let start = first > 0 ? sample[first - 1].end : 0
      rowCount = (file.count - start) / max(1, (last.end - start) / data.count)
    } else {
      rowCount = data.count
    }
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    let kept = rows
    shapes = (0..<width).map { column in
      ColumnShape.of(kept.compactMap { column < $0.count ? $0[column] : nil })
    }
  }

  /// The values of a column in the sample.
  func values(_ column: Int) -> [[UInt8]] { rows.compactMap { column < $0.count ? $0[column] : nil } }

  /// Where the header stands; nowhere at first.
  private struct Header {
    var rows = 0..<0
    var cells: [String] = []
    var score = 0.0
  }

  /// The row that knows most headers, or the two that know more together; else the first that only has words above rows
  /// with figures.
  private static func header(_ rows: [[[UInt8]]]) -> Header {
    var best = (rows: 0..<0, cells: [String](), known: 0)
    let texts = rows.map { $0.contains(where: isFigures) ? [] : $0.map(text) }
    func look(_ span: Range<Int>, _ cells: [String]) {
      let known = cells.count { Self.known.contains(HeaderBook.key($0)) }
      if known > best.known { best = (span, cells, known) }
    }
    for (index, row) in texts.enumerated() { look(index..<index + 1, row) }
    for index in texts.indices.dropLast() where !texts[index].isEmpty && !texts[index + 1].isEmpty {
      look(index..<index + 2, JoinedHeader.joined([texts[index], texts[index + 1]]))
    }
    if best.known >= 2 || best.known == 1 && best.cells.count <= 2 {
      return Header(rows: best.rows, cells: best.cells, score: Double(best.known))
    }
    let usual = rows.map(\.count).max() ?? 0
    for (index, row) in rows.enumerated().prefix(5) where row.count == usual && row.count > 1 {
      let isWords = row.allSatisfy { $0.contains(where: \.isLetter) && !$0.contains(where: \.isDigit) }
      let hasFigures = rows.dropFirst(index + 1).contains { $0.contains { $0.contains(where: \.isDigit) } }
      if isWords, hasFigures { return Header(rows: index..<index + 1, cells: row.map(text), score: 0.5) }
    }
    return Header()
  }

  /// Six digits or more: numbers of persons, dates and codes, which no header holds.
  private static func isFigures(_ cell: [UInt8]) -> Bool { cell.count(where: \.isDigit) >= 6 }

  private static func text(_ cell: [UInt8]) -> String {
    cell.withUnsafeBufferPointer { String(decoding: TextDecoding.utf8($0.trimmed), as: UTF8.self) }
  }

  private static func trimmed(_ cell: [UInt8]) -> [UInt8] { cell.withUnsafeBufferPointer { Array($0.trimmed) } }
}
