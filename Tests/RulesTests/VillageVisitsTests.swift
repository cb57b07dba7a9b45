import RollModel
import Testing

@testable import Rules

/// Which households were visited, where numbers of the roll or of the visits lost their last digit.
struct VillageVisitsTests {
  struct Row: CustomTestStringConvertible {
    let what: String
    let cards: [String]
    /// Card and desa (1 is this one, 0 none) of each visit.
    let visits: [(String, Int)]
    let expected: [HouseholdVisit]
    var testDescription: String { what }
  }

  @Test(arguments: [
    Row(
      what: "whole numbers", cards: ["1602050101100001", "1602050101100002"], visits: [("1602050101100001", 1)],
      expected: [.visited, .unvisited]),
    Row(
      what: "whole number visited elsewhere", cards: ["1602050101100001"], visits: [("1602050101100001", 2)],
      expected: [.visited]),
    Row(
      what: "cut roll, whole visits", cards: ["160205010110000*", "160205020210000*"],
      visits: [("1602050101100007", 1)], expected: [.visited, .unvisited]),
    Row(
      what: "cut roll, two visits fit one household", cards: ["160205010110000*"],
      visits: [("1602050101100007", 1), ("1602050101100008", 1)], expected: [.unclear]),
    Row(
      what: "cut roll, visit of another desa", cards: ["160205010110000*"], visits: [("1602050101100007", 2)],
      expected: [.unclear]),
    Row(
      what: "cut roll, visit without a desa", cards: ["160205010110000*"], visits: [("1602050101100007", 0)],
      expected: [.visited]),
    Row(
      what: "whole roll, cut visits", cards: ["1602050101100001", "1602050202100001"],
      visits: [("160205010110000*", 1)], expected: [.visited, .unvisited]),
    Row(
      what: "whole roll, two households fit one cut visit", cards: ["1602050101100001", "1602050101100002"],
      visits: [("160205010110000*", 1)], expected: [.unclear, .unclear]),
    Row(
      what: "of two households one has its whole visit", cards: ["1602050101100001", "1602050101100002"],
      visits: [("1602050101100001", 1), ("160205010110000*", 1)], expected: [.visited, .visited]),
    Row(
      what: "both cut", cards: ["160205010110000*", "160205020210000*"], visits: [("160205010110000*", 1)],
      expected: [.visited, .unvisited]),
  ])
  func judges(_ row: Row) throws {
    let index = VisitIndex(try data(row))
    let keys = row.cards.compactMap { VisitIndex.card(Self.number($0)) }
    #expect(VillageVisits(keys, of: 1, index).visits == row.expected)
  }

  /// A case of the cards on the roll and the visits.
  private func data(_ row: Row) throws -> CaseData {
    let voters = row.cards.map { "  | \($0) | ANI | 1602052001 | 1" }
    let visits = row.visits.map { "  | \($0.0) | \(["", "1602052001", "1602052002"][$0.1]) | 2026-07-01" }
    return try ExampleCase(
      Example(
        (["? | nkk | nama | kode_desa | tps"] + voters + ["  | | ANA | 1602052002 | 1"]
          + ["[coklit]", "  | nkk | kode_desa | tanggal_coklit"] + visits).joined(separator: "\n"))
    ).data
  }

  private static func number(_ text: String) -> NIK {
    let digits = UInt64(text.prefix { $0 != "*" }) ?? 0
    return text.hasSuffix("*") ? NIK(number: digits * 10, hiddenStart: 15, hiddenLength: 1) : NIK(number: digits)
  }

  /// Rows of one family of which some lost their last digit are one household, where only one whole number fits.
  @Test func familiesOfTwoFilesAreJoined() {
    let cards = ["1602050101100001", "160205010110000*", "1602050202100001", "1602050202100002", "160205020210000*"]
    let rows = cards.enumerated().map {
      FamilyCard(key: Self.number($1).bits, row: UInt32($0), tps: 1, place: 0)
    }
    let joined = rows.joined().map { NIK(bits: $0.key).description }
    #expect(joined == ["1602050101100001", "1602050101100001"] + cards[2...])
  }

  @Test(arguments: [
    ("1602050101100001", "1602050101100002", true), ("1602050101100001", "1602050101100010", true),
    ("1602050101100001", "1602050101100001", false), ("1602050101100001", "1602050101100120", false),
    ("160205010110000*", "1602050107100009", true), ("160205010110000*", "1602050101100009", false),
    ("1602050110100001", "1602050101100001", true),
  ])
  func nearNumbersDifferInOneDigit(_ row: (a: String, b: String, isNear: Bool)) {
    #expect(Self.number(row.a).isNear(Self.number(row.b)) == row.isNear)
  }
}
