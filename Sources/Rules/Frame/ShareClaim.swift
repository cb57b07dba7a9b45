import RollModel

/// How surely the share of an area lies beyond a threshold.
///
/// Small areas are shrunk: to the cases of the area itself, `weight` cases at the share of its kecamatan are added.
struct ShareClaim {
  /// The area's own interval, 95 %.
  let interval: WilsonInterval
  /// nil where chance alone may have made the share.
  let tier: Tier?

  /// Cases at the share of the kecamatan that count beside those of the area.
  static let weight = 20.0

  /// - Parameter beyond: whether the share is to be below the threshold, or above it.
  init(_ part: Int, of whole: Int, kecamatan: Double, beyond: Side, _ threshold: Double) {
    interval = WilsonInterval(part, of: whole)
    let shrunk = (Double(part) + Self.weight * kecamatan) / (Double(whole) + Self.weight)
    let sure = WilsonInterval(part, of: whole, deviations: WilsonInterval.oneInThousand)
    if beyond.holds(shrunk, shrunk, threshold), beyond.holds(interval.lower, interval.upper, threshold) {
      tier = beyond.holds(sure.lower, sure.upper, threshold) ? .certain : .verify
    } else {
      tier = nil
    }
  }

  enum Side {
    case below, above

    fileprivate func holds(_ lower: Double, _ upper: Double, _ threshold: Double) -> Bool {
      self == .below ? upper < threshold : lower > threshold
    }
  }
}
