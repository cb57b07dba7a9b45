import RollModel
import Testing

@testable import Matchers

/// Addresses as bags of words.
struct BagComparatorTests {
  private func words(_ addresses: [String]) -> AddressWords {
    var made = GeneralRoll(people: addresses.count, copies: 0, seed: 1)
    for i in addresses.indices { made.people[i].address = addresses[i].split(separator: " ").map(String.init) }
    let data = made.data()
    let set = RecordSet(
      roll: data.roll, lists: [], mode: .full, table: TokenTable(data.lexicon.tokens), threads: 1)
    return AddressWords(set, roll: data.roll, lists: [])
  }

  struct Case: Sendable {
    var a: String
    var b: String
    /// Counts by `NameEvent`: exact, phonetic, typo, typos, short, glue, conflict, extra.
    var events: [Int]
  }

  @Test(arguments: [
    Case(a: "12 GREEN STREET", b: "12 GREEN STREET", events: [3, 0, 0, 0, 0, 0, 0, 0]),
    Case(a: "GREEN 12 STREET", b: "12 GREEN STREET", events: [3, 0, 0, 0, 0, 0, 0, 0]),
    Case(a: "GREENWOOD STREET", b: "GREEN WOOD STREET", events: [1, 0, 0, 0, 0, 1, 0, 0]),
    Case(a: "PRIDHAM STREET", b: "PRIDHAMSTREET", events: [0, 0, 0, 0, 0, 1, 0, 0]),
    Case(a: "MARSDEN 2119", b: "MARSDNE 2191", events: [0, 0, 2, 0, 0, 0, 0, 0]),
    Case(a: "MARSDEN 23", b: "MARSDEN 32", events: [1, 0, 0, 0, 0, 0, 1, 0]),
    Case(a: "MARSDEN 177", b: "MARSDEN 17", events: [1, 0, 0, 0, 0, 0, 1, 0]),
    Case(a: "MARSDEN NSW", b: "MARSDEN", events: [1, 0, 0, 0, 0, 0, 0, 1]),
    Case(a: "MARSDEN", b: "CORIO", events: [0, 0, 0, 0, 0, 0, 1, 0]),
  ])
  func events(_ expected: Case) {
    let comparator = BagComparator(words([expected.a, expected.b, "1 OTHER ROAD", "2 OTHER ROAD"]))
    let seen = comparator.compare(0, 1).events
    #expect(NameEvent.allCases.map { Int(seen >> ($0.rawValue * 8) & 255) } == expected.events, "\(expected.a)")
  }

  @Test("the same either way round, on random addresses")
  func symmetric() {
    let made = GeneralRoll(people: 40, copies: 160, seed: 31)
    let words = words(made.people.map { $0.address.joined(separator: " ") })
    let comparator = BagComparator(words)
    for i in 0..<200 {
      for j in stride(from: 0, to: 200, by: 7) {
        let forth = comparator.compare(i, j)
        let back = comparator.compare(j, i)
        #expect(forth.events == back.events)
        #expect(abs(forth.chance - back.chance) < 1e-4)
      }
    }
  }

  @Test("a rare word is worth more than a common one, and no address says nothing")
  func shares() {
    let comparator = BagComparator(words(["1 GREEN STREET", "2 GREEN ROAD", "3 HILL STREET", "4 BUSH STREET", ""]))
    #expect(comparator.compare(0, 1).chance > comparator.compare(2, 3).chance)
    #expect(comparator.compare(0, 4).events == 0)
  }
}
