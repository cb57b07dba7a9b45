/// A prefix code for deflate: for each symbol its length in bits and its code, low bit first.
struct HuffmanCode {
  /// 0 for symbols that do not occur.
  private(set) var lengths: [UInt8]
  private(set) var codes: [UInt16]

  /// The best code whose lengths do not pass `limit`, or one very near to it. O(n log n).
  ///
  /// A code over one symbol alone gives it one bit, as decoders want it.
  init(counts: [UInt32], limit: Int) {
    let used = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    lengths = Array(repeating: 0, count: counts.count)
    codes = []
    if used.count < 2 {
      for symbol in used { lengths[symbol] = 1 }
    } else {
      var perLength = Self.tally(Self.depths(of: used.map { Int(counts[$0]) }), limit: limit)
      var length = limit
      for symbol in used {
        while perLength[length] == 0 { length -= 1 }
        lengths[symbol] = UInt8(length)
        perLength[length] -= 1
      }
    }
    codes = Self.codes(of: lengths)
  }

  /// The code that the lengths alone determine (RFC 1951, 3.2.2).
  init(lengths: [UInt8]) {
    self.lengths = lengths
    codes = Self.codes(of: lengths)
  }

  /// Bits that symbols with these counts take.
  func cost(_ counts: [UInt32]) -> Int {
    zip(counts, lengths).reduce(0) { $0 + Int($1.0) * Int($1.1) }
  }

  /// Depth of each leaf of the Huffman tree over counts in ascending order.
  private static func depths(of counts: [Int]) -> [Int] {
    let n = counts.count
    var weights = counts
    var parents = [Int](repeating: 0, count: 2 * n - 1)
    var leaf = 0
    var node = n
    while weights.count < 2 * n - 1 {
      var sum = 0
      for _ in 0..<2 {
        let takesLeaf = leaf < n && (node >= weights.count || weights[leaf] <= weights[node])
        let chosen = takesLeaf ? leaf : node
        if takesLeaf { leaf += 1 } else { node += 1 }
        sum += weights[chosen]
        parents[chosen] = weights.count
      }
      weights.append(sum)
    }
    var depths = [Int](repeating: 0, count: 2 * n - 1)
    for i in stride(from: 2 * n - 3, through: 0, by: -1) { depths[i] = depths[parents[i]] + 1 }
    return Array(depths[..<n])
  }

  /// How many codes of each length, those that are too long shortened until the code is complete again.
  private static func tally(_ depths: [Int], limit: Int) -> [Int] {
    var perLength = [Int](repeating: 0, count: limit + 1)
    for depth in depths { perLength[min(depth, limit)] += 1 }
    var space = (1...limit).reduce(0) { $0 + perLength[$1] << (limit - $1) }
    while space > 1 << limit {
      perLength[limit] -= 1
      for length in (1..<limit).reversed() where perLength[length] > 0 {
        perLength[length] -= 1
        perLength[length + 1] += 2
        break
      }
      space -= 1
    }
    return perLength
  }

  private static func codes(of lengths: [UInt8]) -> [UInt16] {
    var perLength = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { perLength[Int(length)] += 1 }
    var next = [Int](repeating: 0, count: 16)
    for length in 1..<16 { next[length] = (next[length - 1] + perLength[length - 1]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      let code = next[Int(length)]
      next[Int(length)] += 1
      return UInt16(truncatingIfNeeded: code).reversedBits >> (16 - UInt16(length))
    }
  }
}

extension UInt16 {
  fileprivate var reversedBits: UInt16 {
    var x = self
    x = (x & 0x5555) << 1 | (x >> 1 & 0x5555)
    x = (x & 0x3333) << 2 | (x >> 2 & 0x3333)
    x = (x & 0x0F0F) << 4 | (x >> 4 & 0x0F0F)
    return x << 8 | x >> 8
  }
}
