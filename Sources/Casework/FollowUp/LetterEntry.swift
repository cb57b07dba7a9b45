import Documents
import RollModel

/// What the register keeps of one finding of a letter, to know its row again on a later roll: hashes, never values.
package struct LetterEntry: Sendable, Equatable {
  package var id: String
  package var rule: String
  /// The person of the finding's row.
  package var marks: PersonMarks
  /// Whether its birth date was known, so that the mark of the person rests on it.
  package var hasBirth: Bool
  /// Rows of the roll with these marks that were not struck when the letter was sent.
  package var rows: PersonCounts
  /// Code of the desa, or its name where it has none.
  package var desa: String
  /// The list that the finding needs to be made again; nil for those of the roll alone.
  package var list: Role?

  package init(
    id: String, rule: String, marks: PersonMarks, hasBirth: Bool = true, rows: PersonCounts, desa: String, list: Role?
  ) {
    self.hasBirth = hasBirth
    self.id = id
    self.rule = rule
    self.marks = marks
    self.rows = rows
    self.desa = desa
    self.list = list
  }

  init?(_ value: JSONValue) {
    guard let id = value.text("id") else { return nil }
    self.init(
      id: id, rule: RuleNames.current(value.text("aturan") ?? ""),
      marks: PersonMarks(number: Self.hash(value.text("nomor")), person: Self.hash(value.text("diri"))),
      hasBirth: value["tanpa_lahir"] == nil,
      rows: PersonCounts(
        number: Int(value.number("baris_nomor") ?? 0), person: Int(value.number("baris_diri") ?? 0)),
      desa: value.text("desa") ?? "", list: value.text("daftar").flatMap(Role.init(rawValue:)))
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("id", id), .init("aturan", rule)]
    if marks.number != 0 {
      members += [.init("nomor", KeyedHash.text(marks.number)), .init("baris_nomor", rows.number)]
    }
    if marks.person != 0 {
      members += [.init("diri", KeyedHash.text(marks.person)), .init("baris_diri", rows.person)]
    }
    if !hasBirth { members.append(.init(key: "tanpa_lahir", value: .boolean(true))) }
    if !desa.isEmpty { members.append(.init("desa", desa)) }
    if let list { members.append(.init("daftar", list.rawValue)) }
    return .object(members)
  }

  private static func hash(_ text: String?) -> UInt64 { text.flatMap { UInt64($0, radix: 16) } ?? 0 }
}
