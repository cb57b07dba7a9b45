import Platform

/// Whether the share of an area lies beyond a threshold by more than chance: among as many and twenty at the threshold,
/// a count so far off comes less than once in forty times.
enum ShareTruth {
  private static let weight = 20
  private static let chance = 0.025

  static func isBelow(_ part: Int, of whole: Int, _ share: Double) -> Bool {
    guard whole >= 5 else { return false }
    let shrunk = Int((Double(part) + Double(weight) * share).rounded(.up))
    return atMost(shrunk, of: whole + weight, share) < chance
  }

  static func isAbove(_ part: Int, of whole: Int, _ share: Double) -> Bool {
    guard part >= 3 else { return false }
    let rest = Int((Double(whole + weight - part) - Double(weight) * share).rounded(.up))
    return atMost(rest, of: whole + weight, 1 - share) < chance
  }

  /// Probability of at most so many of a binomial.
  private static func atMost(_ most: Int, of n: Int, _ p: Double) -> Double {
    (0...max(0, min(most, n))).reduce(0) { sum, k in
      let (n, k) = (Double(n), Double(k))
      return sum + exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p))
    }
  }
}
