import Platform

/// How likely a count is by chance alone.
enum BinomialTail {
  /// Probability of at most `count` of `whole` cases, each with probability `share`; exact, summed from the largest term
  /// down. O(count) at most, in practice a few standard deviations.
  static func atMost(_ count: Int, of whole: Int, share: Double) -> Double {
    guard count >= 0 else { return 0 }
    guard count < whole, share > 0 else { return 1 }
    guard share < 1 else { return 0 }
    let n = Double(whole)
    let k = Double(count)
    let log = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * Platform.log(share) + (n - k) * log1p(-share)
    var term = exp(log)
    var sum = 0.0
    let odds = (1 - share) / share
    for i in stride(from: count, through: 0, by: -1) {
      sum += term
      term *= Double(i) / (n - Double(i) + 1) * odds
      // Below the mean terms fall ever faster.
      if term < sum * 1e-12, Double(i) < n * share { break }
    }
    return min(1, sum)
  }
}
