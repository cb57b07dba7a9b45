/// What people told the posko: counts by cluster, and what became of each complaint.
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

  /// One complaint: whom it may be about.
  public struct Entry: Sendable, Equatable {
    public let cluster: String
    /// It says enough of a person to look for one.
    public let isComparable: Bool
    /// Rows of the roll, not struck, that bear what it says; namesakes of a desa are several.
    public var voters: [Int] = []
    /// Findings about such a person, by id.
    public var findings: [String] = []

    public init(cluster: String, isComparable: Bool) {
      self.cluster = cluster
      self.isComparable = isComparable
    }
  }

  /// In the order of counting; clusters without a complaint are left out.
  public var lines: [Line]
  /// By row of the list of complaints.
  public let entries: [Entry]

  /// - Parameter clusters: all there may be, in the order of counting.
  public init(_ entries: [Entry], clusters: [String]) {
    self.entries = entries
    lines = clusters.compactMap { cluster in
      var line = Line(cluster: cluster)
      for entry in entries where entry.cluster == cluster {
        line.complaints += 1
        line.comparable += entry.isComparable ? 1 : 0
        line.onRoll += entry.voters.isEmpty ? 0 : 1
        line.found += entry.findings.isEmpty ? 0 : 1
      }
      return line.complaints > 0 ? line : nil
    }
  }

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
