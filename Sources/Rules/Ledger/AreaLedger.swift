import RollModel

/// The facts of every area of a case, and its households: complete before any rule runs.
package struct AreaLedger: Sendable {
  /// The whole case; behind a province its kabupaten, in order of number.
  package private(set) var kabupaten: [AreaFacts] = []
  package private(set) var kecamatan: [AreaFacts] = []
  package private(set) var villages: [AreaFacts] = []
  package private(set) var stations: [AreaFacts] = []
  package private(set) var neighbourhoods: [AreaFacts] = []
  /// In order of desa, then card number.
  package let households: [Household]
  /// Rows of the roll, household by household.
  package let members: [UInt32]
  /// Rows of the coklit data by visited card (`Household.visitedCard`).
  let visits: CardVisits
  /// Rows of the coklit data that visit a card which no voter bears, the first of each.
  let visitsWithoutVoters: [Int]
  /// Who of the earlier roll is who on this one.
  let changes: RollChanges?
  let destinations: MoveDestinations
  /// What became of the earlier roll in every area.
  let flows: RollFlows?
  /// Areas of which the roll has no row.
  let missing: MissingAreas
  /// Coklit where it is known in totals alone.
  let visitTotals: VisitTotals
  /// How likely an RT that no list names is none.
  package private(set) var chances = NeighbourhoodChances([])
  private var usingRW: [Bool] = []
  private var listingNeighbourhoods: [Bool] = []
  private var filingNeighbourhoods: [Bool] = []

  /// Adds what the matches say to the groundwork. O(areas + absent persons).
  package init(
    _ groundwork: AreaGroundwork, _ comparison: RollComparison, data: CaseData, matches: MatchResults,
    referenceDay: CalendarDay
  ) {
    var parts = groundwork.villages
    missing = comparison.missing
    SpecialLists(data: data, matches: matches, missing: missing, referenceDay: referenceDay).add(to: &parts)
    visitTotals = VisitTotals(data)
    parts.markCovered(without: visitTotals)
    households = groundwork.households
    members = groundwork.members
    visits = groundwork.visits
    visitsWithoutVoters = groundwork.visitsWithoutVoters
    changes = comparison.changes
    destinations = MoveDestinations(data)
    flows = comparison.flows
    collect(parts, data.lexicon.areas)
    chances = NeighbourhoodChances(neighbourhoods)
  }

  package func areas(_ level: AreaLevel) -> [AreaFacts] {
    switch level {
    case .kabupaten: kabupaten
    case .kecamatan: kecamatan
    case .desa: villages
    case .station: stations
    case .neighbourhood: neighbourhoods
    }
  }

  /// The kecamatan that an area lies in, summed up; nil when it is not known.
  package func kecamatan(of key: AreaKey) -> AreaFacts? {
    kecamatan.place {
      $0.kecamatan < key.kecamatan
    } _: {
      $0.kecamatan == key.kecamatan
    }.map { kecamatan[$0] }
  }

  /// A desa by its number; nil when nothing is known of it.
  package func village(_ area: Int) -> AreaFacts? {
    find(villages) {
      $0.desa < area
    } matching: {
      $0.desa == area
    }
  }

  /// An RT by desa, RW and RT; the kecamatan of the key does not matter.
  package func neighbourhood(_ key: AreaKey) -> AreaFacts? {
    find(neighbourhoods) {
      ($0.desa, $0.rw, $0.rt) < (key.desa, key.rw, key.rt)
    } matching: {
      ($0.desa, $0.rw, $0.rt) == (key.desa, key.rw, key.rt)
    }
  }

  private func find(
    _ facts: [AreaFacts], isBefore: (AreaKey) -> Bool, matching isIt: (AreaKey) -> Bool
  ) -> AreaFacts? {
    facts.place(where: isBefore, isIt).map { facts[$0] }
  }

  /// Rows of a household's members.
  package func members(of household: Household) -> ArraySlice<UInt32> {
    members[Int(household.first)..<Int(household.first + household.count)]
  }

  /// Whether rows of the desa usually give an RW.
  package func usesRW(_ area: Int) -> Bool { usingRW[area] }
  /// Whether a `wilayah` list names the RT of the desa.
  package func listsNeighbourhoods(_ area: Int) -> Bool { listingNeighbourhoods[area] }
  /// Whether visits in the desa say in which RT they were.
  package func filesNeighbourhoods(_ area: Int) -> Bool { filingNeighbourhoods[area] }

  private mutating func collect(_ parts: [VillageFacts], _ areas: AreaTable) {
    var whole = AreaFacts(key: AreaKey())
    var parted = areas.kabupaten.reduce(into: [:]) { $0[$1] = AreaFacts(key: AreaKey(kabupaten: $1)) }
    var groups = areas.kecamatanNames.indices.map { AreaFacts(key: AreaKey(kecamatan: $0)) }
    for (area, part) in parts.enumerated() {
      whole.add(part.village)
      usingRW.append(part.usesRW)
      listingNeighbourhoods.append(part.listsNeighbourhoods)
      filingNeighbourhoods.append(part.filesNeighbourhoods)
      guard area != 0, part.village.isWorthAPlace else { continue }
      parted[areas[area].kabupatenNumber]?.add(part.village)
      groups[part.village.key.kecamatan].add(part.village)
      villages.append(part.village)
      stations += part.stations
      neighbourhoods += part.neighbourhoods
    }
    kabupaten = [whole] + areas.kabupaten.compactMap { parted[$0] }.filter(\.isWorthAPlace)
    kecamatan = groups.dropFirst().filter(\.isWorthAPlace)
  }
}

