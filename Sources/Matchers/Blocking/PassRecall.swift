import RollModel

/// What each pass brought, every accepted pair weighed by how likely it is one person, and what all passes miss.
///
/// Only accepted pairs count (`perlu-verifikasi` and above): what tiers hold back, relatives and twins, would otherwise
/// pass for pairs that are hard to find. Nobody knows the true pairs that no pass brings, but how often the others came again tells how many there must be at
/// least: Chao's lower bound f0 ≥ (t - 1) / t × f1 (f1 - 1) / (2 (f2 + 1)), with f1 and f2 the pairs that exactly one
/// and exactly two of t passes brought (Chao, "Estimating the population size for capture-recapture data with unequal
/// catchability", Biometrics 43, 1987, in its bias-corrected form). Counts are posteriors summed in fixed point, so
/// neither order nor threads change a bit.
struct PassRecall: Sendable {
  /// Kept pairs by the pass that comes first among those that brought them.
  private(set) var first: [Int]
  private var brought: [Int64]
  private var byTimes: [Int64]

  init(_ kept: [Comparison], passes: Int) {
    first = Array(repeating: 0, count: passes)
    brought = Array(repeating: 0, count: passes)
    byTimes = Array(repeating: 0, count: passes + 1)
    for c in kept where c.passes != 0 { first[c.passes.trailingZeroBitCount] += 1 }
  }

  /// Counts an accepted pair that is one person with probability `p`.
  mutating func add(_ c: Comparison, _ p: Double) {
    let weight = Training.Sums.fixed(p)
    byTimes[c.passes.nonzeroBitCount] += weight
    var rest = c.passes
    while rest != 0 {
      brought[rest.trailingZeroBitCount] += weight
      rest &= rest - 1
    }
  }

  /// Expected true pairs among those that were brought.
  var found: Double { byTimes.reduce(0) { $0 + Training.Sums.value($1) } }

  /// The share of them that pass `k` brings.
  func share(_ k: Int) -> Double { found > 0 ? Training.Sums.value(brought[k]) / found : 0 }

  /// True pairs that no pass brings: at least this many. `used` is the number of passes that made keys.
  func missed(used: Int) -> Double {
    guard used > 1, byTimes.count > 2 else { return 0 }
    let once = Training.Sums.value(byTimes[1])
    let twice = Training.Sums.value(byTimes[2])
    return Double(used - 1) / Double(used) * once * max(0, once - 1) / (2 * (twice + 1))
  }
}
