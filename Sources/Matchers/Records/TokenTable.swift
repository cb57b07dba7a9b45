import RollModel
import Similarity

/// Everything about a distinct name token that blocking and comparing ask for, worked out once.
///
/// Token numbers are those of `Lexicon.tokens`. About 130 bytes a token; a kabupaten has a few thousand.
final class TokenTable: Sendable {
  /// The codes of one token that blocking keys and quick rejections read.
  struct Codes: BitwiseCopyable, Sendable {
    /// First two, first three and last two letters of the skeleton, packed.
    var head2: UInt32
    var head3: UInt32
    var tail2: UInt32
    /// A hash of the whole skeleton, and of the spelling: the same in every run.
    var skeletonHash: UInt64
    var spellingHash: UInt64
    /// One bit a letter that occurs, of the spelling and of the sound.
    var letters: UInt32
    var soundLetters: UInt32
    var length: UInt8
    var first: UInt8
    /// A token that says little about who is meant (MUHAMMAD, SITI …), or a single letter.
    var isPrefix: Bool
  }

  let count: Int
  let codes: Storage<Codes>
  /// What most rejections read, eight bytes a token: in the low half the letters of the spelling (`alphabet`) and above
  /// them its length, at most 31; in the high half the letters of the sound and above them five bits of its hash.
  let signatures: Storage<UInt64>
  let spellings: TokenSpellings
  /// By `TokenLevel`: what it counts as. Itself, but where tables of the design's worth are made.
  let kinds = Storage(TokenLevel.allCases.map(\.rawValue))

  /// The bits of the letters in either half of a signature.
  static let alphabet: UInt32 = (1 << 27) - 1
  /// Those of the consonants.
  static let consonants: UInt32 = alphabet & ~[UInt8]("AEIOU".utf8).reduce(0) { $0 | 1 << UInt32($1 & 31) }

  init(_ tokens: StringTable) {
    count = tokens.count
    codes = Storage(tokens.count)
    signatures = Storage(tokens.count)
    let words = (0..<tokens.count).map { Array(tokens.utf8($0)) }
    let spellings = TokenSpellings(words)
    for id in 0..<tokens.count {
      let letters = words[id]
      let spelling = spellings[id]
      codes[id] = Codes(
        head2: Self.pack(spelling.skeleton.prefix(2)), head3: Self.pack(spelling.skeleton.prefix(3)),
        tail2: Self.pack(spelling.skeleton.suffix(2)), skeletonHash: Self.hash(spelling.skeleton),
        spellingHash: Self.hash(letters), letters: Self.mask(letters), soundLetters: Self.mask(spelling.sound),
        length: UInt8(min(255, letters.count)), first: letters.first ?? 0,
        isPrefix: letters.count <= 1 || Self.prefixes.contains(tokens[id]))
      let sound = codes[id].soundLetters | UInt32(truncatingIfNeeded: Self.hash(spelling.sound)) << 27
      signatures[id] = UInt64(codes[id].letters | UInt32(min(31, letters.count)) << 27) | UInt64(sound) << 32
    }
    self.spellings = spellings
  }

  /// Tokens that are passed over when the given name is looked for. Source: matching page, 1.1.
  private static let prefixes: Set<String> = [
    "MUHAMMAD", "ABDUL", "SITI", "NUR", "AHMAD", "SRI", "DEWI", "NI", "I", "WAYAN", "MADE", "NYOMAN", "KETUT", "PUTU",
    "GEDE", "KOMANG", "M", "A", "S",
  ]

  private static func pack(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }
  private static func mask(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  static func hash(_ letters: some Collection<UInt8>) -> UInt64 {
    letters.reduce(UInt64(letters.count)) { mixed($0 &* 31 &+ UInt64($1)) }
  }
}
