import RollModel

/// What this run's roll and lists show of the findings of letters.
struct RollView {
  /// Of the ids that are asked for, those of this run's findings.
  private var ids: Set<String> = []
  private let rules: Set<String>
  /// Rules that made no claim on some file for what its columns lack.
  private let unchecked: Set<String>
  /// Whether any row of the roll shows a whole NIK, and a whole birth date.
  private let shows: (numbers: Bool, births: Bool)
  /// Findings of this run by rule, as marks of the persons that they stand on.
  private var persons: [String: PersonIndex] = [:]
  /// Findings of this run that no letter names, on persons whom one names: by rule and mark.
  private var successors: [String: [UInt64: [String]]] = [:]
  private var standing: PersonIndex
  /// Desa where rows that are not struck bear a NIK that is asked for.
  private var desaOfNumbers: [UInt64: Set<String>] = [:]
  private var present: PersonIndex
  private var listed: [Role: PersonIndex] = [:]
  /// Desa with rows, of the roll and of lists.
  private var desa: [Role: Set<String>] = [:]

  typealias Verdict = (state: FollowUpState, reason: String)

  init(_ letters: [SentLetter], _ key: KeyedHash, _ record: RunRecord, threads: Int) {
    let entries = letters.flatMap { $0.groups.flatMap(\.entries) }
    let wanted = WantedMarks(entries.map(\.marks) + entries.compactMap(\.other?.marks))
    rules = Set(record.cards.map(\.id))
    (standing, present) = (PersonIndex(wanted), PersonIndex(wanted))
    unchecked = Set(record.unchecked.map(\.rule))
    let data = record.data
    shows = (
      data.roll.columns.nik.contains(where: \.isFull), data.roll.columns.birth.contains(where: \.isComplete)
    )
    for (row, marks) in wanted.rows(of: data.roll, key, threads: threads) {
      present.count(marks)
      let voter = data.roll[row]
      guard voter.mark == nil else { continue }
      standing.count(marks)
      desaOfNumbers[marks.number, default: []].insert(voter.area.registerName)
    }
    desa[.roll] = Self.desa(of: data.roll)
    for role in Set(entries.compactMap(\.list)) {
      guard role != .roll, let list = data.persons(role) else { continue }
      var index = PersonIndex(wanted)
      for (_, marks) in wanted.rows(of: list, key, threads: threads) { index.count(marks) }
      listed[role] = index
      desa[role] = Self.desa(of: list)
    }
    let (askedIDs, askedRules) = (Set(entries.map(\.id)), Set(entries.map(\.rule)))
    for findings in [record.findings, record.notes] {
      // Findings of one rule stand together.
      var (rule, isAsked) = ("", false)
      for finding in findings {
        if askedIDs.contains(finding.id) { ids.insert(finding.id) }
        if finding.rule != rule { (rule, isAsked) = (finding.rule, askedRules.contains(finding.rule)) }
        guard isAsked, case .person(let reference) = finding.subject, let voter = data.voter(reference) else {
          continue
        }
        let marks = PersonMarks(finding, voter, key)
        persons[rule, default: PersonIndex(wanted)].count(marks)
        guard !askedIDs.contains(finding.id), wanted.has(marks) else { continue }
        for mark in [marks.number, marks.person] where mark != 0 {
          successors[rule, default: [:]][mark, default: []].append(finding.id)
        }
      }
    }
  }

  /// The findings of this run on the person of an entry that is found no more: his name or number was mended.
  func successors(of entry: LetterEntry) -> Set<String> {
    guard !ids.contains(entry.id), let own = successors[entry.rule] else { return [] }
    return Set([entry.marks.number, entry.marks.person].flatMap { own[$0] ?? [] })
  }

  /// The states of the entries of one class of a letter, in their order.
  func states(of entries: [LetterEntry], label: String) -> [Verdict] {
    switch label.uppercased() {
    case "MS": entries.map(missing)
    case let label where label.hasPrefix("UBAH"): entries.map(edited)
    default: struck(entries)
    }
  }

  /// Rows that were to go. Of rows alike, as many are gone as are fewer now, the first ones by id.
  private func struck(_ entries: [LetterEntry]) -> [Verdict] {
    var used: [PersonMarks: Int] = [:]
    var verdicts: [String: Verdict] = [:]
    for entry in entries.sorted(by: { $0.id < $1.id }) {
      guard desa[.roll]?.contains(entry.desa) == true else {
        verdicts[entry.id] = (.unknown, Self.noRoll)
        continue
      }
      guard entry.marks.number != 0 && shows.numbers || !entry.hasBirth || shows.births else {
        verdicts[entry.id] = (.unknown, Self.noColumns)
        continue
      }
      guard let gone = fewer(entry.marks, entry.rows) else {
        verdicts[entry.id] = ids.contains(entry.id) ? (.open, "") : (.unknown, Self.noMarks)
        continue
      }
      let isGone = gone > used[entry.marks, default: 0] || hasMoved(entry) || isOnceNow(entry)
      if isGone { used[entry.marks, default: 0] += 1 }
      verdicts[entry.id] = (isGone ? .done : .open, "")
    }
    return entries.map { verdicts[$0.id] ?? (.unknown, "") }
  }

