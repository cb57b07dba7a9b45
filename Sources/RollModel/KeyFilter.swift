/// Marks of some keys, thirty-two bits a key: of the other keys one in thirty passes. Bloom's filter with one hash.
public struct KeyFilter: Sendable {
  @usableFromInline let words: [UInt64]
  @usableFromInline let mask: UInt64

  public init(_ keys: some Collection<UInt64>) {
    var count = 1 << 12
    while count < keys.count * 32 { count *= 2 }
    let mask = UInt64(count - 1)
    var words = [UInt64](repeating: 0, count: count / 64)
    for key in keys {
      let bit = mixed(key) & mask
      words[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    self.words = words
    self.mask = mask
  }

  /// False for a key that is surely none of them.
  @inlinable @inline(__always) public func mayHold(_ key: UInt64) -> Bool {
    let bit = mixed(key) & mask
    return words[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }
}
