import Casework
import RollModel

/// Findings of this run whose person was refused or disputed on another one: under an id that is found no more, as KPU
/// mended a name or a number, or under another rule that asks the same. They wait until they are decided again.
struct CarriedDecisions {
  /// What was said before, of which id, and by whom.
  struct Origin {
    let id: String
    let rule: String
    let standing: DecisionBook.Standing
    let day: String
    let officers: [String]
    /// Whether another rule's finding was decided.
    var isOfOtherRule = false
  }

  /// By id of this run.
  private(set) var origins: [String: Origin] = [:]
  /// Disputed findings of registers that held no marks of persons yet, which nothing in this run can be joined to.
  private(set) var unmarked = 0

  /// - Parameters:
  ///   - findings: of the run, before any decision hides one.
  ///   - line: only what the register says after this line.
  init(_ book: DecisionBook, _ facts: PrintedFacts, on findings: [Finding], after line: Int = 0) {
    let said = book.statements.filter { $0.statement.line > line }
    guard said.contains(where: { book.standing(of: $0.id).isDisputed }) else { return }
    let ids = Set(said.map(\.id))
    let there = Dictionary(findings.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
    var questions: [DecidedQuestion: SaidOfPersons] = [:]
    var rows: [String: String] = [:]
    for (id, statement) in said {
      let standing = book.standing(of: id)
      let own = there[id]
      let origin = Origin(
        id: id, rule: statement.rule, standing: standing, day: statement.day, officers: book.officers(of: id))
      let entry = SaidOfPersons.Entry(
        rule: statement.rule, isThere: own.map { Self.isAsItWas($0, standing, facts) } ?? false,
        origin: standing.isDisputed ? origin : nil, traits: statement.traits)
      var printed: [String] = []
      if statement.traits.isEmpty {
        printed = statement.person.marks
        if printed.isEmpty {
          // Before the register held marks: by the person who stands there now, or by the row as it was.
          if let own { printed = facts.facts(of: own).persons.marks }
          if own == nil, standing.isDisputed { rows[id] = statement.row }
          printed.append(statement.row)
        }
      }
      questions[DecidedQuestion(ofRule: statement.rule), default: SaidOfPersons()].add(entry, printed: printed)
    }
    let decided = book.decidedIDs
    var foundRows: Set<String> = []
    for finding in findings {
      guard case .person = finding.subject else { continue }
      // A decision knows its rule alone: where a rule has two reasons, it stands with that of its card.
      let (question, ofCard) = (DecidedQuestion(finding), DecidedQuestion(ofRule: finding.rule))
      let asked = questions[question]
      let ofRule = question == ofCard ? nil : questions[ofCard]
      guard asked != nil || ofRule != nil else { continue }
      let now = facts.facts(of: finding)
      if !rows.isEmpty { foundRows.insert(now.row) }
      guard !decided.contains(finding.id) else { continue }
      let isPair = finding.tmsCode == .duplicate
      let isGone = { facts.isGone($0, from: finding) }
      let last =
        asked?.last(on: now, of: finding.rule, isPair: isPair, isGone: isGone)
        ?? ofRule?.last(on: now, of: finding.rule, isPair: isPair, ofThisRule: true, isGone: isGone)
      guard var origin = last?.origin else { continue }
      origin.isOfOtherRule = origin.rule != finding.rule
      origins[finding.id] = origin
    }
    unmarked = rows.values.count { !foundRows.contains($0) }
  }

  /// Whether a finding rests on what it did when it was decided. If it does not, part of it may stand under another id.
  private static func isAsItWas(
    _ finding: Finding, _ standing: DecisionBook.Standing, _ facts: PrintedFacts
  ) -> Bool {
    standing.changes(to: facts.facts(of: finding))?.isEmpty ?? true
  }
}

extension CarriedDecisions.Origin {
  /// In the column `keputusan`.
  var word: String {
    isOfOtherRule ? "\(CaseHistory.otherRuleWord): \(id))" : "\(CaseHistory.reopenedWord) (dahulu \(id))"
  }

  /// In the explanation.
  var reopening: String {
    let said =
      switch standing {
      case .rejected: "pernah ditolak"
      case .withdrawn: "pernah ditarik"
      case .conflict: "pernah diputuskan bertentangan"
      default: "pernah perlu cek"
      }
    let by = officers.isEmpty ? "" : " oleh \(officers.joined(separator: " dan "))"
    let told = "\(said) pada \(day)\(by) sebagai \(id)"
    return isOfOtherRule
      ? "\(told) menurut aturan \(rule) yang menanyakan hal yang sama; ditahan sampai diputuskan lagi"
      : "\(told), dibuka lagi karena data pemilihnya diperbaiki"
  }
}

extension CaseHistory {
  /// The word of the column `keputusan` for what was closed or disputed and is open again.
  static let reopenedWord = "dibuka lagi"
  /// The start of that word where another rule's finding was decided.
  static let otherRuleWord = reopenedWord + " (aturan lain"
}
