import RollModel

/// A check that makes findings: a card that says what it means, settings, and a scope that says what it looks at.
///
/// A rule is a value made anew for each examination. It conforms to one of the scopes below, never to `Rule` alone, and
/// becomes part of the program by one line in `Rulebook`.
package protocol Rule: Sendable {
  static var card: RuleCard { get }
  /// What `aturan:` may set for this rule, with defaults.
  static var settings: [any AnySetting] { get }
  /// Digits of number columns without which the rule makes no claim: for the list of what was not checked.
  static var needs: [NumberNeed] { get }
  /// Fields of which a list must tell something for the rule to have anything to work on: for the same list.
  static var fields: [FieldNeed] { get }
  /// Whether the rule works by the days of coklit in `padan.yaml`.
  static var needsVisitPeriod: Bool { get }
  /// The threshold that the rule counts over, if it does.
  static var threshold: Threshold? { get }
  /// Lists without any of which the rule makes no claim, for the same list.
  static var lists: [Role] { get }
  /// Whether the rule says who is not on the roll, or how its counts changed, and so leaves out areas of which the roll has no
  /// row (`MissingAreas`).
  static var leavesOutMissingAreas: Bool { get }
  /// Lists on none of whose rows the person of a finding is found; what stands on a row that could not be read holds the
  /// finding back.
  static var absentFrom: [Role] { get }
  /// Whether coklit in totals serves the rule where there are no visits by name.
  static var takesVisitTotals: Bool { get }
  /// Why the rule, which has all its lists, claims nothing on such a case at all; nil where it does.
  static func withheld(in data: CaseData) -> UncheckedRule?
  /// Which work the examination gives to the rule.
  var scope: RuleScope { get }

  init(settings: RuleValues)
}

extension Rule {
  package static var settings: [any AnySetting] { [] }
  package static var needs: [NumberNeed] { [] }
  package static var fields: [FieldNeed] { [] }
  package static var needsVisitPeriod: Bool { false }
  package static var lists: [Role] { [] }
  package static var absentFrom: [Role] { [] }
  package static var threshold: Threshold? { nil }
  package static var takesVisitTotals: Bool { false }
  package static var leavesOutMissingAreas: Bool { false }
  package static func withheld(in data: CaseData) -> UncheckedRule? { nil }
  /// Those that every rule has, and its own.
  package static var allSettings: [any AnySetting] { [RuleSettings.active] + settings }
}

/// How the examination runs a rule.
package enum RuleScope: Sendable {
  /// Over pieces of the roll, in parallel.
  case rows(any VoterRule)
  /// Once, over what the context holds.
  case whole(any WholeRule)
}

/// Looks at one row of the roll at a time.
package protocol VoterRule: Rule {
  /// Called for every row: returns early, allocates nothing unless it finds something.
  func check(_ voter: Voter, in context: RuleContext) -> Finding?
  /// `check` over a range of rows; a requirement so that each rule gets a loop of its own with `check` inlined.
  func scan(_ rows: Range<Int>, in context: RuleContext) -> [Finding]
}

extension VoterRule {
  package var scope: RuleScope { .rows(self) }

  package func scan(_ rows: Range<Int>, in context: RuleContext) -> [Finding] {
    var found: [Finding] = []
    let first = context.data.roll[0]
    for row in rows {
      if let finding = check(first.moved(to: row), in: context) { found.append(finding) }
    }
    return found
  }
}

/// Looks at the case once: every scope but that of one voter comes down to this.
package protocol WholeRule: Rule {
  func findings(in context: RuleContext) -> [Finding]
}

extension WholeRule {
  package var scope: RuleScope { .whole(self) }
}

/// Looks at the whole roll, its households or the lists of areas.
package protocol RollRule: WholeRule {}

/// Looks at one area at a time, of the levels that it names.
package protocol AreaRule: WholeRule {
  static var levels: [AreaLevel] { get }
  func check(_ area: AreaFacts, in context: RuleContext) -> Finding?
}

extension AreaRule {
  package func findings(in context: RuleContext) -> [Finding] {
    Self.levels.flatMap { level in context.ledger.areas(level).compactMap { check($0, in: context) } }
  }
}

/// Looks at pairs within the roll, of one relation: the best pair of each row that stands as subject.
package protocol PairRule: WholeRule {
  static var relation: PairRelation { get }
  func check(_ pair: PairView, in context: RuleContext) -> Finding?
}

extension PairRule {
  package func findings(in context: RuleContext) -> [Finding] {
    context.bestPairs(of: Self.relation).checked {
      $0.subject.prefetch()
      $0.other.prefetch()
    } by: {
      check($0, in: context)
    }
  }
}

/// Looks at rows of the roll that a list names: one link a row of the roll, the best.
package protocol ListRule: WholeRule {
  static var role: Role { get }
  func check(_ link: ListLink, in context: RuleContext) -> Finding?
}

extension ListRule {
  package static var lists: [Role] { [role] }

  package func findings(in context: RuleContext) -> [Finding] {
    context.bestLinks(of: Self.role).checked {
      $0.voter.prefetch()
      $0.entry.prefetch()
    } by: {
      check($0, in: context)
    }
  }
}
