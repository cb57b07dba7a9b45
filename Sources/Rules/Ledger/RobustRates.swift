import Platform
import RollModel

/// How far counts of areas stand from what their size makes likely, the areas themselves telling what is usual.
///
/// The usual rate is the median of the areas' rates, so that a few areas that stand out do not move it. Areas differ by
/// more than chance: the standardised residuals are scaled by their median absolute deviation over 0.6745, where that is
/// above 1. Source: P. J. Rousseeuw and C. Croux, "Alternatives to the median absolute deviation", Journal of the American
/// Statistical Association 88 (1993), 1273–1283; for rates of areas of different size, D. J. Spiegelhalter, "Funnel plots
/// for comparing institutional performance", Statistics in Medicine 24 (2005), 1185–1202.
struct RobustRates {
  /// Usual share, within 0...1.
  let rate: Double
  /// Standard deviations of the areas in units of the binomial's; at least 1.
  let spread: Double

  /// - Parameters:
  ///   - areas: counts of so many cases.
  ///   - leastCases: areas with fewer are left out. Nil for fewer than eight areas.
  init?(_ areas: [(count: Int, cases: Int)], leastCases: Int) {
    let large = areas.filter { $0.cases >= leastCases }
    guard large.count >= Self.leastAreas else { return nil }
    // The median of shares of different size would be that of the small; each counts by its cases.
    let shares = large.map { (share: Double($0.count) / Double($0.cases), cases: $0.cases) }
      .sorted { $0.share < $1.share }
    let half = shares.reduce(0) { $0 + $1.cases } / 2
    var seen = 0
    var median = 0.0
    for (share, cases) in shares {
      seen += cases
      median = share
      if seen >= half { break }
    }
    // A rate of nothing would make any count endlessly unlikely.
    let total = large.reduce(0) { $0 + $1.cases }
    let rate = min(0.5, max(median, 1 / Double(total)))
    self.rate = rate
    let distances = large.map { abs(Self.residual($0.count, of: $0.cases, rate)) }.sorted()
    spread = max(1, distances[distances.count / 2] / 0.6745)
  }

  /// Standard deviations that a count lies above (or below) the usual, with an area's own spread.
  func deviation(_ count: Int, of cases: Int) -> Double { Self.residual(count, of: cases, rate) / spread }

  /// Counts between which 95 in 100 areas of the size lie.
  func usual(of cases: Int) -> ClosedRange<Int> {
    let n = Double(cases)
    let reach = 1.96 * spread * (n * rate * (1 - rate)).squareRoot()
    return Int(max(0, (n * rate - reach).rounded()))...Int((n * rate + reach).rounded())
  }

  /// Of the square roots, whose variance hardly depends on the rate: small counts are skewed.
  private static func residual(_ count: Int, of cases: Int, _ rate: Double) -> Double {
    let n = Double(cases)
    func angle(_ share: Double) -> Double { asin(min(1, max(0, share)).squareRoot()) }
    return 2 * n.squareRoot() * (angle(Double(count) / n) - angle(rate))
  }

  private static let leastAreas = 8
}
