import RollModel

/// Gathers the facts of one desa from its rows of the roll, its visits and the areas that it should have.
///
/// One loop over the rows, one sort of the family cards; everything is counted into small dense arrays.
struct VillagePass {
  private let area: Int
  private let roll: Roll
  private var result: VillageFacts
  private var stations = PlaceTable()
  private var neighbourhoods = PlaceTable()
  /// Unnumbered visits by number of neighbourhood, and by number of station where the visit names one.
  private var unnumbered: [(neighbourhood: Int?, station: Int?)] = []

  static func run(
    _ area: Int, roll: Roll, rows: ArraySlice<UInt32>, visits: VisitIndex, expected: [ExpectedArea]
  ) -> VillageFacts {
    var pass = VillagePass(area: area, roll: roll)
    pass.count(rows, visits)
    pass.place(expected)
    pass.file(visits)
    pass.shareOutUnnumbered()
    return pass.finished()
  }

  private init(area: Int, roll: Roll) {
    self.area = area
    self.roll = roll
    let entry = roll.lexicon.areas[area]
    let key = AreaKey(kecamatan: entry.kecamatanNumber, desa: area)
    result = VillageFacts(village: AreaFacts(key: key))
  }

  // MARK: - The roll

  private mutating func count(_ rows: ArraySlice<UInt32>, _ visits: VisitIndex) {
    let columns = roll.columns
    var cards: [FamilyCard] = []
    cards.reserveCapacity(rows.count)
    var withRT = 0
    var withRW = 0
    for row in rows {
      let index = Int(row)
      let codes = columns.codes[index]
      if codes.hasMark, codes.isStruck { continue }
      let (tps, rt, rw) = (columns.tps[index], columns.rt[index], columns.rw[index])
      let sex = codes.sexBits
      result.village.countVoter(sex)
      if tps != 0 { stations.countVoter(sex, at: UInt64(tps)) }
      if rt != 0 {
        neighbourhoods.countVoter(sex, at: UInt64(rw) << 16 | UInt64(rt))
        withRT += 1
        if rw != 0 { withRW += 1 }
      }
      guard !SpecialStation.contains(Int(tps)), let card = VisitIndex.card(columns.nkk[index]) else { continue }
      cards.append(FamilyCard(key: card, row: row, tps: tps, place: rt == 0 ? 0 : UInt32(rw) << 16 | UInt32(rt)))
    }
    result.usesRW = withRW * 2 >= withRT && withRW > 0
    if result.usesRW {
      // A row that leaves out the RW belongs to none of the RT that have one, and makes no RT of its own.
      neighbourhoods.keep { $0 >> 16 != 0 }
      for i in cards.indices where cards[i].place >> 16 == 0 { cards[i].place = 0 }
    }
    settle(cards.joined(), visits)
  }

  /// Settles family by family, in order of card number; members stay in order of row.
  private mutating func settle(_ cards: [FamilyCard], _ visits: VisitIndex) {
    let families = Families(cards.map(\.key))
    let members = families.order.map { cards[$0] }
    result.members = members.map(\.row)
    let judged = VillageVisits(families.keys, of: area, visits)
    result.matchedCards = judged.matchedCards
    result.households.reserveCapacity(families.keys.count)
    for family in families.keys.indices {
      settle(
        members[families.starts[family]..<families.starts[family + 1]], NIK(bits: families.keys[family]),
        judged.visits[family], visitedCard: judged.exact[family])
    }
  }

  private mutating func settle(_ family: ArraySlice<FamilyCard>, _ nkk: NIK, _ visit: HouseholdVisit, visitedCard: Int?)
  {
    let tps = Self.majority(family) { UInt32($0.tps) }
    let place = Self.majority(family) { $0.place }
    result.households.append(
      Household(
        nkk: nkk, area: UInt32(area), tps: UInt16(tps), rt: UInt16(place & 0xFFFF), rw: UInt16(place >> 16),
        visit: visit, visitedCard: Int32(visitedCard ?? -1), first: UInt32(family.startIndex),
        count: UInt32(family.count)))
    result.village.countHousehold(visit)
    if tps != 0 { stations.facts[stations.number(of: UInt64(tps))].countHousehold(visit) }
    if place != 0 { neighbourhoods.facts[neighbourhoods.number(of: UInt64(place))].countHousehold(visit) }
    if visit == .visited { countVisitedVoters(family, tps, place) }
  }

  /// Each voter of a visited family counts where the voter stands, usually where the family does.
  private mutating func countVisitedVoters(_ family: ArraySlice<FamilyCard>, _ tps: UInt32, _ place: UInt32) {
    result.village.summary.votersVisited += family.count
    let withStation = family.count { UInt32($0.tps) == tps }
    let withPlace = family.count { $0.place == place }
    if tps != 0 { stations.facts[stations.number(of: UInt64(tps))].summary.votersVisited += withStation }
    if place != 0 { neighbourhoods.facts[neighbourhoods.number(of: UInt64(place))].summary.votersVisited += withPlace }
    guard withStation < family.count || withPlace < family.count else { return }
    for card in family {
      if card.tps != 0, UInt32(card.tps) != tps {
        stations.facts[stations.number(of: UInt64(card.tps))].summary.votersVisited += 1
      }
      if card.place != 0, card.place != place {
        neighbourhoods.facts[neighbourhoods.number(of: UInt64(card.place))].summary.votersVisited += 1
      }
    }
  }

