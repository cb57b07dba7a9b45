import Documents
import Normalizers
import RollModel

/// How a text was understood as a table: the delimiter and the header row that together say most.
struct FoundHeader {
  var dialect: CSVDialect
  var match: HeaderBook.Match
  /// 0 where there is none.
  var headerLine: Int
  /// Byte and physical line of the first data row.
  var dataStart: Int
  var dataLine: Int
  /// Cells of the header row.
  var headers: [String] = []
  var notices: [String] = []
  var title = TitleArea()
  fileprivate var score: Double
}

/// Looks for the header of a source.
enum HeaderSearch {
  /// Rows looked at: titles above a header are rarely longer.
  static let reach = 40

  typealias Row = (line: Int, fields: [[UInt8]], end: Int, linesBefore: Int)

  /// Tries each delimiter and keeps the one whose best row knows most headers, then the one that cuts most evenly.
  static func find(
    _ source: Source, _ opened: OpenedText, _ encoding: TextDecoding.Encoding, _ book: HeaderBook
  ) throws(Refusal) -> FoundHeader {
    let file = opened.text
    var best: FoundHeader?
    var evenest = 0.0
    for dialect in try dialects(source, opened) {
      let rows = CSVSniffer.firstRows(file, dialect: dialect, limit: max(reach, source.headerRow ?? 0))
      evenest = max(evenest, CSVSniffer.evenness(rows.map { $0.fields.count }))
      guard let found = try header(source, book, dialect, rows, file, encoding), found.score > best?.score ?? 0 else {
        continue
      }
      best = found
      if found.match.isPlain(book) { break }
    }
    guard let best else {
      guard evenest > 0 || source.delimiter != nil || opened.dialect != nil else {
        throw Refusal(
          "pembatas kolomnya tidak dikenali (bukan koma, titik koma, #, tab, atau |). Nyatakan pemisah: di padan.yaml.")
      }
      throw Refusal(OpenedFile.noHeader(source))
    }
    if let (field, header) = best.match.absent.first {
      throw Refusal("kolom «\(header)» untuk \(field.rawValue) tidak ada di baris judul (baris \(best.headerLine)).")
    }
    if let missing = book.missing(best.match.map) {
      throw Refusal(
        "kolom wajib \(missing) tidak ditemukan di baris judul (baris \(best.headerLine)). "
          + "Petakan judulnya dengan kolom: di padan.yaml.")
    }
    return best
  }

  private static func header(
    _ source: Source, _ book: HeaderBook, _ dialect: CSVDialect,
    _ rows: [Row], _ file: FileBytes, _ encoding: TextDecoding.Encoding
  ) throws(Refusal) -> FoundHeader? {
    let evenness = CSVSniffer.evenness(rows.map { $0.fields.count })
    let start = CSVSniffer.mark(file)
    if source.headerRow == 0 {
      guard let map = book.positional(source.columns), rows.contains(where: { $0.fields.count >= map.needed }) else {
        return nil
      }
      let match = HeaderBook.Match(map: map)
      return FoundHeader(
        dialect: dialect, match: match, headerLine: 0, dataStart: start, dataLine: 1, score: 1 + evenness)
    }
    var best: (index: Int, match: HeaderBook.Match)?
    var above: [String] = []
    for (index, row) in rows.enumerated() {
      let cells = row.fields.map { text($0, encoding) }
      defer { above = cells }
      guard source.headerRow == nil || source.headerRow == row.line else { continue }
      let match = book.match(cells, specs: source.columns, above: above)
      let worth = match.recognised * 2 + (book.missing(match.map) == nil ? 1 : 0)
      let former = best.map { $0.match.recognised * 2 + (book.missing($0.match.map) == nil ? 1 : 0) } ?? 0
      if worth > former { best = (index, match) }
      if match.isPlain(book) { break }
    }
    let isStated = source.headerRow != nil || !source.columns.isEmpty
    let enough = isStated ? 1 : min(2, rows.first?.fields.count ?? 2)
    if var best, best.match.recognised >= enough {
      var next = best.index
      // A header over two rows: the lower row where it knows as much, else the upper with the lower one passed over.
      if source.headerRow == nil, next + 1 < rows.count {
        let lower = book.match(
          rows[next + 1].fields.map { text($0, encoding) }, specs: source.columns,
          above: rows[next].fields.map { text($0, encoding) })
        if lower.recognised > 2 {
          next += 1
          if lower.recognised >= best.match.recognised { best = (next, lower) }
        }
      }
      if next + 1 < rows.count, isNumbering(rows[next + 1].fields) { next += 1 }
      var cells = rows[best.index].fields.map { text($0, encoding) }
      let joined = JoinedHeader.better(
        than: best.match, at: best.index, rows.count, book, source,
        row: { row in
          rows[row].fields.map { text($0, encoding) }
        })
      // A stated row may be the first or the last of a header over several.
      if let joined, source.headerRow == nil || (joined.first...joined.last).contains(best.index) {
        (best, next, cells) = ((joined.first, joined.match), joined.last, joined.cells)
        if next + 1 < rows.count, isNumbering(rows[next + 1].fields) { next += 1 }
      }
      var notices = best.match.unknown.map { column in
        let values = rows[(next + 1)...].map { column < $0.fields.count ? $0.fields[column] : [] }
        return OpenedFile.notice(source, cells[column], book, ColumnShape.of(values))
      }
      var match = best.match
      if source.role.isPersons {
        let words = try RepeatedHeader.settle(
          &match.map, cells, RepeatedHeader.rows(of: file, from: rows[next].end, dialect))
        notices += words.map { "\(source.name): \($0)." }
      }
      let above = best.index > 0 ? rows[best.index - 1].fields.map { text($0, encoding) } : []
      if let header = BirthHeader.unread(match, cells, above: above, rows[(next + 1)...].map(\.fields), book) {
        notices.append("\(source.name): \(BirthHeader.words(header))")
      }
      if source.dateForm == nil {
        for (field, column, form) in shownForms(match.map, rows[(next + 1)...].map(\.fields)) {
          match.map.dateForms[field] = HeaderBook.dateForm(form, of: field)
          let header = cells.indices.contains(column) ? cells[column] : ""
          notices.append("\(source.name): \(OpenedFile.read(header, form, isBirth: HeaderBook.births.contains(field)))")
        }
      }
      return FoundHeader(
        dialect: dialect, match: match, headerLine: rows[best.index].line, dataStart: rows[next].end,
        dataLine: rows[next].linesBefore + 1, headers: cells, notices: notices,
        title: TitleArea(rows[..<best.index].map { $0.fields.map { text($0, encoding) } }),
        score: Double(best.match.recognised) + evenness)
    }
    guard source.headerRow == nil, source.columns.isEmpty, let map = book.positional([:]), rows.count > 0 else {
      return nil
    }
    let fitting = rows.count { row in
      row.fields.count >= map.needed
        && [0, 1].allSatisfy {
          row.fields[$0].withUnsafeBufferPointer { IdentityNumber.read($0.trimmed).form.isNumber }
        }
    }
    guard fitting * 2 > rows.count else { return nil }
    return FoundHeader(
      dialect: dialect, match: HeaderBook.Match(map: map), headerLine: 0, dataStart: start, dataLine: 1,
      score: 1 + evenness)
  }

