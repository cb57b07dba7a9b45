import Matchers
import RollModel

/// What a join found, before it is written.
package struct JoinOutcome {
  /// Where a row of `roll` stands.
  struct Source: Sendable {
    /// File among those joined, area and file of its roll.
    let part: Int
    let area: Int
    let file: Int
    /// `Voter.identityHash` of the row in its own case.
    let hash: UInt64
  }

  package let rolls: JoinedRolls
  /// Pairs of voters of two kabupaten.
  package let possible: Double
  package var verdict = JoinedVerdict()
  /// The rows of all pairs.
  var roll: Roll?
  var sources: [Source] = []
  /// Pairs that each pass looked at, in the order of `JoinedKey.passNames`.
  var looked: [Int] = []
  var compared = 0
  package var kept = 0
  var skippedBlocks = 0
  var skippedRows = 0
  /// Pairs of one name and one birth date in two kabupaten.
  package var namesakes: (found: Int, expected: Double) = (0, 0)

  init(rolls: JoinedRolls, possible: Double) {
    self.rolls = rolls
    self.possible = possible
  }

  mutating func add(_ part: JoinedPart) {
    compared += part.compared
    skippedBlocks += part.skippedBlocks
    skippedRows += part.skippedRows
    namesakes.found += part.namesakes.found
    namesakes.expected += part.namesakes.expected
  }

  /// Pairs that are told: those with a tier, possible twins, and one number on two persons.
  package var told: [Pair] {
    verdict.pairs.filter { (pair: Pair) -> Bool in
      if pair.relation == .sameNumberOtherName { return true }
      return pair.tier == .twin || pair.tier >= .verify
    }
  }
}

extension JoinOutcome {
  /// Writes all files of the result into `folder`, which must be empty.
  package func write(to folder: String, version: String) throws {
    let tally = JoinTally(self)
    try OutsideLists(self).write(to: folder)
    try JoinSummary(outcome: self, tally: tally, version: version).write(to: folder)
    try JoinPage(outcome: self, tally: tally, version: version).write(to: folder)
  }
}
