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

  func text(_ field: Field, at offset: Int) -> String {
    guard offset >= 0, offset < opened.file.count else { return "" }
    let deed = deeds[offset]
    if deed == nil, let column = single[field], let plain = plainField(column, at: offset) { return decoded(plain) }
    var scanner = CSVScanner(opened.file, from: offset, dialect: opened.dialect)
    guard let row = scanner.next() else { return "" }
    guard let deed else { return text(field, row) }
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

  /// The field in `column` of a row without quotes up to its end; nil where a quote or the row's end comes first.
  private func plainField(_ column: Int, at offset: Int) -> FieldBytes? {
    let base = opened.file.base
    let dialect = opened.dialect
    var left = column
    var start = offset
    var at = offset
    while at < opened.file.count {
      let byte = base[at]
      if byte == CSVDialect.quote { return nil }
      if byte == dialect.delimiter || byte == dialect.newline {
        if left == 0 {
          let end = byte == 10 && at > start && base[at - 1] == 13 ? at - 1 : at
          return FieldBytes(start: base + start, count: end - start)
        }
        if byte == dialect.newline { return nil }
        left -= 1
        start = at + 1
      }
      at += 1
    }
    return nil
  }

  private func text(_ row: CSVRow, _ column: Int) -> String {
    column < row.fields.count ? decoded(row.fields[column]) : ""
  }

  private func decoded(_ bytes: FieldBytes) -> String {
    let bytes = bytes.trimmed
    if bytes.allSatisfy({ $0 >= 32 && $0 < 127 }) { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: TextDecoding.utf8(bytes, encoding: opened.encoding), as: UTF8.self)
  }
}
