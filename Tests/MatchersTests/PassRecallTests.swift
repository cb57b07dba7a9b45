import RollModel
import Testing

@testable import Matchers

struct PassRecallTests {
  /// Pairs, each by the passes that brought it and how likely it is one person.
  private func recall(_ pairs: [(passes: UInt32, p: Double)]) -> PassRecall {
    let kept = pairs.map { pair -> Comparison in
      var c = Comparison()
      c.passes = pair.passes
      return c
    }
    var recall = PassRecall(kept, passes: 3)
    for (c, pair) in zip(kept, pairs) { recall.add(c, pair.p) }
    return recall
  }

  @Test("shares of passes, and Chao's bound by hand")
  func byHand() {
    let made = recall([(0b001, 1), (0b001, 0.5), (0b010, 1), (0b011, 1), (0b111, 0.5)])
    #expect(made.first == [4, 1, 0])
    #expect(abs(made.found - 4) < 1e-9)
    #expect(abs(made.share(0) - 3.0 / 4) < 1e-9)
    #expect(abs(made.share(1) - 2.5 / 4) < 1e-9)
    #expect(abs(made.share(2) - 0.5 / 4) < 1e-9)
    // f1 = 2.5, f2 = 1: 2/3 × 2.5 × 1.5 / (2 × 2).
    #expect(abs(made.missed(used: 3) - 0.625) < 1e-9)
    #expect(made.missed(used: 1) == 0)
  }

  @Test("the bound stays near the truth where passes are independent")
  func independentPasses() {
    var random = SeededGenerator(seed: 4)
    let chances = [0.5, 0.4, 0.6]
    var pairs: [(passes: UInt32, p: Double)] = []
    var missed = 0
    for _ in 0..<10_000 {
      var passes: UInt32 = 0
      for (k, chance) in chances.enumerated() where random.unit() < chance { passes |= 1 << UInt32(k) }
      if passes == 0 { missed += 1 } else { pairs.append((passes, 1)) }
    }
    let estimate = recall(pairs).missed(used: 3)
    #expect(abs(estimate - Double(missed)) < 0.15 * Double(missed), "\(estimate) \(missed)")
  }

  @Test("each pair of a run remembers every pass that brings it")
  func everyPassIsRemembered() throws {
    let made = MadeUpRoll(people: 2_000, copies: 100, seed: 21)
    let results = Matcher(threads: 2).run(made.data())
    let report = results.duplicateReport
    let found = report.passes.reduce(0) { $0 + $1.foundFirst }
    #expect(found == report.pairsKept)
    #expect(report.passes.reduce(0) { $0 + $1.pairs } == report.pairsEnumerated)
    // Passes overlap: what they bring one by one is far more than what they bring together.
    #expect(report.passes.reduce(0) { $0 + $1.recall } > 2)
    #expect(report.passes.allSatisfy { (0...1).contains($0.recall) })
    #expect(report.expectedFound > 50)
    #expect(report.expectedMissed < 0.1 * report.expectedFound)
  }
}
