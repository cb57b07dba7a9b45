import RollModel
import Testing

@testable import Matchers

struct FrozenModelTests {
  private func run(_ data: CaseData, frozen: SavedModel? = nil) throws -> MatchResults {
    var settings = MatchSettings()
    settings.frozen = try frozen.map { try FrozenModel($0) }
    return Matcher(settings: settings, threads: 2).run(data)
  }

  private func made(seed: UInt64, people: Int = 4_000, copies: Int = 80) -> CaseData {
    var roll = MadeUpRoll(people: people, copies: copies, seed: seed)
    var dead = MadeUpRoll(people: 60, copies: 0, seed: seed &+ 500)
    var random = SeededGenerator(seed: seed &+ 1_000)
    for row in 0..<300 {
      var person = roll.people[row * 7 % people]
      if random.below(3) == 0 { person.damage(&random) }
      dead.people.append(person)
    }
    roll.truth = []
    return roll.data(lists: [.deaths: dead])
  }

  private func content(_ pairs: [Pair]) -> [String] {
    pairs.map { "\($0.a) \($0.b) \($0.tier) \($0.relation) \($0.cluster) \($0.weight.bits)" }
  }

  @Test("a case frozen from its own model gives the same pairs, tiers and bits")
  func ownModel() throws {
    let data = made(seed: 41)
    let first = try run(data)
    let model = try #require(first.model)
    let again = try run(data, frozen: model)
    #expect(content(again.duplicates) == content(first.duplicates))
    #expect(content(again.links[.deaths] ?? []) == content(first.links[.deaths] ?? []))
    #expect(again.duplicateReport.isFrozen && again.duplicateReport.rounds == 0)
    #expect(again.notices.isEmpty)
    #expect(again.model == model)
  }

  @Test("another case of the same kind reports no drift", arguments: [42, 43, 44, 45] as [UInt64])
  func sameKind(seed: UInt64) throws {
    let model = try #require(try run(made(seed: 41)).model)
    let results = try run(made(seed: seed), frozen: model)
    #expect(results.duplicateReport.drift == [])
    #expect(results.linkReports[.deaths]?.drift == [])
  }

  @Test("a case with other errors reports the fields that moved")
  func otherErrors() throws {
    let model = try #require(try run(made(seed: 41)).model)
    var roll = MadeUpRoll(people: 4_000, copies: 0, seed: 46)
    var random = SeededGenerator(seed: 47)
    for k in 0..<90 {
      var person = roll.people[k * 11]
      person.nkk = NIK(number: 1_602_010_101_800_000 + UInt64(k))
      person.place = "MEDAN"
      person.marital = .formerly
      if random.below(2) == 0 { person.birth = CalendarDay(day: 1, month: 7, year: person.birth.year) }
      roll.people.append(person)
    }
    let results = try run(roll.data(lists: [:]), frozen: model)
    let moved = results.duplicateReport.drift.map(\.field)
    #expect(moved.contains(Words.place))
    #expect(moved.contains(Words.marital))
    #expect(results.notices.contains { $0.contains("tidak lagi cocok") })
  }

  @Test("a list that the model does not know is learned, and that is said")
  func unknownList() throws {
    var model = try #require(try run(made(seed: 41)).model)
    model.lists = [:]
    let results = try run(made(seed: 42), frozen: model)
    #expect(results.linkReports[.deaths]?.isFrozen == false)
    #expect(results.notices.contains { $0.contains("kematian") })
    #expect(results.model?.lists[.deaths] != nil)
  }

  @Test("a model with a table or a level missing is refused")
  func incomplete() throws {
    let model = try #require(try run(made(seed: 41, people: 500, copies: 20)).model)
    var withoutTable = model
    withoutTable.duplicates.tables.removeAll { $0.field == Words.place }
    var withoutLevel = model
    withoutLevel.duplicates.tables[0].levels.removeLast()
    var withoutChance = model
    for k in withoutChance.duplicates.tables.indices where withoutChance.duplicates.tables[k].field == Words.marital {
      withoutChance.duplicates.tables[k].levels[0].u = nil
    }
    for broken in [withoutTable, withoutLevel, withoutChance] {
      #expect(throws: FrozenModel.Misfit.self) { try FrozenModel(broken) }
    }
    var masked = model
    masked.numbers = .masked
    #expect(throws: FrozenModel.Misfit.self) { try FrozenModel(masked) }
  }
}
