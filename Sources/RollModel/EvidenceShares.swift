import Platform

/// The shares of a line of evidence as files keep them: four digits of m and u, four decimals of the bits.
extension EvidenceLine {
  /// u follows from m and the bits, so that a file need not say it: what `chance` gives from what is printed of them is u as
  /// it would be printed. Holds for most lines whose bits are log2(m/u) and nothing else.
  public var chanceIsTold: Bool {
    guard let m, let u, let digits = Self.fourDigits(u) else { return false }
    return Self.chance(m: m, weight) == digits
  }

  /// m / 2^bits to four digits, from m to four digits and bits to four decimals; nil where it has no four digits.
  public static func chance(m: Double, _ weight: MatchWeight) -> Double? {
    fourDigits(m).flatMap { fourDigits($0 * exp2(-(weight.bits * 1e4).rounded() / 1e4)) }
  }

  /// The number that the first four digits of a share spell: as exact as if they were read from a text. nil outside of
  /// 1e-18…1.
  private static func fourDigits(_ share: Double) -> Double? {
    guard share > 1e-18, share <= 1 else { return nil }
    // Powers of ten up to 10^22 are exact, and so is the quotient's rounding.
    var scale = 1.0
    while share * scale < 1000 { scale *= 10 }
    return (share * scale).rounded() / scale
  }
}
