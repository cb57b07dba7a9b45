/// Numbers in words as station lists have them: `SATU`, `DUA BELAS`, `TIGA PULUH LIMA`.
enum NumberWord {
  /// The number that a word of capitals without blanks spells, 1 to 99; nil for any other word.
  static func value(_ word: String) -> Int? { numbers[word] }

  private static let numbers: [String: Int] = {
    let ones = ["", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN"]
    var numbers = ["SEPULUH": 10, "SEBELAS": 11]
    for (one, word) in ones.enumerated().dropFirst() {
      numbers[word] = one
      if one == 1 { continue }
      numbers[word + "BELAS"] = 10 + one
      for (last, end) in ones.enumerated() { numbers[word + "PULUH" + end] = one * 10 + last }
    }
    return numbers
  }()
}
