import Glibc
import RollModel

/// Settings of the matching (`pemadanan:` in padan.yaml).
package struct MatchSettings: Sendable {
  package var thresholds = TierThresholds()
  /// Learn m and the prior from the case itself; off keeps the defaults.
  package var trains = true
  package var seed: UInt64 = 1
  /// Parts of the design in use; less than all of them only where tables of what each is worth are made.
  package var design = Design.full
  /// A saved model to weigh with instead of learning one. It must fit the case (`FrozenModel.misfit`).
  package var frozen: FrozenModel?

  package init() {}
}

/// Finds who on the roll may be one person, which voters the lists mean, and who is on no list.
///
/// The order of work: records, frequencies, chances of numbers, blocks of roll and lists together, one scan over all
/// pairs, then training, tiers and assignment for each kind. Everything is decided by contents: the same rows in another
/// order, or more threads, give the same pairs.
package struct Matcher: Sendable {
  package let settings: MatchSettings
  package let threads: Int

  package init(settings: MatchSettings = MatchSettings(), threads: Int) {
    self.settings = settings
    self.threads = max(1, threads)
  }

  /// What was done in which time is told through `stage` (name, pairs handled).
  package func run(
    _ data: CaseData, progress: (@Sendable (Double) -> Void)? = nil, stage: ((String, Int) -> Void)? = nil
  ) -> MatchResults {
    var results = MatchResults()
    guard data.roll.count > 0 else { return results }
    if GeneralMatching.applies(to: data.roll) {
      return GeneralMatching(settings: settings, threads: threads).run(
        data, lists: Self.lists(data, index: nil, threads: threads), progress: progress, stage: stage)
    }
    let needsIndex = data.lists[.residents] != nil || data.lists[.specialList] != nil
    let prepared = parallelMap(2, threads: threads) { k -> (table: TokenTable?, index: NumberIndex?) in
      k == 0 ? (nil, needsIndex ? NumberIndex(data.roll) : nil) : (TokenTable(data.lexicon.tokens), nil)
    }
    let index = prepared[0].index
    let table = prepared[1].table ?? TokenTable(data.lexicon.tokens)
    let places = PlaceSpellings(data.lexicon.places)
    let lists = Self.lists(data, index: index, threads: threads)
    let mode = NumberMode(of: [data.roll])
    let set = RecordSet(
      roll: data.roll, lists: lists.map { ($0.roll, $0.rows) }, mode: mode, table: table, threads: threads)
    let design = settings.design
    set.leaveOut(design)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: threads)
    frequencies.leaveOut(design, set)
    set.setBits(frequencies, threads: threads)
    set.leavePlaces(design, frequencies)
    stage?("siapkan", set.count)

    let isVeryLarge = data.roll.count > BlockingSettings.veryLargeRoll
    let passes = (mode == .masked ? Pass.standard + Pass.masked : Pass.standard)
      .filter { !(isVeryLarge && $0.smallRollsOnly) && (design.contains(.listPasses) || !$0.linksOnly) }
    let blocking = BlockingSettings(voters: data.roll.count)
    let blocker = Blocker(
      set: set, keys: BlockingKeys(set, blocking, data.lexicon.places), settings: blocking,
      passes: lists.isEmpty ? passes.filter { !$0.linksOnly } : passes)
    let seed = settings.seed
    let frozen = settings.frozen
    let (blocks, start) = blocker.run(threads: threads) {
      let cards = lists.map(\.hasFamilyCards)
      return frozen?.startingModels(set, frequencies, hasFamilyCards: cards)
        ?? StartingModels(set, frequencies, seed: seed, hasFamilyCards: cards, design: design)
    }
    set.hideFields(design)
    stage?("blok", blocks.reduce(0) { $0 + $1.keys })

    var kept = PairScan(set: set, frequencies: frequencies, places: places).run(
      blocks, passes: blocker.passes, duplicates: QuickWeights(start.duplicates.scanTables()),
      linkWeights: start.links.map { QuickWeights($0.scanTables()) }, threads: threads, progress: progress)
    let secondLook = SecondLook(set, start.regionPlaces, kept: kept, design: design, threads: threads)
    kept.duplicates = secondLook.refined(kept.duplicates, threads: threads)
    kept.links = kept.links.map { secondLook.refined($0, threads: threads) }
    stage?("banding", kept.enumerated)

    let ground = Ground(
      set: set, frequencies: frequencies, places: places, names: NameCounts(set, threads: threads),
      secondLook: secondLook, design: design)
    let trained = train(kept.duplicates, voters: set.rollCount, start.duplicates, mode)
    let matching = DuplicateMatching(
      roll: data.roll, ground: ground, thresholds: settings.thresholds, trained: trained)
    let duplicates = matching.outcome(kept.duplicates, passes: blocker.passes.count, threads: threads)
    let tallies = PassTallies(passes: blocker.passes, blocks: blocks, looked: kept.looked)
    results.duplicates = duplicates.pairs
    results.duplicateReport = Self.report(kept, tallies, trained, duplicates, ground.names)
    stage?("ganda", kept.duplicates.count)
    let keeper = ModelKeeper(mode: mode, seed: seed, voters: set.rollCount, start: start, frozen: frozen)
    keeper.note(trained, in: &results.duplicateReport)
    let outcomes = link(kept, tallies, ground, lists: lists, keeper, into: &results)
    let absence = Absence(roll: data.roll, mode: mode)
    for (list, (role, outcome)) in zip(lists, outcomes) where role == .residents || role == .specialList {
      results.absent[role] = absence.persons(list, outcome, index)
    }
    results.model = keeper.model(trained, outcomes)
    stage?("daftar", kept.links.reduce(0) { $0 + $1.count })
    return results
  }

  private func train(_ pairs: [Comparison], voters: Int, _ start: Model, _ mode: NumberMode) -> Training.Outcome {
    let training = Training(mode: mode, design: settings.design)
    if let frozen = settings.frozen {
      return training.frozen(pairs, voters: voters, start: start, frozen, threads: threads)
    }
    guard settings.trains, settings.design.contains(.training) else {
      return Training.Outcome(model: start, expected: 0.005 * Double(voters), keptDefaults: true)
    }
    return training.duplicates(pairs, voters: voters, start: start, threads: threads)
  }

  private func link(
    _ kept: PairScan.Kept, _ tallies: PassTallies, _ ground: Ground, lists: [ListInput], _ keeper: ModelKeeper,
    into results: inout MatchResults
  ) -> [(role: Role, outcome: LinkMatching.Outcome)] {
    let outcomes = parallelMap(lists.count, threads: threads) { k in
      LinkMatching(
        ground: ground, part: ground.set.lists[k], start: keeper.start.links[k], thresholds: settings.thresholds
      ).run(
        kept.links[k], passes: tallies.passes.count, withExplanation: lists[k].isQuoted,
        frozen: keeper.frozen?.list(lists[k].roll.role))
    }
    for (k, (list, outcome)) in zip(lists, outcomes).enumerated() {
      let role = list.roll.role
      results.links[role] = (list.settled + outcome.links + outcome.numberOnly).sorted { ($0.b, $0.a) < ($1.b, $1.a) }
      var report = tallies.report(part: k + 1, outcome.recall)
      report.prior = outcome.share
      report.rounds = outcome.rounds
      report.estimatedFalseShare = outcome.falseShare
      report.pairsKept = outcome.links.count
      keeper.note(role, outcome, in: &report)
      results.linkReports[role] = report
    }
    return zip(lists, outcomes).map { ($0.roll.role, $1) }
  }

  private static func report(
    _ kept: PairScan.Kept, _ tallies: PassTallies, _ trained: Training.Outcome,
    _ duplicates: DuplicateMatching.Outcome, _ names: NameCounts
  ) -> MatchReport {
    var report = tallies.report(part: 0, duplicates.recall)
    report.pairsCompared = kept.compared
    report.pairsKept = kept.duplicates.count
    report.prior = trained.expected
    report.keptDefaults = trained.keptDefaults
    report.rounds = trained.rounds
    report.estimatedFalseShare = duplicates.falseShare
    report.coincidences = names.coincidences
    return report
  }
}

