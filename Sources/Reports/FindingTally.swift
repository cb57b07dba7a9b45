import RollModel

/// Findings counted by rule and tier, rules in rulebook order.
struct FindingTally: Sendable {
  struct OfRule: Sendable {
    let id: String
    let category: RuleCategory
    let severity: Severity
    var total = 0
    var heldBack = 0
    var byTier: [Tier: Int] = [:]
  }

  /// One for each card of the run, findings or not.
  private(set) var rules: [OfRule] = []
  private(set) var byTier: [Tier: Int] = [:]
  private(set) var heldBack = 0

  init(_ record: RunRecord) {
    rules = record.cards.map { OfRule(id: $0.id, category: $0.category, severity: $0.severity) }
    var places: [String: Int] = [:]
    for (place, rule) in rules.enumerated() { places[rule.id] = place }
    for finding in record.findings {
      let place = places[finding.rule] ?? rules.count
      if place == rules.count {
        places[finding.rule] = place
        rules.append(OfRule(id: finding.rule, category: finding.category, severity: finding.severity))
      }
      rules[place].total += 1
      rules[place].byTier[finding.tier, default: 0] += 1
      byTier[finding.tier, default: 0] += 1
      guard !finding.heldBack.isEmpty else { continue }
      rules[place].heldBack += 1
      heldBack += 1
    }
  }
}

extension Tier {
  /// The tiers in the order of every table, surest first.
  static let printed: [Tier] = [.certain, .strong, .verify, .twin, .candidate]

  /// The label, and a word for candidates, which have none in `temuan.csv`.
  var key: String { self == .candidate ? "calon" : label }
}
