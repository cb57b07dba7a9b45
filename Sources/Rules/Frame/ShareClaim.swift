import RollModel

/// How surely the share of an area lies beyond a threshold, and not by chance.
///
/// Small areas are shrunk: to the cases of the area itself, `weight` cases at the share of its kecamatan are added, or at
/// the threshold where the kecamatan lies beyond it, so that the neighbours of an area never speak against it. The
/// share lies beyond the threshold when an area at the threshold would show a count so far off once in a thousand
/// (`pasti`) or once in forty (`perlu-verifikasi`); the binomial is exact, for Wilson's limits fail where a handful of
/// cases meets a share near 1.
struct ShareClaim {
  /// The area's own share, 95 %.
  let interval: WilsonInterval
  /// nil where chance alone may have made the share.
  let tier: Tier?

  /// Cases at the share of the kecamatan that count beside those of the area.
  static let weight = 20.0
  private static let certain = 0.001
  private static let likely = 0.025

  /// - Parameter beyond: whether the share is to be below the threshold, or above it.
  init(_ part: Int, of whole: Int, kecamatan: Double, beyond: Side, _ threshold: Double) {
    interval = WilsonInterval(part, of: whole)
    let all = whole + Int(Self.weight)
    let around = beyond == .below ? max(kecamatan, threshold) : min(kecamatan, threshold)
    let shrunk = Double(part) + Self.weight * around
    let chance =
      switch beyond {
      case .below: BinomialTail.atMost(Int(shrunk.rounded(.up)), of: all, share: threshold)
      case .above: BinomialTail.atMost(Int((Double(all) - shrunk).rounded(.up)), of: all, share: 1 - threshold)
      }
    tier = chance < Self.certain ? .certain : chance < Self.likely ? .verify : nil
  }

  enum Side { case below, above }
}
