import Casework
import RollModel

/// Findings of this run whose person was refused or disputed under an id that is found no more: KPU mended a name or a
/// number, and the finding has another id now. They wait until they are decided again.
struct CarriedDecisions {
  /// What was said before, and of which id.
  struct Origin {
    let id: String
    let standing: DecisionBook.Standing
    let day: String
  }

  /// By id of this run.
  private(set) var origins: [String: Origin] = [:]

  /// - Parameters:
  ///   - findings: of the run, before any decision hides one.
  ///   - line: only what the register says after this line.
  init(_ book: DecisionBook, _ facts: PrintedFacts, on findings: [Finding], after line: Int = 0) {
    let said = book.statements.filter { $0.statement.line > line && !$0.statement.person.marks.isEmpty }
    guard said.contains(where: { book.standing(of: $0.id).isDisputed }) else { return }
    let ids = Set(said.map(\.id))
    let there = Set(findings.lazy.map(\.id).filter(ids.contains))
    var persons: [String: [String: Origin]] = [:]
    for (id, statement) in said where !there.contains(id) {
      let standing = book.standing(of: id)
      let origin = standing.isDisputed ? Origin(id: id, standing: standing, day: statement.day) : nil
      for mark in statement.person.marks { persons[statement.rule, default: [:]][mark] = origin }
    }
    let decided = book.decidedIDs
    for finding in findings {
      guard let own = persons[finding.rule], !decided.contains(finding.id), !own.isEmpty else { continue }
      let marks = facts.facts(of: finding).persons.marks
      if let origin = marks.lazy.compactMap({ own[$0] }).first { origins[finding.id] = origin }
    }
  }
}

extension CarriedDecisions.Origin {
  /// In the column `keputusan`.
  var word: String { "\(CaseHistory.reopenedWord) (dahulu \(id))" }

  /// In the explanation.
  var reopening: String {
    let said =
      switch standing {
      case .rejected: "pernah ditolak"
      case .withdrawn: "pernah ditarik"
      case .conflict: "pernah diputuskan bertentangan"
      default: "pernah perlu cek"
      }
    return "\(said) pada \(day) sebagai \(id), dibuka lagi karena data pemilihnya diperbaiki"
  }
}

extension CaseHistory {
  /// The word of the column `keputusan` for what was closed or disputed and is open again.
  static let reopenedWord = "dibuka lagi"
}
