import RollModel
import Testing

@testable import Matchers

/// Person files without any number: what the roll holds decides that they are compared by the words of addresses too.
struct GeneralMatchingTests {
  private func found(_ made: GeneralRoll, order: [Int]? = nil, threads: Int) -> Set<[Int]> {
    let results = Matcher(threads: threads).run(made.data(order: order))
    let back = order ?? Array(made.people.indices)
    return Set(results.duplicates.filter { $0.tier >= .verify }.map { [back[$0.a], back[$0.b]].sorted() })
  }

  private func truth(_ made: GeneralRoll) -> Set<[Int]> {
    var rows: [Int: [Int]] = [:]
    for (row, owner) in made.owner.enumerated() { rows[owner, default: []].append(row) }
    var pairs = Set<[Int]>()
    for of in rows.values { for (k, a) in of.enumerated() { for b in of[(k + 1)...] { pairs.insert([a, b]) } } }
    return pairs
  }

  @Test("copies are found through swapped names, other dates and addresses written together", arguments: [3, 4])
  func findsCopies(seed: UInt64) {
    let made = GeneralRoll(people: 900, copies: 600, seed: seed)
    let pairs = found(made, threads: 2)
    let truth = truth(made)
    #expect(Double(pairs.intersection(truth).count) >= 0.995 * Double(truth.count))
    #expect(Double(pairs.subtracting(truth).count) <= 0.005 * Double(pairs.count))
  }

  @Test("people of one address and one family name are not made one person")
  func householdsStayApart() {
    let made = GeneralRoll(people: 900, copies: 300, household: 3, seed: 5)
    let pairs = found(made, threads: 2)
    let truth = truth(made)
    #expect(Double(pairs.subtracting(truth).count) <= 0.02 * Double(pairs.count))
    #expect(Double(pairs.intersection(truth).count) >= 0.95 * Double(truth.count))
  }

  @Test("one, two and four threads, and shuffled rows, find the same pairs")
  func independentOfOrderAndThreads() {
    let made = GeneralRoll(people: 400, copies: 200, household: 2, seed: 6)
    let once = found(made, threads: 1)
    #expect(found(made, threads: 2) == once)
    #expect(found(made, threads: 4) == once)
    var random = SeededGenerator(seed: 9)
    var order = Array(made.people.indices)
    for i in order.indices.reversed() { order.swapAt(i, random.below(i + 1)) }
    #expect(found(made, order: order, threads: 2) == once)
    func all(_ threads: Int) -> [[Double]] {
      Matcher(threads: threads).run(made.data()).duplicates.map {
        [Double($0.a), Double($0.b), $0.weight.bits, $0.probability.value, Double($0.cluster), Double($0.subject)]
      }
    }
    // To the last bit.
    #expect(all(1) == all(3))
  }

  @Test("every pair of a group is listed, and lines of bits sum to the odds")
  func groupsAreWholeAndExplained() {
    let made = GeneralRoll(people: 100, copies: 300, seed: 7)
    let pairs = Matcher(threads: 2).run(made.data()).duplicates
    var members: [Int: Set<Int>] = [:]
    var listed: [Int: Int] = [:]
    for pair in pairs where pair.cluster != 0 {
      members[pair.cluster, default: []].formUnion([pair.a, pair.b])
      listed[pair.cluster, default: 0] += 1
    }
    #expect(!members.isEmpty)
    for (group, rows) in members { #expect(listed[group] == rows.count * (rows.count - 1) / 2) }
    // A finding rests on the heaviest pair of a row that goes; others need no explanation.
    var heaviest: [Int: Double] = [:]
    for pair in pairs { heaviest[pair.subject] = max(heaviest[pair.subject] ?? -.infinity, pair.weight.bits) }
    var explained = 0
    for pair in pairs where pair.tier >= .verify && pair.weight.bits == heaviest[pair.subject] {
      #expect(abs(pair.explanation.reduce(0) { $0 + $1.weight.bits } - pair.weight.bits) < 1e-9)
      #expect(pair.words.contains("alamat"))
      explained += 1
    }
    #expect(explained >= members.values.reduce(0) { $0 + $1.count - 1 })
    #expect(explained < pairs.count / 2)
  }

  @Test("each list row is linked to its person, and a stranger to nobody")
  func links() {
    let roll = GeneralRoll(people: 600, copies: 0, seed: 8)
    var list = GeneralRoll(people: 600, copies: 400, seed: 8)
    list.people.removeFirst(600)
    list.owner.removeFirst(600)
    let strangers = GeneralRoll(people: 100, copies: 0, seed: 88)
    list.people += strangers.people
    let links = Matcher(threads: 2).run(roll.data(list: list)).links[.deaths] ?? []
    let accepted = links.filter { $0.tier >= .verify }
    #expect(accepted.filter { $0.b < 400 && list.owner[$0.b] == $0.a }.count >= 398)
    #expect(accepted.filter { $0.b >= 400 }.count <= 1)
    for pair in accepted {
      #expect(abs(pair.explanation.reduce(0) { $0 + $1.weight.bits } - pair.weight.bits) < 1e-6)
    }
  }

  @Test("a roll with one number is compared by numbers")
  func appliesOnlyWithoutNumbers() {
    #expect(GeneralMatching.applies(to: GeneralRoll(people: 5, copies: 0, seed: 1).data().roll))
    #expect(!GeneralMatching.applies(to: MadeUpRoll(people: 5, copies: 0, seed: 1).data().roll))
  }

  @Test("a row without a name is matched by the rest, and never called sure")
  func nameless() throws {
    var made = GeneralRoll(people: 300, copies: 0, seed: 9)
    var twin = made.people[10]
    twin.name = []
    made.people.append(twin)
    made.owner.append(10)
    let pairs = Matcher(threads: 2).run(made.data()).duplicates.filter { $0.tier >= .verify }
    let pair = try #require(pairs.first)
    #expect([pair.a, pair.b] == [10, 300])
    #expect(pair.tier == .verify)
  }

  @Test(
    "dates one keystroke apart",
    arguments: [
      ("1956-04-09", "1956-04-09", false), ("1956-04-09", "1965-04-09", true), ("1956-04-09", "1956-04-19", true),
      ("1956-04-09", "1956-09-04", false), ("1912-11-23", "1921-11-23", true), ("1956-04-09", "1966-05-09", false),
      ("1956-01-09", "1956-10-09", true),
    ])
  func oneKeystroke(a: String, b: String, isOne: Bool) throws {
    func record(_ text: String) throws -> MatchRecord {
      var record = MatchRecord()
      record.birth = try #require(CalendarDay(iso: text)).bits
      return record
    }
    #expect(GeneralComparator.isOneKeystroke(try record(a), try record(b)) == isOne)
    #expect(GeneralComparator.isOneKeystroke(try record(b), try record(a)) == isOne)
  }
}