extension AreaFacts {
  /// Something but its name is known.
  fileprivate var isWorthAPlace: Bool {
    summary.voters + summary.specialListVoters + summary.absentResidents + visitsFiled > 0 || isListed
      || summary.householdsExpected > 0
  }
}

/// How far coklit data reach into a kecamatan.
private struct Reach {
  var desa = 0
  var reached = 0
  var households = 0
  var visited = 0
  var namesDesa = false
  /// Visits that name no desa are known by their family cards; one card misread is some other family's, a tenth is not.
  var isVisited: Bool { namesDesa || visited * 10 > households }
}

extension [VillageFacts] {
  /// Coklit data reach the desa that a visit names or whose families were visited, and all desa of a kecamatan where most
  /// are: of one where few are, the lists of the others are more likely missing than their visits. A desa that is known in
  /// totals alone is not among them.
  fileprivate mutating func markCovered(without totals: VisitTotals) {
    var known: [Int: Reach] = [:]
    for part in self where part.village.isPeopled {
      let isReached = part.village.isReachedByVisits || totals.know(part.village.key.desa)
      known[part.village.key.kecamatan, default: Reach()].desa += 1
      known[part.village.key.kecamatan]?.reached += isReached ? 1 : 0
      known[part.village.key.kecamatan]?.households += part.village.summary.households
      known[part.village.key.kecamatan]?.visited += part.village.rollHouseholdsVisited
    }
    for part in self where part.village.visitsFiled > 0 {
      known[part.village.key.kecamatan, default: Reach()].namesDesa = true
    }
    let visited = Set(known.filter(\.value.isVisited).keys)
    for i in indices where visited.contains(self[i].village.key.kecamatan) {
      let known = known[self[i].village.key.kecamatan] ?? Reach()
      guard self[i].village.isReachedByVisits || known.reached * 2 >= known.desa else { continue }
      if self[i].village.visitsFiled == 0, totals.know(self[i].village.key.desa) { continue }
      self[i].village.isCoveredByVisits = true
      for j in self[i].stations.indices { self[i].stations[j].isCoveredByVisits = true }
      for j in self[i].neighbourhoods.indices { self[i].neighbourhoods[j].isCoveredByVisits = true }
    }
  }
}
