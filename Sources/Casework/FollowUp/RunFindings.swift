import RollModel

/// This run's findings on persons whom letters name, by what is said of them and by their marks.
struct RunFindings {
  /// What a finding says of a person: `ms`, `tms-1`, or its rule.
  typealias Claim = String

  /// Of the ids that letters name, those of this run.
  private(set) var ids: Set<String> = []
  /// The first letter that names an id, by its place in the register.
  private let asked: [String: Int]
  private let codes: [String: TMSCode]
  private var found: [Claim: [UInt64: Set<String>]] = [:]
  /// By the marks of the list's row that the finding rests on.
  private var resting: [Claim: [UInt64: Set<String>]] = [:]

  init(_ letters: [SentLetter], _ wanted: WantedMarks, _ key: KeyedHash, _ record: RunRecord) {
    let groups = letters.flatMap(\.groups)
    let entries = groups.flatMap(\.entries)
    asked = Dictionary(letters.flatMap { letter in letter.ids.map { ($0, letter.place) } }, uniquingKeysWith: min)
    codes = Dictionary(record.cards.compactMap { card in card.tmsCode.map { (card.id, $0) } }) { first, _ in first }
    let rests = WantedMarks(entries.compactMap(\.basis))
    var claims: Set<Claim> = []
    for group in groups { for entry in group.entries { claims.formUnion(self.claims(of: entry, group.label)) } }
    for findings in [record.findings, record.notes] {
      for finding in findings { take(finding, claims, wanted, rests, key, record) }
    }
  }

  private mutating func take(
    _ finding: Finding, _ claims: Set<Claim>, _ wanted: WantedMarks, _ rests: WantedMarks, _ key: KeyedHash,
    _ record: RunRecord
  ) {
    let id = finding.id
    if asked[id] != nil { ids.insert(id) }
    let own = Self.claims(of: finding).filter(claims.contains)
    guard !own.isEmpty, case .person(let reference) = finding.subject, let voter = record.data.voter(reference) else {
      return
    }
    let marks = PersonMarks(finding, voter, key)
    let office = record.data.lexicon.areas.office(of: finding, in: record.data)
    let places = office == 0 ? [0] : [0, office]
    for kind in PersonMark.allCases where wanted.has(marks[kind]) {
      for mark in places.flatMap({ marks.shown([kind], in: $0) }) {
        for claim in own { found[claim, default: [:]][mark, default: []].insert(id) }
      }
    }
    guard finding.severity == .tms, let row = finding.counterpart, row.role != .roll,
      let other = record.data.voter(row)
    else { return }
    let basis = PersonMarks(other, key)
    for kind in [PersonMark.number, .person] where rests.has(basis[kind]) {
      for mark in places.flatMap({ basis.shown([kind], in: $0) }) {
        for claim in own { resting[claim, default: [:]][mark, default: []].insert(id) }
      }
    }
  }

  /// What a finding says, most exactly first. Of a pair of twins nothing is said.
  private static func claims(of finding: Finding) -> [Claim] {
    guard finding.tier >= .verify else { return [finding.rule] }
    if finding.severity == .missing { return [finding.rule, missing] }
    return [finding.rule] + (finding.tmsCode.map { [claim($0)] } ?? [])
  }

  /// What a letter said of a finding.
  private func claims(of entry: LetterEntry, _ label: String) -> [Claim] {
    if label.uppercased() == "MS" { return [entry.rule, Self.missing] }
    guard label.uppercased() == "TMS" else { return [entry.rule] }
    let code = entry.isWithinDesa ? TMSCode.wrongStation : codes[entry.rule]
    return [entry.rule] + (code.map { [Self.claim($0)] } ?? [])
  }

  private static let missing = "ms"
  private static func claim(_ code: TMSCode) -> Claim { "tms-\(code.rawValue)" }

  /// Findings for the same office that say the same of the person, or of one who has one of these kinds of mark in common with him; what
  /// a letter named for another row is not his.
  func same(_ entry: LetterEntry, _ label: String, by kinds: [PersonMark], among own: Set<String> = []) -> Set<String> {
    ids(found, claims(of: entry, label), entry.marks.shown(kinds, in: entry.kabupaten)).filter {
      asked[$0] == nil || $0 == entry.id || own.contains($0)
    }
  }

  /// The same of a row that looks gone, by what little he has in common with it; those too for which a later letter asked,
  /// as it then asked for him again.
  func successors(_ entry: LetterEntry, _ label: String, by kinds: [PersonMark]) -> Set<String> {
    ids(found, claims(of: entry, label), entry.marks.shown(kinds, in: entry.kabupaten)).filter {
      isSaidLater($0, entry)
    }
  }

  /// Whether no letter named the finding until this entry was asked for.
  private func isSaidLater(_ id: String, _ entry: LetterEntry) -> Bool {
    guard let letter = asked[id] else { return true }
    return letter > asked[entry.id] ?? 0
  }

  /// Whether the finding is there: by its id, or of its rule on the same person under another.
  func has(_ entry: LetterEntry) -> Bool {
    ids.contains(entry.id)
      || !ids(found, [entry.rule], entry.marks.shown(PersonMark.strong, in: entry.kabupaten)).isEmpty
  }

  /// Findings that say the same and rest on the same row of a list, on whichever row of the office's roll; not those that
  /// letters named before, for two rows of a list may be of one person.
  func resting(on basis: PersonMarks?, _ entry: LetterEntry, _ label: String) -> Set<String> {
    guard let basis else { return [] }
    return ids(resting, claims(of: entry, label), basis.shown([.number, .person], in: entry.kabupaten)).filter {
      isSaidLater($0, entry)
    }
  }

  private func ids(_ index: [Claim: [UInt64: Set<String>]], _ claims: [Claim], _ marks: [UInt64]) -> Set<String> {
    var ids: Set<String> = []
    for claim in claims {
      guard let own = index[claim] else { continue }
      for mark in marks { ids.formUnion(own[mark] ?? []) }
    }
    return ids
  }
}
