import Documents
import Normalizers
import RollModel

/// A source whose delimiter, header and columns are understood, ready to be read row by row.
struct OpenedFile: Sendable {
  private(set) var source: Source
  let file: FileBytes
  let format: String
  let dialect: CSVDialect
  let map: ColumnMap
  let encoding: TextDecoding.Encoding
  /// Byte and physical line at which the first data row starts.
  let dataStart: Int
  let dataLine: Int
  /// How the file was understood, for the report.
  private(set) var reading: [String]
  /// Headers as the file writes them; empty without a header row.
  let headers: [String]
  /// What the reader of the report must know.
  private(set) var notices: [String]
  /// Where the rows stand, as far as only the rows above the header say it.
  let title: TitleArea
  /// Where those stand that have a title of their own.
  private(set) var blocks = TitleBlocks()

  /// The same file of residents, read for another role that it serves.
  func serving(_ role: Role) -> OpenedFile {
    var other = self
    other.source.role = role
    other.source.isServed = true
    return other
  }

  private static let dateFields: [Field] = [.birthDate, .birthPlaceAndDate, .deathDate, .eventDate, .visitDate]
  /// Rows looked at for a header: titles above it are rarely longer.
  static let headerReach = 40

  /// Opens and understands a source, or each of its sheets; refuses it with a sentence.
  static func all(_ source: Source, _ book: HeaderBook) throws(Refusal) -> [OpenedFile] {
    let raw: FileBytes
    do { raw = try FileBytes(path: source.path) } catch { throw Refusal(words(error)) }
    guard let reader = FormatReader.of(raw) else { throw Refusal("tidak dikenali.") }
    let opened = try reader.open(raw, source, book)
    var files: [OpenedFile] = []
    for text in [opened] + opened.others {
      var part = source
      if let sheet = text.sheet {
        part.name += " [\(sheet)]"
        part.station = SheetStation.number(in: sheet)
      }
      do {
        files.append(try OpenedFile(part, text, book))
      } catch {
        throw text.sheet.map { Refusal("lembar «\($0)» \(error.words)") } ?? error
      }
    }
    if !files.isEmpty { files[0].notices.insert(contentsOf: opened.fileNotices.map { "\(source.name): \($0)" }, at: 0) }
    return files
  }

  private init(_ source: Source, _ opened: OpenedText, _ book: HeaderBook) throws(Refusal) {
    self.source = source
    format = opened.format
    file = opened.text
    if opened.dialect == nil, let line = CSVSniffer.overlongRow(file, newline: CSVSniffer.newline(file)) {
      throw Refusal(Self.overlong(line))
    }
    guard file.bytes.contains(where: { $0 > 32 && $0 != 44 && $0 != 59 }) else {
      throw Refusal("hanya berisi baris kosong. Minta salinan yang utuh atau keluarkan dari folder.")
    }
    switch opened.dialect == nil ? source.encoding?.lowercased() : nil {
    case nil, "utf-8", "utf8": encoding = .automatic
    case "windows-1252", "cp1252", "latin1", "iso-8859-1": encoding = .windows1252
    case let other?: throw Refusal("enkoding \(other) tidak dikenal; pakai utf-8 atau windows-1252.")
    }
    let found = try Self.understand(source, opened, encoding, book)
    dialect = found.dialect
    var map = found.match.map
    if let form = source.dateForm {
      for field in Self.dateFields where map.has(field) && map.dateForms[field] == nil {
        map.dateForms[field] = HeaderBook.dateForm(form, of: field)
      }
    }
    self.map = map
    dataStart = found.dataStart
    dataLine = found.dataLine
    let isTold = source.area == nil && TitleArea.isTold(source.role)
    title = isTold ? found.title.beside(map) : TitleArea()
    let parted = opened.dialect == nil ? ["pembatas " + Self.name(dialect.delimiter)] : []
    reading =
      opened.reading + parted + [
        found.headerLine > 0 ? "judul di baris \(found.headerLine)" : "tanpa judul",
        map.layout.isEmpty ? "judul campuran" : map.layout,
      ] + (title.words.isEmpty ? [] : ["tertulis di atas judul: " + title.words])
    headers = found.headers
    notices = opened.notices.map { "\(source.name): \($0)" } + found.notices
    if isTold, !title.isEmpty || TitleArea.Level.desa.isTold(beside: map) {
      blocks = TitleBlocks(self, below: found.title)
      let words = blocks.words(beside: title)
      if !words.isEmpty { reading.append("tertulis di atas bagian di bawahnya: " + words) }
      notices += blocks.doubts.map { "\(source.name): \(Self.severalAreas(dataLine + $0.line, $0.levels))" }
    }
  }

