/// Eight bytes looked at together: whether any of them is one of a few, by arithmetic on all at once.
///
/// After "Determine if a word has a byte less than n" of https://graphics.stanford.edu/~seander/bithacks.html; the
/// answers are exact for the word, not for which byte it is.
struct ByteWord {
  private let bits: UInt64
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// Not 0 when a byte is below `limit`, which is at most 128.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 { (bits &- Self.ones &* UInt64(limit)) & ~bits & Self.tops }

  /// Not 0 when a byte is `byte` once the bits of `ignoring` are cleared.
  @inline(__always)
  func equal(_ byte: UInt8, ignoring: UInt8 = 0) -> UInt64 {
    let rest = (bits & ~(Self.ones &* UInt64(ignoring))) ^ Self.ones &* UInt64(byte)
    return (rest &- Self.ones) & ~rest & Self.tops
  }
}

extension UnsafeRawBufferPointer {
  /// The first place from `start` on whose byte is a `match`, or the end; `mayMatch` rules out eight bytes at a time.
  @inline(__always)
  func place(from start: Int, mayMatch: (ByteWord) -> Bool, match: (UInt8) -> Bool) -> Int {
    var i = start
    while i + 8 <= count, !mayMatch(ByteWord(bits: loadUnaligned(fromByteOffset: i, as: UInt64.self))) { i += 8 }
    while i < count, !match(self[i]) { i += 1 }
    return i
  }
}
