/// Remembers where a kept pair stands, so that a later pass that brings it again only leaves its mark.
///
/// Direct-mapped and forgetful: a pair that was pushed out is compared again and merged at the end, so what is kept
/// never depends on it. True pairs come in about six passes. 3 MiB; one per thread.
struct KeptPairs: ~Copyable {
  private let keys = Storage<UInt64>(repeating: .max, count: slots)
  private let places = Storage<UInt32>(slots)
  private static let slots = 1 << 18

  /// Where the pair was kept; nil when it is not remembered. O(1).
  @inline(__always) func place(_ a: Int, _ b: Int) -> Int? {
    let key = Self.key(a, b)
    let slot = Self.slot(key)
    return keys[slot] == key ? Int(places[slot]) : nil
  }

  @inline(__always) func remember(_ a: Int, _ b: Int, at place: Int) {
    let key = Self.key(a, b)
    let slot = Self.slot(key)
    keys[slot] = key
    places[slot] = UInt32(truncatingIfNeeded: place)
  }

  @inline(__always) private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: a) << 32 | UInt64(truncatingIfNeeded: b)
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 46)
  }
}
