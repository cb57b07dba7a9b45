import CIntrinsics
import Documents
import Normalizers
import RollModel

/// The original text of a file's rows: one row is scanned again for each call, so only what is printed costs anything.
final class SourceTexts: RowTexts {
  private let opened: OpenedFile
  /// Fields that stand in one column.
  private let single: [Field: Int]

  /// Rows whose cells were put right, by the byte at which they start.
  private let deeds: [Int: Repair.Deed]

  init(_ opened: OpenedFile, deeds: [Int: Repair.Deed] = [:]) {
    self.opened = opened
    self.deeds = deeds
    single = opened.map.columns.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  func release() { opened.file.release(0..<opened.file.count) }

  /// Two cache lines: marks are looked for sixty-four bytes at a time, wherever the row starts.
  func prefetch(at offset: Int) {
    padan_prefetch(opened.file.base + offset)
    padan_prefetch(opened.file.base + offset + 63)
  }

  func text(_ field: Field, at offset: Int) -> String {
    guard offset >= 0, offset < opened.file.count else { return "" }
    if let plain = plainField(field, at: offset) { return decoded(plain) }
    return scannedText(field, at: offset)
  }

  /// The field of any row, which is scanned as it was when the file was read.
  func scannedText(_ field: Field, at offset: Int) -> String {
    var scanner = CSVScanner(opened.file, from: offset, dialect: opened.dialect)
    guard let row = scanner.next() else { return "" }
    guard let deed = deeds[offset] else { return text(field, row) }
    let mended = MendedCells(row, deed, width: opened.map.width, delimiter: opened.dialect.delimiter)
    return mended.withRow(at: row) { text(field, $0) }
  }

  private func text(_ field: Field, _ row: CSVRow) -> String {
    let columns = opened.map.columns
    if let own = columns[field] { return own.map { text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ") }
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

  func withText(_ field: Field, at offset: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    if offset >= 0, offset < opened.file.count, let plain = plainField(field, at: offset)?.trimmed, plain.isPlainASCII {
      body(UnsafeRawBufferPointer(plain))
    } else {
      var text = text(field, at: offset)
      text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The field of a row that was not put right and has no quote up to the field's end; nil otherwise, and where the row
  /// ends before it.
  private func plainField(_ field: Field, at offset: Int) -> FieldBytes? {
    guard let column = single[field], deeds.isEmpty || deeds[offset] == nil else { return nil }
    let base = opened.file.base
    let dialect = opened.dialect
    var left = column
    var start = offset
    var at = offset
    // Marks of sixty-four bytes at a time; behind the file's end stand zeros, and none of its bytes counts.
    while at < opened.file.count {
      var marks = padan_mask64(base + at, dialect.delimiter, dialect.newline, CSVDialect.quote)
      while marks != 0 {
        let mark = at + marks.trailingZeroBitCount
        guard mark < opened.file.count else { return nil }
        let byte = base[mark]
        if byte == CSVDialect.quote { return nil }
        if left == 0 {
          let end = byte == 10 && mark > start && base[mark - 1] == 13 ? mark - 1 : mark
          return FieldBytes(start: base + start, count: end - start)
        }
        if byte == dialect.newline { return nil }
        left -= 1
        start = mark + 1
        marks &= marks &- 1
      }
      at += 64
    }
    return nil
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
