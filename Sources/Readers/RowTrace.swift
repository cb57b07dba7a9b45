import Documents
import Normalizers
import RollModel

/// What can be told of a row that is not used, wherever it stands in it: cells may have moved.
struct RowTrace: Sendable {
  /// Whole numbers of sixteen digits.
  private(set) var numbers: [NIK] = []
  /// Codes of ten digits; other numbers may look like one.
  private(set) var codes: Set<AreaCode> = []
  private(set) var isOfStation: Bool?
  private(set) var station = 0
  /// Whether the row lacks what would say its area.
  let isNoArea: Bool

  init(_ row: CSVRow, _ reader: borrowing RowReader, _ fault: RowFault) {
    isNoArea = fault.reason == .emptyValue && fault.field.map(Self.places.contains) ?? true
    for cell in row.fields {
      let text = cell.trimmed
      guard text.count >= 10 else { continue }
      if let code = AreaText.code(text), code.number % 10_000 != 0 { codes.insert(code) }
      let (number, form) = IdentityNumber.read(text)
      if form == .full { numbers.append(number) } else if text.count > 16 { addRuns(of: text) }
    }
    guard !fault.isOfShape else { return }
    let text = reader.value(reader.column(.tps), row)
    isOfStation = !text.isEmpty
    let (value, outcome) = SmallNumber.read(text)
    if outcome != .unreadable { station = Int(value) }
  }

  /// The desa, where exactly one that the case knows is named.
  func area(_ known: [AreaCode: Int]) -> Int {
    let found = Set(codes.compactMap { known[$0] })
    return found.count == 1 ? found.first ?? 0 : 0
  }

  /// Runs of just sixteen digits in a cell that holds more: several cells of a row whose marks were lost.
  private mutating func addRuns(of text: FieldBytes) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].isDigit { end += 1 }
      if end - start == 16, let value = IdentityNumber.sixteenDigits(text.part(start..<end)) {
        numbers.append(NIK(number: value))
      }
      start = max(end, start + 1)
    }
  }

  private static let places: Set<Field> = [
    .areaCode, .kecamatanCode, .kecamatan, .desa, .areaName, .kabupaten, .tps,
  ]
}
