import Documents
import RollModel

/// Scored samples as the register keeps them: counts and shares, nobody's answers.
package enum SampleHistory {
  /// What the line of a score says beside its facts.
  ///
  /// - Parameters:
  ///   - draw: SHA-256 of `sampel.json`.
  ///   - run: name of the run folder.
  package static func content(_ score: SampleScore, draw: String, run: String) -> [JSONValue.Member] {
    [
      .init("contoh", draw), .init("hasil", run),
      .init(
        "arah",
        score.wholes.map { whole in
          let interval = ScoredSample.Interval(
            share: whole.wrong.share, lower: whole.wrong.lower, upper: whole.wrong.upper)
          return .object([.init("arah", whole.direction)] + members(whole.count, interval))
        }),
      .init(
        "aturan",
        score.rules.map { rule in
          let interval = ScoredSample.Interval(
            share: rule.wrong.share, lower: rule.wrong.lower, upper: rule.wrong.upper)
          return .object(
            [.init("arah", rule.direction), .init("aturan", rule.rule), .init("keyakinan", rule.tier)]
              + members(rule.count, interval))
        }),
    ]
  }

  private static func members(_ count: SampleScore.Count, _ interval: ScoredSample.Interval) -> [JSONValue.Member] {
    let counts: [JSONValue.Member] = [
      .init("ditarik", count.drawn), .init("dijawab", count.answered), .init("keliru", count.wrong),
      .init("tidak_ditemukan", count.notFound),
    ]
    guard count.answered > 0 else { return counts }
    return counts + [
      .init(key: "bagian", value: rounded(interval.share)), .init(key: "dari", value: rounded(interval.lower)),
      .init(key: "sampai", value: rounded(interval.upper)),
    ]
  }

  private static func rounded(_ share: Double) -> JSONValue { .number((share * 1e6).rounded() / 1e6) }

  /// Of each draw what was scored last, in the order in which draws were first scored.
  package static func scored(in register: Register) -> [ScoredSample] {
    var samples: [ScoredSample] = []
    for event in register.events where event.kind == .sampleScore {
      guard let sample = ScoredSample(event) else { continue }
      if let place = samples.firstIndex(where: { $0.draw == sample.draw && $0.run == sample.run }) {
        samples[place] = sample
      } else {
        samples.append(sample)
      }
    }
    return samples
  }
}

extension ScoredSample {
  /// The sample of a line; nil for a line of a version that kept no shares.
  fileprivate init?(_ event: RegisterEvent) {
    let wholes = event.items("arah").compactMap(Share.init(_:))
    guard !wholes.isEmpty else { return nil }
    self.init(
      draw: event.text("contoh"), run: event.text("hasil"), day: String(event.time.prefix(10)), wholes: wholes,
      rules: event.items("aturan").compactMap(Share.init(_:)))
  }
}

extension ScoredSample.Share {
  fileprivate init?(_ value: JSONValue) {
    guard let direction = value.text("arah") else { return nil }
    func count(_ key: String) -> Int { value.number(key).flatMap { 0 <= $0 && $0 < 1e12 ? Int($0) : nil } ?? 0 }
    var estimate: ScoredSample.Interval?
    if let share = value.number("bagian"), let lower = value.number("dari"), let upper = value.number("sampai") {
      estimate = ScoredSample.Interval(share: share, lower: lower, upper: upper)
    }
    self.init(
      direction: direction, rule: RuleNames.current(value.text("aturan") ?? ""), tier: value.text("keyakinan") ?? "",
      drawn: count("ditarik"), answered: count("dijawab"), wrong: count("keliru"),
      notFound: count("tidak_ditemukan"), estimate: estimate)
  }
}
