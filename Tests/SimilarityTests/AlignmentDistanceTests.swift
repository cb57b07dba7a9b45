import RollModel
import Similarity
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
        distance(a, b) == slowDistance(a, b),
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

  /// The recurrence as it is written down: quadratic, one table.
  private func slowDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in stride(from: 1, through: a.count, by: 1) {
      for j in stride(from: 1, through: b.count, by: 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, table[i - 2][j - 2] + 1) }
        table[i][j] = best
      }
    }
    return table[a.count][b.count]
  }
}
