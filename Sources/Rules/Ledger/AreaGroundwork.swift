import RollModel

/// What the roll, the visits and the lists of areas say of every desa: all of the ledger that needs no match.
package struct AreaGroundwork: Sendable {
  /// By number of the desa; members and households stand below.
  let villages: [VillageFacts]
  /// In order of desa, then card number.
  let households: [Household]
  /// Rows of the roll, household by household.
  let members: [UInt32]
  let visits: CardVisits
  /// Rows of the coklit data that visit a card which no voter bears, the first of each.
  let visitsWithoutVoters: [Int]

  /// Gathers the facts. O(rows) but for a sort of card numbers within each desa.
  package init(_ data: CaseData, threads: Int) {
    let areas = data.lexicon.areas
    let (visits, rows) = parallelPair(threads: threads) {
      VisitIndex(data)
    } _: {
      data.roll.columns.area.withUnsafeBufferPointer { RowsByArea($0, areaCount: areas.count) }
    }
    var expected: [[ExpectedArea]] = Array(repeating: [], count: areas.count)
    for item in data.expectedAreas where item.key.desa != 0 { expected[item.key.desa].append(item) }
    let stated = expected
    var parts = parallelMap(areas.count, threads: threads) { area in
      VillagePass.run(area, roll: data.roll, rows: rows[area], visits: visits, expected: stated[area])
    }
    var misread = MisreadCards(visits, matched: parts, data.roll)
    misread.settle(&parts)
    let unlisted = UnlistedHouseholds(visits: visits, isMatched: misread.isMatched)
    unlisted.add(to: &parts)
    visitsWithoutVoters = unlisted.firstRows
    for i in parts.indices { parts[i].addUpVisits() }
    var households: [Household] = []
    var members: [UInt32] = []
    households.reserveCapacity(parts.reduce(0) { $0 + $1.households.count })
    members.reserveCapacity(parts.reduce(0) { $0 + $1.members.count })
    for i in parts.indices { parts[i].handOver(&households, &members) }
    villages = parts
    self.visits = visits.visits
    self.households = households
    self.members = members
  }
}

extension VillageFacts {
  /// Moves its households and their members behind those of the desa before.
  fileprivate mutating func handOver(_ households: inout [Household], _ members: inout [UInt32]) {
    let base = UInt32(members.count)
    members += self.members
    for var household in self.households {
      household.first += base
      households.append(household)
    }
    self.households = []
    self.members = []
    matchedCards = []
  }

  fileprivate mutating func addUpVisits() {
    // Visits that name no desa cannot be laid to families whom the roll lacks, so these are not asked for either.
    let asksForRollAlone = village.visitsFiled == 0 && village.rollHouseholdsVisited > 0
    village.addUpVisits(of: asksForRollAlone)
    for i in stations.indices { stations[i].addUpVisits(of: asksForRollAlone) }
    for i in neighbourhoods.indices { neighbourhoods[i].addUpVisits(of: asksForRollAlone) }
  }
}

extension AreaFacts {
  /// Settles how many households are expected and visited, once every visit is counted.
  ///
  /// Until here `householdsVisited` counts visited households that the roll does not have, and `householdsExpected`
  /// what lists state.
  fileprivate mutating func addUpVisits(of rollAlone: Bool) {
    let others = summary.householdsVisited
    if rollAlone { summary.householdsExpected = 0 }
    summary.householdsExpected = max(summary.householdsExpected, summary.households + others) - householdsUnclear
    summary.householdsVisited = rollHouseholdsVisited + others
  }
}
