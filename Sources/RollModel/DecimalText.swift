/// A number as people type it: with a decimal comma, as Indonesian writes it, or with a point.
public enum DecimalText {
  /// The finite number that a text states, with one comma or one point; nil of anything else, such as thousands in groups,
  /// which would be read a thousandfold wrong. Blanks around it are left out.
  public static func read(_ text: some StringProtocol) -> Double? {
    let words = text.split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let plain = word.map { $0 == "," ? "." : $0 }
    guard plain.allSatisfy({ signs.contains($0) }) else { return nil }
    return Double(String(plain)).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let signs = Set("0123456789.-+eE")
}
