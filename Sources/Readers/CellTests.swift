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
  private let width: Int
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
    width = map.width
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

  /// Whether two cells at least cannot stand where they stand: fewer are an odd value, not a row that moved.
  func hasMisfits(_ cells: UnsafeBufferPointer<FieldBytes>) -> Bool {
    var found = 0
    for (column, kind) in tests where column < cells.count {
      if !fits(cells[column].trimmed, kind) { found += 1 }
      if found == 2 { return true }
    }
    return false
  }

  /// What speaks for a reading in which cells stand in other columns than they were written in: each counts that is
  /// impossible where it was written and is what its new column holds. An unknown word that some column bears is none.
  ///
  /// - Parameter origin: column in which the cell of a column was written; nil where it is put in.
  func proof(_ cells: [FieldBytes], from origin: (Int) -> Int?) -> Proof {
    var proof = Proof()
    for (column, kind) in tests where column < cells.count {
      let cell = cells[column].trimmed
      guard let origin = origin(column), origin != column, !cell.isEmpty else { continue }
      if case .mark = kind, case .value = CodeText.mark(cell, table: table) { proof.movesMark = true }
      // A cell behind the last column cannot stand there.
      let written = tests.first { $0.column == origin }
      guard written.map({ !fits(cell, $0.kind) }) ?? (origin >= width), let isPlain = tells(cell, kind) else {
        continue
      }
      proof.cells += 1
      if isPlain { proof.isPlain = true }
    }
    return proof
  }

  struct Proof {
    /// Cells that speak for the reading.
    var cells = 0
    /// One of them shows by itself what it is: a whole date, a number of sixteen digits, a code of a desa.
    var isPlain = false
    /// A mark of TMS stands in another column than it was written in.
    var movesMark = false
  }

  /// Whether a cell that says something of its kind shows it by itself; nil where it says nothing, or is free words.
  private func tells(_ cell: FieldBytes, _ kind: Kind) -> Bool? {
    guard fits(cell, kind) else { return nil }
    switch kind {
    case .name, .text: return nil
    case .number:
      let form = IdentityNumber.read(cell).form
      return form == .full || form == .masked && cell.count == 16
    case .date(let form): return cell.count >= 8 && DateText.read(cell, form: form).day.isComplete
    case .area: return cell.count(where: \.isDigit) >= 10
    case .disability: if case .value = CodeText.disability(cell) { return false } else { return nil }
    case .mark: if case .value = CodeText.mark(cell, table: table) { return false } else { return nil }
    case .sex, .marital, .card, .small, .pair, .count, .sticker: return false
    }
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
