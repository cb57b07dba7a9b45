/// A 64-bit mixer whose result depends on nothing but its input: Swift's own hashing is reseeded in each process.
@inlinable @inline(__always)
public func mixed(_ x: UInt64) -> UInt64 {
  var z = x &* 0x9E37_79B9_7F4A_7C15
  z ^= z >> 32
  z = z &* 0xD6E8_FEB8_6659_FD93
  return z ^ (z >> 32)
}

/// A seeded generator of 64-bit numbers (splitmix64, Steele, Lea and Flood 2014); the same seed gives the same numbers.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in 0..<bound; bound > 0.
  public mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
