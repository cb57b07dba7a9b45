import RollModel
import Similarity
import TestSupport
import Testing

struct AlignmentDistanceTests {
  @Test(
    "known distances",
    arguments: [
      ("", "", 0), ("A", "", 1), ("SUPARNO", "SUPARMO", 1), ("SITI", "ISTI", 1), ("CA", "ABC", 3),
      ("BUDI", "BUDIMAN", 3),
      ("NURHAYATI", "NURHAYTAI", 1), ("AHMAD", "ACHMAD", 1),
    ])
  func known(a: String, b: String, expected: Int) {
    let distance = AlignmentDistance()
    #expect(distance(Array(a.utf8), Array(b.utf8)) == expected)
    #expect(distance(Array(b.utf8), Array(a.utf8)) == expected)
  }

  @Test("equals the table of the textbook on 100,000 random pairs")
  func agreesWithTable() {
    var random = SeededGenerator(seed: 7)
    let distance = AlignmentDistance()
    for _ in 0..<100_000 {
      let a = randomToken(&random)
      let b = random.unit() < 0.5 ? randomToken(&random) : mutated(a, &random)
      #expect(
        distance(a, b) == Slow.distance(a, b),
        "\(String(decoding: a, as: UTF8.self)) \(String(decoding: b, as: UTF8.self))")
    }
  }

  private func randomToken(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<random.below(14)).map { _ in UInt8(65 + random.below(random.unit() < 0.5 ? 4 : 26)) }
  }

  private func mutated(_ token: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var token = token
    for _ in 0..<random.below(3) where !token.isEmpty {
      let at = random.below(token.count)
      switch random.below(4) {
      case 0: token[at] = UInt8(65 + random.below(26))
      case 1: token.remove(at: at)
      case 2: token.insert(UInt8(65 + random.below(26)), at: at)
      default: token.swapAt(at, random.below(token.count))
      }
    }
    return token
  }
}
