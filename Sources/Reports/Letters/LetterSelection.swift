import RollModel

/// The rows that a letter proposes, by class and reason, and what it leaves for the field.
///
/// Proposed is a finding of tier kuat or pasti that no safeguard and no decision holds back, or one that a decision lets
/// in. A row that the roll marks already is not proposed to go again. A row stands at most once under a reason.
package struct LetterSelection: Sendable {
  package struct Row: Sendable, Equatable {
    /// On the roll, or on the list that names someone who is missing from it.
    package let person: RowReference
    /// Index in `RunRecord.findings`.
    package let finding: Int
    /// Number of the desa in which it is acted on: the person's, or where a move led to.
    package let area: Int
  }

  /// In the order of the daily form, those without a row left out.
  package private(set) var categories: [LetterCategory] = []
  /// Persons with a finding of these classes that still need a look in the field.
  package private(set) var needsVerification = 0
  /// How many of these a safeguard holds back.
  package private(set) var heldBack = 0
  /// Persons with a finding of these classes that waits for another decision, by why.
  package private(set) var held: [LetterHold: Int] = [:]
  /// Rows that the roll marks already.
  package private(set) var alreadyMarked = 0
  /// Persons who would be proposed if they did not stand in another kabupaten than the case's: no KPU acts there but its own.
  package private(set) var elsewhere = 0

  /// `kecamatan` nil takes all of them; so does `kabupaten`, which only the case of a province has.
  package init(
    _ record: RunRecord, _ filter: LetterFilter = LetterFilter(), kecamatan: Int? = nil, kabupaten: Int? = nil
  ) {
    let areas = record.data.lexicon.areas
    var found: [String: [RowReference: Int]] = [:]
    var kinds: [String: (letterClass: LetterClass, finding: Int)] = [:]
    var waiting: Set<RowReference> = []
    var heldBack: Set<RowReference> = []
    var marked: Set<RowReference> = []
    var holds: [RowReference: LetterHold] = [:]
    var foreign: Set<RowReference> = []
    for (index, finding) in record.findings.enumerated() {
      guard let letterClass = LetterClass.of(finding.rule, finding.severity), filter.classes.contains(letterClass),
        case .person(let person) = finding.subject, let voter = record.data.voter(person)
      else { continue }
      let number = areas.place(of: finding, in: record.data)
      let place = areas[number]
      if let kecamatan, place.kecamatanNumber != kecamatan { continue }
      if let kabupaten, place.kabupatenNumber != kabupaten { continue }
      if filter.naming != .all, areas.isElsewhere(number) {
        if filter.proposes(finding) { foreign.insert(person) }
      } else if filter.naming == .decided, letterClass != .missing, person.role == .roll, voter.mark != nil {
        if letterClass == .tms, filter.ids == nil { marked.insert(person) }
      } else if filter.proposes(finding) {
        let key = Self.key(finding)
        if found[key]?[person] == nil { found[key, default: [:]][person] = index }
        if kinds[key] == nil { kinds[key] = (letterClass, index) }
      } else if filter.ids == nil, finding.tier >= .verify, let hold = filter.held[finding.id] {
        holds[person] = hold
      } else if filter.ids == nil, finding.tier >= .verify, !filter.rejected.contains(finding.id) {
        waiting.insert(person)
        if !finding.heldBack.isEmpty { heldBack.insert(person) }
      }
    }
    Self.nameOnce(&found, kinds.filter { $0.value.letterClass == .missing }.map(\.key), record)
    for (key, rows) in found where !rows.isEmpty {
      guard let kind = kinds[key] else { continue }
      let ordered = rows.map {
        Row(person: $0.key, finding: $0.value, area: areas.place(of: record.findings[$0.value], in: record.data))
      }.sorted { Self.place($0, in: record).lexicographicallyPrecedes(Self.place($1, in: record)) }
      let finding = record.findings[kind.finding]
      let code = kind.letterClass == .tms ? finding.tmsCode : nil
      categories.append(
        LetterCategory(
          letterClass: kind.letterClass, key: key,
          label: key == Self.across ? Self.label(key) : code?.label ?? Self.label(finding.rule), code: code,
          rows: ordered))
      waiting.subtract(rows.keys)
    }
    categories.sort { Self.order($0).lexicographicallyPrecedes(Self.order($1)) }
    needsVerification = waiting.count
    self.heldBack = heldBack.intersection(waiting).count
    for hold in holds.values { held[hold, default: 0] += 1 }
    alreadyMarked = marked.count
    elsewhere = foreign.count
  }

  /// Rows of doubles whose two rows nothing tells apart.
  func equalRows(_ record: RunRecord) -> Int {
    categories.reduce(0) { $0 + $1.rows.count { record.findings[$0.finding].isOfEqualRows } }
  }

  package var count: Int { categories.reduce(0) { $0 + $1.rows.count } }
  package var isEmpty: Bool { categories.isEmpty }
  /// The classes that have a row, in order.
  package var classes: [LetterClass] {
    LetterClass.allCases.filter { one in categories.contains { $0.letterClass == one } }
  }

  /// Kecamatan (0 for "not known") that have a row, in order of number.
  package func kecamatan(in record: RunRecord) -> [Int] {
    let areas = record.data.lexicon.areas
    return Set(categories.flatMap { $0.rows.map { areas[$0.area].kecamatanNumber } }).sorted()
  }

  /// A person on the rolls of two kabupaten: no office settles alone which row stays.
  static let across = "ganda-antar-kabupaten"

  /// Leaves who is missing under one reason: a list of residents and the earlier roll may both name the person. What this
  /// roll or the earlier one says of him tells KPU more than any other list.
  private static func nameOnce(
    _ found: inout [String: [RowReference: Int]], _ keys: [String], _ record: RunRecord
  ) {
    var named: Set<[UInt64]> = []
    for key in keys.sorted(by: { reason($0) < reason($1) }) {
      let rows = (found[key] ?? [:]).keys.sorted {
        place($0, in: record).lexicographicallyPrecedes(place($1, in: record))
      }
      var own: [[UInt64]] = []
      for row in rows {
        guard let voter = record.data.voter(row) else { continue }
        let marks = marks(of: voter)
        if marks.contains(where: named.contains) { found[key]?[row] = nil } else { own += marks }
      }
      named.formUnion(own)
    }
  }

  private static func reason(_ key: String) -> String {
    let first = ["tms-terbantah", "senama-dicoret", "ganda-dicoret-keduanya", "hilang-tanpa-kode"]
    return "\(first.firstIndex(of: key) ?? first.count) \(key)"
  }

  /// What tells a person among all lists: the whole number, and name with whole birth date.
  static func marks(of voter: Voter) -> [[UInt64]] {
    var marks: [[UInt64]] = []
    if let number = SharedDigits.all.key(voter.nik) { marks.append([number]) }
    if voter.birth.isComplete, !voter.tokens.isEmpty {
      marks.append([UInt64(voter.birth.bits)] + voter.tokens.map { UInt64($0) })
    }
    return marks
  }

  private static func key(_ finding: Finding) -> String {
    if finding.rule == across { return across }
    return finding.severity == .tms ? finding.tmsCode.map { "tms-\($0.rawValue)" } ?? finding.rule : finding.rule
  }

  private static func label(_ rule: String) -> String {
    LetterClass.labels[rule] ?? rule.split(separator: "-").joined(separator: " ")
  }

  /// Class, then number of the reason, then key.
  private static func order(_ category: LetterCategory) -> [String] {
    let rank = LetterClass.allCases.firstIndex(of: category.letterClass) ?? 0
    let code = Int(category.code?.rawValue ?? 99)
    let known =
      ["belum-terdaftar", "hilang-tanpa-kode", "tms-terbantah"].firstIndex(of: category.key)
      ?? (category.key == across ? 99 : 9)
    return [String(rank), String(100 + code), String(known), category.key]
  }

  private static func place(_ row: Row, in record: RunRecord) -> [Int] {
    var place = place(row.person, in: record)
    guard !place.isEmpty else { return place }
    (place[0], place[1]) = (record.data.lexicon.areas[row.area].kecamatanNumber, row.area)
    return place
  }

  private static func place(_ person: RowReference, in record: RunRecord) -> [Int] {
    guard let voter = record.data.voter(person) else { return [] }
    return [
      voter.area.kecamatanNumber, voter.areaNumber, voter.tps, Role.allCases.firstIndex(of: person.role) ?? 0,
      voter.fileNumber, voter.line, person.row,
    ]
  }
}
