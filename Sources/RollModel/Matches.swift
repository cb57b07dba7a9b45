/// Evidence in bits: log2 of a likelihood ratio, or of odds. Positive speaks for one person.
public struct MatchWeight: Hashable, Sendable, Comparable, BitwiseCopyable {
  public var bits: Double
  @inlinable public init(_ bits: Double) { self.bits = bits }
  @inlinable public static func < (a: MatchWeight, b: MatchWeight) -> Bool { a.bits < b.bits }
  /// The probability whose log2 odds these bits are.
  public var probability: Probability { Probability(1 / (1 + exp2of(-bits))) }

  private func exp2of(_ x: Double) -> Double {
    var result = 1.0
    var base = x < 0 ? 0.5 : 2.0
    var whole = Int(min(1000, abs(x.rounded(.towardZero))))
    while whole > 0 {
      if whole & 1 == 1 { result *= base }
      base *= base
      whole >>= 1
    }
    // The fraction by the series of e^y, |y| < ln 2: twelve terms are exact to a double's last bits.
    let y = (x - x.rounded(.towardZero)) * 0.693147180559945309
    var term = 1.0
    var sum = 1.0
    for k in 1...16 {
      term *= y / Double(k)
      sum += term
    }
    return result * sum
  }
}

/// A probability, 0...1.
public struct Probability: Hashable, Sendable, Comparable, BitwiseCopyable {
  public var value: Double
  @inlinable public init(_ value: Double) { self.value = value }
  @inlinable public static func < (a: Probability, b: Probability) -> Bool { a.value < b.value }
}

/// How sure the program is of a pair; names are fixed, thresholds are settings (matching page, sections 8 and 13.1).
public enum Tier: UInt8, Sendable, CaseIterable, Comparable {
  /// Held back by the twin guard: an own list, never proposed to go.
  case twin = 0
  /// Below reporting as a finding, kept in the pair list.
  case candidate = 1
  case verify = 2
  case strong = 3
  case certain = 4

  /// The word of the output files; candidates have none.
  public var label: String {
    switch self {
    case .twin: "kembar"
    case .candidate: ""
    case .verify: "perlu-verifikasi"
    case .strong: "kuat"
    case .certain: "pasti"
    }
  }

  public init?(label: String) {
    guard let tier = Self.allCases.first(where: { $0.label == label && !label.isEmpty }) else { return nil }
    self = tier
  }

  public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}

/// Bawaslu's grade of a duplicate (domain page, section 6).
public enum DuplicateGrade: String, Sendable { case one = "K-1", two = "K-2", three = "K-3" }

/// One line of an explanation: what a comparison saw and what it is worth.
public struct EvidenceLine: Sendable {
  /// Name of the comparison in words, e.g. `tanggal lahir`.
  public var comparison: String
  /// What was seen, in words, values masked: e.g. `sama`, `hari dan bulan tertukar`.
  public var level: String
  /// Probability of this level for one person, and by chance for two; nil for prior and corrections.
  public var m: Double?
  public var u: Double?
  public var weight: MatchWeight

  public init(comparison: String, level: String, m: Double?, u: Double?, weight: MatchWeight) {
    self.comparison = comparison
    self.level = level
    self.m = m
    self.u = u
    self.weight = weight
  }
}

/// Two rows that may be one person: within the roll, or from a list (`b`) to the roll (`a`).
public struct Pair: Sendable {
  /// Row of the roll.
  public var a: Int
  /// Row of the roll (duplicates) or of the list.
  public var b: Int
  /// log2 odds of being one person; the sum of `explanation`.
  public var weight: MatchWeight
  public var probability: Probability
  public var tier: Tier
  public var grade: DuplicateGrade?
  /// Number of the group of rows found to be one person, from 1; 0 for none.
  public var cluster: Int
  /// Duplicates: which of `a`, `b` is proposed to go, by the stated rule. Lists: `a`.
  public var subject: Int
  /// Why `subject` and not the other, in words; empty for lists.
  public var subjectReason: String
  public var relation: PairRelation
  /// Other voters expected by chance with this name and birth date.
  public var expectedNamesakes: Double
  /// Lists: the row of the best other voter who has the list row's name and birth date; nil where there is none, or where
  /// the number tells them apart.
  public var rival: Int?
  /// That voter fits as well, so that the file's order alone chose between them; else less.
  public var rivalIsEqual = false
  /// Prior first; weights add up to `weight` exactly (to rounding of the last bit).
  public var explanation: [EvidenceLine]
  /// What agrees and what does not, one sentence in Indonesian, no identity number unmasked.
  public var words: String

  public init(
    a: Int, b: Int, weight: MatchWeight, probability: Probability, tier: Tier, grade: DuplicateGrade? = nil,
    cluster: Int = 0, subject: Int, subjectReason: String = "", relation: PairRelation = .samePerson,
    expectedNamesakes: Double = 0, explanation: [EvidenceLine] = [], words: String = ""
  ) {
    self.a = a
    self.b = b
    self.weight = weight
    self.probability = probability
    self.tier = tier
    self.grade = grade
    self.cluster = cluster
    self.subject = subject
    self.subjectReason = subjectReason
    self.relation = relation
    self.expectedNamesakes = expectedNamesakes
    self.explanation = explanation
    self.words = words
  }
}

