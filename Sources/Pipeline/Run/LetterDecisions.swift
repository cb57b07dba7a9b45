import Casework
import RollModel

/// What letters need of the register: findings that are sah, whatever their tier, and those that stay out.
package struct LetterDecisions: Sendable {
  /// Sah, so that they enter letters from `perlu-verifikasi` too, and though a safeguard held them back.
  package private(set) var confirmed: Set<String> = []
  /// Rejected or withdrawn on the facts that they still have.
  package private(set) var closed: Set<String> = []
  /// Letters so far, for their follow-up.
  package let letters: [SentLetter]

  init(_ register: Register, needsTwo: Bool, _ record: RunRecord) {
    let book = DecisionBook(register, needsTwo: needsTwo)
    letters = book.letters
    let decided = book.decidedIDs
    let facts = PrintedFacts(record.data, register.key)
    for finding in record.findings where decided.contains(finding.id) {
      let standing = book.standing(of: finding.id)
      if standing == .valid { confirmed.insert(finding.id) }
      if standing.changes(to: facts.facts(of: finding))?.isEmpty == true { closed.insert(finding.id) }
    }
  }
}

extension FinishedRun {
  /// What the register of the run's case says of the findings of its record; nil where the case has no register.
  package func decisions(on record: RunRecord) throws(RunFailure) -> LetterDecisions? {
    let found = try register.read()
    try register.check(found, against: manifest)
    return found.map { LetterDecisions($0, needsTwo: needsTwoOfficers, record) }
  }
}
