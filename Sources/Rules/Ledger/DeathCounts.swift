import RollModel

/// Of an area: deaths that the lists tell, that the roll codes, and that age and sex of its voters make likely.
struct DeathCount: Sendable {
  /// People on the lists of deaths, each once, but those whom the earlier roll struck already.
  var told = 0
  /// Of them voters whom the roll does not strike.
  var standing = 0
  /// Of them people on neither roll whose day of death is not known, so that it may lie before the period.
  var undated = 0
  /// People on neither roll who died before the period: not among those told.
  var early = 0
  /// Voters struck as dead since the earlier roll, and those who are gone and on a list of deaths.
  var coded = 0
  /// Deaths of a year to be expected among the voters, those counted whom the roll codes as dead since the earlier one: they
  /// lived at the start. Rows struck for another reason are nobody's who could die here.
  var expectedYearly = 0.0

  static func += (a: inout DeathCount, b: DeathCount) {
    a.told += b.told
    a.standing += b.standing
    a.undated += b.undated
    a.early += b.early
    a.coded += b.coded
    a.expectedYearly += b.expectedYearly
  }
}

/// Deaths by desa, kecamatan and kabupaten.
struct DeathCounts: Sendable {
  /// The span that the lists tell of, in years: since the earlier roll, else of the deaths; nil where no row is dated.
  let years: Double?
  /// The day of the earlier roll, or that which the plan says; unknown where neither tells it.
  let since: CalendarDay
  let levels: [(key: AreaKey, count: DeathCount)]

  /// Whether only people are told who stand on the roll (`DeathMarks.ofStandingOnly`).
  let isOfStandingOnly: Bool

  /// Nil without a list of deaths, or where the roll hides what became of the dead (`DeathMarks`).
  ///
  /// - Parameter months: of the period up to the reference day, as the plan says; 0 where the earlier roll tells it.
  init?(_ context: RuleContext, months: Int = 0) {
    let roll = context.roll
    let marks = DeathMarks(context.data)
    guard let deaths = context.data.lists[.deaths], deaths.count > 0, marks != .hidden else { return nil }
    isOfStandingOnly = marks == .ofStandingOnly
    var villages = [DeathCount](repeating: DeathCount(), count: context.data.lexicon.areas.count)
    let before = Self.struckBefore(context)
    since = Self.start(context, months: months)
    Self.addTold(deaths, since: since, besides: before, onRollOnly: isOfStandingOnly, context, &villages)
    for voter in context.struck(for: .deceased) where !before.contains(voter.row) {
      villages[voter.areaNumber].coded += 1
    }
    Self.addGone(context, &villages)
    let (table, year) = (MortalityTable.standard, context.referenceDay.year)
    for row in 0..<roll.count {
      if roll[row].isStruck, roll[row].mark != .deceased || before.contains(row) { continue }
      villages[Int(roll.columns.area[row])].expectedYearly += table.rate(
        born: roll.columns.birth[row].year, sex: roll[row].sex, in: year)
    }
    years = Self.span(deaths, since: since, until: context.referenceDay)
    levels = Self.levels(villages, context.data.lexicon.areas)
  }

  private static func start(_ context: RuleContext, months: Int) -> CalendarDay {
    if months > 0 {
      let day = context.referenceDay
      let month = day.year * 12 + day.month - 1 - months
      return CalendarDay(day: min(day.day, 28), month: month % 12 + 1, year: month / 12)
    }
    let stated = context.data.files.filter { $0.role == .previousRoll && $0.issued.isComplete }.map(\.issued).max()
    return stated.flatMap { $0 < context.referenceDay ? $0 : nil } ?? CalendarDay()
  }