  /// By how many rows a person has fewer that stand; nil where nothing marks it.
  private func fewer(_ marks: PersonMarks, _ before: PersonCounts) -> Int? {
    let now = standing.rows(marks)
    return [
      marks.number == 0 ? nil : before.number - now.number, marks.person == 0 ? nil : before.person - now.person,
    ].compactMap(\.self).min()
  }

  /// Whether a double was undone the other way round: the row that was to stay is gone, and nobody finds it double now.
  private func isOnceNow(_ entry: LetterEntry) -> Bool {
    guard let other = entry.other, desa[.roll]?.contains(other.desa) == true, rules.contains(entry.rule),
      !unchecked.contains(entry.rule)
    else { return false }
    return fewer(other.marks, other.rows) ?? 0 > 0 && !isFound(entry)
  }

  /// Whether a row that was to go to another desa of the roll stands in its own no more, wherever it stands now; or one
  /// that was to go to another station of its desa, of which the list still tells, is found where it was no more.
  private func hasMoved(_ entry: LetterEntry) -> Bool {
    guard entry.rule == "pindah-antar-desa" else { return false }
    if entry.marks.number != 0, desaOfNumbers[entry.marks.number]?.contains(entry.desa) != true { return true }
    guard entry.isWithinDesa, !isFound(entry), absentList(of: entry) == nil, let list = entry.list,
      let listed = listed[list]
    else { return false }
    return isSeen(entry.marks, in: listed)
  }

  /// Persons who were to be put on the roll.
  private func missing(_ entry: LetterEntry) -> Verdict {
    let isThere = isSeen(entry.marks, in: standing)
    if !isThere, let place = entry.desaOfRoll, desa[.roll]?.contains(place) != true { return (.unknown, Self.noRoll) }
    if isFound(entry) { return (.open, "") }
    if isThere { return (.done, "") }
    // Still struck.
    if isSeen(entry.marks, in: present) { return (.open, "") }
    if let reason = absentList(of: entry) { return (.unknown, reason) }
    guard let list = entry.list, let listed = listed[list] else { return (.done, "") }
    // Who is on neither was taken off the list, which says nothing of the roll.
    return isSeen(entry.marks, in: listed)
      ? (.done, "") : (.unknown, "orangnya tidak lagi ada di daftar \(list.rawValue)")
  }

  /// Rows whose fields were to be corrected.
  private func edited(_ entry: LetterEntry) -> Verdict {
    if isFound(entry) { return (.open, "") }
    guard desa[.roll]?.contains(entry.desa) == true else { return (.unknown, Self.noRoll) }
    guard isSeen(entry.marks, in: present) else { return (.unknown, "barisnya tidak lagi ada di daftar pemilih") }
    return absentList(of: entry).map { (.unknown, $0) } ?? (.done, "")
  }

  /// Whether the finding is there: by its id, or on the same person under another.
  private func isFound(_ entry: LetterEntry) -> Bool {
    if ids.contains(entry.id) { return true }
    guard let persons = persons[entry.rule] else { return false }
    return isSeen(entry.marks, in: persons)
  }

  private func isSeen(_ marks: PersonMarks, in index: PersonIndex) -> Bool {
    let rows = index.rows(marks)
    return rows.number > 0 || rows.person > 0
  }

  /// Why a finding that is not there says nothing; nil where it could have been made.
  private func absentList(of entry: LetterEntry) -> String? {
    guard rules.contains(entry.rule) else { return "aturan \(entry.rule) tidak dijalankan" }
    guard !unchecked.contains(entry.rule) else { return "aturan \(entry.rule) tidak diperiksa pada sebagian berkas" }
    guard let list = entry.list, list != .roll else { return nil }
    guard let there = desa[list] else { return "daftar \(list.rawValue) tidak ada" }
    return entry.desa.isEmpty || there.contains(entry.desa) ? nil : "daftar \(list.rawValue) desa itu tidak ada"
  }

  private static func desa(of roll: Roll) -> Set<String> {
    var areas = Set<UInt32>()
    for row in 0..<roll.count { areas.insert(roll.columns.area[row]) }
    return Set(areas.map { roll.lexicon.areas[Int($0)].registerName })
  }

  private static let noRoll = "daftar pemilih desa itu tidak ada"
  private static let noColumns = "daftar pemilih kini tanpa NIK utuh dan tanpa tanggal lahir"
  private static let noMarks = "barisnya tidak dapat dikenali lagi"
}

extension AreaTable.Entry {
  /// How the register names a desa: its code, or kecamatan and name where it has none.
  package var registerName: String {
    let kabupaten = kabupatenNumber == 0 ? "" : "/\(kabupatenNumber)"
    return code.isUnknown ? kecamatan + "/" + desa + kabupaten : code.description
  }
}
