import RollModel

/// What rules may look at: the case, its matches, the election, and the facts gathered per area and household.
package struct RuleContext: Sendable {
  package let data: CaseData
  package let matches: MatchResults
  package internal(set) var election: Election
  package internal(set) var visits: VisitPeriod
  package let ledger: AreaLedger
  /// What the roll counts where recaps do; nil without any.
  let counts: RollCounts?
  /// What stands on rows that could not be read.
  let unread: UnreadRows
  private let deaths = Once<DeathCounts?>()
  /// By group of rows found to be one person, and by kabupaten in the case of a province: a hash of all its rows there.
  private let groups: FactHash.Groups

  package init(
    data: CaseData, matches: MatchResults, election: Election, visits: VisitPeriod, ledger: AreaLedger
  ) {
    self.data = data
    self.matches = matches
    self.election = election
    self.visits = visits
    self.ledger = ledger
    counts = data.officialCounts.isEmpty ? nil : RollCounts(ledger, data.roll)
    groups = FactHash.Groups(matches.duplicates, in: data.roll)
    unread = UnreadRows(data)
  }

  package var referenceDay: CalendarDay { election.referenceDay }
  var roll: Roll { data.roll }
  var areas: AreaTable { data.lexicon.areas }

  /// Deaths by area; nil where they cannot be counted.
  var deathCounts: DeathCounts? { deaths.value { DeathCounts(self) } }
}

/// From this number on a station stands at a special location: exempt from capacity, from the family rule and from
/// coklit. Source: domain page, section 5.
enum SpecialStation {
  static let first = 901
  static func contains(_ tps: Int) -> Bool { tps >= first }
}

// MARK: - Making findings

extension RuleContext {
  /// A finding on a row of the roll that rests on the row alone.
  func finding(
    _ card: RuleCard, on voter: Voter, tier: Tier = .certain, evidence: String, _ explanation: String,
    factHash: UInt64? = nil
  ) -> Finding {
    Finding(
      card: card, tier: tier, subject: .person(RowReference(role: voter.roll.role, row: voter.row)),
      evidence: evidence, explanation: explanation, factHash: factHash ?? FactHash.person(voter))
  }

  /// A finding on an area.
  func finding(
    _ card: RuleCard, on key: AreaKey, tier: Tier = .certain, evidence: String, _ explanation: String
  ) -> Finding {
    Finding(
      card: card, tier: tier, subject: .area(key), evidence: evidence,
      explanation: explanation + (unsaidKabupaten(of: key).map { "; " + $0 } ?? ""),
      factHash: FactHash.area(key, in: data.lexicon.areas))
  }

  /// In a province the kabupaten of an area whose own code does not say it; several may have one of the name.
  private func unsaidKabupaten(of key: AreaKey) -> String? {
    let number = areas.kabupaten(of: key)
    guard number != 0, key.kabupaten == 0 else { return nil }
    let code = key.desa != 0 ? areas[key.desa].code : areas.kecamatanCodes[key.kecamatan]
    return code.isUnknown ? "di \(areas.kabupatenTitle(number)) (\(areas.kabupatenCode(number)))" : nil
  }

  /// A finding on a row of the roll that rests on a match.
  func finding(
    _ card: RuleCard, resting pair: Pair, on subject: Voter, beside other: Voter, tier: Tier,
    grade: DuplicateGrade? = nil, evidence: String, _ explanation: String
  ) -> Finding {
    Finding(
      card: card, tier: tier, subject: .person(RowReference(role: subject.roll.role, row: subject.row)),
      counterpart: RowReference(role: other.roll.role, row: other.row), weight: pair.weight,
      probability: pair.probability, grade: grade, evidence: evidence, explanation: explanation,
      lines: pair.explanation, factHash: groups.hash(pair.cluster, subject) ?? FactHash.pair(subject, other))
  }
}
