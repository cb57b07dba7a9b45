/// How alike two name tokens are, the best kind that holds.
///
/// The order of raw values is the order of preference in an alignment. Source: matching page, sections 4.1 and 13.1 (C7).
public enum TokenLevel: UInt8, Sendable, CaseIterable {
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
  case none = 8
}

/// One spelling with what comparing needs worked out once: a view of letters that `TokenSpellings` owns.
public struct TokenSpelling: BitwiseCopyable {
  public let letters: UnsafeBufferPointer<UInt8>
  public let sound: UnsafeBufferPointer<UInt8>
  public let skeleton: UnsafeBufferPointer<UInt8>
  /// First letter and the consonants after it.
  public let consonants: UnsafeBufferPointer<UInt8>
  /// No vowel after the first letter.
  public let isVowelless: Bool
}

/// What comparing needs of one spelling, as it is worked out.
public struct TokenForms: Sendable {
  fileprivate let letters: [UInt8]
  fileprivate let sound: [UInt8]
  fileprivate let skeleton: [UInt8]
  fileprivate let consonants: [UInt8]

  /// Takes a token of A–Z; O(letters).
  public init(_ letters: [UInt8]) {
    self.letters = letters
    sound = SoundCode.form(of: letters)
    skeleton = SoundCode.skeleton(ofForm: sound)
    consonants = letters.prefix(1) + letters.dropFirst().filter { !SoundCode.isVowel($0) }
  }

  fileprivate var count: Int { letters.count + sound.count + skeleton.count + consonants.count }
}

/// The spellings of a vocabulary side by side in one run of bytes: no array a token, so comparing counts no references.
public final class TokenSpellings: @unchecked Sendable {
  private let bytes: UnsafeMutablePointer<UInt8>
  /// By token, valid while this object lives: hot loops keep it at hand.
  public let views: UnsafeMutablePointer<TokenSpelling>
  public let count: Int

  public convenience init(_ tokens: [[UInt8]]) { self.init(tokens.map { TokenForms($0) }) }

  /// Takes the forms of each token in order; O(letters).
  public init(_ parts: [TokenForms]) {
    let total = parts.reduce(0) { $0 + $1.count }
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, total))
    self.bytes = bytes
    var end = 0
    func placed(_ text: [UInt8]) -> UnsafeBufferPointer<UInt8> {
      let start = bytes + end
      for (i, byte) in text.enumerated() { start[i] = byte }
      end += text.count
      return UnsafeBufferPointer(start: start, count: text.count)
    }
    count = parts.count
    views = .allocate(capacity: max(1, parts.count))
    for (index, part) in parts.enumerated() {
      (views + index).initialize(
        to: TokenSpelling(
          letters: placed(part.letters), sound: placed(part.sound), skeleton: placed(part.skeleton),
          consonants: placed(part.consonants), isVowelless: part.letters.count == part.consonants.count))
    }
  }

  deinit {
    views.deallocate()
    bytes.deallocate()
  }

  public subscript(index: Int) -> TokenSpelling { views[index] }
}

extension AlignmentDistance {
  /// The level of two spellings; symmetric. Cheap tests first, distances last.
  public func level(_ a: TokenSpelling, _ b: TokenSpelling) -> TokenLevel {
    if same(a.letters, b.letters) { return .exact }
    if a.letters.count == 1 || b.letters.count == 1 { return a.letters.first == b.letters.first ? .initial : .none }
    if same(a.sound, b.sound) { return .phonetic }
    let shortest = min(a.letters.count, b.letters.count)
    if shortest >= 3 {
      var distance = 3
      if abs(a.letters.count - b.letters.count) <= 2 { distance = self(a.letters, b.letters) }
      if distance > 1, abs(a.sound.count - b.sound.count) <= 2 { distance = min(distance, self(a.sound, b.sound)) }
      if distance <= 1, shortest >= 4 || a.letters.first == b.letters.first { return .typo }
      if distance <= 2, shortest >= 5 { return .typos }
    }
    return a.letters.count < b.letters.count ? shortForm(a, b) : shortForm(b, a)
  }

  private func shortForm(_ short: TokenSpelling, _ long: TokenSpelling) -> TokenLevel {
    let n = short.letters.count
    let longer = long.letters.count - n
    if n >= 2, n <= 4, longer >= 3, starts(long.letters, short.letters) {
      return n >= 3 && short.isVowelless ? .vowelless : .short
    }
    guard n >= 3, longer > 0 else { return .none }
    if short.isVowelless, same(short.letters, long.consonants) || n >= 4 && same(short.skeleton, long.skeleton) {
      return .vowelless
    }
    if n <= 5, longer >= 2, ends(long.letters, short.letters) { return .ending }
    return .none
  }

  private func same(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    a.count == b.count && starts(a, b)
  }

  private func starts(_ text: UnsafeBufferPointer<UInt8>, _ start: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in 0..<start.count where text[i] != start[i] { return false }
    return true
  }

  private func ends(_ text: UnsafeBufferPointer<UInt8>, _ end: UnsafeBufferPointer<UInt8>) -> Bool {
    let from = text.count - end.count
    for i in 0..<end.count where text[from + i] != end[i] { return false }
    return true
  }
}
