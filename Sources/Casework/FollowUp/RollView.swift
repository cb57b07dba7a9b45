import RollModel

/// What this run's roll and lists show of the findings of letters.
struct RollView {
  private let findings: RunFindings
  private let rules: Set<String>
  /// Rules that made no claim on some file for what its columns lack.
  private let unchecked: Set<String>
  /// Whether any row of the roll shows a whole NIK, and a whole birth date.
  private let shows: (numbers: Bool, births: Bool)
  private var standing: PersonIndex
  /// Desa where rows that are not struck bear a mark that is asked for.
  private var desaOfMarks: [UInt64: Set<String>] = [:]
  private var present: PersonIndex
  private var listed: [Role: PersonIndex] = [:]
  /// In a province: persons of lists by the kabupaten where the row stands that the run takes for them.
  private var registered: [Role: PersonIndex] = [:]
  private let isProvince: Bool
  /// Desa with rows, of the roll and of lists.
  private var desa: [Role: Set<String>] = [:]

  /// What became of a finding.
  struct Verdict {
    var state: FollowUpState
    var reason = ""
    /// Findings of this run that say the same of the person under another id.
    var successors: Set<String> = []
  }

  init(_ letters: [SentLetter], _ key: KeyedHash, _ record: RunRecord, threads: Int) {
    let entries = letters.flatMap { $0.groups.flatMap(\.entries) }
    let wanted = WantedMarks(entries.map(\.marks) + entries.compactMap(\.other?.marks))
    rules = Set(record.cards.map(\.id))
    (standing, present) = (PersonIndex(wanted), PersonIndex(wanted))
    unchecked = Set(record.unchecked.filter { $0.areas.isEmpty }.map(\.rule))
    let data = record.data
    isProvince = data.lexicon.areas.isProvince
    shows = (
      data.roll.columns.nik.contains(where: \.isFull), data.roll.columns.birth.contains(where: \.isComplete)
    )
    for (row, marks) in wanted.rows(of: data.roll, key, threads: threads) {
      let voter = data.roll[row]
      present.count(marks, in: voter.area.kabupatenNumber)
      guard voter.mark == nil else { continue }
      standing.count(marks, in: voter.area.kabupatenNumber)
      for mark in marks.shown(PersonMark.strong) { desaOfMarks[mark, default: []].insert(voter.area.registerName) }
    }
    desa[.roll] = Self.desa(of: data.roll)
    for role in Set(entries.compactMap(\.list)) {
      guard role != .roll, let list = data.persons(role) else { continue }
      var (index, linked) = (PersonIndex(wanted), PersonIndex(wanted))
      let links = isProvince ? record.matches.links[role] ?? [] : []
      let rows = Dictionary(links.map { ($0.b, $0.a) }) { first, _ in first }
      for (row, marks) in wanted.rows(of: list, key, threads: threads) {
        index.count(marks, in: 0)
        guard let voter = rows[row].map({ data.roll[$0] }), voter.mark == nil else { continue }
        linked.count(marks, in: voter.area.kabupatenNumber)
      }
      listed[role] = index
      registered[role] = linked
      desa[role] = Self.desa(of: list)
    }
    findings = RunFindings(letters, wanted, key, record)
  }

  /// The states of the entries of one class of a letter, in their order.
  func states(of entries: [LetterEntry], label: String) -> [Verdict] {
    let entries = isProvince ? entries : entries.map(\.inWholeCase)
    let verdicts =
      switch label.uppercased() {
      case "MS": entries.map { missing($0, label) }
      case let label where label.hasPrefix("UBAH"): entries.map(edited)
      default: struck(entries, label)
      }
    return zip(entries, verdicts).map { entry, verdict in
      guard !findings.ids.contains(entry.id) else { return verdict }
      var verdict = verdict
      verdict.successors.formUnion(findings.same(entry, label, by: PersonMark.strong))
      return verdict
    }
  }

