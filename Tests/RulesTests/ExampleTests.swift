import Matchers
import RollModel
import Rules
import Testing

/// Examples of cards are tests: exactly the marked rows are flagged.
struct ExampleTests {
  struct Item: Sendable, CustomTestStringConvertible {
    var rule: String
    var number: Int
    var example: Example
    var testDescription: String { "\(rule) contoh \(number)" }
  }

  static let items = Rulebook.cards.flatMap { card in
    card.examples.enumerated().map { Item(rule: card.id, number: $0 + 1, example: $1) }
  }

  @Test(arguments: items)
  func flagsExactlyTheMarkedRows(_ item: Item) throws {
    let example = try ExampleCase(item.example, rule: item.rule)
    #expect(example.settingFaults.isEmpty)
    let findings = examine(example).filter { $0.rule == item.rule }
    let flagged = Flagged(findings, in: example.data)
    for section in example.table.sections where section.isChecked {
      for (row, content) in section.rows.enumerated() {
        #expect(
          flagged.contains(section.role, row) == content.isMarked,
          "\(section.role.rawValue) \(row + 1): \(content.cells.map { "\($0.key.rawValue)=\($0.value)" }.sorted())")
      }
    }
  }

  @Test(arguments: Rulebook.cards.map(\.id))
  func hasMarkedAndUnmarkedRows(_ id: String) throws {
    let card = try #require(Rulebook.card(id: id))
    let rows = try card.examples.flatMap { example in
      try ExampleTable(example.table).sections.filter(\.isChecked).flatMap(\.rows)
    }
    #expect(rows.count { $0.isMarked } >= 2)
    #expect(rows.count { !$0.isMarked } >= 2)
  }
}

func examine(_ example: ExampleCase, matches: MatchResults? = nil, threads: Int = 1) -> [Finding] {
  Examination(
    data: example.data, matches: matches ?? Matcher(threads: 1).run(example.data), election: example.election,
    visits: example.visits, settings: example.settings, threads: threads
  ).run().findings
}
