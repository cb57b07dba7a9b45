import RollModel

/// The rows of `wilayah.csv`: facts of kabupaten, kecamatan, desa and TPS with what was proposed in them.
struct AreaSummaries {
  let context: RuleContext
  private let tally: [Counted]
  private let settings: RuleValues
  /// Desa whose new voters are too many, by how many.
  private let sudden: [AreaKey: Int]

  /// Something that counts in the areas of a person, or in the desa where the finding stands.
  private struct Counted {
    let person: RowReference
    let column: Int
    /// Number of the desa whose office acts, where that is not the person's own; else 0.
    var desa = 0
  }

  /// - Parameter settings: of the index.
  init(context: RuleContext, findings: [Finding], removals: [Int], settings: RuleValues) {
    self.context = context
    self.settings = settings
    var tally: [Counted] = []
    for i in removals {
      guard let row = findings[i].rollRow, let code = findings[i].proposedReason else { continue }
      tally.append(Counted(person: RowReference(role: .roll, row: row), column: AreaTally.column(of: code)))
    }
    // Persons count for a part of the index once.
    var seen = KeyIndex()
    for finding in findings {
      if finding.severity == .data, let row = finding.rollRow {
        tally.append(Counted(person: RowReference(role: .roll, row: row), column: AreaTally.notes))
      }
      if finding.rule == UnlistedResident.card.id, case .person(let person) = finding.subject {
        tally.append(Counted(person: person, column: AreaTally.unlisted, desa: finding.place))
      }
      if finding.rule == CountedThoughStruck.card.id, case .person(let person) = finding.subject {
        tally.append(Counted(person: person, column: AreaTally.countedStruck))
      }
      guard finding.tier >= .verify, let part = AreaIndex.part(of: finding), case .person(let person) = finding.subject,
        seen.insert(person.packed(with: part))
      else { continue }
      tally.append(Counted(person: person, column: AreaTally.column(of: part), desa: finding.place))
    }
    self.tally = tally
    sudden = UnusualChange.excess(findings, in: context)
  }

  /// In order of key.
  var all: [AreaSummary] {
    let ledger = context.ledger
    let facts = ledger.kabupaten + ledger.kecamatan + ledger.villages + ledger.stations
    let visits = TotalledVisits(context)
    var summaries = visits.adjusted(facts.map(\.summary)).sorted { $0.key < $1.key }
    var tally = AreaTally(summaries.map(\.key), context.data.lexicon.areas)
    for item in self.tally {
      if let voter = context.data.voter(item.person) { tally.add(item.column, at: area(of: item, voter)) }
    }
    tally.addUp()
    for place in summaries.indices {
      summaries[place].notes = tally[place, AreaTally.notes]
      summaries[place].absentResidents = tally[place, AreaTally.unlisted]
      for code in TMSCode.allCases {
        let count = tally[place, AreaTally.column(of: code)]
        if count > 0 { summaries[place].proposed[code] = count }
      }
    }
    score(&summaries, tally, visits)
    return summaries
  }

  /// Where somebody counts: in his TPS, or in the desa where the finding on him stands.
  private func area(of item: Counted, _ voter: Voter) -> AreaKey {
    guard item.desa != 0, item.desa != voter.areaNumber else { return voter.smallestArea }
    return AreaKey(kecamatan: context.areas[item.desa].kecamatanNumber, desa: item.desa)
  }

  /// What recaps tell of the areas, in their order, in which an area stands behind the one that it lies in.
  private func recapped(_ summaries: [AreaSummary], _ tally: AreaTally) -> [RecapExcess.Area] {
    var areas = summaries.enumerated().map { place, summary in
      let above = sequence(first: summary.key) { context.areas.above($0) }.dropFirst()
      return RecapExcess.Area(
        above: above.lazy.compactMap(tally.place).first, voters: summary.voters,
        counted: tally[place, AreaTally.countedStruck])
    }
    for official in context.data.officialCounts {
      guard let place = tally.place(of: official.key) else { continue }
      // Several recaps of one area say it once.
      areas[place].stated = max(areas[place].stated ?? 0, official.total)
    }
    return areas
  }

  /// Sets the index of every area, small ones drawn towards the area above.
  private func score(_ summaries: inout [AreaSummary], _ tally: AreaTally, _ visits: TotalledVisits) {
    var counts = summaries.enumerated().map { place, summary in
      var counts = AreaIndex.Counts()
      counts.voters = summary.voters
      counts.householdsExpected = summary.householdsExpected
      counts.householdsUnvisited = summary.householdsExpected - summary.householdsVisited
      for part in RightToVotePart.allCases { counts.found[part.rawValue] = tally[place, AreaTally.column(of: part)] }
      return counts
    }
    for (place, excess) in RecapExcess.counts(recapped(summaries, tally)).enumerated() {
      counts[place].found[RightToVotePart.inflation.rawValue] += excess
    }
    // An area holds what its parts do; what is sudden in one of them says nothing of the others.
    let drawn = counts
    for (key, more) in sudden {
      var key: AreaKey? = key
      while let area = key {
        if let place = tally.place(of: area) { counts[place].found[RightToVotePart.inflation.rawValue] += more }
        key = context.areas.above(area)
      }
    }
    let known = AreaIndex.known(context.data)
    for (place, summary) in summaries.enumerated() {
      let key = summary.key
      let index = AreaIndex(settings: settings, known: known, hasVisits: visits.reachVisits(key))
      summaries[place].index = index.score(
        of: counts[place], in: drawing(key).flatMap(tally.place).map { drawn[$0] })
    }
  }

  /// The area that the index of one is drawn towards: the kecamatan, the kabupaten or the province; nil for the whole.
  private func drawing(_ key: AreaKey) -> AreaKey? {
    var key = key
    key.tps = 0
    return context.data.lexicon.areas.above(key)
  }
}

extension Finding {
  /// The reason that a finding proposes a row of the roll to go for; nil when it proposes nothing or is held back.
  package var proposedReason: TMSCode? {
    guard self.severity == .tms, self.heldBack.isEmpty, self.tier >= .verify else { return nil }
    return self.tmsCode
  }
}

extension RowReference {
  /// Person and part in one number: no list has 2^48 rows.
  fileprivate func packed(with part: RightToVotePart) -> UInt64 {
    var list = 0
    if case .roll = role {} else { list = 1 + (Role.allCases.firstIndex(of: role) ?? 0) }
    return UInt64(row) << 16 | UInt64(list) << 8 | UInt64(part.rawValue)
  }
}