/// One list as the matcher takes it: which of its rows are left to compare, and which a number has settled.
struct ListInput: Sendable {
  let roll: Roll
  let rows: [Int32]
  let settled: [Pair]
  let hasFamilyCards: Bool
  /// Whether findings quote its links, so that lines of bits are worth making.
  let isQuoted: Bool
}

extension Matcher {
  /// The lists of a case in order of role, large ones already settled by number where that is safe.
  fileprivate static func lists(_ data: CaseData, index: NumberIndex?, threads: Int) -> [ListInput] {
    Role.allCases.compactMap { role -> ListInput? in
      guard role != .roll, role != .previousRoll, let roll = data.lists[role], roll.count > 0 else { return nil }
      let isLarge = role == .residents || role == .specialList
      let cards = roll.columns.nkk.contains { $0.isFull }
      let quoted = !isLarge && role != .signsOfLife
      guard isLarge, let index, roll.nikState == .full || roll.nikState == .absent else {
        return ListInput(
          roll: roll, rows: (0..<Int32(roll.count)).map { $0 }, settled: [], hasFamilyCards: cards, isQuoted: quoted)
      }
      let cuts = pieces(of: roll.count, size: 1 << 15)
      let parts = parallelMap(cuts.count, threads: threads) { k -> (rest: [Int32], settled: [Int32]) in
        var rest: [Int32] = []
        var settled: [Int32] = []
        for row in cuts[k] {
          index.prefetch(roll, min(row + 16, cuts[k].upperBound - 1))
          if let voter = index.match(roll, row) {
            if role == .specialList { settled += [Int32(voter), Int32(row)] }
          } else {
            rest.append(Int32(row))
          }
        }
        return (rest, settled)
      }
      // Only the short list's settled links are kept: nobody asks for a million residents one by one.
      var settled: [Pair] = []
      if role == .specialList {
        for part in parts {
          for k in stride(from: 0, to: part.settled.count, by: 2) {
            settled.append(
              Pair(
                a: Int(part.settled[k]), b: Int(part.settled[k + 1]), weight: MatchWeight(20),
                probability: MatchWeight(20).probability, tier: .certain, subject: Int(part.settled[k])))
          }
        }
      }
      return ListInput(
        roll: roll, rows: parts.flatMap(\.rest), settled: settled, hasFamilyCards: cards, isQuoted: quoted)
    }
  }
}
