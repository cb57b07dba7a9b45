import RollModel

/// How many people the findings say are missing from the roll: whoever two lists name, or two rules, is one person.
struct MissingPersons {
  private(set) var count = 0
  /// Findings on them: more than there are persons where two rules name one.
  private(set) var findings = 0

  init(_ record: RunRecord) {
    let missing = Set(record.cards.filter { $0.severity == .missing }.map(\.id))
    var named: Set<[UInt64]> = []
    for finding in record.findings where missing.contains(finding.rule) {
      guard case .person(let reference) = finding.subject, let voter = record.data.voter(reference) else { continue }
      findings += 1
      let marks = LetterSelection.marks(of: voter)
      if !marks.contains(where: named.contains) { count += 1 }
      named.formUnion(marks)
    }
  }
}
