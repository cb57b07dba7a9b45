import RollModel

/// A seed as a key of hashes: who is drawn hangs on the seed and on what a row says, never on where it stands.
package struct SamplingKey: Sendable {
  package let seed: String
  private let start: UInt64

  package init(seed: String) {
    self.seed = seed
    start = seed.utf8.reduce(mixed(UInt64(seed.utf8.count) &+ 1)) { mixed($0 ^ UInt64($1)) }
  }

  /// The place of a fact among others: those with the smallest are drawn.
  @inline(__always)
  func rank(_ fact: UInt64) -> UInt64 { mixed(mixed(fact ^ start) &+ start) }

  /// A number in 0..<1 for a word, the same each time.
  func unit(_ word: String) -> Double {
    var generator = SeededGenerator(seed: word.utf8.reduce(start) { mixed($0 ^ UInt64($1)) })
    return generator.unit()
  }

  /// Name of a drawn row that no finding names: `UP-` and ten letters and digits.
  package func name(_ fact: UInt64, attempt: Int) -> String {
    let hash = rank(fact &+ UInt64(attempt) &* 0x9E37_79B9_7F4A_7C15)
    let letters = (0..<10).map { Self.alphabet[Int(hash >> UInt64(59 - 5 * $0) & 31)] }
    return "UP-" + String(decoding: letters, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
