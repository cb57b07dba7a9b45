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

  /// One statement on a person.
  private struct Said {
    let rule: String
    /// Whether its own finding is in the run.
    let isThere: Bool
    /// Nil where nothing stands against the person.
    let origin: Origin?
  }

  /// - Parameters:
  ///   - findings: of the run, before any decision hides one.
  ///   - line: only what the register says after this line.
  init(_ book: DecisionBook, _ facts: PrintedFacts, on findings: [Finding], after line: Int = 0) {
    let said = book.statements.filter { $0.statement.line > line }
    guard said.contains(where: { book.standing(of: $0.id).isDisputed }) else { return }
    let ids = Set(said.map(\.id))
    let there = Dictionary(findings.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
    var persons: [DecidedQuestion: [String: [Said]]] = [:]
    var rows: [String: String] = [:]
    for (id, statement) in said {
      let standing = book.standing(of: id)
      let own = there[id]
      let origin = Origin(
        id: id, rule: statement.rule, standing: standing, day: statement.day, officers: book.officers(of: id))
      let entry = Said(rule: statement.rule, isThere: own != nil, origin: standing.isDisputed ? origin : nil)
      var marks = statement.person.marks
      if marks.isEmpty {
        // Before the register held marks: by the person who stands there now, or by the row as it was.
        if let own { marks = facts.facts(of: own).persons.marks }
        if own == nil, standing.isDisputed { rows[id] = statement.row }
        marks.append(statement.row)
      }
      for mark in marks {
        persons[DecidedQuestion(ofRule: statement.rule), default: [:]][mark, default: []].append(entry)
      }
    }
    let decided = book.decidedIDs
    var foundRows: Set<String> = []
    for finding in findings {
      guard case .person = finding.subject, let own = persons[DecidedQuestion(finding)] else { continue }
      let facts = facts.facts(of: finding)
      if !rows.isEmpty { foundRows.insert(facts.row) }
      guard !decided.contains(finding.id) else { continue }
      for mark in facts.persons.marks + [facts.row] {
        // Two findings of one rule were told side by side, and decided so.
        guard let last = own[mark]?.last(where: { !($0.isThere && $0.rule == finding.rule) }), var origin = last.origin
        else { continue }
        origin.isOfOtherRule = origin.rule != finding.rule
        origins[finding.id] = origin
        break
      }
    }
    unmarked = rows.values.count { !foundRows.contains($0) }
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
