/// The interval of a share that was counted: Wilson's score interval, which holds for few cases and shares near 0 or 1.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), 209–212.
public struct WilsonInterval: Equatable, Sendable {
  public let lower: Double
  public let upper: Double

  /// - Parameters:
  ///   - part: cases counted.
  ///   - whole: of so many; 0 gives the interval 0...1.
  ///   - deviations: standard deviations of a normal on either side.
  public init(_ part: Int, of whole: Int, deviations: Double = Self.ninetyFive) {
    self.init(Double(part), of: Double(whole), deviations: deviations)
  }

  /// The same of counts that are no whole numbers, as those of a share that is drawn towards another.
  public init(_ part: Double, of whole: Double, deviations: Double = Self.ninetyFive) {
    guard whole > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let (n, z) = (whole, deviations)
    let share = part / n
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    lower = max(0, middle - reach)
    upper = min(1, middle + reach)
  }

  /// Two-sided 95 %.
  public static let ninetyFive = 1.959964
}
