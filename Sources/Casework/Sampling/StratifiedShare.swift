/// The share of a whole whose parts were sampled each by itself: the shares of the parts weighted by their size.
///
/// The interval recovers the spread of the whole from the intervals of its parts, which holds where a part is small or its
/// share near 0. Source: G. Y. Zou, W. Huang and X. Zhang, "A note on confidence interval estimation for a linear function
/// of binomial proportions", Computational Statistics & Data Analysis 53 (2009), 1080–1085.
package struct StratifiedShare: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package let population: Int
    /// Rows of which something is known.
    package let answered: Int
    package let wrong: Int

    package init(population: Int, answered: Int, wrong: Int) {
      self.population = population
      self.answered = answered
      self.wrong = wrong
    }
  }

  /// Of the parts of which anything is known.
  package let share: Double
  /// Of all: of a part of which nothing is known all rows may be right, or wrong.
  package let lower: Double
  package let upper: Double
  /// Share of the rows that stand in a part of which anything is known.
  package let known: Double

  package init(_ parts: [Part]) {
    let all = Double(max(1, parts.reduce(0) { $0 + $1.population }))
    var (sum, known, below, above) = (0.0, 0.0, 0.0, 0.0)
    for part in parts where part.answered > 0 {
      let weight = Double(part.population) / all
      let interval = ShareInterval(part.wrong, of: part.answered, from: part.population)
      sum += weight * interval.share
      known += weight
      below += weight * weight * (interval.share - interval.lower) * (interval.share - interval.lower)
      above += weight * weight * (interval.upper - interval.share) * (interval.upper - interval.share)
    }
    share = known > 0 ? sum / known : 0
    self.known = known
    lower = max(0, sum - below.squareRoot())
    upper = min(1, sum + max(0, 1 - known) + above.squareRoot())
  }
}