  /// A person told twice counts once: by the voter whom both rows are, else by name and birth date. A row without a whole
  /// NIK, as village lists have, counts as whoever another row names in its desa, where nothing contradicts: two dead
  /// namesakes of a desa are rarer than one whom two offices list.
  ///
  /// Who stands on the roll, and was not struck before, is told whenever the death was; of people on neither roll only a
  /// death since the earlier roll is one that this roll could mark.
  private static func addTold(
    _ deaths: Roll, since: CalendarDay, besides before: Set<Int>, onRollOnly: Bool, _ context: RuleContext,
    _ villages: inout [DeathCount]
  ) {
    let links = Dictionary(
      (context.matches.links[.deaths] ?? []).filter { $0.relation == .samePerson && $0.tier >= .verify }
        .map { ($0.b, $0.a) }, uniquingKeysWith: { a, _ in a })
    var voters: Set<Int> = []
    var others: Set<UInt64> = []
    let settled = StruckBefore(deaths, without: Set(links.keys), context.data)
    var told = ToldNames(deaths)
    // Whose name alone may tell him comes last.
    func isNameAlone(_ row: Int) -> Bool { links[row] == nil && !deaths[row].nik.isFull }
    let rows = 0..<deaths.count
    for row in rows.filter({ !isNameAlone($0) }) + rows.filter(isNameAlone) {
      if let voter = links[row] {
        told.add(row, in: Int(context.roll.columns.area[voter]))
        guard voters.insert(voter).inserted, !before.contains(voter) else { continue }
        let area = Int(context.roll.columns.area[voter])
        villages[area].told += 1
        if !context.roll[voter].isStruck { villages[area].standing += 1 }
      } else if !onRollOnly {
        let entry = deaths[row]
        guard entry.birth.isUnknown || entry.birth.age(on: context.referenceDay).map({ $0 >= 17 }) ?? true,
          !context.ledger.missing.contains(entry.areaNumber), others.insert(FactHash.person(entry)).inserted,
          !settled.holds(entry),
          entry.nik.isFull || !told.mayHold(entry)
        else { continue }
        told.add(row, in: entry.areaNumber)
        let day = deaths.columns.event[row]
        if !since.isUnknown, day.isSurelyBefore(since) {
          villages[entry.areaNumber].early += 1
          continue
        }
        villages[entry.areaNumber].told += 1
        if !day.isComplete { villages[entry.areaNumber].undated += 1 }
      }
    }
  }

  /// Voters whom the earlier roll struck already.
  private static func struckBefore(_ context: RuleContext) -> Set<Int> {
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return [] }
    return Set(
      changes.now.indices.filter { changes.now[$0] >= 0 && previous[$0].isStruck }.map { Int(changes.now[$0]) }
        .filter { !changes.isKept($0) })
  }

  /// Those of the earlier roll who are gone without a mark, and whom a list of deaths names.
  private static func addGone(_ context: RuleContext, _ villages: inout [DeathCount]) {
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return }
    let gone = changes.now.indices.filter { changes.now[$0] < 0 && !previous[$0].isStruck }.map { previous[$0] }
    let named = NamedElsewhere(gone, in: context.data, on: [.deaths])
    for voter in gone where named.place(of: voter) != nil && !context.ledger.missing.contains(voter.areaNumber) {
      villages[voter.areaNumber].coded += 1
    }
  }

  /// From the earlier roll, or else from the earliest death, but for the oldest two in a hundred, to the day; at least a month.
  private static func span(_ deaths: Roll, since: CalendarDay, until day: CalendarDay) -> Double? {
    if let start = since.ordinal, let end = day.ordinal { return max(1 / 12, Double(end - start) / 365.25) }
    let days = deaths.columns.event.compactMap { $0.isComplete ? $0.ordinal : nil }.sorted()
    guard !days.isEmpty, let end = day.ordinal else { return nil }
    return max(1 / 12, Double(end - days[days.count / 50]) / 365.25)
  }

  private static func levels(_ villages: [DeathCount], _ areas: AreaTable) -> [(key: AreaKey, count: DeathCount)] {
    var whole = DeathCount()
    var kecamatan: [Int: DeathCount] = [:]
    var kabupaten: [Int: DeathCount] = [:]
    var found: [(key: AreaKey, count: DeathCount)] = []
    for (area, count) in villages.enumerated() {
      whole += count
      guard area > 0 else { continue }
      kecamatan[areas[area].kecamatanNumber, default: DeathCount()] += count
      if areas[area].kabupatenNumber != 0 { kabupaten[areas[area].kabupatenNumber, default: DeathCount()] += count }
      found.append((AreaKey(kecamatan: areas[area].kecamatanNumber, desa: area), count))
    }
    found += kecamatan.filter { $0.key > 0 }.map { (AreaKey(kecamatan: $0.key), $0.value) }
    found += kabupaten.map { (AreaKey(kabupaten: $0.key), $0.value) }
    return ([(AreaKey(), whole)] + found).sorted { $0.key < $1.key }
  }
}

/// The dead who are counted, by desa and first word of the name.
private struct ToldNames {
  private let deaths: Roll
  private var rows: [UInt64: [Int]] = [:]

  init(_ deaths: Roll) { self.deaths = deaths }

  mutating func add(_ row: Int, in desa: Int) {
    if let key = deaths.firstWord(of: row, with: UInt32(desa)) { rows[key, default: []].append(row) }
  }

  /// Whether one of them may be the person.
  func mayHold(_ person: Voter) -> Bool {
    guard let key = deaths.firstWord(of: person.row, with: UInt32(person.areaNumber)) else { return false }
    return (rows[key] ?? []).contains { row in
      let other = deaths[row]
      let isOfOtherDay = other.birth.isComplete && person.birth.isComplete && other.birth != person.birth
      return other.hasName(of: person) && !isOfOtherDay && !other.nik.contradicts(person.nik)
    }
  }
}