/// What a pair is taken to be.
public enum PairRelation: UInt8, Sendable {
  case samePerson
  /// One NIK, different people: a data-entry error (matching page, C4 and D3).
  case sameNumberOtherName
  /// Held by the twin guard.
  case possibleTwins
}

/// A row of the residents list (or of the special list) and the probability that its person is on the roll.
public struct AbsentPerson: Sendable {
  public var row: Int
  public var probabilityOnRoll: Probability
  public var tier: Tier
  /// Nearest rows of the roll, best first, at most three, with their weights.
  public var nearest: [(row: Int, weight: MatchWeight)]
  /// Row of the roll that may be the person himself under the number of somebody else, such as his twin.
  public var perhaps: Int?
  /// Row of another list that may be the person himself, with errors in number, name or date.
  public var elsewhere: ListedElsewhere?

  public init(row: Int, probabilityOnRoll: Probability, tier: Tier, nearest: [(row: Int, weight: MatchWeight)]) {
    self.row = row
    self.probabilityOnRoll = probabilityOnRoll
    self.tier = tier
    self.nearest = nearest
  }

  /// The row of a list that is surely the person, errors and all.
  public func sureRow(on role: Role) -> Int? { elsewhere.flatMap { $0.isSure && $0.role == role ? $0.row : nil } }
}

/// A row of another list that may mean an absent person.
public struct ListedElsewhere: Sendable {
  public var role: Role
  public var row: Int
  public var probability: Probability
  /// The number is the person's but for an error of writing, and the name and the date are near.
  public var isSure: Bool

  public init(role: Role, row: Int, probability: Probability, isSure: Bool) {
    self.role = role
    self.row = row
    self.probability = probability
    self.isSure = isSure
  }
}

/// Found pairs of one kind of agreement beside the number that chance alone would make.
public struct CoincidenceCount: Sendable {
  public var agreement: String
  public var found: Int
  public var expected: Double

  public init(agreement: String, found: Int, expected: Double) {
    self.agreement = agreement
    self.found = found
    self.expected = expected
  }
}

/// What one blocking pass did.
public struct PassReport: Sendable {
  public var name: String
  public var keys: Int
  public var pairs: Int
  /// Kept pairs that this pass was the first to find.
  public var foundFirst: Int
  /// Share of the expected true pairs, among those that all passes found, that this pass brings.
  public var recall: Double
  public var skippedBlocks: Int
  public var skippedRows: Int

  public init(
    name: String, keys: Int, pairs: Int, foundFirst: Int = 0, recall: Double = 0, skippedBlocks: Int, skippedRows: Int
  ) {
    self.name = name
    self.keys = keys
    self.pairs = pairs
    self.foundFirst = foundFirst
    self.recall = recall
    self.skippedBlocks = skippedBlocks
    self.skippedRows = skippedRows
  }
}

/// How one matching (duplicates, or a list) was trained and what it expects of itself.
public struct MatchReport: Sendable {
  public var passes: [PassReport] = []
  /// Expected true pairs among those found, and of those that no pass brought (at least this many).
  public var expectedFound = 0.0
  public var expectedMissed = 0.0
  public var pairsEnumerated = 0
  public var pairsCompared = 0
  public var pairsKept = 0
  /// Expected number of true pairs (duplicates) or share of rows with a voter (lists).
  public var prior = 0.0
  /// The runaway guard fired: m stayed at its defaults.
  public var keptDefaults = false
  public var rounds = 0
  /// Estimated share of false pairs by tier label.
  public var estimatedFalseShare: [(tier: Tier, pairs: Int, share: Double)] = []
  public var coincidences: [CoincidenceCount] = []
  /// The weights were those of a saved model, and fields in which it no longer fits.
  public var isFrozen = false
  public var drift: [FieldDrift] = []
  public var notices: [String] = []

  public init() {}
}

/// Everything that matchers found in a case: what rules read.
public struct MatchResults: Sendable {
  /// Pairs within the roll at or above the reporting floor, by (a, b).
  public var duplicates: [Pair] = []
  public var duplicateReport = MatchReport()
  /// Accepted links by role, one for each linked list row, in order of list row (`b`).
  public var links: [Role: [Pair]] = [:]
  public var linkReports: [Role: MatchReport] = [:]
  /// Residents and special-list rows that the roll does not seem to hold.
  public var absent: [Role: [AbsentPerson]] = [:]
  /// The model that weighed, ready to be saved; nil for a roll without voters.
  public var model: SavedModel?

  public init() {}

  /// What a reader must know of the matching, one sentence each: duplicates first, then lists in order of role.
  public var notices: [String] {
    duplicateReport.notices + Role.allCases.flatMap { linkReports[$0]?.notices ?? [] }
  }
}