  /// Rows that were to go. Of rows alike, as many are gone as are fewer now, the first ones by id.
  private func struck(_ entries: [LetterEntry], _ label: String) -> [Verdict] {
    var used: [PersonMarks: Int] = [:]
    var verdicts: [String: Verdict] = [:]
    let alike = Dictionary(grouping: entries, by: \.marks).mapValues { Set($0.map(\.id)) }
    for entry in entries.sorted(by: { $0.id < $1.id }) {
      guard desa[.roll]?.contains(entry.desa) == true else {
        verdicts[entry.id] = Verdict(state: .unknown, reason: Self.noRoll)
        continue
      }
      guard showsMarks(of: entry) else {
        verdicts[entry.id] = Verdict(state: .unknown, reason: Self.noColumns)
        continue
      }
      guard let gone = fewer(entry.marks, entry.rows, in: entry.kabupaten) else {
        verdicts[entry.id] =
          findings.ids.contains(entry.id)
          ? Verdict(state: .open) : Verdict(state: .unknown, reason: Self.noMarks)
        continue
      }
      // What this run finds of the person itself is not done, however many rows are fewer; of a double one less is enough.
      let own = alike[entry.marks] ?? [entry.id]
      let open = findings.same(entry, label, by: PersonMark.strong, among: own).count
      let before = used[entry.marks, default: 0]
      if before < (entry.other == nil ? min(gone, own.count - open) : gone) {
        used[entry.marks] = before + 1
        verdicts[entry.id] = left(entry, label, after: before)
      } else {
        let isOnce = open == 0 && isOnceNow(entry)
        let isDone = open == 0 && hasMoved(entry) || isOnce && !entry.isAcross
        if isDone { used[entry.marks] = before + 1 }
        // The other office took its row out: nothing is left to be done here, and nothing was.
        verdicts[entry.id] =
          isOnce && !isDone
          ? Verdict(state: .unknown, reason: Self.settledElsewhere) : Verdict(state: isDone ? .done : .open)
      }
    }
    return entries.map { verdicts[$0.id] ?? Verdict(state: .unknown) }
  }

  /// What is to be said of a row that no strong mark shows any more: somebody may still stand for it.
  private func left(_ entry: LetterEntry, _ label: String, after used: Int) -> Verdict {
    let weak = PersonMark.weak.filter {
      entry.marks[$0] != 0 && fewer(entry.marks, entry.rows, in: entry.kabupaten, by: [$0]) ?? 1 <= used
    }
    let same = findings.successors(entry, label, by: weak)
    if !same.isEmpty { return Verdict(state: .open, successors: same) }
    if let first = weak.first { return Verdict(state: .unknown, reason: Self.alike(first)) }
    let resting = findings.resting(on: entry.basis, entry, label)
    return resting.isEmpty ? Verdict(state: .done) : Verdict(state: .unknown, reason: Self.onTheList)
  }

  /// By how many rows a person has fewer that stand in the kabupaten; nil where nothing marks it.
  private func fewer(
    _ marks: PersonMarks, _ before: PersonCounts, in kabupaten: Int, by kinds: [PersonMark] = PersonMark.strong
  ) -> Int? {
    let now = standing.rows(marks, in: kabupaten)
    return kinds.filter { marks[$0] != 0 }.map { before[$0] - now[$0] }.min()
  }

  private func showsMarks(of entry: LetterEntry) -> Bool {
    entry.marks.number != 0 && shows.numbers || !entry.hasBirth || shows.births
  }

  /// Whether a double was undone the other way round: the row that was to stay is gone, and nobody finds it double now.
  private func isOnceNow(_ entry: LetterEntry) -> Bool {
    guard let other = entry.other, desa[.roll]?.contains(other.desa) == true, rules.contains(entry.rule),
      !unchecked.contains(entry.rule)
    else { return false }
    return fewer(other.marks, other.rows, in: other.kabupaten) ?? 0 > 0 && !findings.has(entry)
  }

  /// Whether a row that was to go to another desa of the roll stands in its own no more, wherever it stands now; or one
  /// that was to go to another station of its desa, of which the list still tells, is found where it was no more.
  private func hasMoved(_ entry: LetterEntry) -> Bool {
    guard entry.rule == "pindah-antar-desa" else { return false }
    let marks = entry.marks.shown(PersonMark.strong)
    if entry.marks.number != 0, marks.allSatisfy({ desaOfMarks[$0]?.contains(entry.desa) != true }) { return true }
    guard entry.isWithinDesa, !findings.has(entry), absentList(of: entry) == nil, let list = entry.list,
      let listed = listed[list]
    else { return false }
    return isSeen(entry.marks, in: listed)
  }

  /// Persons who were to be put on the roll, or back on it: done is who stands there without a code.
  private func missing(_ entry: LetterEntry, _ label: String) -> Verdict {
    let isThere = stands(entry)
    if !isThere, let place = entry.desaOfRoll, desa[.roll]?.contains(place) != true {
      return Verdict(state: .unknown, reason: Self.noRoll)
    }
    if findings.has(entry) { return Verdict(state: .open) }
    if isThere { return Verdict(state: .done) }
    let now = standing.rows(entry.marks, in: entry.kabupaten)
    let all = present.rows(entry.marks, in: entry.kabupaten)
    let isStruck = PersonMark.strong.contains { entry.marks[$0] != 0 && all[$0] > now[$0] }
    let isFound = !findings.same(entry, label, by: PersonMark.strong).isEmpty
    if isStruck || isFound { return Verdict(state: .open) }
    return entry.isOfRolls && !isListed(entry) ? absent(entry, now) : unfound(entry)
  }

