import CIntrinsics
import Documents
import Normalizers
import RollModel
import Synchronization

/// The original text of a file's rows: one row is scanned again for each call, so only what is printed costs anything.
final class SourceTexts: RowTexts {
  private let opened: OpenedFile
  /// Fields that stand in one column.
  private let single: [Field: Int]

  /// Rows whose cells were put right, by the byte at which they start.
  private let deeds: [Int: Repair.Deed]

  /// Whether a part of the mapped file may be in memory: it was read, or a row was scanned since it was let go of.
  private let isMapped = Atomic(true)

  init(_ opened: OpenedFile, deeds: [Int: Repair.Deed] = [:]) {
    self.opened = opened
    self.deeds = deeds
    let levels = opened.map.levels
    single = opened.map.columns.compactMapValues { $0.count == 1 && levels[$0[0]] == nil ? $0[0] : nil }
  }

  func release() {
    if isMapped.exchange(false, ordering: .relaxed) { opened.file.release(0..<opened.file.count) }
  }

  func text(_ field: Field, at offset: Int) -> String {
    var window = RowWindow()
    return text(field, at: offset, &window)
  }

  private func text(_ field: Field, at offset: Int, _ window: inout RowWindow) -> String {
    guard offset >= 0, offset < opened.file.count else { return "" }
    return plainField(field, at: offset, &window).map { decoded($0) } ?? scannedText(field, at: offset)
  }

  func fathers(at offsets: [Int]) -> [String] {
    var names = NameNormalizer()
    // One window for all: rows are copied from the file and bring no page of it into memory.
    var window = RowWindow()
    let hasColumn = opened.map.has(.father)
    return offsets.map { offset in
      let own = hasColumn ? names.core(of: text(.father, at: offset, &window)) : []
      return (own.isEmpty ? names.patronym(in: text(.name, at: offset, &window)) : own).joined(separator: " ")
    }
  }

  var statesAges: Bool { opened.map.has(.age) }

  func ages(at offsets: [Int]) -> [UInt8] {
    var window = RowWindow()
    return offsets.map { offset in
      var age = 0
      withText(.age, at: offset, &window) { text in
        // `63`, `63 th`, `63 TAHUN 4 BULAN`.
        for byte in text.prefix(while: \.isDigit).prefix(4) { age = age * 10 + Int(byte - 48) }
      }
      return age <= Self.oldest ? UInt8(age) : 0
    }
  }

  /// Ages above it are no ages.
  private static let oldest = 130

  /// The field of any row, which is scanned as it was when the file was read.
  func scannedText(_ field: Field, at offset: Int) -> String {
    isMapped.store(true, ordering: .relaxed)
    var scanner = CSVScanner(opened.file, from: offset, dialect: opened.dialect)
    guard let row = scanner.next() else { return "" }
    guard let deed = deeds[offset] else { return text(field, row) }
    let rest = WrappedName.rest(deed, in: opened.file, from: scanner.position, opened.dialect)
    let mended = MendedCells(row, deed, width: opened.map.width, delimiter: opened.dialect.delimiter, rest: rest)
    return mended.withRow(at: row) { text(field, $0) }
  }

  private func text(_ field: Field, _ row: CSVRow) -> String {
    let columns = opened.map.columns
    if ColumnMap.gathered.contains(field) { return gathered(row, columns[field] ?? []) }
    if let own = columns[field] { return text(row, own, JoinedCells(field, columns: own.count)) }
    switch field {
    case .birthPlace, .birthDate:
      guard let both = columns[.birthPlaceAndDate]?.first, both < row.fields.count else { return "" }
      let bytes = row.fields[both]
      let cut = DateText.start(inPlaceAndDate: bytes)
      let part = field == .birthDate ? bytes.part(cut..<bytes.count) : bytes.part(0..<cut)
      let text = decoded(part)
      return field == .birthPlace && text.hasSuffix(",") ? String(text.dropLast()) : text
    case .rt, .rw:
      guard let both = columns[.rtRw]?.first, both < row.fields.count else { return "" }
      let pair = SmallNumber.pair(row.fields[both])
      let value = field == .rt ? pair.rt : pair.rw
      return value == 0 ? "" : String(value)
    default: return ""
    }
  }

