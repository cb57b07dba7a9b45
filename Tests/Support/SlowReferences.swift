import RollModel

/// The obvious, slow way of what the program does fast, as the specification writes it down.
package enum Slow {
  /// Optimal string alignment distance by its recurrence, one table.
  package static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in stride(from: 1, through: a.count, by: 1) {
      for j in stride(from: 1, through: b.count, by: 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, table[i - 2][j - 2] + 1) }
        table[i][j] = best
      }
    }
    return table[a.count][b.count]
  }

  /// The sound of a token: each replacement over the whole text, in order; then H, then runs.
  package static func sound(_ token: String) -> String {
    guard token.count > 1 else { return token }
    var letters = Array(token)
    for (from, to) in replacements where letters.contains(from[0]) {
      var replaced: [Character] = []
      while !letters.isEmpty {
        if letters.starts(with: from) {
          replaced += to
          letters.removeFirst(from.count)
        } else {
          replaced.append(letters.removeFirst())
        }
      }
      letters = replaced
    }
    letters = [letters[0]] + letters.dropFirst().filter { $0 != "H" }
    if letters[0] == "H", letters.count > 2 { letters.removeFirst() }
    return collapsed(String(letters))
  }

  package static func skeleton(ofSound sound: String) -> String {
    let consonants = collapsed(String(sound.filter { !"AEIOU".contains($0) }))
    return consonants.isEmpty ? String(sound.prefix(1)) : consonants
  }

  /// The level of two tokens, the first that holds: 0 equal, 1 sound, 2 one edit, 3 two edits, 4 initial, 5 begins it,
  /// 6 no vowels, 7 ends it, 8 none.
  package static func level(_ a: String, _ b: String) -> Int {
    if a == b { return 0 }
    let roman = /X{0,3}(IX|IV|V?I{0,3})/
    if a.wholeMatch(of: roman) != nil, b.wholeMatch(of: roman) != nil { return 8 }
    if min(a.count, b.count) == 1 { return a.first == b.first ? 4 : 8 }
    let sounds = (sound(a), sound(b))
    if sounds.0 == sounds.1 { return 1 }
    let shortest = min(a.count, b.count)
    if shortest >= 3 {
      let d = min(distance(Array(a), Array(b)), distance(Array(sounds.0), Array(sounds.1)))
      if d <= 1, shortest >= 4 || a.first == b.first { return 2 }
      if d <= 2, shortest >= 5 { return 3 }
    }
    let short = a.count < b.count ? a : b
    let long = a.count < b.count ? b : a
    let longer = long.count - short.count
    let bare = short.dropFirst().allSatisfy { !"AEIOU".contains($0) }
    if (2...4).contains(short.count), longer >= 3, long.hasPrefix(short) { return short.count >= 3 && bare ? 6 : 5 }
    guard short.count >= 3, longer > 0 else { return 8 }
    if bare, withoutVowels(long) == short { return 6 }
    if bare, short.count >= 4, skeleton(ofSound: sounds.0) == skeleton(ofSound: sounds.1) { return 6 }
    return short.count <= 5 && longer >= 2 && long.hasSuffix(short) ? 7 : 8
  }

  private static func withoutVowels(_ word: String) -> String {
    String(word.prefix(1)) + word.dropFirst().filter { !"AEIOU".contains($0) }
  }

  private static func collapsed(_ text: String) -> String {
    text.reduce(into: "") { result, letter in if result.last != letter { result.append(letter) } }
  }

  private static let replacements: [(from: [Character], to: [Character])] = [
    "OE>U", "DJ>J", "TJ>C", "SJ>S", "SY>S", "SH>S", "NJ>NY", "CH>H", "KH>H", "GH>G", "DH>D", "TH>T", "DZ>J", "DL>L",
    "PH>P", "F>P", "V>P", "Z>J", "X>KS", "QU>K", "Q>K", "CK>K", "IJ>I", "AE>AI", "EI>AI", "AY>AI", "IE>I", "AU>O",
    "Y>I", "W>U",
  ].map { rule in
    let parts = rule.split(separator: ">").map { Array($0) }
    return (parts[0], parts[1])
  }
}

/// Made-up name tokens and what becomes of them in writing.
package struct TokenMaker {
  package var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let parts = [
    "SU", "DJO", "TJI", "OE", "KH", "SY", "AI", "NGA", "DI", "MAN", "RI", "YA", "WA", "TO", "NO", "H", "AU", "FAI",
    "ZU", "QU", "X", "NUR", "PAR", "TH", "LE", "GH", "NJ", "B", "EI", "VA",
  ]

  package mutating func token() -> String {
    (0..<(1 + random.below(4))).map { _ in Self.parts[random.below(Self.parts.count)] }.joined()
  }

  /// The token misspelled, shortened, without vowels, its end, its initial, or another one.
  package mutating func like(_ token: String) -> String {
    switch random.below(8) {
    case 0: return String(token.prefix(1 + random.below(4)))
    case 1: return String(token.suffix(3 + random.below(3)))
    case 2: return String(token.prefix(1)) + token.dropFirst().filter { !"AEIOU".contains($0) }
    case 3: return self.token()
    default:
      var letters = Array(token)
      for _ in 0..<(1 + random.below(2)) where !letters.isEmpty {
        let at = random.below(letters.count)
        switch random.below(4) {
        case 0: letters[at] = ["A", "E", "H", "R", "T", "O"][random.below(6)]
        case 1: if letters.count > 1 { letters.remove(at: at) }
        case 2: letters.insert(["A", "H", "N", "U"][random.below(4)], at: at)
        default: letters.swapAt(at, random.below(letters.count))
        }
      }
      return String(letters)
    }
  }
}
