/// What a case's register says to a run: decisions in force, letters sent, and what became of them on this roll.
public struct CaseHistory: Sendable {
  /// Columns `keputusan` and `surat` of one finding.
  public struct Note: Sendable, Equatable {
    public var decision: String
    public var letter: String

    public init(decision: String = "", letter: String = "") { (self.decision, self.letter) = (decision, letter) }
  }

  /// By id of the finding; findings of which nothing is known have none.
  public var notes: [String: Note] = [:]
  /// Findings that a decision or a withdrawal keeps out of this run.
  public var closed = 0
  /// Voters gone without a code whom letters had asked to be taken out, so that they are not asked back.
  public var goneAsAsked = 0
  /// Voters struck before who stand on the roll again as letters had asked, so that nobody asks for the reason.
  public var backAsAsked = 0
  /// Suggestions of letters that were rejected or taken back since, and that no letter of withdrawal tells KPU of yet.
  public var awaitingWithdrawal = 0
  /// Findings that were closed and are back because their facts changed.
  public var reopened = 0
  /// Findings whose person was refused or disputed under another rule that asks the same.
  public var otherRule = 0
  /// Findings on which officers contradict each other.
  public var conflicts = 0
  /// One line a letter, class and kecamatan, in the order of the letters.
  public var followUp: [FollowUpLine] = []
  /// Rows that letters asked about, each once however many letters named it, as the last of them stands.
  public var totals = FollowUpTotals()
  /// One line a finding of each letter.
  public var details: [FollowUpDetail] = []
  public var shares: [RejectedShare] = []
  /// Samples that were scored, in the order of the first score of each.
  public var samples: [ScoredSample] = []

  public init() {}
}

/// What became of a finding that a letter told of.
public enum FollowUpState: String, Sendable, CaseIterable {
  case done = "ditindaklanjuti"
  case open = "belum"
  /// Done in an earlier run, and there again.
  case again = "muncul lagi"
  /// What would show it is missing now.
  case unknown = "tidak dapat dinilai"
}

/// One finding of one letter on this roll.
public struct FollowUpDetail: Sendable, Equatable {
  /// Place of the letter's line in the register.
  public var letterPlace: Int
  public var letter: String
  public var id: String
  public var label: String
  public var kecamatan: String
  /// Nil where the office took it back.
  public var state: FollowUpState?
  /// Why it cannot be judged; empty otherwise.
  public var reason: String

  public init(
    letterPlace: Int, letter: String, id: String, label: String, kecamatan: String, state: FollowUpState?,
    reason: String = ""
  ) {
    self.letterPlace = letterPlace
    self.letter = letter
    self.id = id
    self.label = label
    self.kecamatan = kecamatan
    self.state = state
    self.reason = reason
  }
}

/// What became of rows that letters asked about.
public struct FollowUpTotals: Sendable, Equatable {
  public var counts: [FollowUpState: Int] = [:]
  /// Taken back by the office after the letter, and counted nowhere else.
  public var withdrawn = 0

  public init() {}

  public var sent: Int { counts.values.reduce(0, +) + withdrawn }
}

/// A row of `tindak-lanjut.csv`.
public struct FollowUpLine: Sendable, Equatable {
  /// Place of the letter's line in the register; 0 where it is not known.
  public var letterPlace = 0
  public var letter: String
  /// Day of the letter, `YYYY-MM-DD`.
  public var day: String
  public var label: String
  public var kecamatan: String
  public var counts: [FollowUpState: Int] = [:]
  /// KPU's words on those that are not done, and how often they came.
  public var answerCounts: [String: Int] = [:]
  /// Why some cannot be judged.
  public var reasons: [String] = []
  /// Taken back by the office after the letter, and in none of the counts.
  public var withdrawn = 0
  /// Days from the letter to the run, 0 where it is dated later; nil where the letter's day is not known.
  public var days: Int?

  public init(letter: String, day: String, label: String, kecamatan: String) {
    (self.letter, self.day, self.label, self.kecamatan) = (letter, day, label, kecamatan)
  }

  /// All that the letter suggested, what was taken back since with it.
  public var sent: Int { counts.values.reduce(0, +) + withdrawn }

  /// KPU's words, the commonest first: `belum ada akta (14); sudah dihapus (2)`.
  public var answers: String {
    answerCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value))" }
      .joined(separator: "; ")
  }

  fileprivate mutating func add(_ other: FollowUpLine) {
    counts.merge(other.counts, uniquingKeysWith: +)
    answerCounts.merge(other.answerCounts, uniquingKeysWith: +)
    reasons = Set(reasons + other.reasons).sorted()
    withdrawn += other.withdrawn
  }
}

extension [FollowUpLine] {
  /// One line a letter and class, in their order; KPU's words are added up with their counts.
  public var summedOverKecamatan: [FollowUpLine] {
    var sums: [FollowUpLine] = []
    for line in self {
      if let last = sums.last, last.letterPlace == line.letterPlace,
        (last.letter, last.day, last.label) == (line.letter, line.day, line.label)
      {
        sums[sums.count - 1].add(line)
      } else {
        var first = line
        first.kecamatan = ""
        sums.append(first)
      }
    }
    return sums
  }
}

/// How often decided findings of a rule and tier were rejected.
public struct RejectedShare: Sendable, Equatable {
  public var rule: String
  public var tier: Tier
  public private(set) var rejected = 0
  public private(set) var decided = 0
  /// The share that the matching itself expects to be wrong, where the rule rests on a match.
  public var estimate: Double?

  public init(rule: String, tier: Tier) { (self.rule, self.tier) = (rule, tier) }

  public mutating func count(isRejected: Bool) {
    decided += 1
    if isRejected { rejected += 1 }
  }

  public var share: Double { Double(rejected) / Double(max(decided, 1)) }
  /// Where the true share lies, at 95 %.
  public var interval: WilsonInterval { WilsonInterval(rejected, of: decided) }
}
