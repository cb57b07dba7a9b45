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
    for rule in rules where present & rule.present == rule.present {
      replace(rule, in: &sound)
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

  /// One or two letters that are read as one or two others.
  private struct Rule: BitwiseCopyable {
    let from: Letters
    let to: Letters
    /// One bit a letter of `from`.
    let present: UInt32

    struct Letters: BitwiseCopyable {
      let count: Int
      let first: UInt8
      /// 0 where there is only one.
      let second: UInt8

      init(_ text: StaticString) {
        count = text.utf8CodeUnitCount
        first = text.utf8Start[0]
        second = count > 1 ? text.utf8Start[1] : 0
      }
    }

    init(_ from: StaticString, _ to: StaticString) {
      self.from = Letters(from)
      self.to = Letters(to)
      present = 1 << UInt32(self.from.first & 31) | (self.from.count > 1 ? 1 << UInt32(self.from.second & 31) : 0)
    }
  }

  /// In the order in which they are applied, each over the whole token.
  private static let rules: [Rule] = [
    Rule("OE", "U"), Rule("DJ", "J"), Rule("TJ", "C"), Rule("SJ", "S"), Rule("SY", "S"), Rule("SH", "S"),
    Rule("NJ", "NY"), Rule("CH", "H"), Rule("KH", "H"), Rule("GH", "G"), Rule("DH", "D"), Rule("TH", "T"),
    Rule("DZ", "J"), Rule("DL", "L"), Rule("PH", "P"), Rule("F", "P"), Rule("V", "P"), Rule("Z", "J"),
    Rule("X", "KS"), Rule("QU", "K"), Rule("Q", "K"), Rule("CK", "K"), Rule("IJ", "I"), Rule("AE", "AI"),
    Rule("EI", "AI"), Rule("AY", "AI"), Rule("IE", "I"), Rule("AU", "O"), Rule("Y", "I"), Rule("W", "U"),
  ]

  /// One bit a letter that occurs.
  private static func letters(_ text: [UInt8]) -> UInt32 {
    var present: UInt32 = 0
    for letter in text { present |= 1 << UInt32(letter & 31) }
    return present
  }

  /// Replaces letters from the front; what was written is not looked at again.
  private static func replace(_ rule: Rule, in text: inout [UInt8]) {
    let (from, to) = (rule.from, rule.to)
    var written = 0
    var i = 0
    while i < text.count {
      guard text[i] == from.first, from.count == 1 || i + 1 < text.count && text[i + 1] == from.second else {
        text[written] = text[i]
        written += 1
        i += 1
        continue
      }
      i += from.count
      if to.count > 1, written + 1 == i {
        // The only longer one, KS for X, pushes what is left one place on.
        text.insert(to.second, at: i)
        i += 1
      } else if to.count > 1 {
        text[written + 1] = to.second
      }
      text[written] = to.first
      written += to.count
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
