/// How many findings a rule that counts over a threshold would give at others near it.
public struct NeighbouringThresholds: Sendable, Equatable {
  public struct Count: Sendable, Equatable {
    /// As `padan.yaml` writes it.
    public var value: String
    public var findings: Int
    /// The value in force.
    public var isOwn: Bool

    public init(value: String, findings: Int, isOwn: Bool) {
      (self.value, self.findings, self.isOwn) = (value, findings, isOwn)
    }
  }

  public var rule: String
  /// What the threshold is called in `padan.yaml`.
  public var name: String
  /// In order of value.
  public var counts: [Count]

  public init(rule: String, name: String, counts: [Count]) {
    (self.rule, self.name, self.counts) = (rule, name, counts)
  }
}
