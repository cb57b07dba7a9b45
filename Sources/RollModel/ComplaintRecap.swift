/// What people told the posko, in numbers: a line a cluster.
public struct ComplaintRecap: Sendable, Equatable {
  public struct Line: Sendable, Equatable {
    public var cluster: String
    public var complaints = 0
    /// Those that say enough of a person to look for one: a whole NIK, or a name with its desa or birth date.
    public var comparable = 0
    /// Of these, whose person stands on the roll and is not struck.
    public var onRoll = 0
    /// Of these, whose person a finding is about.
    public var found = 0

    public init(cluster: String) { self.cluster = cluster }
  }

  /// In the order of counting; clusters without a complaint are left out.
  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }

  /// All of them together, under the name of no cluster.
  public var total: Line {
    lines.reduce(into: Line(cluster: "")) { sum, line in
      sum.complaints += line.complaints
      sum.comparable += line.comparable
      sum.onRoll += line.onRoll
      sum.found += line.found
    }
  }
}
