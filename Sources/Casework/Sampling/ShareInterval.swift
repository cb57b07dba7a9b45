/// The interval of a share that was seen in a sample without replacement: Wilson's score interval on the number of draws
/// that would tell as much if rows could be drawn twice.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), 209–212.
package struct ShareInterval: Sendable, Equatable {
  package let share: Double
  package let lower: Double
  package let upper: Double

  /// Two-sided 95 %.
  static let ninetyFive = 1.959964

  /// - Parameters:
  ///   - part: rows of which it was true.
  ///   - whole: rows that were seen; 0 gives the interval 0...1.
  ///   - population: rows that they were drawn from.
  package init(_ part: Int, of whole: Int, from population: Int) {
    guard whole > 0 else {
      (share, lower, upper) = (0, 0, 1)
      return
    }
    share = Double(part) / Double(whole)
    guard whole < population else {
      (lower, upper) = (share, share)
      return
    }
    let n = Double(whole) * Double(population - 1) / Double(population - whole)
    let z = Self.ninetyFive
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    lower = max(0, middle - reach)
    upper = min(1, middle + reach)
  }
}
