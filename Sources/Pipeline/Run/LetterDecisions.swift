import Casework
import Reports
import RollModel

/// What letters need of the register: findings that are sah, whatever their tier, and those that stay out.
package struct LetterDecisions: Sendable {
  /// Sah, so that they enter letters from `perlu-verifikasi` too, and though a safeguard held them back.
  package private(set) var confirmed: Set<String> = []
  /// Rejected or withdrawn on the facts that they still have.
  package private(set) var closed: Set<String> = []
  /// Neither decided nor free to go: what waits for another decision, and why.
  package private(set) var held: [String: LetterHold] = [:]

  /// - Parameters:
  ///   - column: what the run's `keputusan` says, by id.
  ///   - seen: lines of the register that the run saw.
  init(_ register: Register, needsTwo: Bool, _ record: RunRecord, column: [String: String], seen: Int) {
    let book = DecisionBook(register, needsTwo: needsTwo)
    let decided = book.decidedIDs
    let facts = PrintedFacts(record.data, register.key)
    // What was said before the run, the run itself has carried on.
    held = Self.held(column).filter {
      [.reopened, .otherRule].contains($0.value) && !decided.contains($0.key)
    }
    for (id, origin) in CarriedDecisions(book, facts, on: record.findings, after: seen).origins {
      held[id] = origin.isOfOtherRule ? .otherRule : .reopened
    }
    for finding in record.findings where decided.contains(finding.id) {
      let standing = book.standing(of: finding.id)
      switch standing {
      case .valid:
        let said = book.opinions(of: finding.id).last { $0.word == .valid }?.facts.traits
        if said?.isTurned(in: facts.facts(of: finding).traits) == true {
          held[finding.id] = .reopened
        } else {
          confirmed.insert(finding.id)
        }
      case .conflict: held[finding.id] = .conflict
      case .check: held[finding.id] = .check
      case .rejected, .withdrawn:
        if standing.changes(to: facts.facts(of: finding))?.isEmpty == true {
          closed.insert(finding.id)
        } else {
          held[finding.id] = .reopened
        }
      case .undecided, .waiting: break
      }
    }
  }

  /// What the column `keputusan` alone holds back.
  static func held(_ column: [String: String]) -> [String: LetterHold] {
    column.compactMapValues { word in
      switch word {
      case "bertentangan": .conflict
      case "perlu cek": .check
      case let word where word.hasPrefix(CaseHistory.otherRuleWord): .otherRule
      case let word where word.hasPrefix(CaseHistory.reopenedWord): .reopened
      default: nil
      }
    }
  }
}

extension FinishedRun {
  /// What the register of the run's case says of the findings of its record; nil where the case has no register.
  package func decisions(
    on record: RunRecord, column: [String: String]
  ) throws(RunFailure) -> LetterDecisions? {
    let found = try register.read(for: path, manifest)
    let seen = CaseRegister.linesSeen(by: manifest)
    return found.map { LetterDecisions($0, needsTwo: needsTwoOfficers, record, column: column, seen: seen) }
  }
}
