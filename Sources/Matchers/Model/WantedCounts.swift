import RollModel

/// Counts of the roll's keys that somebody asked for. Keys are hashes already.
struct WantedCounts: Sendable {
  private let keys: [UInt64]
  /// Open addressing: the number of the key in `keys`, plus one; 0 is free. Never more than a quarter full.
  private let slots: Storage<UInt32>
  private let counts: [Int32]

  /// `keysOf` hands every key of a row to its last argument, which tells whether anybody asked for it. O(rows).
  init(
    _ wanted: [UInt64], _ set: RecordSet, threads: Int,
    keysOf: @Sendable (RecordSet, Int, (UInt64) -> Bool) -> Void
  ) {
    var size = 64
    while size < wanted.count * 4 { size *= 2 }
    let slots = Storage<UInt32>(repeating: 0, count: size)
    var distinct: [UInt64] = []
    for key in wanted {
      let slot = Self.slot(of: key, distinct, slots)
      guard slots[slot] == 0 else { continue }
      distinct.append(key)
      slots[slot] = UInt32(distinct.count)
    }
    let keys = distinct
    self.keys = keys
    self.slots = slots
    guard !keys.isEmpty else {
      counts = []
      return
    }
    let filter = BitFilter(keys)
    let cuts = pieces(of: set.rollCount, size: 1 << 17)
    let parts = parallelMap(cuts.count, threads: threads) { k -> [Int32] in
      var counts = [Int32](repeating: 0, count: keys.count)
      for row in cuts[k] {
        keysOf(set, row) { key in
          guard filter.mayHold(key) else { return false }
          let number = slots[Self.slot(of: key, keys, slots)]
          if number != 0 { counts[Int(number) - 1] += 1 }
          return number != 0
        }
      }
      return counts
    }
    counts = parts.dropFirst().reduce(into: parts[0]) { sum, part in
      for i in sum.indices { sum[i] += part[i] }
    }
  }

  /// 0 for a key that nobody asked for.
  subscript(key: UInt64) -> Int {
    let number = slots[Self.slot(of: key, keys, slots)]
    return number == 0 ? 0 : Int(counts[Int(number) - 1])
  }

  /// The slot that holds the key, or the free one where it would stand.
  @inline(__always) private static func slot(of key: UInt64, _ keys: [UInt64], _ slots: Storage<UInt32>) -> Int {
    let mask = slots.capacity - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 &>> 32) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }
}
