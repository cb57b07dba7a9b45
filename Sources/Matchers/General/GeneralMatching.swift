import Platform
import RollModel

/// Matches any file of persons: a roll that bears no identity number and no family card.
///
/// Decided once for a roll by what it holds. Names, birth dates, places, sex and marital status are compared as
/// everywhere; addresses by their words; the third class is "one place, another person". Source: matching page, section
/// 11 ("generic data"), and docs/decisions/0007.
struct GeneralMatching {
  let settings: MatchSettings
  let threads: Int

  /// Whether a roll has no number at all to go by.
  static func applies(to roll: Roll) -> Bool {
    !roll.columns.nik.contains { $0.visiblePrefix > 0 } && !roll.columns.nkk.contains { $0.visiblePrefix > 0 }
  }

  func run(
    _ data: CaseData, lists: [ListInput], progress: (@Sendable (Double) -> Void)?, stage: ((String, Int) -> Void)?
  ) -> MatchResults {
    let inputs = inputs(data, lists)
    stage?("siapkan", inputs.set.count)
    let blocking = BlockingSettings.general
    let keys = BlockingKeys(
      inputs.set, blocking, data.lexicon.places,
      general: GeneralKeys(set: inputs.set, addresses: inputs.addresses))
    let blocker = Blocker(set: inputs.set, keys: keys, settings: blocking, passes: Pass.general)
    let (blocks, start) = blocker.run(threads: threads) { self.start(inputs) }
    stage?("blok", blocks.reduce(0) { $0 + $1.keys })
    var scanModel = start
    scanModel.prior = log2(1 / Double(max(2, inputs.set.rollCount)))
    let kept = GeneralScan(inputs: inputs).run(blocks, model: scanModel, threads: threads, progress: progress)
    stage?("banding", kept.enumerated)

    let trained =
      settings.trains
      ? GeneralTraining(set: inputs.set).run(kept.duplicates, start: start, threads: threads)
      : GeneralTraining.Outcome(model: start, expected: Self.startShare * Double(inputs.set.rollCount))
    var results = MatchResults()
    let duplicates = GeneralDuplicates(inputs: inputs, thresholds: settings.thresholds, trained: trained)
      .outcome(kept.duplicates, threads: threads)
    results.duplicates = duplicates.pairs
    let tallies = PassTallies(passes: Pass.general, blocks: blocks, looked: kept.looked)
    results.duplicateReport = tallies.report(part: 0, duplicates.recall)
    results.duplicateReport.pairsCompared = kept.compared
    results.duplicateReport.pairsKept = kept.duplicates.count
    results.duplicateReport.prior = trained.expected
    results.duplicateReport.keptDefaults = trained.keptDefaults
    results.duplicateReport.rounds = trained.rounds
    results.duplicateReport.estimatedFalseShare = duplicates.falseShare
    results.duplicateReport.coincidences = inputs.names.coincidences
    if settings.frozen != nil { results.duplicateReport.notices.append(Words.notFrozen) }
    stage?("ganda", kept.duplicates.count)
    link(tallies, kept, inputs, lists, trained, into: &results)
    stage?("daftar", kept.links.reduce(0) { $0 + $1.count })
    return results
  }

  /// Pairs of one person a row, before anything is learned.
  private static let startShare = 0.005

  func inputs(_ data: CaseData, _ lists: [ListInput]) -> GeneralInputs {
    let table = TokenTable(data.lexicon.tokens)
    let set = RecordSet(
      roll: data.roll, lists: lists.map { ($0.roll, $0.rows) }, mode: .full, table: table, asOf: data.asOf,
      threads: threads)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: threads)
    set.setBits(frequencies, threads: threads)
    return GeneralInputs(
      roll: data.roll, set: set, frequencies: frequencies, places: PlaceSpellings(data.lexicon.places),
      names: NameCounts(set, dates: frequencies.dateCount),
      addresses: AddressWords(set, roll: data.roll, lists: lists.map(\.roll), threads: threads))
  }

  func start(_ inputs: GeneralInputs) -> GeneralModel {
    let rows = Double(inputs.set.rollCount)
    let prior = Training.logOdds(min(0.5, Self.startShare * rows / GeneralTraining.possible(inputs.set.rollCount)))
    let sampled = StartingModels(inputs.set, inputs.frequencies, seed: settings.seed, hasFamilyCards: [])
    var person = sampled.duplicates
    person.prior = 0
    person.household = nil
    return GeneralModel(person: person, address: GeneralModel.addressDefaults, prior: prior, neighbours: prior)
  }

  private func link(
    _ tallies: PassTallies, _ kept: GeneralScan.Kept, _ inputs: GeneralInputs, _ lists: [ListInput],
    _ trained: GeneralTraining.Outcome, into results: inout MatchResults
  ) {
    // A list row meets as many people of one place as a row of the roll does; its errors are its own.
    var start = trained.model
    start.person.likelihoods = .defaults
    start.address = GeneralModel.addressDefaults
    let first = start
    let outcomes = parallelMap(lists.count, threads: threads) { k in
      GeneralLinks(inputs: inputs, part: inputs.set.lists[k], start: first, thresholds: settings.thresholds)
        .run(kept.links[k], withExplanation: lists[k].isQuoted)
    }
    for (k, (list, outcome)) in zip(lists, outcomes).enumerated() {
      let role = list.roll.role
      results.links[role] = outcome.links
      var report = tallies.report(part: k + 1, outcome.recall)
      report.prior = outcome.share
      report.rounds = outcome.rounds
      report.estimatedFalseShare = outcome.falseShare
      report.pairsKept = outcome.links.count
      results.linkReports[role] = report
      if role == .residents || role == .specialList {
        let absence = Absence(roll: inputs.roll, mode: inputs.set.mode, threads: threads)
        results.absent[role] = absence.persons(list, outcome, nil)
      }
    }
  }
}
