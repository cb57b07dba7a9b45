import Platform
import RollModel

/// Which absent persons may stand on another list, whose row has errors in number, name or date.
///
/// Who votes elsewhere is on another roll, and a person of two lists is missing once. Rules ask lists by an equal number, or an
/// equal name and date; here the rows are compared as links are, with the errors that the list's links taught.
struct AbsentElsewhere: Sendable {
  let data: CaseData
  let ground: Ground
  let regionPlaces: RegionPlaces
  let index: NumberIndex
  let thresholds: TierThresholds
  let threads: Int

  /// Who is looked for on which list, and the share of them who stand there, roughly: three bits more or less matter little
  /// beside the twenty and more of a row that means the person. The first list that has him counts.
  private static let searches: [(absent: Role, list: Role, share: Double)] = [
    (.residents, .movedVoters, 0.1), (.specialList, .movedVoters, 0.1), (.specialList, .residents, 0.5),
  ]

  /// Tells each absent person of the row that may be he: he is then for verification at most. Of weak numbers nothing is
  /// asked, for nobody is surely absent by them.
  ///
  /// - Parameter models: by list, as its links were weighed.
  func tell(_ absent: inout [Role: [AbsentPerson]], models: [Role: Model]) {
    guard !ground.set.mode.isWeak else { return }
    let lists = absent
    let found = parallelMap(Self.searches.count, threads: threads) { k -> [Int: ListedElsewhere] in
      let search = Self.searches[k]
      guard let persons = lists[search.absent], !persons.isEmpty, let model = models[search.absent] else { return [:] }
      let rows = open(on: search.list, lists)
      guard !rows.isEmpty else { return [:] }
      return self.found(persons.map(\.row), on: search.absent, rows, on: search.list, model, share: search.share)
    }
    for (search, found) in zip(Self.searches, found) {
      guard var persons = absent[search.absent] else { continue }
      for k in persons.indices where persons[k].perhaps == nil && persons[k].elsewhere == nil {
        guard let place = found[persons[k].row] else { continue }
        persons[k].elsewhere = place
        persons[k].tier = min(persons[k].tier, .verify)
      }
      absent[search.absent] = persons
    }
  }

  /// Rows of a list that mean nobody on the roll for all that is known.
  private func open(on role: Role, _ absent: [Role: [AbsentPerson]]) -> Set<Int> {
    if let persons = absent[role] { return Set(persons.map(\.row)) }
    guard let list = data.lists[role] else { return [] }
    return Set((0..<list.count).filter { index.match(list.columns, $0) == nil })
  }

  /// Two rows that may be one person, with the evidence of it.
  private struct Match {
    let person: Int
    let row: Int
    let comparison: Comparison
    let bits: Double
    let tie: UInt64
  }

  /// By row of the absent person: the row of the other list that is rather he than anybody else. A row of which somebody is
  /// sure is nobody else's.
  private func found(
    _ persons: [Int], on own: Role, _ rows: Set<Int>, on other: Role, _ model: Model, share: Double
  ) -> [Int: ListedElsewhere] {
    var model = model
    model.prior = log2(share / Double(rows.count))
    let wanted = Set(persons)
    let matches = matches(persons, on: own, rows, on: other, model).filter {
      wanted.contains($0.person) && rows.contains($0.row) && $0.comparison.mayBeOneElsewhere
    }
    var sums: [Int: Double] = [:]
    for match in matches { sums[match.person, default: 1 - share] += exp2(min(500, match.bits)) }
    var found: [Int: ListedElsewhere] = [:]
    var taken: Set<Int> = []
    for match in matches.sorted(by: { ($0.bits, $0.tie) > ($1.bits, $1.tie) }) {
      guard found[match.person] == nil, !taken.contains(match.row), let sum = sums[match.person] else { continue }
      let p = exp2(min(500, match.bits)) / sum
      guard p >= thresholds.linkVerify else { continue }
      if p >= LinkMatching.reuse { taken.insert(match.row) }
      found[match.person] = ListedElsewhere(
        role: other, row: match.row, probability: Probability(p),
        isSure: p >= thresholds.certain && match.comparison.isOneNumberMisread)
    }
    return found
  }

  /// The pairs of two lists that blocking brings. Of residents only the rows asked about have words, so they are the list.
  private func matches(
    _ persons: [Int], on own: Role, _ rows: Set<Int>, on other: Role, _ model: Model
  ) -> [Match] {
    let isTurned = other == .residents
    guard let base = data.lists[isTurned ? own : other], let list = data.lists[isTurned ? other : own] else {
      return []
    }
    let listRows = (isTurned ? rows.sorted() : persons).map { Int32($0) }
    // What a thread sets up is dearer than the pairs of short lists.
    let threads = min(threads, 1 + (base.count + listRows.count) >> 15)
    let set = RecordSet(
      roll: base, lists: [(list, listRows)], mode: ground.set.mode, table: ground.set.table,
      asOf: data.asOf, threads: threads)
    set.setBits(ground.frequencies, threads: threads)
    let settings = BlockingSettings(voters: set.count)
    let blocker = Blocker(
      set: set, keys: BlockingKeys(set, settings, data.lexicon.places), settings: settings,
      passes: Pass.betweenLists)
    let blocks = blocker.run(threads: threads) {}.blocks
    let start = model.scanTables()
    var kept = PairScan(set: set, frequencies: ground.frequencies, places: ground.places).run(
      blocks, passes: blocker.passes, duplicates: start, links: [start], threads: threads, progress: nil)
    kept.duplicates = []
    SecondLook(set, regionPlaces, kept: kept, design: ground.design, threads: threads)
      .refine(&kept.links[0], threads: threads)
    let tables = model.tables()
    return kept.links[0].map { c in
      let (a, b) = (Int(c.a), Int(listRows[Int(c.b) - base.count]))
      let (x, y) = (set.records[Int(c.a)], set.records[Int(c.b)])
      return Match(
        person: isTurned ? a : b, row: isTurned ? b : a, comparison: c, bits: tables.weigh(c).total,
        tie: mixed(mixed(x.nik &+ UInt64(x.birth) << 40) ^ mixed(y.nik &+ UInt64(y.birth) << 40)))
    }
  }
}

extension Comparison {
  /// Whether two rows that weigh as one person are no namesakes: the numbers agree but for an error of writing; or the whole
  /// dates do, and the given names; or a number is missing and both live in one desa.
  fileprivate var mayBeOneElsewhere: Bool {
    guard !isLikelyRelative, alignedTokens > 0 || (0...3).contains(numberLevel) && birthLevel == 0 else { return false }
    switch numberLevel {
    case 0...2: return true
    case 3: return (0...5).contains(birthLevel)
    default:
      // Numbers that carry dates of their own are two people's.
      guard numberLevel != NumberLevel.ownDates.rawValue else { return false }
      if isFullDate, birthLevel == 0 || birthLevel == 1, given > 0 { return true }
      return numberLevel < 0 && (residenceLevel == 0 || residenceLevel == 1)
    }
  }

  /// One number but for an error in region or date, under one given name and dates that are near: nobody else's, for
  /// the numbers of twins differ in the serial.
  fileprivate var isOneNumberMisread: Bool {
    (0...2).contains(numberLevel) && given > 0 && (0...5).contains(birthLevel)
  }
}
