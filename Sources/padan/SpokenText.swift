/// Words that were typed or read, as messages may repeat them.
enum SpokenText {
  /// The text with numbers as long as an identity number, or one digit shorter, masked as tables mask them.
  static func withoutNumbers(_ text: String) -> String {
    text.replacing(#/[0-9]{15,}/#) { match in
      let digits = match.output
      return String(digits.prefix(6)) + String(repeating: "*", count: digits.count - 10) + String(digits.suffix(4))
    }
  }

  /// An id as it was typed, in quotes; nothing where it cannot be one, so that no name or number that was typed in its
  /// place is said again.
  static func id(_ typed: String) -> String {
    let parts = typed.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let isShaped = parts[0].count == 12 && parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let isOrdinal = parts.count == 1 || parts[1].count < 4 && parts[1].allSatisfy(\.isNumber)
    return isShaped && isOrdinal ? " '\(typed)'" : " yang ditulis itu"
  }
}
