import Matchers
import RollModel
import Testing

@testable import Rules

/// Same facts, same ids: whatever the order of rows and the number of threads.
struct StabilityTests {
  private static let source = RandomExample(seed: 11, families: 150)

  @Test func anyNumberOfThreadsFindsTheSame() throws {
    let example = try ExampleCase(Self.source.example())
    let matches = Matcher(threads: 1).run(example.data)
    let one = examine(example, matches: matches, threads: 1).map(Line.init)
    #expect(one.count > 100)
    for threads in [2, 4] { #expect(examine(example, matches: matches, threads: threads).map(Line.init) == one) }
  }

  @Test(arguments: [1, 2, 3])
  func shuffledRowsGiveTheSameFindings(_ seed: UInt64) throws {
    let rules = Set(Rulebook.cards.filter { $0.category != .ganda }.map(\.id))
    let lines = try [nil, seed].map { seed in
      examine(try ExampleCase(Self.source.example(shuffledBy: seed))).filter { rules.contains($0.rule) }.map(Line.init)
    }
    #expect(Set(lines[0]) == Set(lines[1]))
    #expect(lines[0].count == lines[1].count)
  }

  @Test func idsAreUniqueAndOrdered() throws {
    let findings = examine(try ExampleCase(Self.source.example()))
    #expect(Set(findings.map(\.id)).count == findings.count)
    #expect(findings.contains { $0.id.hasSuffix("-2") })
    let order = Rulebook.cards.map(\.id)
    let places = findings.compactMap { order.firstIndex(of: $0.rule) }
    #expect(places == places.sorted())
  }

  @Test(arguments: [
    (0, "000000000000"), (31, "00000000000Z"), (32, "000000000010"), (0xFFF_FFFF_FFFF_FFFF, "ZZZZZZZZZZZZ"),
  ])
  func sixtyBitsAreTwelveCharacters(_ hash: UInt64, _ text: String) {
    #expect(FindingOrder.base32(hash) == text)
  }

  @Test func pairsHashTheSameBothWays() throws {
    let roll = try ExampleCase(Self.source.example()).data.roll
    #expect(FactHash.pair(roll[3], roll[8]) == FactHash.pair(roll[8], roll[3]))
    #expect(FactHash.pair(roll[3], roll[8]) != FactHash.pair(roll[3], roll[9]))
  }

  struct Line: Hashable {
    var id: String
    var rule: String
    var explanation: String
    var heldBack: String
    init(_ finding: Finding) {
      id = finding.id
      rule = finding.rule
      explanation = finding.explanation
      heldBack = finding.heldBack
    }
  }
}
