import CIntrinsics

/// One thing that a rule found: a voter, a pair, a person missing from the roll, or an area.
///
/// One word long, so that findings by the hundred thousand are made, sorted and handed on cheaply; what it says is
/// copied when it is changed while another holds it too.
@dynamicMemberLookup
public struct Finding: Sendable {
  /// What a finding says.
  public struct Facts: Sendable {
    /// Stable across re-exports and re-orderings; set when findings are collected.
    public var id = ""
    public var rule: String
    public var category: RuleCategory
    public var tmsCode: TMSCode?
    public var severity: Severity
    public var tier: Tier
    /// Only findings that rest on a match carry these.
    public var weight: MatchWeight?
    public var probability: Probability?
    public var grade: DuplicateGrade?
    public var subject: Subject
    /// Number of the desa whose office must act, where that is not the subject's own; else 0.
    public var place = 0
    /// The other row of a pair: a row of the roll or of a list.
    public var counterpart: RowReference?
    /// What the finding rests on, e.g. `akta kematian; NIK sama`.
    public var evidence: String
    public var action: String
    public var explanation: String
    /// Lines of bits for a finding that rests on a match; empty otherwise.
    public var lines: [EvidenceLine] = []
    /// Set by a safeguard that holds the proposal back; empty when nothing does.
    public var heldBack = ""
    /// Content hash behind `id`.
    public var factHash: UInt64
  }

  public enum Subject: Sendable {
    case person(RowReference)
    case area(AreaKey)
  }

  /// Only changed by the one finding that holds it.
  private final class Box: @unchecked Sendable {
    var facts: Facts
    init(_ facts: Facts) { self.facts = facts }
  }

  private var box: Box

  public init(
    card: RuleCard, tier: Tier, subject: Subject, counterpart: RowReference? = nil, weight: MatchWeight? = nil,
    probability: Probability? = nil, grade: DuplicateGrade? = nil, evidence: String, explanation: String,
    lines: [EvidenceLine] = [], factHash: UInt64
  ) {
    box = Box(
      Facts(
        rule: card.id, category: card.category, tmsCode: card.tmsCode, severity: card.severity, tier: tier,
        weight: weight, probability: probability, grade: grade, subject: subject, counterpart: counterpart,
        evidence: evidence, action: card.action, explanation: explanation, lines: lines, factHash: factHash))
  }

  public subscript<Value>(dynamicMember member: WritableKeyPath<Facts, Value>) -> Value {
    @inline(__always) get { box.facts[keyPath: member] }
    @inline(__always) set {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.facts) }
      box.facts[keyPath: member] = newValue
    }
  }
}

extension [Finding] {
  /// Asks for what the finding at `index` says some findings before it is looked at: each stands anywhere in memory.
  ///
  /// Counts no reference, which would wait for that very memory; an index behind the end asks for nothing.
  public func prefetch(_ index: Int) {
    guard index < count else { return }
    let box = withUnsafeBytes {
      $0.load(fromByteOffset: index * MemoryLayout<Finding>.stride, as: UnsafeRawPointer.self)
    }
    for line in 0..<4 { padan_prefetch(box + 64 * line) }
  }
}

/// A row of one of a case's rolls.
public struct RowReference: Hashable, Sendable {
  public var role: Role
  public var row: Int

  public init(role: Role, row: Int) {
    self.role = role
    self.row = row
  }
}

extension CaseData {
  /// The roll of a role, if the case has it.
  public func persons(_ role: Role) -> Roll? {
    if case .roll = role { roll } else { lists[role] }
  }

  /// Gives back the memory that asking rows for their texts has taken: after a batch of rows, so that files which are
  /// larger than memory can be asked all over.
  public func releaseTexts() { for role in Role.allCases { persons(role)?.releaseTexts() } }

  /// The person that a reference names.
  public func voter(_ reference: RowReference) -> Voter? { persons(reference.role)?[reference.row] }
}