  /// Columns whose dates can only be read with the month first, as a worksheet set to American English writes them (the
  /// first number is never above twelve, the second often is), or whose years have two digits.
  private static func shownForms(
    _ map: ColumnMap, _ rows: [[[UInt8]]]
  ) -> [(field: Field, column: Int, form: String)] {
    OpenedFile.dateFields.compactMap { field in
      guard map.dateForms[field] == nil, let columns = map.columns[field] else { return nil }
      let cells = JoinedCells(field, columns: columns.count)
      if columns.count > 1, case .words = cells { return nil }
      let values = rows.map {
        columns.count > 1 ? cells.bytes(columns, of: $0) : columns[0] < $0.count ? $0[columns[0]] : []
      }
      .filter { $0.contains(where: \.isDigit) }
      guard values.count >= fewestDates, let form = ColumnShape.dateForm(values) else { return nil }
      return (field, columns[0], form)
    }
  }

  /// Dates that must bear out a form: ten that all begin with at most twelve are one in ten thousand otherwise.
  private static let fewestDates = 10

  /// The row of column numbers that official forms print under the header.
  static func isNumbering(_ cells: [[UInt8]]) -> Bool {
    cells.count > 2
      && cells.enumerated().allSatisfy { i, cell in
        Int(String(decoding: cell.filter(\.isDigit), as: UTF8.self)) == i + 1 && cell.allSatisfy { !$0.isLetter }
      }
  }

  private static func text(_ cell: [UInt8], _ encoding: TextDecoding.Encoding) -> String {
    cell.withUnsafeBufferPointer { String(decoding: TextDecoding.utf8($0.trimmed, encoding: encoding), as: UTF8.self) }
  }

  private static func dialects(_ source: Source, _ opened: OpenedText) throws(Refusal) -> [CSVDialect] {
    if let known = opened.dialect { return [known] }
    guard let stated = source.delimiter else { return CSVDialect.delimiters.map { CSVDialect(delimiter: $0) } }
    guard let byte = Source.delimiter(named: stated) else {
      throw Refusal("pemisah «\(stated)» harus satu tanda, atau tab.")
    }
    return [CSVDialect(delimiter: byte)]
  }
}

extension HeaderBook.Match {
  /// A header beyond doubt: nothing needed is missing, and most of its cells are known.
  func isPlain(_ book: HeaderBook) -> Bool {
    recognised > 2 && recognised * 5 >= map.width * 3 && absent.isEmpty && book.missing(map) == nil
  }
}
