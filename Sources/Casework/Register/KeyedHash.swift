/// A hash under a key: who has the hash but not the key cannot try out which facts it is of.
///
/// SipHash-2-4 (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012) over whole words.
package struct KeyedHash: Sendable, Equatable {
  private let first: UInt64
  private let second: UInt64

  package init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }

  /// A key as the register's first line holds it: 32 hexadecimal digits.
  init?(hexadecimal text: String) {
    guard text.utf8.count == 32, let first = UInt64(text.prefix(16), radix: 16),
      let second = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(first, second)
  }

  var hexadecimal: String { Self.text(first) + Self.text(second) }

  /// 16 hexadecimal digits of a hash.
  package static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The hash of some words.
  package func of(_ words: some Sequence<UInt64>) -> UInt64 {
    var state = start()
    for word in words { state.take(word) }
    return state.finish()
  }

  /// A hash that takes its words one by one.
  func start() -> State { State(first, second) }

  /// The hash of some texts, each kept apart from the next.
  package func of(texts: [String]) -> UInt64 {
    var words: [UInt64] = []
    for text in texts {
      let bytes = Array(text.utf8)
      words.append(UInt64(bytes.count))
      for start in stride(from: 0, to: bytes.count, by: 8) {
        words.append(bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) })
      }
    }
    return of(words)
  }

  struct State {
    private var v0, v1, v2, v3: UInt64
    private var count: UInt64 = 0

    fileprivate init(_ k0: UInt64, _ k1: UInt64) {
      v0 = k0 ^ 0x736f_6d65_7073_6575
      v1 = k1 ^ 0x646f_7261_6e64_6f6d
      v2 = k0 ^ 0x6c79_6765_6e65_7261
      v3 = k1 ^ 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
      count &+= 1
    }

    mutating func finish() -> UInt64 {
      take(count &* 8 << 56)
      v2 ^= 0xff
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }
  }
}
