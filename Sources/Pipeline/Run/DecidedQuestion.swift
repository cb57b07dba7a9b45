import RollModel
import Rules

/// What a finding asks of its person. Who answered it once is asked no more by another rule: whoever was found alive lives,
/// whichever list says otherwise.
enum DecidedQuestion: Hashable {
  /// Whether the person is to leave the roll, for this reason of the law. Another reason is another question: who lives may
  /// well have moved.
  case leaves(TMSCode)
  /// Whether the person is to stand on the roll, be it as a new voter, as one who moved in or as one who was struck.
  case enters
  /// What only this rule asks.
  case rule(String)

  init(_ finding: Finding) { self.init(finding.rule, finding.severity, finding.tmsCode) }

  /// Of a decision, which holds the rule alone: a rule of two reasons counts with that of its card.
  init(ofRule rule: String) {
    guard let card = Self.cards[rule] else {
      self = .rule(rule)
      return
    }
    self.init(rule, card.severity, card.tmsCode)
  }

  private init(_ rule: String, _ severity: Severity, _ code: TMSCode?) {
    switch (severity, code) {
    case (.tms, let code?): self = .leaves(code)
    case (.missing, _): self = .enters
    default: self = .rule(rule)
    }
  }

  private static let cards = Dictionary(uniqueKeysWithValues: Rulebook.rules.map { ($0.card.id, $0.card) })
}
