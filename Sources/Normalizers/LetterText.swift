/// Places and addresses, reduced to what decides whether two are the same: A–Z, and 0–9 in addresses.
///
/// `words` keeps the words of an address apart, one blank between, for rolls that are compared word by word.
public enum LetterText {
  public enum Kind: Sendable { case place, address, words }

  /// Appends the reduced form of `text` to `out`, which is emptied first. Reducing twice changes nothing.
  public static func reduce(
    _ text: FieldBytes, _ kind: Kind, encoding: TextDecoding.Encoding = .automatic, into out: inout [UInt8]
  ) {
    out.removeAll(keepingCapacity: true)
    guard text.isASCII else {
      let folded = TextDecoding.folded(text, encoding: encoding)
      folded.withUnsafeBufferPointer { append($0, kind, &out) }
      return
    }
    append(text, kind, &out)
  }

  private static func append(_ text: FieldBytes, _ kind: Kind, _ out: inout [UInt8]) {
    if kind == .words { return appendWords(text, &out) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { kept in
      var count = 0
      for byte in text where byte.isLetter || (kind == .address && byte.isDigit) {
        kept[count] = byte.upper
        count += 1
      }
      out.append(contentsOf: kept[..<count])
    }
  }

  /// Capitals and digits; an apostrophe joins what stands around it, every other sign parts two words.
  private static func appendWords(_ text: FieldBytes, _ out: inout [UInt8]) {
    var isParted = false
    for byte in text where byte != 39 && byte != 96 {
      guard byte.isLetter || byte.isDigit else {
        isParted = true
        continue
      }
      if isParted, !out.isEmpty { out.append(32) }
      isParted = false
      out.append(byte.upper)
    }
  }
}
