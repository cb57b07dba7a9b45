/// One thing that a rule found: a voter, a pair, a person missing from the roll, or an area.
package struct Finding: Sendable {
  /// Stable across re-exports and re-orderings; set when findings are collected.
  package var id = ""
  package var rule: String
  package var category: RuleCategory
  package var tmsCode: TMSCode?
  package var severity: Severity
  package var tier: Tier
  /// Only findings that rest on a match carry these.
  package var weight: MatchWeight?
  package var probability: Probability?
  package var grade: DuplicateGrade?
  package var subject: Subject
  /// The other row of a pair: a row of the roll or of a list.
  package var counterpart: RowReference?
  /// What the finding rests on, e.g. `akta kematian; NIK sama`.
  package var evidence: String
  package var action: String
  package var explanation: String
  /// Lines of bits for a finding that rests on a match; empty otherwise.
  package var lines: [EvidenceLine] = []
  /// Set by a safeguard that holds the proposal back; empty when nothing does.
  package var heldBack = ""
  /// Content hash behind `id`.
  package var factHash: UInt64

  package init(
    card: RuleCard, tier: Tier, subject: Subject, counterpart: RowReference? = nil, weight: MatchWeight? = nil,
    probability: Probability? = nil, grade: DuplicateGrade? = nil, evidence: String, explanation: String,
    lines: [EvidenceLine] = [], factHash: UInt64
  ) {
    rule = card.id
    category = card.category
    tmsCode = card.tmsCode
    severity = card.severity
    self.tier = tier
    self.weight = weight
    self.probability = probability
    self.grade = grade
    self.subject = subject
    self.counterpart = counterpart
    self.evidence = evidence
    action = card.action
    self.explanation = explanation
    self.lines = lines
    self.factHash = factHash
  }

  package enum Subject: Sendable {
    case person(RowReference)
    case area(AreaKey)
  }
}

/// A row of one of a case's rolls.
package struct RowReference: Hashable, Sendable {
  package var role: Role
  package var row: Int

  package init(role: Role, row: Int) {
    self.role = role
    self.row = row
  }
}

extension CaseData {
  /// The roll of a role, if the case has it.
  package func persons(_ role: Role) -> Roll? {
    if case .roll = role { roll } else { lists[role] }
  }

  /// Gives back the memory that asking rows for their texts has taken: after a batch of rows, so that files which are
  /// larger than memory can be asked all over.
  package func releaseTexts() { for role in Role.allCases { persons(role)?.releaseTexts() } }

  /// The person that a reference names.
  package func voter(_ reference: RowReference) -> Voter? { persons(reference.role)?[reference.row] }
}
