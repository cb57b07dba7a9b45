/// Leaves out keys that only one record has: most of them, and none needs sorting.
///
/// Two bits a slot count keys as none, one, more, by twenty-odd bits of the hash. A key that shares its slot by chance
/// stays and is dropped after sorting. Source: counting filters (Fan and others, 2000), with counters of two bits.
enum RepeatedKeys {
  /// Moves the keys that may occur twice to the front, in their order; returns their number. O(count).
  static func only(_ keys: Storage<UInt64>, count: Int) -> Int {
    guard count > 1 << 14 else { return count }
    var bits: UInt64 = 16
    while bits < 27, 1 << Int(bits) < count * 2 { bits += 1 }
    let counters = Storage<UInt64>(repeating: 0, count: 1 << Int(bits - 5))
    let base = counters.base
    let shift = 64 - bits
    let source = keys.base
    for i in 0..<count {
      let slot = source[i] &>> shift
      let place = (slot & 31) &* 2
      let word = base[Int(slot &>> 5)]
      // None becomes one, one becomes more, more stays: 00, 01, 11.
      base[Int(slot &>> 5)] = word | (1 &<< place) | (word &>> place & 1) &<< (place &+ 1)
    }
    var kept = 0
    for i in 0..<count {
      let key = source[i]
      let slot = key &>> shift
      source[kept] = key
      kept &+= Int(base[Int(slot &>> 5)] &>> ((slot & 31) &* 2 &+ 1) & 1)
    }
    withExtendedLifetime(counters) {}
    return kept
  }
}
