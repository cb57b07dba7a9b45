import Matchers
import RollModel

/// How well one run found the planted pairs of one kind.
struct Score {
  /// The best F1 that any cut of the probability would give.
  var best = 0.0
  /// All tiers.
  var f1 = 0.0
  var precision = 0.0
  var recall = 0.0
  /// `pasti` and `kuat` together.
  var upper = 0.0
  var upperRecall = 0.0
  /// All tiers: the share of false pairs that the run expects less the true one.
  var shareGap = 0.0
  /// Expected pairs over planted ones.
  var expected = 0.0

  init(_ pairs: [Pair], truth: Set<[Int]>, expected: Double) {
    let same = pairs.filter { $0.relation == .samePerson }
    let listed = same.filter { $0.tier >= .candidate }.sorted { $0.weight > $1.weight }
    var right = 0
    var k = 0
    while k < listed.count {
      // Pairs of one weight stand or fall together.
      var end = k
      while end < listed.count, listed[end].weight == listed[k].weight {
        if truth.contains(Self.key(listed[end], truth)) { right += 1 }
        end += 1
      }
      k = end
      best = max(best, 2 * Double(right) / Double(k + truth.count))
    }
    let found = same.filter { $0.tier >= .verify }
    let hits = found.count { truth.contains(Self.key($0, truth)) }
    precision = Double(hits) / Double(max(1, found.count))
    recall = Double(hits) / Double(max(1, truth.count))
    f1 = 2 * Double(hits) / Double(max(1, found.count + truth.count))
    let sure = found.filter { $0.tier >= .strong }
    let sureHits = sure.count { truth.contains(Self.key($0, truth)) }
    upper = sure.isEmpty ? 1 : Double(sureHits) / Double(sure.count)
    upperRecall = Double(sureHits) / Double(max(1, truth.count))
    let estimated = found.reduce(0) { $0 + 1 - $1.probability.value } / Double(max(1, found.count))
    shareGap = estimated - (1 - precision)
    self.expected = expected / Double(max(1, truth.count))
  }

  private static func key(_ pair: Pair, _ truth: Set<[Int]>) -> [Int] { [pair.a, pair.b] }

  /// The mean over samples.
  static func mean(_ scores: [Score]) -> Score {
    var sum = Score([], truth: [], expected: 0)
    let n = Double(max(1, scores.count))
    for (path, value) in fields.map({ path in (path, scores.reduce(0) { $0 + $1[keyPath: path] } / n) }) {
      sum[keyPath: path] = value
    }
    return sum
  }

  nonisolated(unsafe) private static let fields: [WritableKeyPath<Score, Double>] = [
    \.best, \.f1, \.precision, \.recall, \.upper, \.upperRecall, \.shareGap, \.expected,
  ]
}
