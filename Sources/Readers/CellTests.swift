import Documents
import Normalizers
import RollModel

/// Tells whether the cells of a row can stand in the columns that they stand in: stricter than reading, for it judges
/// rows that were put right by guess.
struct CellTests: Sendable {
  private enum Kind: Sendable {
    case name, text, number, date(DateText.Form), sex, marital, card, disability, mark, small, pair, area, count
    case sticker

    /// Cells of these kinds bear out a reading; a free text stands anywhere.
    var isTyped: Bool {
      switch self {
      case .name, .text: false
      default: true
      }
    }
  }

  private let tests: [(column: Int, kind: Kind)]
  private let table: CodeTable
  /// Columns that a field is read from, in order.
  let mapped: [Int]

  /// Typed cells that a reading must bear out: fewer prove nothing.
  private static let fewest = 3

  init(_ map: ColumnMap, role: Role, table: CodeTable) {
    var tests: [(column: Int, kind: Kind)] = []
    let isRoll: Set<Role> = [.roll, .previousRoll, .residents, .specialList]
    for field in Field.allCases {
      guard let columns = map.columns[field] else { continue }
      let form = map.dateForms[field] ?? .automatic
      let kind: Kind?
      switch field {
      case .name: kind = .name
      case .birthPlace, .address, .desa, .kecamatan, .surveyor: kind = .text
      case .nik, .nkk: kind = .number
      case .birthDate, .deathDate, .eventDate, .visitDate: kind = .date(form)
      case .sex: kind = .sex
      case .marital: kind = .marital
      case .cardStatus: kind = .card
      case .disability: kind = .disability
      case .remark: kind = isRoll.contains(role) ? .mark : nil
      case .rt, .rw, .tps: kind = .small
      case .rtRw: kind = .pair
      case .areaCode, .kecamatanCode: kind = .area
      case .men, .women, .total, .households, .age: kind = .count
      case .sticker: kind = .sticker
      case _ where RecapChanges.fields.contains(field) || VisitTotal.fields.contains(field): kind = .count
      case .birthPlaceAndDate, .source, .rollID, .evidence, .result, .areaName, .residentStatus, .occupation,
        .citizenship, .father, .destination, .origin, .service, .receipt, .cluster, .content, .reporter:
        kind = nil
      default: kind = nil
      }
      guard let kind, columns.count == 1 || field == .name else { continue }
      tests += columns.map { ($0, columns.count == 1 ? kind : .text) }
    }
    self.tests = tests
    self.table = table
    mapped = Set(map.columns.values.joined()).sorted()
  }

  /// Whether every cell can stand where it stands, and enough of them say so.
  func fit(_ cells: [FieldBytes]) -> Bool {
    var typed = 0
    for (column, kind) in tests {
      let cell = column < cells.count ? cells[column].trimmed : FieldBytes(start: nil, count: 0)
      guard fits(cell, kind) else { return false }
      if kind.isTyped, !cell.isEmpty { typed += 1 }
    }
    return typed >= Self.fewest
  }

  private func fits(_ cell: FieldBytes, _ kind: Kind) -> Bool {
    if cell.isEmpty { return if case .name = kind { false } else { true } }
    switch kind {
    case .name: return cell.count < 300 && Self.isText(cell) && !cell.contains(where: \.isDigit)
    case .text: return Self.isText(cell)
    case .number: return IdentityNumber.read(cell).form != .malformed
    case .date(let form):
      let outcome = DateText.read(cell, form: form).outcome
      return outcome == .read || outcome == .empty
    case .sex: return Self.isKnown(CodeText.sex(cell))
    case .marital: return Self.isKnown(CodeText.marital(cell))
    case .card: return Self.isKnown(CodeText.hasCard(cell))
    case .disability: return Self.isKnown(CodeText.disability(cell))
    case .mark: return cell.count < 16 && Self.isKnown(CodeText.mark(cell, table: table))
    case .sticker: return Self.isKnown(CodeText.sticker(cell))
    case .small: return SmallNumber.read(cell).outcome != .unreadable
    case .pair: return SmallNumber.pair(cell).outcome != .unreadable && cell.contains(where: \.isDigit)
    case .area: return AreaText.code(cell) != nil
    case .count: return SmallNumber.count(cell) != nil
    }
  }

  /// Words, not a code, a date or a number that lost its way.
  private static func isText(_ cell: FieldBytes) -> Bool {
    let letters = cell.count { $0.isLetter || $0 >= 128 }
    return letters > 1 && cell.count(where: \.isDigit) < 8
  }

  private static func isKnown<Value>(_ reading: CodeReading<Value>) -> Bool {
    if case .unknown = reading { false } else { true }
  }
}
