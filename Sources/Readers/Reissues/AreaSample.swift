import Documents
import Normalizers
import RollModel

/// The kecamatan that a few rows of a file lie in: files of different kecamatan are never compared row by row.
struct AreaSample: Sendable {
  /// Codes, or names where the file has no codes.
  private enum Kind: Sendable { case codes, names }
  private let kind: Kind?
  private let keys: Set<String>

  /// Places in the file at which rows are looked at, and how many at each.
  private static let spots = 16
  private static let rowsAtSpot = 8

  init(_ opened: OpenedFile) {
    if let area = opened.source.area, !opened.map.has(.areaCode) {
      kind = .codes
      keys = [area.kecamatan.description]
      return
    }
    let field = [Field.areaCode, .kecamatanCode, .kecamatan].first { opened.map.has($0) }
    guard let field else {
      kind = nil
      keys = []
      return
    }
    kind = field == .kecamatan ? .names : .codes
    let reader = RowReader(opened.map)
    let column = reader.column(field)
    var found: Set<String> = []
    let length = opened.file.count - opened.dataStart
    for spot in 0..<Self.spots {
      let start = Self.rowStart(opened, opened.dataStart + length / Self.spots * spot)
      var scanner = CSVScanner(opened.file, from: start, dialect: opened.dialect)
      for _ in 0..<Self.rowsAtSpot {
        guard let row = scanner.next() else { break }
        let key = Self.key(reader.value(column, row), field)
        if !key.isEmpty { found.insert(key) }
      }
    }
    keys = found
  }

  /// Whether both files may lie in one kecamatan; files that do not tell, or tell it in another way, may.
  func mayShare(_ other: AreaSample) -> Bool {
    guard let kind, kind == other.kind, !keys.isEmpty, !other.keys.isEmpty else { return true }
    return !keys.isDisjoint(with: other.keys)
  }

  /// Whether the others have every kecamatan of this one; nil where they cannot be compared.
  func isCovered(by others: [AreaSample]) -> Bool? {
    guard kind != nil, !keys.isEmpty, others.allSatisfy({ $0.kind == kind && !$0.keys.isEmpty }) else { return nil }
    return keys.isSubset(of: others.reduce(into: []) { $0.formUnion($1.keys) })
  }

  private static func key(_ text: FieldBytes, _ field: Field) -> String {
    if field == .kecamatan { return AreaText.key(String(decoding: TextDecoding.utf8(text), as: UTF8.self)) }
    return AreaText.code(text)?.kecamatan.description ?? ""
  }

  /// The start of the row behind `position`; the data's start itself where it is that.
  private static func rowStart(_ opened: OpenedFile, _ position: Int) -> Int {
    guard position > opened.dataStart else { return opened.dataStart }
    var at = position
    while at < opened.file.count, !opened.file.endsLine(before: at) { at += 1 }
    return at
  }
}
