import RollModel

/// Findings counted by rule and tier, rules in rulebook order.
package struct FindingTally: Sendable {
  package struct OfRule: Sendable {
    package let id: String
    package let category: RuleCategory
    package let severity: Severity
    package fileprivate(set) var total = 0
    package fileprivate(set) var heldBack = 0
    /// Findings that propose a row to go, by reason.
    fileprivate(set) var byReason: [TMSCode: Int] = [:]
    /// Notes of data, which stand in a file of their own.
    package fileprivate(set) var notes = 0
    /// Notes of data, wherever they stand.
    package var noteCount: Int { notes + (severity == .data ? total : 0) }
    /// Counts by `Tier.rawValue`.
    private var counts = Array(repeating: 0, count: Tier.allCases.count)

    init(id: String, category: RuleCategory, severity: Severity) {
      self.id = id
      self.category = category
      self.severity = severity
    }

    fileprivate mutating func count(_ tier: Tier, isHeldBack: Bool) {
      total += 1
      counts[Int(tier.rawValue)] += 1
      if isHeldBack { heldBack += 1 }
    }

    package var byTier: [Tier: Int] {
      Dictionary(Tier.allCases.map { ($0, counts[Int($0.rawValue)]) }, uniquingKeysWith: +)
    }
  }

  /// Proposals for one reason, tier perlu-verifikasi and above: what tables of areas count, and beside it what they leave out.
  struct OfReason: Sendable, Equatable {
    /// Those that no safeguard holds back.
    private(set) var freeByTier: [Tier: Int] = [:]
    private(set) var heldBack = 0

    fileprivate mutating func count(_ tier: Tier, _ isHeldBack: Bool) {
      if isHeldBack { heldBack += 1 } else { freeByTier[tier, default: 0] += 1 }
    }
  }

  /// One for each card of the run, findings or not.
  package private(set) var rules: [OfRule] = []
  private(set) var byTier: [Tier: Int] = [:]
  private(set) var heldBack = 0
  /// Notes of data, wherever they stand.
  var noteCount: Int { rules.reduce(0) { $0 + $1.noteCount } }
  /// What proposes rows to go, by the reason that each finding gives: its own, which may be another than its rule's.
  private(set) var reasons: [TMSCode: OfReason] = [:]
  /// Findings of one rule that follow each other, as indices; they cover all findings in order.
  private(set) var runs: [(rule: Int, findings: Range<Int>)] = []

  package init(_ record: RunRecord) {
    rules = record.cards.map { OfRule(id: $0.id, category: $0.category, severity: $0.severity) }
    var places: [String: Int] = [:]
    for (place, rule) in rules.enumerated() { places[rule.id] = place }
    let findings = record.findings
    // Findings stand in order of rule, so the last place is nearly always the next one too.
    var last = (rule: "", place: -1)
    var starts: [(rule: Int, first: Int)] = []
    for index in findings.indices {
      findings.prefetch(index + 32)
      if findings[index].rule != last.rule {
        last = (findings[index].rule, place(of: findings[index], &places))
        starts.append((last.place, index))
      }
      let isHeldBack = !findings[index].heldBack.isEmpty
      rules[last.place].count(findings[index].tier, isHeldBack: isHeldBack)
      guard rules[last.place].severity == .tms, let code = findings[index].tmsCode else { continue }
      rules[last.place].byReason[code, default: 0] += 1
      if findings[index].tier >= .verify { reasons[code, default: OfReason()].count(findings[index].tier, isHeldBack) }
    }
    for note in record.notes {
      if note.rule != last.rule { last = (note.rule, place(of: note, &places)) }
      rules[last.place].notes += 1
    }
    let ends = starts.dropFirst().map(\.first) + [findings.count]
    runs = zip(starts, ends).map { ($0.rule, $0.first..<$1) }
    for rule in rules {
      byTier.merge(rule.byTier, uniquingKeysWith: +)
      heldBack += rule.heldBack
    }
  }

  private mutating func place(of finding: Finding, _ places: inout [String: Int]) -> Int {
    if let place = places[finding.rule] { return place }
    places[finding.rule] = rules.count
    rules.append(OfRule(id: finding.rule, category: finding.category, severity: finding.severity))
    return rules.count - 1
  }
}

extension Tier {
  /// The tiers in the order of every table, surest first.
  static let printed: [Tier] = [.certain, .strong, .verify, .twin, .candidate]

  /// The label, and a word for candidates, which have none in `temuan.csv`.
  var key: String { self == .candidate ? "calon" : label }
}
