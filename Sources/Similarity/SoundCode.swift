/// The Indonesian sound code: one form for spellings that are read alike (OE/U, DJ/J, SJ/SY/S, CH/KH/H …).
///
/// Vowels are kept, so the code is close enough to the name to be compared by edit distance. Input is A–Z; a token of
/// one letter is returned as it is. Source: matching page, section 1.2.
public enum SoundCode {
  /// The sound form of a token. O(length × rules).
  public static func form(of token: [UInt8]) -> [UInt8] {
    var sound: [UInt8] = []
    form(of: token, into: &sound)
    return sound
  }

  /// The same, written over what `sound` holds.
  static func form(of token: some Collection<UInt8>, into sound: inout [UInt8]) {
    sound.removeAll(keepingCapacity: true)
    sound.append(contentsOf: token)
    guard sound.count > 1 else { return }
    var present = letters(sound)
    // Most rules name a letter that the token does not hold.
    for rule in rules where present & rule.letters == rule.letters {
      replace(rule.from, with: rule.to, in: &sound)
      present = letters(sound)
    }
    guard let first = sound.first else { return sound.append(contentsOf: token) }
    keep(of: &sound) { at, letter in at == 0 || letter != letterH }
    if first == letterH, sound.count > 2 { sound.removeFirst() }
    var last: UInt8 = 0
    keep(of: &sound) { _, letter in
      defer { last = letter }
      return letter != last
    }
  }

  /// The consonants of a sound form, runs collapsed: the blocking skeleton. Never empty for a non-empty form.
  public static func skeleton(ofForm form: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    appendSkeleton(ofForm: form, to: &skeleton)
    return skeleton
  }

  /// The same, added behind what `bytes` holds.
  static func appendSkeleton(ofForm form: [UInt8], to bytes: inout [UInt8]) {
    let start = bytes.count
    var last: UInt8 = 0
    for letter in form where !isVowel(letter) {
      if letter != last { bytes.append(letter) }
      last = letter
    }
    if bytes.count == start { bytes.append(contentsOf: form.prefix(1)) }
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

  /// Replaces one or two letters by one or two, from the front; what was written is not looked at again.
  private static func replace(_ from: [UInt8], with to: [UInt8], in text: inout [UInt8]) {
    var written = 0
    var i = 0
    while i < text.count {
      guard text[i] == from[0], from.count == 1 || i + 1 < text.count && text[i + 1] == from[1] else {
        text[written] = text[i]
        written += 1
        i += 1
        continue
      }
      i += from.count
      for letter in to {
        if written == i {
          // The only longer one, KS for X, pushes what is left one place on.
          text.insert(letter, at: i)
          i += 1
        } else {
          text[written] = letter
        }
        written += 1
      }
    }
    text.removeLast(text.count - written)
  }

  private static func keep(of text: inout [UInt8], where isKept: (Int, UInt8) -> Bool) {
    var written = 0
    for at in text.indices where isKept(at, text[at]) {
      text[written] = text[at]
      written += 1
    }
    text.removeLast(text.count - written)
  }
}
