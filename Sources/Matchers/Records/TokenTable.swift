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

  init(_ tokens: StringTable, threads: Int = 1) {
    count = tokens.count
    let codes = Storage<Codes>(tokens.count)
    let signatures = Storage<UInt64>(tokens.count)
    let cuts = pieces(of: tokens.count, size: 1 << 11)
    let forms = parallelMap(cuts.count, threads: threads) { k in
      var forms = TokenForms()
      for id in cuts[k] { forms.append(tokens.utf8(id)) }
      return forms
    }
    let spellings = TokenSpellings(forms)
    _ = parallelMap(cuts.count, threads: threads) { k in
      for id in cuts[k] {
        codes[id] = Self.codes(of: spellings[id])
        signatures[id] = Self.signature(of: codes[id], sound: spellings[id].sound)
      }
    }
    self.codes = codes
    self.signatures = signatures
    self.spellings = spellings
  }

  /// The length that a signature tells: at most 31.
  @inline(__always) static func length(_ signature: UInt64) -> Int { Int(signature &>> 27 & 31) }

  private static func codes(of spelling: TokenSpelling) -> Codes {
    let letters = spelling.letters
    return Codes(
      head2: pack(spelling.skeleton.prefix(2)), head3: pack(spelling.skeleton.prefix(3)),
      tail2: pack(spelling.skeleton.suffix(2)), skeletonHash: hash(spelling.skeleton), spellingHash: hash(letters),
      letters: mask(letters), soundLetters: mask(spelling.sound), length: UInt8(min(255, letters.count)),
      first: letters.first ?? 0,
      isPrefix: letters.count <= 1 || letters.count <= longestPrefix && prefixes.contains(Array(letters)))
  }

  private static func signature(of codes: Codes, sound: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let sounds = codes.soundLetters | UInt32(truncatingIfNeeded: hash(sound)) << 27
    return UInt64(codes.letters | UInt32(min(31, codes.length)) << 27) | UInt64(sounds) << 32
  }

  /// Tokens that are passed over when the given name is looked for. Source: matching page, 1.1.
  private static let prefixes = Set(
    [
      "MUHAMMAD", "ABDUL", "SITI", "NUR", "AHMAD", "SRI", "DEWI", "NI", "I", "WAYAN", "MADE", "NYOMAN", "KETUT", "PUTU",
      "GEDE", "KOMANG", "M", "A", "S",
    ].map { Array($0.utf8) })
  private static let longestPrefix = prefixes.reduce(0) { max($0, $1.count) }

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
