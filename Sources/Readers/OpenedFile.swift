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
  /// What calls the rows of a roll struck, its sheet or its heading; nil where nothing does.
  private(set) var struck: String?
  /// Where those stand that have a title of their own.
  private(set) var blocks = TitleBlocks()

  /// The same file of residents, read for another role that it serves.
  func serving(_ role: Role) -> OpenedFile {
    var other = self
    other.source.role = role
    other.source.isServed = true
    return other
  }

  static let dateFields: [Field] = [.birthDate, .birthPlaceAndDate, .deathDate, .eventDate, .visitDate]

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
    if opened.dialect == nil, let line = CSVSniffer.overlongRow(file) {
      throw Refusal(Self.overlong(line))
    }
    guard file.bytes.contains(where: { $0 > 32 && $0 != 44 && $0 != 59 }) else {
      throw Refusal("hanya berisi baris kosong. Minta salinan yang utuh atau keluarkan dari folder.")
    }
    let stated = opened.dialect == nil ? source.encoding : nil
    guard let encoding = stated.map({ Source.encoding(named: $0) }) ?? .automatic else {
      throw Refusal("enkoding \(stated ?? "") tidak dikenal; pakai utf-8 atau windows-1252.")
    }
    self.encoding = encoding
    let found = try HeaderSearch.find(source, opened, encoding, book)
    var map = found.match.map
    dialect = CSVDialect(delimiter: found.dialect.delimiter, width: map.width)
    if let form = source.dateForm {
      for field in Self.dateFields where map.has(field) && map.dateForms[field] == nil {
        map.dateForms[field] = HeaderBook.dateForm(form, of: field)
      }
    }
    let exchanged = source.dateForm == nil ? ExchangedDates(map, file, dialect, from: found.dataStart).verdicts : []
    for column in exchanged where column.verdict == .exchanged { map.dateForms[column.field] = .exchanged }
    if opened.startsIn1904 {
      for field in Self.dateFields where map.has(field) {
        map.dateForms[field, default: .automatic].startsIn1904 = true
      }
    }
    self.map = map
    dataStart = found.dataStart
    dataLine = found.dataLine
    let isTold = source.area == nil && TitleArea.isTold(source.role)
    title = isTold ? found.title.beside(map) : TitleArea()
    let parted = opened.dialect == nil ? ["pembatas " + Self.name(dialect.delimiter)] : []
    reading =
      opened.reading + (opened.startsIn1904 ? ["angka hari dihitung dari 1904"] : []) + parted + [
        found.headerLine > 0 ? "judul di baris \(found.headerLine)" : "tanpa judul",
        map.layout.isEmpty ? "judul campuran" : map.layout,
      ] + (title.words.isEmpty ? [] : ["tertulis di atas judul: " + title.words])
    headers = found.headers
    if source.role == .roll {
      struck = StruckSheet.name(of: file, dialect, before: found.headerLine, opened.tab)
    }
    notices = opened.notices.map { "\(source.name): \($0)" } + found.notices
    notices += exchanged.map {
      "\(source.name): "
        + ExchangedDates.words(headers.indices.contains($0.column) ? headers[$0.column] : "", $0.verdict)
    }
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
    let sample = dataStart..<min(file.count, dataStart + 1 << 14)
    let lines = sample.count { file.endsLine(before: $0 + 1) }
    return Double(file.count - dataStart) / Double(max(sample.count, 1)) * Double(lines)
  }
}

extension IdentityNumber.Form {
  var isNumber: Bool { self == .full || self == .masked || self == .power || self == .rounded }
}
