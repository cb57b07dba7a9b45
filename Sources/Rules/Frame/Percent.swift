/// Shares as Indonesian readers write them: `2%`, `94,7%`.
enum Percent {
  /// With one decimal where it is not zero.
  static func text(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10),\(tenths % 10)%"
  }

  static func text(_ part: Int, of whole: Int) -> String { text(Double(part) / Double(max(whole, 1))) }
}
