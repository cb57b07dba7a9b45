/// Places and addresses, reduced to what decides whether two are the same: A–Z, and 0–9 in addresses.
///
/// In addresses short forms stand for their words and Roman numbers up to XX for figures: `DSN. IV` is `DUSUN 4`.
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
    switch kind {
    case .words: appendWords(text, &out)
    case .address: appendAddress(text, &out)
    case .place:
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { kept in
        var count = 0
        for byte in text where byte.isLetter {
          kept[count] = byte.upper
          count += 1
        }
        out.append(contentsOf: kept[..<count])
      }
    }
  }

  private static func appendAddress(_ text: FieldBytes, _ out: inout [UInt8]) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].isLetter || text[end].isDigit { end += 1 }
      let first = out.count
      for byte in text[start..<end] { out.append(byte.upper) }
      if end - start <= longestShortForm, let word = spelledOut(String(decoding: out[first...], as: UTF8.self)) {
        out.replaceSubrange(first..., with: word.utf8)
      }
      start = end + 1
    }
  }

  private static let longestShortForm = 5
  /// Source: addresses of the layouts on the domain page, and of Dukcapil's exports.
  private static let shortForms = [
    "DSN": "DUSUN", "DUS": "DUSUN", "JL": "JALAN", "JLN": "JALAN", "GG": "GANG", "KP": "KAMPUNG", "KMP": "KAMPUNG",
    "LK": "LINGKUNGAN", "LINGK": "LINGKUNGAN", "PERUM": "PERUMAHAN", "BLK": "BLOK",
  ]

  private static func spelledOut(_ word: String) -> String? {
    shortForms[word] ?? RomanNumber.value(word).map(String.init)
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
