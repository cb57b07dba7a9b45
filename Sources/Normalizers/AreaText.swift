import RollModel

/// Names and codes of desa and kecamatan, to forms in which one area has one spelling.
public enum AreaText {
  /// The digits of an area code: `16.02.05.2001`, `1602052001`; a station's thirteen digits give their desa.
  ///
  /// Nil where something is written that is no code of 2, 4, 6 or 10 digits; the unknown code for an empty field.
  public static func code(_ text: FieldBytes) -> AreaCode? {
    var digits = text.filter { $0 != 46 && $0 > 32 && $0 != 39 && $0 != 45 && $0 != 47 }
    if digits.isEmpty { return AreaCode(number: 0) }
    guard digits.allSatisfy(\.isDigit) else { return nil }
    if digits.count == 13 { digits.removeLast(3) }
    guard [2, 4, 6, 10].contains(digits.count) else { return nil }
    let padded = digits + Array(repeating: 48, count: 10 - digits.count)
    return AreaCode(number: padded.reduce(0) { $0 * 10 + UInt64($1 - 48) })
  }

  /// What two spellings of one area have in common: capitals without blanks, the kind of area off, short words long.
  ///
  /// `Ds. Kayuagung` and `KAYU AGUNG` are one; a Roman number at the end counts as its figure, so that `SUKARAJA II` never
  /// comes near `SUKARAJA III`.
  public static func key(_ name: String) -> String {
    let folded = withFieldBytes(name) { TextDecoding.folded($0) }
    var words = folded.split { !$0.isLetter && !$0.isDigit }.map { String(decoding: $0, as: UTF8.self) }
    while words.count > 1, let first = words.first, kinds.contains(first) { words.removeFirst() }
    if words.count > 1, let last = words.last, let number = RomanNumber.value(last, upTo: 10) {
      words[words.count - 1] = String(number)
    }
    return words.enumerated().map { i, word in
      words.count > 1 && i < words.count - 1 ? shortWords[word] ?? word : word
    }.joined()
  }

  /// A name as reports print it: capitals, single blanks, the kind of area off.
  public static func display(_ name: String) -> String {
    let bytes = withFieldBytes(name) { TextDecoding.utf8($0) }
    var words = String(decoding: bytes, as: UTF8.self).uppercased().split(separator: " ")
    while words.count > 1, let first = words.first,
      kinds.contains(first.filter { $0 != "." })
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static let kinds: Set<String> = [
    "DESA", "DS", "KELURAHAN", "KEL", "KECAMATAN", "KEC", "NAGARI", "GAMPONG", "KAMPUNG",
  ]

  /// Short words that begin names of areas, spelled out; `SP` is both Sirah Pulau and Simpang, so it is tried last.
  private static let shortWords: [String: String] = [
    "TJ": "TANJUNG", "TJG": "TANJUNG", "TG": "TANJUNG", "PKL": "PANGKALAN", "PGK": "PANGKALAN", "LB": "LUBUK",
    "MA": "MUARA", "SEI": "SUNGAI", "BT": "BATU", "TL": "TULUNG",
    "TLG": "TULUNG", "TTG": "TEBING", "PD": "PADANG", "UJ": "UJUNG", "KB": "KEBUN", "PL": "PULAU", "TK": "TELUK",
    "TLK": "TELUK", "RT": "RANTAU", "BKT": "BUKIT", "SIMP": "SIMPANG",
  ]

  /// Other keys under which the same name may be known: `SP PADANG` is Sirah Pulau Padang, or a Simpang.
  public static func alternatives(_ name: String) -> [String] {
    let folded = withFieldBytes(name) { TextDecoding.folded($0) }
    let words = folded.split { !$0.isLetter && !$0.isDigit }.map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.firstIndex(where: { !kinds.contains($0) }), first < words.count - 1 else { return [] }
    let rest = words[(first + 1)...].joined(separator: " ")
    return (ambiguous[words[first]] ?? []).map { key($0 + " " + rest) }
  }

  private static let ambiguous: [String: [String]] = ["SP": ["SIRAH PULAU", "SIMPANG"], "ST": ["SUNGAI", "SIMPANG"]]
}
