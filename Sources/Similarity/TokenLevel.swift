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

/// What comparing needs of some spellings, worked out and laid side by side.
public struct TokenForms: Sendable {
  /// Letters, sound, skeleton and consonants of each token, one behind the other, and where each of these ends.
  fileprivate private(set) var bytes: [UInt8] = []
  fileprivate private(set) var ends: [UInt32] = []
  fileprivate static let parts = 4
  private var sound: [UInt8] = []

  public init() {}

  fileprivate var count: Int { ends.count / Self.parts }

  /// Adds a token of A–Z; O(letters).
  public mutating func append(_ letters: some Collection<UInt8>) {
    end(letters)
    SoundCode.form(of: letters, into: &sound)
    end(sound)
    SoundCode.appendSkeleton(ofForm: sound, to: &bytes)
    ends.append(UInt32(bytes.count))
    bytes.append(contentsOf: letters.prefix(1))
    for letter in letters.dropFirst() where !SoundCode.isVowel(letter) { bytes.append(letter) }
    ends.append(UInt32(bytes.count))
  }

  private mutating func end(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }
}

/// The spellings of a vocabulary side by side in one run of bytes: no array a token, so comparing counts no references.
public final class TokenSpellings: @unchecked Sendable {
  private let bytes: UnsafeMutablePointer<UInt8>
  /// By token, valid while this object lives: hot loops keep it at hand.
  public let views: UnsafeMutablePointer<TokenSpelling>
  public let count: Int

  public convenience init(_ tokens: [[UInt8]]) {
    var forms = TokenForms()
    for token in tokens { forms.append(token) }
    self.init([forms])
  }

  /// Takes the forms of all tokens in order. O(letters).
  public init(_ runs: [TokenForms]) {
    count = runs.reduce(0) { $0 + $1.count }
    bytes = .allocate(capacity: max(1, runs.reduce(0) { $0 + $1.bytes.count }))
    views = .allocate(capacity: max(1, count))
    var start = bytes
    var view = views
    for run in runs {
      run.bytes.withUnsafeBufferPointer { source in
        if let first = source.baseAddress { start.initialize(from: first, count: source.count) }
      }
      var end = 0
      var next = 0
      func part() -> UnsafeBufferPointer<UInt8> {
        let from = end
        end = Int(run.ends[next])
        next += 1
        return UnsafeBufferPointer(start: start + from, count: end - from)
      }
      for _ in 0..<run.count {
        let (letters, sound, skeleton, consonants) = (part(), part(), part(), part())
        view.initialize(
          to: TokenSpelling(
            letters: letters, sound: sound, skeleton: skeleton, consonants: consonants,
            isVowelless: letters.count == consonants.count))
        view += 1
      }
      start += run.bytes.count
    }
  }

  deinit {
    views.deallocate()
    bytes.deallocate()
  }

  public subscript(index: Int) -> TokenSpelling { views[index] }
}

extension TokenSpelling {
  /// I to XXXIX, as quarters and villages are numbered: `DUSUN II` is no longer form of `DUSUN I`.
  fileprivate var isRomanNumber: Bool {
    guard let first = letters.first, first == Self.i || first == Self.v || first == Self.x, letters.count <= 7 else {
      return false
    }
    var rest = letters.drop { $0 == Self.x }
    guard letters.count - rest.count <= 3 else { return false }
    if rest.elementsEqual([Self.i, Self.x]) || rest.elementsEqual([Self.i, Self.v]) { return true }
    if rest.first == Self.v { rest = rest.dropFirst() }
    return rest.count <= 3 && rest.allSatisfy { $0 == Self.i }
  }

  private static let i = UInt8(ascii: "I")
  private static let v = UInt8(ascii: "V")
  private static let x = UInt8(ascii: "X")
}

extension AlignmentDistance {
  /// The level of two spellings; symmetric. Cheap tests first, distances last.
  public func level(_ a: TokenSpelling, _ b: TokenSpelling) -> TokenLevel {
    if same(a.letters, b.letters) { return .exact }
    if a.isRomanNumber, b.isRomanNumber { return .none }
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