  /// The commonest non-zero value among members, the smaller one of equals; 0 when all are 0.
  @inline(__always)
  private static func majority(_ family: ArraySlice<FamilyCard>, _ value: (FamilyCard) -> UInt32) -> UInt32 {
    let first = value(family[family.startIndex])
    if family.allSatisfy({ value($0) == first }) { return first }
    return commonest(family.map(value))
  }

  private static func commonest(_ values: [UInt32]) -> UInt32 {
    let sorted = values.filter { $0 != 0 }.sorted()
    var best: (value: UInt32, votes: Int) = (0, 0)
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0 != sorted[start] } ?? sorted.count
      if end - start > best.votes { best = (sorted[start], end - start) }
      start = end
    }
    return best.value
  }

  // MARK: - Areas that should exist

  private mutating func place(_ expected: [ExpectedArea]) {
    var direct = 0
    var byRT = 0
    var byRW = 0
    for item in expected {
      result.village.isListed = true
      if item.key.rt != 0 {
        result.listsNeighbourhoods = true
        let number = neighbourhoods.resolve(rw: item.key.rw, rt: item.key.rt)
        neighbourhoods.facts[number].isListed = true
        neighbourhoods.facts[number].summary.householdsExpected += item.households
        byRT += item.households
      } else if item.key.rw != 0 {
        byRW += item.households
      } else {
        direct += item.households
      }
    }
    result.village.summary.householdsExpected = max(direct, byRT, byRW)
  }

  // MARK: - Visits

  private mutating func file(_ visits: VisitIndex) {
    let log = visits.log
    for row in visits.rows(of: area).map({ Int($0) }) {
      let (rt, rw, tps) = (Int(log.rt[row]), Int(log.rw[row]), Int(log.tps[row]))
      let neighbourhood = rt == 0 ? nil : neighbourhoods.resolve(rw: rw, rt: rt)
      let station = tps == 0 ? nil : stations.number(of: UInt64(tps))
      let isVisit = visits.isVisit(row)
      let isUnnumbered = isVisit && VisitIndex.card(log.nkk[row]) == nil
      if isUnnumbered { unnumbered.append((neighbourhood, station)) }
      if isVisit, rt != 0 { result.filesNeighbourhoods = true }
      let sticker = log.sticker[row]
      let note = { (facts: inout AreaFacts) in
        if isVisit { facts.visitsFiled += 1 }
        if isUnnumbered { facts.visitsUnnumbered += 1 }
        if isVisit, sticker == 1 { facts.summary.visitedNoSticker += 1 }
        if !isVisit, sticker == 2 { facts.summary.stickerNotVisited += 1 }
      }
      note(&result.village)
      if let neighbourhood { note(&neighbourhoods.facts[neighbourhood]) }
      if let station { note(&stations.facts[station]) }
    }
  }

  /// Counts visits that name no family towards the households not yet visited of the place that they name; what is
  /// left over are households that the roll does not have.
  private mutating func shareOutUnnumbered() {
    guard !unnumbered.isEmpty else { return }
    let usual = usualStations()
    for visit in unnumbered {
      // The RT, where it is named, says whether one of the roll's households is left for this visit.
      let fills = visit.neighbourhood.map { neighbourhoods.facts[$0].householdsUnvisited > 0 } ?? true
      result.village.takeVisit(fills: fills)
      if let neighbourhood = visit.neighbourhood { neighbourhoods.facts[neighbourhood].takeVisit(fills: fills) }
      if let station = visit.station ?? visit.neighbourhood.flatMap({ usual[$0] }) {
        stations.facts[station].takeVisit(fills: fills)
      }
    }
  }

  /// The station that most households of each neighbourhood vote at.
  private mutating func usualStations() -> [Int: Int] {
    var votes = KeyIndex()
    var counts: [Int] = []
    for household in result.households where household.tps != 0 && household.rt != 0 {
      let place = UInt64(household.rw) << 16 | UInt64(household.rt)
      let number = votes.number(of: place << 16 | UInt64(household.tps))
      if number == counts.count { counts.append(0) }
      counts[number] += 1
    }
    var best: [Int: (station: Int, count: Int, tps: UInt64)] = [:]
    for (key, count) in zip(votes.keys, counts) {
      let place = neighbourhoods.number(of: key >> 16)
      let tps = key & 0xFFFF
      if let held = best[place], (held.count, tps) >= (count, held.tps) { continue }
      best[place] = (stations.number(of: tps), count, tps)
    }
    return best.mapValues(\.station)
  }

  private mutating func finished() -> VillageFacts {
    let key = result.village.key
    result.stations = stations.sorted { AreaKey(kecamatan: key.kecamatan, desa: key.desa, tps: Int($0)) }
    result.neighbourhoods = neighbourhoods.sorted {
      AreaKey(kecamatan: key.kecamatan, desa: key.desa, rw: Int($0 >> 16), rt: Int($0 & 0xFFFF))
    }
    return result
  }
}

/// What `VillagePass` found.
struct VillageFacts: Sendable {
  var village: AreaFacts
  var stations: [AreaFacts] = []
  var neighbourhoods: [AreaFacts] = []
  var households: [Household] = []
  /// Rows of the roll, household by household.
  var members: [UInt32] = []
  /// Visited cards (`VisitIndex.cards`) that are on the roll of this desa.
  var matchedCards: [UInt32] = []
  /// At least half of the rows with an RT have an RW too.
  var usesRW = false
  /// A `wilayah` list names the RT of this desa.
  var listsNeighbourhoods = false
  /// Visits in this desa say in which RT they were.
  var filesNeighbourhoods = false
}
