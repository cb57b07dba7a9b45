import CIntrinsics

/// One thing that a rule found: a voter, a pair, a person missing from the roll, or an area.
///
/// One word long, so that findings by the hundred thousand are made, sorted and handed on cheaply; what it says is
/// copied when it is changed while another holds it too.
@dynamicMemberLookup
public struct Finding: Sendable {
  /// What a finding says.
  ///
  /// Two thirds of all findings are notes of data, which say nothing of a match: what only some findings have stands
  /// apart, so that a note takes half the memory.
  public struct Facts: Sendable {
    /// Stable across re-exports and re-orderings; set when findings are collected.
    public var id = ""
    public var rule: String
    /// What the finding rests on, e.g. `akta kematian; NIK sama`.
    public var evidence: String
    public var action: String
    public var explanation: String
    /// Content hash behind `id`.
    public var factHash: UInt64
    public var subject: Subject
    public var category: RuleCategory
    public var tmsCode: TMSCode?
    public var severity: Severity
    public var tier: Tier
    /// The field that the finding speaks of, where another than its rule's.
    public var field: Field?
    private var more: More?

    fileprivate init(
      card: RuleCard, tier: Tier, subject: Subject, evidence: String, explanation: String, factHash: UInt64, more: More?
    ) {
      (rule, action, category) = (card.id, card.action, card.category)
      (tmsCode, severity) = (card.tmsCode, card.severity)
      (self.tier, self.subject, self.factHash) = (tier, subject, factHash)
      (self.evidence, self.explanation, self.more) = (evidence, explanation, more)
    }

    /// Only findings that rest on a match carry this.
    public var weight: MatchWeight? {
      get { more?.weight }
      set { add { $0.weight = newValue } }
    }
    /// Only findings that rest on a match carry this.
    public var probability: Probability? {
      get { more?.probability }
      set { add { $0.probability = newValue } }
    }
    public var grade: DuplicateGrade? {
      get { more?.grade }
      set { add { $0.grade = newValue } }
    }
    /// The other row of a pair: a row of the roll or of a list.
    public var counterpart: RowReference? {
      get { more?.counterpart }
      set { add { $0.counterpart = newValue } }
    }
    /// Number of the desa whose office must act, where that is not the subject's own; else 0.
    public var place: Int {
      get { more?.place ?? 0 }
      set { add { $0.place = newValue } }
    }
    /// Lines of bits for a finding that rests on a match; empty otherwise.
    public var lines: [EvidenceLine] {
      get { more?.lines ?? [] }
      set { add { $0.lines = newValue } }
    }
    /// Set by a safeguard that holds the proposal back; empty when nothing does.
    public var heldBack: String {
      get { more?.heldBack ?? "" }
      set { add { $0.heldBack = newValue } }
    }

    /// Changes what stands apart, in a copy where another holds it too.
    private mutating func add(_ change: (More) -> Void) {
      if more == nil || !isKnownUniquelyReferenced(&more) { more = More(more) }
      if let more { change(more) }
    }
  }

  /// What only findings on a pair, a place or with a safeguard have.
  fileprivate final class More: @unchecked Sendable {
    var weight: MatchWeight?
    var probability: Probability?
    var grade: DuplicateGrade?
    var counterpart: RowReference?
    var place = 0
    var lines: [EvidenceLine] = []
    var heldBack = ""

    init(_ other: More? = nil) {
      guard let other else { return }
      (weight, probability, grade) = (other.weight, other.probability, other.grade)
      (counterpart, place, lines, heldBack) = (other.counterpart, other.place, other.lines, other.heldBack)
    }
  }

  public enum Subject: Sendable {
    case person(RowReference)
    indirect case area(AreaKey)
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
    var more: More?
    if counterpart != nil || weight != nil || probability != nil || grade != nil || !lines.isEmpty {
      let pair = More()
      (pair.weight, pair.probability, pair.grade) = (weight, probability, grade)
      (pair.counterpart, pair.lines) = (counterpart, lines)
      more = pair
    }
    box = Box(
      Facts(
        card: card, tier: tier, subject: subject, evidence: evidence, explanation: explanation, factHash: factHash,
        more: more))
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
    for line in 0..<3 { padan_prefetch(box + 64 * line) }
  }
}

/// A row of one of a case's rolls.
public struct RowReference: Hashable, Sendable {
  public var row: Int
  public var role: Role

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

extension Finding {
  /// Why either row of a double may be the one that stays: nothing on the roll tells them apart.
  public static let equalRows = "kedua baris setara, dipilih di lapangan"

  /// Whether the finding stands on one of two rows that nothing tells apart.
  public var isOfEqualRows: Bool { self.explanation.contains(Finding.equalRows) }

  /// What tables say behind the explanation of a finding that is held back.
  public static func held(_ reason: String) -> String { "; ditahan: \(reason)" }
}
