import Platform
import RollModel

/// How many names of the roll hold two tokens together, for pairs that at least three names hold.
///
/// The chain of section 13.1 (C1) asks for P(t given w) with the compared pair's own two names left out, so rarer pairs
/// count as never. Open addressing; a look-up costs one cache miss.
struct TokenPairs: Sendable {
  private let keys: Storage<UInt64>
  /// log2 of (names - 2).
  private let values: Storage<Float>
  private let mask: Int

  /// `weight`: names of the population for each name of `set`, where that is a sample.
  init(_ set: RecordSet, weight: Int = 1) {
    var capacity = 0
    for row in 0..<set.rollCount {
      let n = min(12, set.tokenCount(row))
      capacity += n * (n - 1) / 2
    }
    let made = Storage<UInt64>(capacity)
    // Packed as tightly as the vocabulary allows: a small one is sorted in three rounds.
    let width = UInt64(max(1, Int.bitWidth - set.table.count.leadingZeroBitCount))
    var count = 0
    for row in 0..<set.rollCount {
      let token = set.tokenPointer(row)
      let n = min(12, set.tokenCount(row))
      guard n > 1 else { continue }
      let first = count
      for i in 0..<(n - 1) {
        for j in (i + 1)..<n where token[i] != token[j] {
          let key = UInt64(min(token[i], token[j])) << width | UInt64(max(token[i], token[j]))
          if !(first..<count).contains(where: { made[$0] == key }) {
            made[count] = key
            count += 1
          }
        }
      }
    }
    let all = RadixSort.sorted(made, count: count, from: 0, rounds: width * 2 <= 33 ? 3 : 4)
    var kept: [(key: UInt64, names: Int)] = []
    var i = 0
    while i < count {
      var j = i + 1
      while j < count, all[j] == all[i] { j += 1 }
      if j - i >= 3 {
        let high = UInt32(truncatingIfNeeded: all[i] & (1 << width - 1))
        kept.append((Self.key(UInt32(truncatingIfNeeded: all[i] >> width), high), j - i))
      }
      i = j
    }
    var size = 64
    while size < kept.count * 2 { size *= 2 }
    mask = size - 1
    keys = Storage(repeating: .max, count: size)
    values = Storage(size)
    for entry in kept {
      var slot = Int(truncatingIfNeeded: mixed(entry.key)) & mask
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = entry.key
      values[slot] = Float(log2(Double(entry.names * weight - 2)))
    }
  }

  /// Leaves no pair, as if names were made of independent words.
  func forget() { for slot in 0...mask { keys[slot] = .max } }

  /// log2 of (names that hold both, less two); nil when fewer than three do.
  @inline(__always) func logNames(_ a: UInt32, _ b: UInt32) -> Float? {
    let key = Self.key(a, b)
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == .max { return nil }
      slot = (slot &+ 1) & mask
    }
  }

  /// 22 bits each: a vocabulary of up to four million tokens.
  @inline(__always) private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 22 | UInt64(max(a, b))
  }
}
