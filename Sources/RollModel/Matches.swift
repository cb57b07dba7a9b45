/// Evidence in bits: log2 of a likelihood ratio, or of odds. Positive speaks for one person.
package struct MatchWeight: Hashable, Sendable, Comparable, BitwiseCopyable {
  package var bits: Double
  @inlinable package init(_ bits: Double) { self.bits = bits }
  @inlinable package static func < (a: MatchWeight, b: MatchWeight) -> Bool { a.bits < b.bits }
  /// The probability whose log2 odds these bits are.
  package var probability: Probability { Probability(1 / (1 + exp2of(-bits))) }

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
package struct Probability: Hashable, Sendable, Comparable, BitwiseCopyable {
  package var value: Double
  @inlinable package init(_ value: Double) { self.value = value }
  @inlinable package static func < (a: Probability, b: Probability) -> Bool { a.value < b.value }
}

/// How sure the program is of a pair; names are fixed, thresholds are settings (matching page, sections 8 and 13.1).
package enum Tier: UInt8, Sendable, CaseIterable, Comparable {
  /// Held back by the twin guard: an own list, never proposed to go.
  case twin = 0
  /// Below reporting as a finding, kept in the pair list.
  case candidate = 1
  case verify = 2
  case strong = 3
  case certain = 4

  /// The word of the output files; candidates have none.
  package var label: String {
    switch self {
    case .twin: "kembar"
    case .candidate: ""
    case .verify: "perlu-verifikasi"
    case .strong: "kuat"
    case .certain: "pasti"
    }
  }

  package init?(label: String) {
    guard let tier = Self.allCases.first(where: { $0.label == label && !label.isEmpty }) else { return nil }
    self = tier
  }

  package static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}

/// Bawaslu's grade of a duplicate (domain page, section 6).
package enum DuplicateGrade: String, Sendable { case one = "K-1", two = "K-2", three = "K-3" }

/// One line of an explanation: what a comparison saw and what it is worth.
package struct EvidenceLine: Sendable {
  /// Name of the comparison in words, e.g. `tanggal lahir`.
  package var comparison: String
  /// What was seen, in words, values masked: e.g. `sama`, `hari dan bulan tertukar`.
  package var level: String
  /// Probability of this level for one person, and by chance for two; nil for prior and corrections.
  package var m: Double?
  package var u: Double?
  package var weight: MatchWeight

  package init(comparison: String, level: String, m: Double?, u: Double?, weight: MatchWeight) {
    self.comparison = comparison
    self.level = level
    self.m = m
    self.u = u
    self.weight = weight
  }
}

/// Two rows that may be one person: within the roll, or from a list (`b`) to the roll (`a`).
package struct Pair: Sendable {
  /// Row of the roll.
  package var a: Int
  /// Row of the roll (duplicates) or of the list.
  package var b: Int
  /// log2 odds of being one person; the sum of `explanation`.
  package var weight: MatchWeight
  package var probability: Probability
  package var tier: Tier
  package var grade: DuplicateGrade?
  /// Number of the group of rows found to be one person, from 1; 0 for none.
  package var cluster: Int
  /// Duplicates: which of `a`, `b` is proposed to go, by the stated rule. Lists: `a`.
  package var subject: Int
  /// Why `subject` and not the other, in words; empty for lists.
  package var subjectReason: String
  package var relation: PairRelation
  /// Other voters expected by chance with this name and birth date.
  package var expectedNamesakes: Double
  /// Prior first; weights add up to `weight` exactly (to rounding of the last bit).
  package var explanation: [EvidenceLine]
  /// What agrees and what does not, one sentence in Indonesian, no identity number unmasked.
  package var words: String

  package init(
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
package enum PairRelation: UInt8, Sendable {
  case samePerson
  /// One NIK, different people: a data-entry error (matching page, C4 and D3).
  case sameNumberOtherName
  /// Held by the twin guard.
  case possibleTwins
}

/// A row of the residents list (or of the special list) and the probability that its person is on the roll.
package struct AbsentPerson: Sendable {
  package var row: Int
  package var probabilityOnRoll: Probability
  package var tier: Tier
  /// Nearest rows of the roll, best first, at most three, with their weights.
  package var nearest: [(row: Int, weight: MatchWeight)]

  package init(row: Int, probabilityOnRoll: Probability, tier: Tier, nearest: [(row: Int, weight: MatchWeight)]) {
    self.row = row
    self.probabilityOnRoll = probabilityOnRoll
    self.tier = tier
    self.nearest = nearest
  }
}

/// Found pairs of one kind of agreement beside the number that chance alone would make.
package struct CoincidenceCount: Sendable {
  package var agreement: String
  package var found: Int
  package var expected: Double

  package init(agreement: String, found: Int, expected: Double) {
    self.agreement = agreement
    self.found = found
    self.expected = expected
  }
}

/// What one blocking pass did.
package struct PassReport: Sendable {
  package var name: String
  package var keys: Int
  package var pairs: Int
  /// Kept pairs that this pass was the first to find.
  package var foundFirst: Int
  /// Share of the expected true pairs, among those that all passes found, that this pass brings.
  package var recall: Double
  package var skippedBlocks: Int
  package var skippedRows: Int

  package init(
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
package struct MatchReport: Sendable {
  package var passes: [PassReport] = []
  /// Expected true pairs among those found, and of those that no pass brought (at least this many).
  package var expectedFound = 0.0
  package var expectedMissed = 0.0
  package var pairsEnumerated = 0
  package var pairsCompared = 0
  package var pairsKept = 0
  /// Expected number of true pairs (duplicates) or share of rows with a voter (lists).
  package var prior = 0.0
  /// The runaway guard fired: m stayed at its defaults.
  package var keptDefaults = false
  package var rounds = 0
  /// Estimated share of false pairs by tier label.
  package var estimatedFalseShare: [(tier: Tier, pairs: Int, share: Double)] = []
  package var coincidences: [CoincidenceCount] = []
  /// The weights were those of a saved model, and fields in which it no longer fits.
  package var isFrozen = false
  package var drift: [FieldDrift] = []
  package var notices: [String] = []

  package init() {}
}

/// Everything that matchers found in a case: what rules read.
package struct MatchResults: Sendable {
  /// Pairs within the roll at or above the reporting floor, by (a, b).
  package var duplicates: [Pair] = []
  package var duplicateReport = MatchReport()
  /// Accepted links by role, one for each linked list row, in order of list row (`b`).
  package var links: [Role: [Pair]] = [:]
  package var linkReports: [Role: MatchReport] = [:]
  /// Residents and special-list rows that the roll does not seem to hold.
  package var absent: [Role: [AbsentPerson]] = [:]
  /// The model that weighed, ready to be saved; nil for a roll without voters.
  package var model: SavedModel?

  package init() {}

  /// What a reader must know of the matching, one sentence each: duplicates first, then lists in order of role.
  package var notices: [String] {
    duplicateReport.notices + Role.allCases.flatMap { linkReports[$0]?.notices ?? [] }
  }
}
