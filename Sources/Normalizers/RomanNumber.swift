/// Roman numbers as names and addresses have them: `SUKARAJA II`, `DUSUN IV`, `TW III`.
public enum RomanNumber {
  /// The number that a word of capitals spells, 1 to 20 at most; nil for any other word, `IIII` too.
  public static func value(_ word: some StringProtocol, upTo most: Int = 20) -> Int? {
    numbers[String(word)].flatMap { $0 <= most ? $0 : nil }
  }

  private static let numbers: [String: Int] = {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    let words = ["", "X"].flatMap { ten in ones.map { ten + $0 } } + ["XX"]
    return Dictionary(uniqueKeysWithValues: words.enumerated().dropFirst().map { ($1, $0) })
  }()
}
