import RollModel
import Similarity

/// Levels of two tokens by number, remembered: the vocabulary is small, so most pairs of tokens come again.
///
/// A direct-mapped table of 2^18 words that forgets on collision, 2 MiB: it never grows (speed page, section 4: 2^15 to 2^18 are the fastest). One per thread.
struct TokenComparator: ~Copyable {
  private let table: TokenTable
  /// `table.spellings`, at hand.
  private let spellings: UnsafeMutablePointer<TokenSpelling>
  /// `table.signatures`, at hand.
  private let signatures: UnsafePointer<UInt64>
  private let memo: Storage<UInt64>
  private let distance = AlignmentDistance()
  private static let slots = 1 << 18

  init(_ table: TokenTable) {
    self.table = table
    signatures = UnsafePointer(table.signatures.base)
    spellings = table.spellings.views
    memo = Storage(repeating: .max, count: Self.slots)
  }

  /// The level of tokens `a` and `b`; symmetric.
  @inline(__always) func level(_ a: UInt32, _ b: UInt32) -> TokenLevel {
    if a == b { return .exact }
    let low = min(a, b)
    let high = max(a, b)
    let key = UInt64(low) << 36 | UInt64(high) << 8
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (Self.slots - 1)
    let held = memo[slot]
    if held & ~255 == key { return TokenLevel(rawValue: UInt8(truncatingIfNeeded: held)) ?? .none }
    let level = levelOnce(low, high)
    memo[slot] = key | UInt64(level.rawValue)
    return level
  }

  /// The same of two unlike tokens that are asked for once: the memory is neither asked nor filled, for a place in it is
  /// far from any cache.
  @inline(__always) func levelOnce(_ a: UInt32, _ b: UInt32) -> TokenLevel {
    let seen = distance.level(spellings[Int(min(a, b))], spellings[Int(max(a, b))])
    return TokenLevel(rawValue: table.kinds[Int(seen.rawValue)]) ?? .none
  }

  /// The best that two unlike tokens may turn out to be, from their letters alone: a few instructions, never too little.
  enum Likeness: UInt8 {
    /// One sound, or a short form of the other.
    case form
    case typo
    case typos
    case none
  }

  /// One edit changes at most two letters of a set, two edits four; a short form's letters are among the longer's, or
  /// both have one skeleton. Symmetric.
  @inline(__always) func likeness(_ a: UInt32, _ b: UInt32) -> Likeness {
    Self.likeness(signatures[Int(a)], signatures[Int(b)])
  }

  /// The same of two signatures.
  @inline(__always) static func likeness(_ x: UInt64, _ y: UInt64) -> Likeness {
    let apart = x ^ y
    let sounds = UInt32(truncatingIfNeeded: apart >> 32)
    if sounds == 0 || sounds & TokenTable.consonants == 0 { return .form }
    let p = UInt32(truncatingIfNeeded: x) & TokenTable.alphabet
    let q = UInt32(truncatingIfNeeded: y) & TokenTable.alphabet
    if p & ~q == 0 || q & ~p == 0 { return .form }
    let edits = min((p ^ q).nonzeroBitCount, (sounds & TokenTable.alphabet).nonzeroBitCount)
    if edits <= 2 { return .typo }
    return edits <= 4 && min(x >> 27 & 31, y >> 27 & 31) >= 5 ? .typos : .none
  }

  /// Whether two tokens cannot have any level.
  @inline(__always) func cannotBeAlike(_ a: UInt32, _ b: UInt32) -> Bool { likeness(a, b) == .none }

  /// Whether two tokens have any level.
  @inline(__always) func areAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    a == b || !cannotBeAlike(a, b) && level(a, b) != .none
  }

  /// Whether any of the tokens at `a` has any level with one of those at `b`.
  @inline(__always) func shareToken(
    _ a: UnsafePointer<UInt32>, _ countA: Int, _ b: UnsafePointer<UInt32>, _ countB: Int
  ) -> Bool {
    for p in 0..<countA {
      for q in 0..<countB where areAlike(a[p], b[q]) { return true }
    }
    return false
  }

  /// Whether neighbours `a` and `b` may be `whole` in one word: at most two letters more or fewer.
  @inline(__always) func mayJoin(_ a: UInt32, _ b: UInt32, into whole: UInt32) -> Bool {
    Self.mayJoin(signatures[Int(a)], signatures[Int(b)], into: signatures[Int(whole)])
  }

  /// The same of signatures.
  @inline(__always) static func mayJoin(_ a: UInt64, _ b: UInt64, into whole: UInt64) -> Bool {
    (UInt32(truncatingIfNeeded: (a | b) ^ whole) & TokenTable.alphabet).nonzeroBitCount <= 2
  }

  /// Whether neighbours `a` and `b` written as one word are `whole`, give or take one edit in a long word.
  func joins(_ a: UInt32, _ b: UInt32, into whole: UInt32) -> Bool {
    // One edit changes at most two letters of the set; so do most respellings of one sound.
    guard mayJoin(a, b, into: whole) else { return false }
    let codes = table.codes.base
    let length = Int(codes[Int(a)].length) + Int(codes[Int(b)].length)
    let target = Int(codes[Int(whole)].length)
    guard target >= 5, abs(length - target) <= 1, length < 64 else { return false }
    let spelled = table.spellings[Int(whole)]
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { joined in
      var end = 0
      for part in [a, b] {
        for letter in table.spellings[Int(part)].letters {
          joined[end] = letter
          end += 1
        }
      }
      let word = UnsafeBufferPointer(rebasing: joined[0..<end])
      if word.elementsEqual(spelled.letters) { return true }
      if end > 6, distance(word, spelled.letters) <= 1 { return true }
      return SoundCode.form(of: Array(word)).elementsEqual(spelled.sound)
    }
  }
}
