import Platform

/// Counts among so many cases whose chance differs from place to place: a binomial whose share is itself drawn from a
/// beta distribution.
///
/// `correlation` is the intra-class correlation: the variance is `n·p·(1−p)·(1 + (n−1)·correlation)`. Source: J. G.
/// Skellam, "A probability distribution derived from the binomial distribution by regarding the probability of success as
/// variable between the sets of trials", Journal of the Royal Statistical Society B 10 (1948), 257–261.
struct BetaBinomial: Equatable {
  /// Mean share, within 0...1.
  let mean: Double
  /// 0 is a plain binomial.
  let correlation: Double

  /// Probability of at least `count` of `cases`. O(count) terms at most.
  func atLeast(_ count: Int, of cases: Int) -> Double {
    guard count > 0, cases > 0 else { return count > 0 ? 0 : 1 }
    guard count <= cases, mean > 0 else { return 0 }
    guard mean < 1 else { return 1 }
    guard correlation > 1e-9 else {
      return 1 - BinomialTail.atMost(count - 1, of: cases, share: mean)
    }
    let strength = (1 - correlation) / correlation
    let (a, b) = (mean * strength, (1 - mean) * strength)
    let n = Double(cases)
    // From the count upwards, where terms fall fast; ratios of neighbouring terms are plain fractions.
    var term = exp(Self.logOfTerm(Double(count), n, a, b))
    var sum = 0.0
    for k in count...cases {
      sum += term
      let x = Double(k)
      let upward: Double = (n - x) / (x + 1)
      let shape: Double = (x + a) / (n - x - 1 + b)
      term *= upward * shape
      if term < sum * 1e-10, x > n * mean { break }
    }
    return min(1, sum)
  }

  /// Logarithm of the probability of exactly `k` of `n`, for a beta distribution of parameters `a` and `b`.
  private static func logOfTerm(_ k: Double, _ n: Double, _ a: Double, _ b: Double) -> Double {
    let ways: Double = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    let drawn: Double = lgamma(k + a) + lgamma(n - k + b) - lgamma(n + a + b)
    let all: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
    return ways + drawn + all
  }

  /// The greatest count that chance passes with less than `chance`.
  func bound(of cases: Int, chance: Double) -> Int {
    var low = 0
    var high = cases
    while low < high {
      let middle = (low + high) / 2
      if atLeast(middle + 1, of: cases) < chance { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
