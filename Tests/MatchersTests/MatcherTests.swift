import RollModel
import Testing

@testable import Matchers

struct MatcherTests {
  private func found(_ made: MadeUpRoll, order: [Int]? = nil, threads: Int) -> Set<[Int]> {
    let results = Matcher(threads: threads).run(made.data(order: order))
    let back = order ?? Array(made.people.indices)
    return Set(results.duplicates.filter { $0.tier >= .verify }.map { [back[$0.a], back[$0.b]].sorted() })
  }

  @Test("finds copies, and calls few strangers one person")
  func findsCopies() {
    let made = MadeUpRoll(people: 3_000, copies: 60, seed: 11)
    let pairs = found(made, threads: 2)
    let truth = Set(made.truth.map { [$0.0, $0.1].sorted() })
    #expect(pairs.intersection(truth).count > 50)
    #expect(pairs.subtracting(truth).count < 6)
  }

  @Test("one, two and four threads, and shuffled rows, find the same pairs")
  func independentOfOrderAndThreads() {
    let made = MadeUpRoll(people: 3_000, copies: 60, seed: 12)
    let once = found(made, threads: 1)
    #expect(found(made, threads: 2) == once)
    #expect(found(made, threads: 4) == once)
    var random = SeededGenerator(seed: 9)
    var order = Array(made.people.indices)
    for i in order.indices.reversed() { order.swapAt(i, random.below(i + 1)) }
    #expect(found(made, order: order, threads: 2) == once)
  }

  @Test("an empty roll and a roll of one have no pairs", arguments: [0, 1])
  func tiny(people: Int) {
    let made = MadeUpRoll(people: people, copies: 0, seed: 1)
    #expect(Matcher(threads: 2).run(made.data()).duplicates.isEmpty)
  }
}
