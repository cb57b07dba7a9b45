import Platform
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
        data, lists: ListInput.all(data, index: nil, threads: threads), progress: progress, stage: stage)
    }
    let needsIndex = data.lists[.residents] != nil || data.lists[.specialList] != nil
    let (index, table) = parallelPair(threads: threads) {
      needsIndex ? data.numbers ?? NumberIndex(data.roll.columns) : nil
    } _: {
      TokenTable(data.lexicon.tokens, threads: threads)
    }
    let places = PlaceSpellings(data.lexicon.places)
    let lists = ListInput.all(data, index: index, threads: threads)
    let mode = NumberMode(of: [data.roll])
    let set = RecordSet(
      roll: data.roll, lists: lists.map { ($0.roll, $0.rows) }, mode: mode, table: table, asOf: data.asOf,
      threads: threads)
    let design = settings.design
    set.leaveOut(design)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: threads)
    frequencies.leaveOut(design, set)
    set.setBits(frequencies, threads: threads)
    set.leavePlaces(design, frequencies)
    stage?("siapkan", set.count)

    let passes = Pass.used(mode, voters: data.roll.count).filter { design.contains(.listPasses) || !$0.linksOnly }
    let blocking = BlockingSettings(voters: data.roll.count)
    let blocker = Blocker(
      set: set, keys: BlockingKeys(set, blocking, data.lexicon.places), settings: blocking,
      passes: lists.isEmpty ? passes.filter { !$0.linksOnly } : passes)
    let seed = settings.seed
    let frozen = settings.frozen
    let (blocks, (start, names)) = blocker.run(threads: threads) {
      let cards = lists.map(\.hasFamilyCards)
      let start =
        frozen?.startingModels(set, frequencies, hasFamilyCards: cards)
        ?? StartingModels(set, frequencies, seed: seed, hasFamilyCards: cards, design: design)
      return (start, NameCounts(set, dates: frequencies.dateCount))
    }
    set.hideFields(design)
    stage?("blok", blocks.reduce(0) { $0 + $1.keys })

    var kept = PairScan(set: set, frequencies: frequencies, places: places).run(
      blocks, passes: blocker.passes, duplicates: start.duplicates.scanTables(),
      links: start.links.map { $0.scanTables() }, threads: threads, progress: progress)
    let secondLook = SecondLook(set, start.regionPlaces, kept: kept, design: design, threads: threads)
    secondLook.refine(&kept.duplicates, threads: threads)
    for list in kept.links.indices { secondLook.refine(&kept.links[list], threads: threads) }
    if design.contains(.father), let fathers = Fathers(data.roll, lists, threads: threads) {
      fathers.see(&kept.duplicates, part: nil, threads: threads)
      for list in kept.links.indices { fathers.see(&kept.links[list], part: set.lists[list], threads: threads) }
    }
    stage?("banding", kept.enumerated)

    let ground = Ground(
      set: set, frequencies: frequencies, places: places, names: names, secondLook: secondLook, design: design)
    let tallies = PassTallies(passes: blocker.passes, blocks: blocks, looked: kept.looked)
    let keeper = ModelKeeper(mode: mode, seed: seed, voters: set.rollCount, start: start, frozen: frozen)
    let verdicts = decide(kept, data.roll, lists, ground, keeper, index, passes: blocker.passes.count)
    results.duplicates = verdicts.duplicates.pairs
    results.duplicateReport = Self.report(kept, tallies, verdicts.trained, verdicts.duplicates, names)
    keeper.note(verdicts.trained, in: &results.duplicateReport)
    for (k, (list, verdict)) in zip(lists, verdicts.lists).enumerated() {
      note(list, verdict, tallies.report(part: k + 1, verdict.outcome.recall), keeper, in: &results)
    }
    if let index {
      AbsentElsewhere(
        data: data, ground: ground, regionPlaces: start.regionPlaces, index: index, thresholds: settings.thresholds,
        threads: threads
      ).tell(&results.absent, models: Self.models(lists, verdicts.lists, start.links))
    }
    results.model = keeper.model(
      verdicts.trained, zip(lists, verdicts.lists).map { ($0.roll.role, $1.outcome) })
    stage?("putusan", kept.duplicates.count + kept.links.reduce(0) { $0 + $1.count })
    return results
  }

  /// What was decided of the roll's own pairs and of each list.
  private struct Verdicts {
    let trained: Training.Outcome
    let duplicates: DuplicateMatching.Outcome
    let lists: [ListVerdict]
  }

  private struct ListVerdict: Sendable {
    let outcome: LinkMatching.Outcome
    /// All pairs by list row: settled, accepted, and of one number only.
    let pairs: [Pair]
    /// Of lists that are asked who is on no row of the roll.
    let absent: [AbsentPerson]?
  }

  /// Decides duplicates and lists side by side, for none hangs on another: the roll first, then the longest list.
  private func decide(
    _ kept: PairScan.Kept, _ roll: Roll, _ lists: [ListInput], _ ground: Ground, _ keeper: ModelKeeper,
    _ index: NumberIndex?, passes: Int
  ) -> Verdicts {
    let order = lists.indices.sorted { (-kept.links[$0].count, $0) < (-kept.links[$1].count, $1) }
    let made = parallelMap(lists.count + 1, threads: threads) { k -> (roll: Verdicts?, list: ListVerdict?) in
      if k > 0 { return (nil, link(kept, lists, order[k - 1], roll, ground, keeper, index, passes)) }
      let trained = train(kept.duplicates, voters: ground.set.rollCount, keeper.start.duplicates, keeper.mode)
      let matching = DuplicateMatching(roll: roll, ground: ground, thresholds: settings.thresholds, trained: trained)
      let outcome = matching.outcome(kept.duplicates, passes: passes, threads: threads)
      return (Verdicts(trained: trained, duplicates: outcome, lists: []), nil)
    }
    guard let own = made[0].roll else { preconditionFailure("the roll is decided first") }
    let ofLists = lists.indices.compactMap { list in order.firstIndex(of: list).flatMap { made[$0 + 1].list } }
    return Verdicts(trained: own.trained, duplicates: own.duplicates, lists: ofLists)
  }

  private func link(
    _ kept: PairScan.Kept, _ lists: [ListInput], _ k: Int, _ roll: Roll, _ ground: Ground, _ keeper: ModelKeeper,
    _ index: NumberIndex?, _ passes: Int
  ) -> ListVerdict {
    let role = lists[k].roll.role
    let outcome = LinkMatching(
      ground: ground, part: ground.set.lists[k], start: keeper.start.links[k], thresholds: settings.thresholds
    ).run(
      kept.links[k], of: lists[k].roll.columns, passes: passes, withExplanation: lists[k].isQuoted,
      frozen: keeper.frozen?.list(role))
    let asksAbsent = role == .residents || role == .specialList
    return ListVerdict(
      outcome: outcome, pairs: Self.inOrder(outcome.links, lists[k].settled + outcome.numberOnly),
      absent: asksAbsent
        ? Absence(roll: roll, mode: keeper.mode, threads: threads).persons(lists[k], outcome, index) : nil)
  }

  private func note(
    _ list: ListInput, _ verdict: ListVerdict, _ tally: MatchReport, _ keeper: ModelKeeper,
    in results: inout MatchResults
  ) {
    let role = list.roll.role
    let outcome = verdict.outcome
    results.links[role] = verdict.pairs
    results.absent[role] = verdict.absent
    var report = tally
    report.prior = outcome.share
    report.rounds = outcome.rounds
    report.estimatedFalseShare = outcome.falseShare
    report.pairsKept = outcome.links.count
    keeper.note(role, outcome, in: &report)
    results.linkReports[role] = report
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

  /// By list, the model that its links were weighed with.
  private static func models(_ lists: [ListInput], _ verdicts: [ListVerdict], _ start: [Model]) -> [Role: Model] {
    var models: [Role: Model] = [:]
    for (list, (verdict, model)) in zip(lists, zip(verdicts, start)) {
      var model = model
      if let learned = verdict.outcome.learned { model.likelihoods = learned.likelihoods }
      models[list.roll.role] = model
    }
    return models
  }

  /// Links and others by list row, then voter; the links stand so already, and mostly alone.
  private static func inOrder(_ links: [Pair], _ others: [Pair]) -> [Pair] {
    guard !others.isEmpty else { return links }
    let others = others.sorted { ($0.b, $0.a) < ($1.b, $1.a) }
    var merged: [Pair] = []
    merged.reserveCapacity(links.count + others.count)
    var next = 0
    for other in others {
      while next < links.count, (links[next].b, links[next].a) <= (other.b, other.a) {
        merged.append(links[next])
        next += 1
      }
      merged.append(other)
    }
    return merged + links[next...]
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
