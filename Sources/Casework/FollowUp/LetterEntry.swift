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
  /// In a province: number of the kabupaten whose office was asked, the rows of which alone are counted; 0 counts all,
  /// as in the case of one kabupaten.
  package var kabupaten = 0
  /// Of a double the person of the row that was to stay, and rows of the roll with these marks; nil for all else.
  package var other: Other?
  /// Code of the desa, or its name where it has none.
  package var desa: String
  /// The desa on whose roll the person is to stand, where that is another one; else empty.
  package var destination = ""
  /// The voter was to go to another station of the desa (code 8), so that the row stays in it.
  package var isWithinDesa = false
  /// The list that the finding needs to be made again; nil for those of the roll alone.
  package var list: Role?
  /// Of a double what KPU's system calls the row that was to go; 0 where the roll does not say, and for all else.
  package var rollID: UInt64 = 0
  /// The person of the list's row that a proposal to strike rests on; nil where it rests on none.
  package var basis: PersonMarks?

  package struct Other: Sendable, Equatable {
    package var marks: PersonMarks
    package var rows: PersonCounts
    package var desa: String
    /// As that of the entry: of a pair across it is another one.
    package var kabupaten: Int
    /// As that of the entry.
    package var rollID: UInt64 = 0

    package init(marks: PersonMarks, rows: PersonCounts, desa: String, kabupaten: Int = 0) {
      (self.marks, self.rows, self.desa, self.kabupaten) = (marks, rows, desa, kabupaten)
    }
  }

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
    let (marks, rows) = Self.person(value)
    self.init(
      id: id, rule: RuleNames.current(value.text("aturan") ?? ""), marks: marks,
      hasBirth: value["tanpa_lahir"] == nil, rows: rows, desa: value.text("desa") ?? "",
      list: value.text("daftar").flatMap(Role.init(rawValue:)))
    kabupaten = Self.kabupaten(value)
    isWithinDesa = value["di_desa"] != nil
    basis = value["dasar"].map { Self.person($0).marks }
    destination = value.text("desa_tujuan") ?? ""
    rollID = Self.hash(value.text(Self.rollIDMember))
    other = value["pasangan"].map { value in
      let (marks, rows) = Self.person(value)
      var other = Other(marks: marks, rows: rows, desa: value.text("desa") ?? "", kabupaten: Self.kabupaten(value))
      other.rollID = Self.hash(value.text(Self.rollIDMember))
      return other
    }
  }

  /// Its number is the last two digits of its code.
  private static func kabupaten(_ value: JSONValue) -> Int {
    value.number("kabupaten").flatMap { (1...99).contains($0) ? Int($0) : nil } ?? 0
  }

  private static func person(_ value: JSONValue) -> (marks: PersonMarks, rows: PersonCounts) {
    var (marks, rows) = (PersonMarks(number: 0, person: 0), PersonCounts())
    for mark in PersonMark.allCases {
      marks[mark] = hash(value.text(mark.rawValue))
      rows[mark] = Int(value.number("baris_" + mark.rawValue) ?? 0)
    }
    return (marks, rows)
  }

  private static func members(_ marks: PersonMarks, _ rows: PersonCounts) -> [JSONValue.Member] {
    PersonMark.allCases.filter { marks[$0] != 0 }.flatMap { mark -> [JSONValue.Member] in
      [.init(mark.rawValue, KeyedHash.text(marks[mark])), .init("baris_" + mark.rawValue, rows[mark])]
    }
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("id", id), .init("aturan", rule)] + Self.members(marks, rows)
    if !hasBirth { members.append(.init(key: "tanpa_lahir", value: .boolean(true))) }
    if !desa.isEmpty { members.append(.init("desa", desa)) }
    if kabupaten != 0 { members.append(.init("kabupaten", kabupaten)) }
    if !destination.isEmpty { members.append(.init("desa_tujuan", destination)) }
    if isWithinDesa { members.append(.init(key: "di_desa", value: .boolean(true))) }
    if rollID != 0 { members.append(.init(Self.rollIDMember, KeyedHash.text(rollID))) }
    if let other {
      var pair = Self.members(other.marks, other.rows) + [.init("desa", other.desa)]
      if other.rollID != 0 { pair.append(.init(Self.rollIDMember, KeyedHash.text(other.rollID))) }
      if other.kabupaten != 0 { pair.append(.init("kabupaten", other.kabupaten)) }
      members.append(.init(key: "pasangan", value: .object(pair)))
    }
    if let list { members.append(.init("daftar", list.rawValue)) }
    if let basis {
      let marks = [PersonMark.number, .person].filter { basis[$0] != 0 }
      members.append(
        .init(key: "dasar", value: .object(marks.map { .init($0.rawValue, KeyedHash.text(basis[$0])) })))
    }
    return .object(members)
  }

  private static let rollIDMember = "dp"

  /// The same of a case that knows no kabupaten below it.
  var inWholeCase: LetterEntry {
    var entry = self
    entry.kabupaten = 0
    entry.other?.kabupaten = 0
    return entry
  }

  /// Whether it is a person on the rolls of two kabupaten, of whom each office was told from its own side.
  var isAcross: Bool { other.map { $0.kabupaten != kabupaten } ?? false }

  /// Whether the rolls alone told of someone missing: a row that was struck, or one of the earlier roll.
  var isOfRolls: Bool {
    list == nil || list == .roll || list == .previousRoll || Self.rulesOfStruck.contains(rule)
  }

  /// Rules that speak of a struck row, whatever list speaks against it.
  private static let rulesOfStruck: Set<String> = [
    "ganda-dicoret-keduanya", "pindah-hilang", "senama-dicoret", "tms-terbantah",
  ]

  /// The desa whose roll tells whether the person stands there now; nil where it is not known.
  var desaOfRoll: String? {
    let name = destination.isEmpty ? desa : destination
    return name.isEmpty || name == "/" ? nil : name
  }

  private static func hash(_ text: String?) -> UInt64 { text.flatMap { UInt64($0, radix: 16) } ?? 0 }
}
