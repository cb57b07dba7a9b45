import Normalizers

/// What a file's name says of which issue of a list it is, where it bears no whole date: a month or a quarter with or without
/// its year (`dpb-oktober-2026.csv`, `TW IV`), a version (`_v2`), a number at its end (`jejawi (3).xlsx`).
struct IssueName: Equatable {
  /// The end of the month, quarter or half-year as `YYYYMM`, or `MM` where no year is named; 0 where there is none.
  private(set) var period = 0
  /// Version, stage or number at the end; 1 where there is none.
  private(set) var number = 1

  init(_ name: String) {
    let file = name.split(separator: "/").last ?? ""
    let base = file.prefix { $0 != "." }.uppercased()
    let words = Self.words(base)
    let year = words.compactMap { Int($0) }.last { (1999...2100).contains($0) } ?? 0
    for (place, word) in words.enumerated() {
      let month = Self.noMonths.contains(word) ? 0 : DateText.month(word)
      if month > 0 { period = year * 100 + month }
      guard place + 1 < words.count, let value = Self.value(words[place + 1]) else { continue }
      if let months = Self.spans[word], value * months <= 12 {
        period = year * 100 + value * months
      } else if Self.versions.contains(word) {
        number = value
      }
    }
    if number == 1 { number = Self.numberAtEnd(base) }
  }

  /// Runs of letters and of digits, in order.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isInside = false
    var wasNumber = false
    for character in text {
      guard character.isLetter || character.isNumber else {
        isInside = false
        continue
      }
      if isInside, character.isNumber == wasNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      isInside = true
      wasNumber = character.isNumber
    }
    return words
  }

  /// 1–12 in digits or as a Roman number.
  private static func value(_ word: String) -> Int? {
    if let number = RomanNumber.value(word, upTo: 12) { return number }
    return word.count <= 2 ? Int(word).flatMap { (1...99).contains($0) ? $0 : nil } : nil
  }

  private static func numberAtEnd(_ base: String) -> Int {
    let end = base.utf8.reversed().drop { $0 == 41 || $0 == 32 }
    let digits = end.prefix(while: \.isDigit)
    guard (1...2).contains(digits.count), let before = end.dropFirst(digits.count).first,
      [45, 95, 40, 32].contains(before)
    else { return 1 }
    return digits.reversed().reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Months of a quarter and of a half-year.
  private static let spans = ["TW": 3, "TRIWULAN": 3, "SEMESTER": 6, "SMT": 6]
  private static let versions: Set<String> = [
    "V", "VER", "VERSI", "REV", "REVISI", "TAHAP", "PERBAIKAN", "DPB", "PDPB", "KIRIMAN",
  ]
  /// Short forms of months that are other words as well.
  private static let noMonths: Set<String> = ["MAR", "MAY", "DES", "DEC"]
}