  /// What titles say of where the row stands that starts at byte `offset`.
  func title(at offset: Int) -> TitleArea { blocks.area(at: offset) ?? title }

  /// The header of a field's column as the file writes it, or the column's number where the file has no header row.
  func header(_ field: Field) -> String {
    guard let column = map.columns[field]?.first else { return "" }
    return headers.indices.contains(column) ? headers[column] : String(column + 1)
  }

  /// Rows that are not blank. O(bytes).
  var rowCount: Int {
    var scanner = CSVScanner(file, from: dataStart, dialect: dialect)
    var count = 0
    while let row = scanner.next() { count += row.isBlank ? 0 : 1 }
    return count
  }

  /// About how many rows there are, by the lines of the first 16 KiB.
  var likelyRows: Double {
    let sample = UnsafeBufferPointer(rebasing: file.bytes[dataStart..<min(file.count, dataStart + 1 << 14)])
    var lines = 0
    for i in 0..<sample.count where sample[i] == dialect.newline { lines += 1 }
    return Double(file.count - dataStart) / Double(max(sample.count, 1)) * Double(lines)
  }

  private struct Understanding {
    var dialect: CSVDialect
    var match: HeaderBook.Match
    var headerLine: Int
    var dataStart: Int
    var dataLine: Int
    var headers: [String] = []
    var notices: [String] = []
    var title = TitleArea()
    var score: Double
  }

  /// Tries each delimiter and keeps the one whose best row knows most headers, then the one that cuts most evenly.
  private static func understand(
    _ source: Source, _ opened: OpenedText, _ encoding: TextDecoding.Encoding, _ book: HeaderBook
  ) throws(Refusal) -> Understanding {
    let file = opened.text
    var best: Understanding?
    var evenest = 0.0
    for dialect in try dialects(source, opened) {
      let rows = CSVSniffer.firstRows(file, dialect: dialect, limit: headerReach)
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
      throw Refusal(Self.noHeader(source))
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
    _ rows: [(line: Int, fields: [[UInt8]], end: Int, linesBefore: Int)], _ file: FileBytes,
    _ encoding: TextDecoding.Encoding
  ) throws(Refusal) -> Understanding? {
    let evenness = CSVSniffer.evenness(rows.map { $0.fields.count })
    let start = CSVSniffer.mark(file)
    if source.headerRow == 0 {
      guard let map = book.positional(source.columns), rows.contains(where: { $0.fields.count >= map.needed }) else {
        return nil
      }
      let match = HeaderBook.Match(map: map)
      return Understanding(
        dialect: dialect, match: match, headerLine: 0, dataStart: start, dataLine: 1, score: 1 + evenness)
    }
    var best: (index: Int, match: HeaderBook.Match)?
    for (index, row) in rows.enumerated() where source.headerRow == nil || source.headerRow == row.line {
      let match = book.match(row.fields.map { text($0, encoding) }, specs: source.columns)
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
        let lower = book.match(rows[next + 1].fields.map { text($0, encoding) }, specs: source.columns)
        if lower.recognised > 2 {
          next += 1
          if lower.recognised >= best.match.recognised { best = (next, lower) }
        }
      }
      if next + 1 < rows.count, isNumbering(rows[next + 1].fields) { next += 1 }
      var cells = rows[best.index].fields.map { text($0, encoding) }
      if source.headerRow == nil, JoinedHeader.mayAdd(to: best.match, book, isPlain: best.match.isPlain(book)),
        let joined = JoinedHeader(rows.map { $0.fields.map { text($0, encoding) } }, book, source),
        joined.match.recognised > best.match.recognised
      {
        (best, next, cells) = ((joined.first, joined.match), joined.last, joined.cells)
        if next + 1 < rows.count, isNumbering(rows[next + 1].fields) { next += 1 }
      }
      var notices = best.match.unknown.map { column in
        let values = rows[(next + 1)...].map { column < $0.fields.count ? $0.fields[column] : [] }
        return notice(source, cells[column], book, ColumnShape.of(values))
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
          notices.append("\(source.name): \(Self.read(header, form, isBirth: HeaderBook.births.contains(field)))")
        }
      }
      return Understanding(
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
    return Understanding(
      dialect: dialect, match: HeaderBook.Match(map: map), headerLine: 0, dataStart: start, dataLine: 1,
      score: 1 + evenness)
  }

  /// Columns whose dates can only be read with the month first, as a worksheet set to American English writes them (the
  /// first number is never above twelve, the second often is), or whose years have two digits.
  private static func shownForms(
    _ map: ColumnMap, _ rows: [[[UInt8]]]
  ) -> [(field: Field, column: Int, form: String)] {
    dateFields.compactMap { field in
      guard map.dateForms[field] == nil, let columns = map.columns[field], columns.count == 1 else { return nil }
      let values = rows.compactMap { columns[0] < $0.count ? $0[columns[0]] : nil }
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
    let newline = CSVSniffer.newline(opened.text)
    guard let stated = source.delimiter else {
      return CSVDialect.delimiters.map { CSVDialect(delimiter: $0, newline: newline) }
    }
    if stated == "tab" || stated == "\\t" || stated == "\t" { return [CSVDialect(delimiter: 9, newline: newline)] }
    guard stated.utf8.count == 1, let byte = stated.utf8.first, byte != 34, byte != 10, byte != 13 else {
      throw Refusal("pemisah «\(stated)» harus satu tanda, atau tab.")
    }
    return [CSVDialect(delimiter: byte, newline: newline)]
  }
}

extension HeaderBook.Match {
  /// A header beyond doubt: nothing needed is missing, and most of its cells are known.
  fileprivate func isPlain(_ book: HeaderBook) -> Bool {
    recognised > 2 && recognised * 5 >= map.width * 3 && absent.isEmpty && book.missing(map) == nil
  }
}

extension IdentityNumber.Form {
  var isNumber: Bool { self == .full || self == .masked || self == .power || self == .rounded }
}

// MARK: Words

extension OpenedFile {
  static func words(_ failure: FileBytes.Failure) -> String {
    switch failure {
    case .missing: "tidak ada. Periksa nama berkas atau folder sumbernya."
    case .directory: "adalah folder, bukan berkas. Pindahkan isinya ke folder peran."
    case .notAFile: "bukan berkas biasa (pipa, soket, atau perangkat). Salin isinya ke berkas biasa."
    case .noPermission: "tidak boleh dibaca oleh pengguna ini. Ubah izin berkasnya."
    case .empty: "kosong (0 bita). Minta salinan yang utuh atau keluarkan dari folder."
    case .system(let number): "tidak dapat dibuka (galat sistem \(number))."
    }
  }

  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 44: "koma"
    case 59: "titik koma"
    case 9: "tab"
    case 31: "sel"
    default: String(UnicodeScalar(delimiter))
    }
  }

