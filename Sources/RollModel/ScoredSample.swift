/// A sample whose sheets came back, as later runs show it: what it says is wrong of the roll and of each rule.
public struct ScoredSample: Sendable, Equatable {
  /// What the answers to some of its rows say.
  public struct Share: Sendable, Equatable {
    /// The draw's direction, as the command names it.
    public var direction: String
    /// The rule; empty for the whole direction.
    public var rule: String
    /// A tier, or `semua`; empty for the whole direction.
    public var tier: String
    public var drawn: Int
    public var answered: Int
    public var wrong: Int
    public var notFound: Int
    /// Share that is wrong, and where the true one lies at 95 %; nil where nobody answered.
    public var estimate: Interval?
    /// The share that the matching of the run that shows it expects to be wrong, where the rule rests on a match.
    public var expected: Double?

    public init(
      direction: String, rule: String = "", tier: String = "", drawn: Int, answered: Int, wrong: Int, notFound: Int,
      estimate: Interval?
    ) {
      self.direction = direction
      self.rule = rule
      self.tier = tier
      self.drawn = drawn
      self.answered = answered
      self.wrong = wrong
      self.notFound = notFound
      self.estimate = estimate
    }
  }

  public struct Interval: Sendable, Equatable {
    public var share: Double
    public var lower: Double
    public var upper: Double

    public init(share: Double, lower: Double, upper: Double) {
      (self.share, self.lower, self.upper) = (share, lower, upper)
    }
  }

  /// SHA-256 of the draw.
  public var draw: String
  /// Name of the run folder that it was drawn from.
  public var run: String
  /// Day on which it was scored, `YYYY-MM-DD`.
  public var day: String
  /// One for each direction: how much of the roll is wrong.
  public var wholes: [Share]
  /// One for each rule and tier: how many of its findings are wrong.
  public var rules: [Share]

  public init(draw: String, run: String, day: String, wholes: [Share], rules: [Share]) {
    (self.draw, self.run, self.day, self.wholes, self.rules) = (draw, run, day, wholes, rules)
  }
}
