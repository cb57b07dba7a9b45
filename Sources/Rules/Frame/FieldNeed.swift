import RollModel

/// A field of a list of which a rule with nothing to go by says nothing: where no row tells it, the rule is listed as not
/// checked.
package struct FieldNeed: Sendable, Hashable {
  let role: Role
  let field: Field

  /// - Parameter role: the roll, visits by name, or a list of persons.
  static func of(_ role: Role, _ fields: Field...) -> [FieldNeed] { fields.map { FieldNeed(role: role, field: $0) } }
}

/// Which files tell which field: looked up once a need, for all rules.
struct ToldFields {
  private let data: CaseData
  /// By need, for each file of the role: its path, and whether a row of it tells the field; files without rows are left out.
  private var files: [FieldNeed: [(path: String, tells: Bool)]] = [:]

  init(_ data: CaseData) { self.data = data }

  /// What keeps a rule from claiming anything: one item for the list where none of its files tells the field, else one for
  /// each file that does not.
  mutating func unchecked(_ rule: String, _ need: FieldNeed) -> [UncheckedRule] {
    let files = files[need] ?? read(need)
    self.files[need] = files
    let silent = files.filter { !$0.tells }
    guard !silent.isEmpty else { return [] }
    if silent.count == files.count { return [UncheckedRule(rule: rule, untold: need.field, of: need.role)] }
    return silent.map {
      UncheckedRule(rule: rule, file: $0.path, column: need.field.columnName, reason: .untold)
    }
  }

  private func read(_ need: FieldNeed) -> [(path: String, tells: Bool)] {
    if need.role == .visits {
      let log = data.visits
      guard log.count > 0 else { return [] }
      return Self.told(log.files, log.count, { Int(log.file[$0]) }, need.field.isTold(by: log))
    }
    guard let roll = data.persons(need.role) else { return [] }
    return Self.told(roll.files, roll.count, { Int(roll.columns.file[$0]) }, need.field.isTold(in: roll))
  }

  private static func told(
    _ files: [SourceFile], _ rows: Int, _ file: (Int) -> Int, _ tells: (Int) -> Bool
  ) -> [(path: String, tells: Bool)] {
    var told = files.map { $0.rowsUsed == 0 }
    var left = told.count { !$0 }
    for row in 0..<rows {
      guard left > 0 else { break }
      guard !told[file(row)], tells(row) else { continue }
      told[file(row)] = true
      left -= 1
    }
    return zip(files, told).filter { $0.0.rowsUsed > 0 }.map { ($0.path, $1) }
  }
}

extension Field {
  /// Whether a row of visits tells the field.
  fileprivate func isTold(by log: VisitLog) -> (Int) -> Bool {
    switch self {
    case .areaCode: { log.area[$0] != 0 }
    case .tps: { log.tps[$0] != 0 }
    case .visitDate: { !log.date[$0].isUnknown }
    case .sticker: { log.sticker[$0] != 0 }
    default: preconditionFailure("no rule needs \(rawValue) of visits")
    }
  }

  /// Whether a row of persons tells the field.
  fileprivate func isTold(in roll: Roll) -> (Int) -> Bool {
    let columns = roll.columns
    return switch self {
    case .areaCode: { columns.area[$0] != 0 }
    case .tps: { columns.tps[$0] != 0 }
    case .birthDate: { !columns.birth[$0].isUnknown || columns.codes[$0].flags.contains(.impossibleBirth) }
    case .cardStatus: { columns.codes[$0].hasCard != nil }
    case .address: { columns.address[$0] != Lexicon.nothing }
    // Empty cells of these are what their rules look for.
    case .nik: { !columns.codes[$0].flags.contains(.noNIKColumn) }
    case .rt: { !columns.codes[$0].flags.contains(.noRTColumn) }
    case .destination: { !roll.text(.destination, row: $0).isEmpty }
    default: preconditionFailure("no rule needs \(rawValue) of persons")
    }
  }
}

extension String {
  fileprivate static let untold = "berkas ini tidak memuat kolomnya, atau kolomnya kosong"
}