  /// Who was struck, or was on the roll before: only the roll itself says whether he is on it again.
  private func absent(_ entry: LetterEntry, _ now: PersonCounts) -> Verdict {
    guard showsMarks(of: entry) else { return Verdict(state: .unknown, reason: Self.noColumns) }
    let weak = PersonMark.weak.first { entry.marks[$0] != 0 && now[$0] > entry.rows[$0] }
    return weak.map { Verdict(state: .unknown, reason: Self.alike($0)) } ?? Verdict(state: .open)
  }

  /// Whom a list told of: no rule misses him now.
  private func unfound(_ entry: LetterEntry) -> Verdict {
    if let reason = absentList(of: entry) { return Verdict(state: .unknown, reason: reason) }
    guard let list = entry.list, let listed = listed[list] else { return Verdict(state: .done) }
    // Who is on neither was taken off the list, which says nothing of the roll.
    guard isSeen(entry.marks, in: listed) else {
      return Verdict(state: .unknown, reason: "orangnya tidak lagi ada di daftar \(list.rawValue)")
    }
    guard entry.kabupaten != 0, isElsewhere(entry, list) else { return Verdict(state: .done) }
    // Another office has him: where a list says that he came here, that is not what was asked.
    return entry.destination.isEmpty
      ? Verdict(state: .unknown, reason: Self.registeredElsewhere) : Verdict(state: .open)
  }

  /// Whether the person of a list stands in another kabupaten than the one that was asked, and not in that one: by the run's
  /// links, or by his marks where the list is the earlier roll, which has no links.
  private func isElsewhere(_ entry: LetterEntry, _ list: Role) -> Bool {
    guard let registered = list == .previousRoll ? standing : registered[list] else { return false }
    return isSeen(entry.marks, in: registered) && !isSeen(entry.marks, in: registered, kabupaten: entry.kabupaten)
  }

  /// Whether more rows of the person stand than when the letter was sent, or one where he was to stand.
  private func stands(_ entry: LetterEntry) -> Bool {
    let now = standing.rows(entry.marks, in: entry.kabupaten)
    return PersonMark.strong.contains { kind in
      let mark = entry.marks[kind]
      guard mark != 0 else { return false }
      return now[kind] > entry.rows[kind]
        || !entry.destination.isEmpty && desaOfMarks[mark]?.contains(entry.destination) == true
    }
  }

  /// Whether the earlier roll that told of the person still does, so that the silence of its rule says something.
  private func isListed(_ entry: LetterEntry) -> Bool {
    guard entry.list == .previousRoll, absentList(of: entry) == nil, let listed = listed[.previousRoll] else {
      return false
    }
    return isSeen(entry.marks, in: listed)
  }

  /// Rows whose fields were to be corrected.
  private func edited(_ entry: LetterEntry) -> Verdict {
    if findings.has(entry) { return Verdict(state: .open) }
    guard desa[.roll]?.contains(entry.desa) == true else { return Verdict(state: .unknown, reason: Self.noRoll) }
    guard isSeen(entry.marks, in: present, kabupaten: entry.kabupaten) else {
      return Verdict(state: .unknown, reason: "barisnya tidak lagi ada di daftar pemilih")
    }
    return absentList(of: entry).map { Verdict(state: .unknown, reason: $0) } ?? Verdict(state: .done)
  }

  private func isSeen(_ marks: PersonMarks, in index: PersonIndex, kabupaten: Int = 0) -> Bool {
    let rows = index.rows(marks, in: kabupaten)
    return PersonMark.strong.contains { marks[$0] != 0 && rows[$0] > 0 }
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
    let isThere = roll.areasWithRows
    return Set(isThere.indices.filter { isThere[$0] }.map { roll.lexicon.areas[$0].registerName })
  }

  private static let noRoll = "daftar pemilih desa itu tidak ada"
  private static let noColumns = "daftar pemilih kini tanpa NIK utuh dan tanpa tanggal lahir"
  private static let noMarks = "barisnya tidak dapat dikenali lagi"
  private static let settledElsewhere =
    "baris orang itu di kabupaten lain sudah keluar dan baris ini tinggal: tidak ada lagi yang diminta"
  private static let registeredElsewhere = "orangnya kini terdaftar di kabupaten lain"
  private static let onTheList = "orang di daftar yang menjadi dasarnya kini ditemukan pada baris lain"

  /// Why a row that looks gone, or a person who looks absent, may not be.
  private static func alike(_ mark: PersonMark) -> String {
    mark == .kin
      ? "nama dan NIK-nya tidak ada lagi, tetapi di KK yang sama ada baris dengan tanggal lahir itu"
      : "baris dengan nama dan tanggal lahir itu masih ada, dengan NIK, KK, atau desa yang lain"
  }
}

extension AreaTable.Entry {
  /// How the register names a desa: its code, or kecamatan and name where it has none.
  package var registerName: String {
    let kabupaten = kabupatenNumber == 0 ? "" : "/\(kabupatenNumber)"
    return code.isUnknown ? kecamatan + "/" + desa + kabupaten : code.description
  }
}
