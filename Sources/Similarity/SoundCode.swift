/// The Indonesian sound code: one form for spellings that are read alike (OE/U, DJ/J, SJ/SY/S, CH/KH/H …).
///
/// Vowels are kept, so the code is close enough to the name to be compared by edit distance. Input is A–Z; a token of
/// one letter is returned as it is. Source: matching page, section 1.2.
public enum SoundCode {
  /// The sound form of a token. O(length × rules).
  public static func form(of token: [UInt8]) -> [UInt8] {
    guard token.count > 1 else { return token }
    var sound = token
    var present = letters(sound)
    // Most rules name a letter that the token does not hold.
    for rule in rules where present & rule.letters == rule.letters {
      sound = replacing(rule.from, with: rule.to, in: sound)
      present = letters(sound)
    }
    guard let first = sound.first else { return token }
    sound = [first] + sound.dropFirst().filter { $0 != letterH }
    if first == letterH, sound.count > 2 { sound.removeFirst() }
    sound = withoutRuns(sound)
    return sound.isEmpty ? token : sound
  }

  /// The consonants of a sound form, runs collapsed: the blocking skeleton. Never empty for a non-empty form.
  public static func skeleton(ofForm form: [UInt8]) -> [UInt8] {
    let consonants = withoutRuns(form.filter { !isVowel($0) })
    return consonants.isEmpty ? Array(form.prefix(1)) : consonants
  }

  public static func isVowel(_ letter: UInt8) -> Bool {
    letter == 65 || letter == 69 || letter == 73 || letter == 79 || letter == 85
  }

  static let letterH: UInt8 = 72

  /// Replacements in the order in which they are applied, each over the whole token.
  private static let rules: [(from: [UInt8], to: [UInt8], letters: UInt32)] = [
    ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("SJ", "S"), ("SY", "S"), ("SH", "S"), ("NJ", "NY"), ("CH", "H"),
    ("KH", "H"), ("GH", "G"), ("DH", "D"), ("TH", "T"), ("DZ", "J"), ("DL", "L"), ("PH", "P"), ("F", "P"), ("V", "P"),
    ("Z", "J"), ("X", "KS"), ("QU", "K"), ("Q", "K"), ("CK", "K"), ("IJ", "I"), ("AE", "AI"), ("EI", "AI"),
    ("AY", "AI"), ("IE", "I"), ("AU", "O"), ("Y", "I"), ("W", "U"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8), letters(Array($0.0.utf8))) }

  /// One bit a letter that occurs.
  private static func letters(_ text: [UInt8]) -> UInt32 { text.reduce(0) { $0 | 1 << UInt32($1 & 31) } }

  private static func replacing(_ from: [UInt8], with to: [UInt8], in text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 2)
    var i = 0
    while i < text.count {
      if text[i] == from[0], from.count == 1 || i + 1 < text.count && text[i + 1] == from[1] {
        result += to
        i += from.count
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result
  }

  private static func withoutRuns(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for letter in text where result.last != letter { result.append(letter) }
    return result
  }
}
