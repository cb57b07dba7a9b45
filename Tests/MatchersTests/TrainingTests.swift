import RollModel
import Testing

@testable import Matchers

struct TrainingTests {
  @Test("finds the m that made the pairs")
  func recoversLikelihoods() {
    let m = [0.60, 0.03, 0.10, 0.10, 0.05, 0.02, 0.05, 0.0, 0.05]
    let u = [0.0005, 0.0005, 0.001, 0.01, 0.002, 0.003, 0.02, 0.0, 0.963]
    var random = SeededGenerator(seed: 2)
    var pairs: [Comparison] = []
    for k in 0..<40_000 {
      let isMatch = k < 4_000
      var c = Comparison()
      let level = draw(isMatch ? m : u, &random)
      c.birthLevel = Int8(level)
      c.birthChance = u[level] > 0 ? Float(-log2OfPower(u[level])) : 0
      c.familyCard = 0
      let exact = isMatch ? random.unit() < 0.9 : random.unit() < 0.002
      c.count(exact ? .exact : .conflict)
      c.nameChance = exact ? 9 : 0
      c.given = exact ? 1 : 0
      // What brought the pair here: strangers share it by chance, 36,000 times among all pairs of 800,000 voters.
      c.placeLevel = 0
      c.placeChance = 23.08
      pairs.append(c)
    }
    let chances = Chances(
      number: Array(repeating: 0.125, count: 120), marital: [0.5, 0.5], sameFamilyCard: 1e-6)
    let start = Model(likelihoods: .defaults, chances: chances, prior: -4, household: nil, mode: .full)
    let outcome = Training(mode: .full).duplicates(pairs, voters: 800_000, start: start, threads: 2)
    #expect(!outcome.keptDefaults)
    for level in [0, 2, 3, 4] {
      #expect(abs(outcome.model.likelihoods.birth[level] - m[level]) < 0.05, "\(level)")
    }
  }

  @Test("runs away on pairs that fit nothing, and keeps the defaults")
  func guardsAgainstRunaway() {
    let pairs = (0..<20_000).map { _ -> Comparison in
      var c = Comparison()
      c.birthLevel = 0
      c.birthChance = 40
      c.familyCard = 0
      c.count(.conflict)
      return c
    }
    let chances = Chances(
      number: Array(repeating: 0.125, count: 120), marital: [0.5, 0.5], sameFamilyCard: 1e-6)
    let start = Model(likelihoods: .defaults, chances: chances, prior: -10, household: nil, mode: .full)
    let outcome = Training(mode: .full).duplicates(pairs, voters: 20_000, start: start, threads: 1)
    #expect(outcome.keptDefaults)
    #expect(outcome.model.likelihoods == .defaults)
  }

  private func draw(_ shares: [Double], _ random: inout SeededGenerator) -> Int {
    var at = random.unit()
    for (k, share) in shares.enumerated() {
      at -= share
      if at < 0 { return k }
    }
    return shares.count - 1
  }

  /// log2 by halving: tests need no more than four places.
  private func log2OfPower(_ x: Double) -> Double {
    var value = x
    var bits = 0.0
    while value < 1 {
      value *= 1.0007
      bits -= 0.00100954
    }
    return bits
  }
}
