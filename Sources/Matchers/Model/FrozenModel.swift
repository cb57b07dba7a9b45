import RollModel

/// A saved model made ready to weigh: nothing is learned, so that runs of different weeks can be compared.
///
/// Only m, u and the priors are frozen. How common a name, a date or a place is, and how many share a card, is counted
/// on each roll anew or scaled to its size.
package struct FrozenModel: Sendable {
  /// Why a saved model cannot be used, in words that follow its file's name.
  package struct Misfit: Error, Sendable, Equatable { package let words: String }

  let saved: SavedModel
  let mode: NumberMode
  let duplicates: Likelihoods
  private let lists: [Role: LearnedList]
  private let number: [Double]
  private let marital: [Double]
  private let household: [Double]

  package init(_ saved: SavedModel) throws(Misfit) {
    self.saved = saved
    let mode = NumberMode(saved.numbers)
    self.mode = mode
    duplicates = try Self.likelihoods(saved.duplicates, mode)
    var lists: [Role: LearnedList] = [:]
    for role in Role.allCases {
      guard let part = saved.lists[role] else { continue }
      guard let residence = part.namesakes?.levels, residence.map(\.name) == Words.residences else {
        throw Misfit(words: .missing(Words.residence))
      }
      lists[role] = LearnedList(
        likelihoods: try Self.likelihoods(part, mode), share: min(0.98, part.prior),
        namesakes: NamesakeClass(share: part.namesakeShare, residence: residence.map(\.m)))
    }
    self.lists = lists
    let levels = ModelTable.numberLevels(mode)
    let numbers = ModelTable.chanceGroups.map { (field: Words.numberShort, group: $0, levels: levels) }
    number = try Self.values(numbers, saved.household) { $0.u }
    marital = try Self.values(
      ModelTable.all(mode).filter { $0.field == Words.marital }.map(\.name), saved.duplicates.tables
    ) { $0.u }
    household = try Self.values(numbers, saved.household) { $0.m }
  }

  /// What keeps the model from a case: numbers that can be compared no longer, or only now.
  package func misfit(with data: CaseData) -> Misfit? {
    let now = NumberMode(of: [data.roll])
    return now == mode ? nil : Misfit(words: .otherNumbers(saved.numbers, now.state))
  }

  /// The models that a scan begins with, as they were when this one was trained.
  func startingModels(_ set: RecordSet, _ frequencies: Frequencies, hasFamilyCards: [Bool]) -> StartingModels {
    let voters = set.rollCount
    let possible = StartingModels.possiblePairs(voters)
    let cards = (saved.cardPairsPerVoter * Double(voters)).rounded()
    var chances = Chances(number: number, marital: marital, sameFamilyCard: max(cards, 1) / possible)
    chances.likeTokens = LikeTokens.bits(set, frequencies)
    let household = HouseholdClass(
      cardPairs: cards, twinShare: saved.twinShare, shares: household, pairs: possible, chances: chances)
    return StartingModels(
      chances: chances, regionPlaces: NumberChances(set).regionPlaces, cardPairs: cards,
      twinShare: saved.twinShare, household: household, voters: voters,
      hasFamilyCards: hasFamilyCards, mode: mode)
  }

  /// What it knows of a list; nil for a list that it was not trained on.
  func list(_ role: Role) -> LearnedList? { lists[role] }

  private static func likelihoods(_ part: SavedModel.Part, _ mode: NumberMode) throws(Misfit) -> Likelihoods {
    var result = Likelihoods.defaults
    for table in ModelTable.all(mode) {
      result[keyPath: table.m].replaceSubrange(table.range, with: try values([table.name], part.tables) { $0.m })
    }
    return result
  }

  /// Values of tables one after another; every table and every level must be there under its name.
  private static func values(
    _ tables: [ModelTable.Name], _ saved: [SavedModel.Table], _ value: (SavedModel.Level) -> Double?
  ) throws(Misfit) -> [Double] {
    var result: [Double] = []
    for table in tables {
      guard let found = saved.first(where: { $0.field == table.field && $0.group == table.group }),
        found.levels.map(\.name) == table.levels
      else { throw Misfit(words: .missing(table.field)) }
      for level in found.levels {
        guard let value = value(level), value > 0, value <= 1 else { throw Misfit(words: .missing(table.field)) }
        result.append(value)
      }
    }
    return result
  }
}

extension NumberMode {
  var state: SourceFile.NumberState {
    switch self {
    case .full: .full
    case .truncated: .truncated
    case .masked: .masked
    }
  }

  init(_ state: SourceFile.NumberState) {
    switch state {
    case .full, .absent: self = .full
    case .truncated: self = .truncated
    case .masked: self = .masked
    }
  }
}

extension String {
  fileprivate static func missing(_ field: String) -> String {
    "tabel '\(field)' tidak lengkap; salin lagi model.json dari folder hasil padan versi ini."
  }

  fileprivate static func otherNumbers(_ then: SourceFile.NumberState, _ now: SourceFile.NumberState) -> String {
    "dibuat dari daftar yang NIK-nya \(then.rawValue), sedangkan NIK daftar ini \(now.rawValue); "
      + "hapus kunci model agar model baru dilatih."
  }
}
