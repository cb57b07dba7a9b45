/// What a sample tells: how many findings of each rule and tier are wrong, and how much of the roll is.
package struct SampleScore: Sendable {
  /// Answers counted.
  package struct Count: Sendable, Equatable {
    package var drawn = 0
    package var right = 0
    package var wrong = 0
    package var notFound = 0
    package var answered: Int { right + wrong }
    package var open: Int { drawn - answered - notFound }

    mutating func add(_ answer: ReturnedAnswers.Answer?) {
      drawn += 1
      switch answer {
      case .right: right += 1
      case .wrong: wrong += 1
      case .notFound: notFound += 1
      case nil: break
      }
    }
  }

  /// One rule, over all tiers or in one.
  package struct Rule: Sendable, Equatable {
    package let direction: String
    package let rule: String
    /// `semua` or the tier.
    package let tier: String
    package let count: Count
    /// Share of its findings that are wrong, of those answered.
    package let wrong: ShareInterval
  }

  /// The roll's own error in one direction.
  package struct Whole: Sendable, Equatable {
    package let direction: String
    package let source: String
    package let population: Int
    package let count: Count
    package let wrong: StratifiedShare
    /// The share if all who were not found are errors.
    package let worst: Double
  }

  /// In order of direction, rule and tier.
  package private(set) var rules: [Rule] = []
  package private(set) var wholes: [Whole] = []

  private static let all = "semua"
  private static let tiers = ["pasti", "kuat", "perlu-verifikasi"]

  package init(_ sample: DrawnSample, _ answers: [String: ReturnedAnswers.Answer]) {
    for direction in sample.directions {
      var counts = direction.kinds.map { _ in Count() }
      var tiers = direction.kinds.map { _ in [String: Count]() }
      for row in direction.rows {
        counts[row.kind].add(answers[row.id])
        tiers[row.kind][row.tier, default: Count()].add(answers[row.id])
      }
      for (kind, (name, population, _)) in direction.kinds.enumerated() where name != SampleFrame.clean {
        rules.append(Self.rule(direction.name, name, Self.all, counts[kind], population))
        for tier in Self.tiers {
          guard let count = tiers[kind][tier] else { continue }
          rules.append(Self.rule(direction.name, name, tier, count, population))
        }
      }
      wholes.append(Self.whole(direction, counts))
    }
  }

  /// Of a tier it is not known how many rows the class has: its draws are taken to be few among many.
  private static func rule(
    _ direction: String, _ name: String, _ tier: String, _ count: Count, _ population: Int
  ) -> Rule {
    Rule(
      direction: direction, rule: name, tier: tier, count: count,
      wrong: ShareInterval(
        count.wrong, of: count.answered, from: tier == all ? population : .max))
  }

  /// A row without a finding is wrong where the answer is no; one with a finding where the finding is right.
  private static func whole(_ direction: DrawnSample.Direction, _ counts: [Count]) -> Whole {
    var sum = Count()
    var parts: [StratifiedShare.Part] = []
    var worst: [StratifiedShare.Part] = []
    for (kind, count) in zip(direction.kinds, counts) {
      let wrong = kind.name == SampleFrame.clean ? count.wrong : count.right
      parts.append(.init(population: kind.population, answered: count.answered, wrong: wrong))
      worst.append(
        .init(
          population: kind.population, answered: count.answered + count.notFound, wrong: wrong + count.notFound))
      sum.drawn += count.drawn
      sum.wrong += wrong
      sum.right += count.answered - wrong
      sum.notFound += count.notFound
    }
    return Whole(
      direction: direction.name, source: direction.source,
      population: direction.kinds.reduce(0) { $0 + $1.population }, count: sum, wrong: StratifiedShare(parts),
      worst: StratifiedShare(worst).share)
  }
}
