import RollModel

/// Keeps the model of a run for `model.json`, and says of a frozen one whether it still fits.
struct ModelKeeper: Sendable {
  let mode: NumberMode
  let seed: UInt64
  let voters: Int
  let start: StartingModels
  let frozen: FrozenModel?

  /// The model that weighed. Under a frozen model it is that one, with the lists that it did not know.
  func model(_ trained: Training.Outcome, _ lists: [(role: Role, outcome: LinkMatching.Outcome)]) -> SavedModel {
    var saved = frozen?.saved ?? fresh(trained)
    for (role, outcome) in lists where saved.lists[role] == nil {
      saved.lists[role] = part(outcome)
    }
    return saved
  }

  /// Marks the report of the duplicates as frozen, with the fields that drifted.
  func note(_ trained: Training.Outcome, in report: inout MatchReport) {
    guard let frozen else { return }
    // Defaults that were kept never fitted, so nothing can tell whether they still do.
    guard !trained.keptDefaults else { return note([], .duplicates, in: &report) }
    let now = Training(mode: mode).maximization(trained.sums, familyCards: true)
    note(
      ModelDrift(mode: mode, ofDuplicates: true).fields(
        frozen: frozen.duplicates, part: frozen.saved.duplicates, now: now, trained.sums), .duplicates, in: &report)
  }

  /// The same for a list; a list that the frozen model does not know was learned from the case.
  func note(_ role: Role, _ outcome: LinkMatching.Outcome, in report: inout MatchReport) {
    guard let frozen else { return }
    guard let part = frozen.saved.lists[role], let list = frozen.list(role) else {
      report.notices.append(.unknownList(role))
      return
    }
    let now = Training(mode: mode).maximization(outcome.sums, familyCards: false)
    note(
      ModelDrift(mode: mode, ofDuplicates: false).fields(
        frozen: list.likelihoods, part: part, now: now, outcome.sums), .list(role), in: &report)
  }

  private func note(_ drift: [FieldDrift], _ name: String, in report: inout MatchReport) {
    report.isFrozen = true
    report.drift = drift
    if let notice = ModelDrift.notice(drift, part: name) { report.notices.append(notice) }
  }

  private func fresh(_ trained: Training.Outcome) -> SavedModel {
    let household = start.duplicates.household
    return SavedModel(
      numbers: mode.state, seed: seed, voters: voters,
      cardPairsPerVoter: start.cardPairs / Double(max(1, voters)), twinShare: start.twinShare,
      household: ModelTable.chanceGroups.enumerated().map { row, group in
        SavedModel.Table(
          field: Words.numberShort, group: group, pairs: 0,
          levels: ModelTable.numberLevels(mode).enumerated().map { k, name in
            SavedModel.Level(
              name: name, m: household?.shares[row * 8 + k] ?? 1, u: start.duplicates.chances.number[row * 8 + k])
          })
      },
      duplicates: part(
        trained.model.likelihoods, prior: trained.expected / Double(max(1, voters)),
        keptDefaults: trained.keptDefaults, trained.sums, ofDuplicates: true), lists: [:])
  }

  private func part(_ outcome: LinkMatching.Outcome) -> SavedModel.Part? {
    guard let learned = outcome.learned else { return nil }
    var made = part(
      learned.likelihoods, prior: learned.share, keptDefaults: false, outcome.sums, ofDuplicates: false)
    made.namesakeShare = learned.namesakes.share
    made.namesakes = SavedModel.Table(
      field: Words.residence, pairs: 0,
      levels: zip(Words.residences, learned.namesakes.residence).map { SavedModel.Level(name: $0, m: $1, u: nil) })
    return made
  }

  private func part(
    _ likelihoods: Likelihoods, prior: Double, keptDefaults: Bool, _ sums: Training.Sums, ofDuplicates: Bool
  ) -> SavedModel.Part {
    SavedModel.Part(
      prior: prior, keptDefaults: keptDefaults,
      tables: ModelTable.all(mode).map {
        $0.saved(likelihoods, start.duplicates.chances, pairs: $0.pairs(sums, ofDuplicates: ofDuplicates))
      })
  }
}

extension String {
  fileprivate static let duplicates = "pasangan ganda"
  fileprivate static func list(_ role: Role) -> String { "daftar \(role.rawValue)" }
  fileprivate static func unknownList(_ role: Role) -> String {
    "Model beku tidak memuat daftar \(role.rawValue); bobot daftar itu dipelajari dari kasus ini."
  }
}