  fileprivate static func overlong(_ line: Int) -> String {
    "baris \(line) lebih panjang dari \(CSVSniffer.longestRow >> 20) MiB, jadi bukan baris daftar. "
      + "Periksa pemisah baris di sekitarnya atau minta salinan yang utuh."
  }

  fileprivate static func noHeader(_ source: Source) -> String {
    let reach = "baris judul tidak ditemukan di \(headerReach) baris pertama"
    let stated = source.columns.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value.headers)
    guard !stated.isEmpty else { return reach + ". Nyatakan baris_judul: dan kolom: di padan.yaml." }
    let named = stated.map { "«\($0)»" }.joined(separator: ", ")
    return reach + ": tidak ada yang memuat \(named). Periksa kolom: di padan.yaml."
  }

  /// How dates of a column are read that say so by themselves.
  fileprivate static func read(_ header: String, _ form: String, isBirth: Bool) -> String {
    let how =
      if form.hasPrefix("MM") {
        "dengan bulan di depan (BB/HH/TTTT), karena angka pertamanya tidak pernah lebih dari 12 dan angka keduanya sering"
      } else if isBirth {
        "dengan tahun dua angka: 30 sampai 99 sebagai 19.., 00 sampai 09 sebagai 20..; tahun 10 sampai 29 dapat berarti dua "
          + "abad, jadi dianggap tidak diketahui"
      } else {
        "dengan tahun dua angka: 00 sampai 29 sebagai 20.., selebihnya 19.."
      }
    return "tanggal di kolom «\(header)» dibaca \(how). Bila keliru, nyatakan bentuk_tanggal: di padan.yaml."
  }

  fileprivate static func severalAreas(_ line: Int, _ levels: Set<TitleArea.Level>) -> String {
    let named = TitleArea.Level.allCases.filter(levels.contains).map(\.word).joined(separator: ", ")
    return
      "di atas baris \(line) tertulis wilayah lain tanpa jelas mana yang dimaksud, jadi \(named) mulai baris itu tidak "
      + "dipakai sampai judul berikutnya. Pisahkan berkas per wilayah, atau beri kolom desa dan kecamatan."
  }

  fileprivate static func notice(
    _ source: Source, _ header: String, _ book: HeaderBook, _ shape: ColumnShape
  ) -> String {
    // A first row that is no header may hold a person's number.
    let shown = header.utf8.count(where: \.isDigit) < 6 ? header : withFieldBytes(header) { RowFault.masked($0, nil) }
    let near = book.nearest(header).map { "; yang terdekat: \($0)" } ?? ""
    return "\(source.name): kolom «\(shown)» tidak dikenal dan tidak dipakai\(near); \(shape.description)."
  }
}
