/// How alike two name tokens are, the best kind that holds.
///
/// The order of raw values is the order of preference in an alignment. Source: matching page, sections 4.1 and 13.1 (C7).
package enum TokenLevel: UInt8, Sendable, CaseIterable {
  case exact = 0
  /// Same sound form.
  case phonetic = 1
  /// One edit in spelling or sound.
  case typo = 2
  /// Two edits, five letters or more.
  case typos = 3
  /// A single letter that begins the other.
  case initial = 4
  /// Two to four letters that begin a token at least three longer.
  case short = 5
  /// The other without its vowels (NGDMN), as in text messages.
  case vowelless = 6
  /// Three to five letters that end the other (WAGIMAN: MAN).
  case ending = 7
  case none = 15
}

/// One spelling with what comparing needs worked out once.
package struct TokenSpelling: Sendable {
  package let letters: [UInt8]
  package let sound: [UInt8]
  package let skeleton: [UInt8]
  /// No vowel after the first letter.
  package let isVowelless: Bool
  /// First letter and the consonants after it.
  package let consonants: [UInt8]

  package init(_ letters: [UInt8]) {
    self.letters = letters
    sound = SoundCode.form(of: letters)
    skeleton = SoundCode.skeleton(ofForm: sound)
    isVowelless = !letters.dropFirst().contains(where: SoundCode.isVowel)
    consonants = letters.prefix(1) + letters.dropFirst().filter { !SoundCode.isVowel($0) }
  }
}

extension AlignmentDistance {
  /// The level of two spellings; symmetric. Cheap tests first, distances last.
  package func level(_ a: TokenSpelling, _ b: TokenSpelling) -> TokenLevel {
    if a.letters == b.letters { return .exact }
    if a.letters.count == 1 || b.letters.count == 1 { return a.letters.first == b.letters.first ? .initial : .none }
    if a.sound == b.sound { return .phonetic }
    let shortest = min(a.letters.count, b.letters.count)
    if shortest >= 3 {
      let distance = min(self(a.letters, b.letters), self(a.sound, b.sound))
      if distance <= 1, shortest >= 4 || a.letters.first == b.letters.first { return .typo }
      if distance <= 2, shortest >= 5 { return .typos }
    }
    let (short, long) = a.letters.count < b.letters.count ? (a, b) : (b, a)
    return Self.shortForm(short, long)
  }

  private static func shortForm(_ short: TokenSpelling, _ long: TokenSpelling) -> TokenLevel {
    let n = short.letters.count
    let longer = long.letters.count - n
    if (2...4).contains(n), longer >= 3, long.letters.starts(with: short.letters) {
      return n >= 3 && short.isVowelless ? .vowelless : .short
    }
    guard n >= 3, longer > 0 else { return .none }
    if short.isVowelless, short.letters == long.consonants || n >= 4 && short.skeleton == long.skeleton {
      return .vowelless
    }
    if n <= 5, longer >= 2, long.letters.suffix(n).elementsEqual(short.letters) { return .ending }
    return .none
  }
}
