import Documents
import Normalizers
import RollModel

/// The original text of a file's rows: one row is scanned again for each call, so only what is printed costs anything.
final class SourceTexts: RowTexts {
  private let opened: OpenedFile

  init(_ opened: OpenedFile) { self.opened = opened }

  func text(_ field: Field, at offset: Int) -> String {
    guard offset >= 0, offset < opened.file.count else { return "" }
    var scanner = CSVScanner(opened.file, from: offset, dialect: opened.dialect)
    guard let row = scanner.next() else { return "" }
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

  private func text(_ row: CSVRow, _ column: Int) -> String {
    column < row.fields.count ? decoded(row.fields[column]) : ""
  }

  private func decoded(_ bytes: FieldBytes) -> String {
    String(decoding: TextDecoding.utf8(bytes.trimmed, encoding: opened.encoding), as: UTF8.self)
  }
}