  /// The cells of a gathered field with the words that their headers state, in order of columns.
  private func gathered(_ row: CSVRow, _ columns: [Int]) -> String {
    columns.map { (opened.map.levels[$0].map { $0 + " " } ?? "", text(row, $0)) }.filter { !$1.isEmpty }
      .map { $0 + $1 }.joined(separator: ", ")
  }

  func withText(
    _ field: Field, at offset: Int, _ window: inout RowWindow, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard offset >= 0, offset < opened.file.count else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let plain = plainField(field, at: offset, &window)?.trimmed
    if let plain, plain.isPlainASCII { return body(UnsafeRawBufferPointer(plain)) }
    var text = plain.map { decoded($0) } ?? scannedText(field, at: offset)
    text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Reads the beginning of the row anew and gives a field that stands there without a quote before its end; nil where it
  /// does not, and of rows that were put right. Valid until the window moves.
  private func plainField(_ field: Field, at offset: Int, _ window: inout RowWindow) -> FieldBytes? {
    guard let column = single[field], deeds.isEmpty || deeds[offset] == nil else { return nil }
    // A name stands near the row's start; a whole row is 110 to 180 bytes long.
    for length in [192, 960] {
      let bytes = window.bytes(of: opened.file, from: offset, atLeast: length) { opened.file.copy(from: $0, into: $1) }
      guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return nil }
      switch Self.field(column, start, bytes.count, opened.dialect) {
      case .plain(let field): return field
      case .notPlain: return nil
      case .cutOff: continue
      }
    }
    return nil
  }

  private enum Found {
    case plain(FieldBytes)
    /// A quote or a carriage return alone stands before its end, or the row ends before it.
    case notPlain
    /// More of the row must be read to tell.
    case cutOff
  }

  /// Field number `column` of the row that begins at `base`, as far as `count` bytes tell. Sixty-four bytes more may be
  /// read.
  private static func field(
    _ column: Int, _ base: UnsafePointer<UInt8>, _ count: Int, _ dialect: CSVDialect
  ) -> Found {
    var left = column
    var start = 0
    var at = 0
    while at < count {
      var others: UInt64 = 0
      var marks = padan_marks64(base + at, dialect.delimiter, &others) | others
      while marks != 0 {
        let mark = at + marks.trailingZeroBitCount
        guard mark < count else { return .cutOff }
        let byte = base[mark]
        if byte == 13, mark + 1 >= count { return .cutOff }
        // What a carriage return alone ends only the scanner tells.
        if byte == CSVDialect.quote || byte == 13 && base[mark + 1] != 10 { return .notPlain }
        if left == 0 { return .plain(FieldBytes(start: base + start, count: mark - start)) }
        if byte == 10 || byte == 13 { return .notPlain }
        left -= 1
        start = mark + 1
        marks &= marks &- 1
      }
      at += 64
    }
    return .cutOff
  }

  private func text(_ row: CSVRow, _ columns: [Int], _ cells: JoinedCells) -> String {
    if case .words = cells { return columns.map { text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ") }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: JoinedCells.capacity) { room in
      guard let start = room.baseAddress else { return "" }
      room.initialize(repeating: 0)
      return decoded(FieldBytes(start: start, count: cells.write(columns, of: row.fields, to: start)))
    }
  }

  private func text(_ row: CSVRow, _ column: Int) -> String {
    column < row.fields.count ? decoded(row.fields[column]) : ""
  }

  private func decoded(_ bytes: FieldBytes) -> String {
    let bytes = bytes.trimmed
    if bytes.isPlainASCII { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: TextDecoding.utf8(bytes, encoding: opened.encoding), as: UTF8.self)
  }
}
