import RollModel

/// What coklit missed, read off the rows as they were written.
extension Scribe {
  /// Families of an RT that coklit reached, whom no visit names, neither by the card that their rows show nor by the one
  /// that they were issued.
  mutating func noteUnvisited() {
    for (card, rows) in families where !visitedCards.contains(card) {
      let place = Self.usual(rows.map { [$0.rw, $0.rt] }.filter { $0[1] > 0 })
      guard !rows.contains(where: { visitedCards.contains($0.issued) }),
        place.map(visitedPlaces.contains) ?? !visitedPlaces.isEmpty,
        let eldest = rows.min(by: { $0.birth < $1.birth })
      else { continue }
      note("kk-belum-tercoklit", eldest.row)
    }
  }

  /// The desa, and stations of it, where fewer families were visited than 95 in 100, beyond chance.
  mutating func noteLowCoverage() {
    var stations: [Int: (visited: Int, all: Int)] = [:]
    var village = (visited: 0, all: 0)
    for (card, rows) in families {
      let isVisited = visitedCards.contains(card)
      // A misread card of a family that was visited: nobody can tell.
      guard isVisited || !rows.contains(where: { visitedCards.contains($0.issued) }),
        let tps = Self.usual(rows.map(\.tps))
      else { continue }
      stations[Int(tps), default: (0, 0)].all += 1
      village.all += 1
      if isVisited {
        stations[Int(tps), default: (0, 0)].visited += 1
        village.visited += 1
      }
    }
    // Families whom the roll does not show, and those whom the list of areas has besides.
    let beside = visitedCards.subtracting(families.map(\.0)).count
    village = (village.visited + beside, max(village.all + beside, householdsListed))
    for (station, count) in stations.sorted(by: { $0.key < $1.key }) + [(0, village)]
    where ShareTruth.isBelow(count.visited, of: count.all, Self.coverage) {
      noteArea("cakupan-coklit-rendah", station)
    }
  }

  /// The same of those who were served from the special list though they stand on no roll: more than 2 in 100.
  mutating func noteManyServed() {
    var village = (served: 0, all: 0)
    for station in Set(servedBeside.keys).union(stations.keys).sorted() {
      let served = servedBeside[station] ?? 0
      let voters = stations[station].map { $0.men + $0.women } ?? 0
      village = (village.served + served, village.all + voters + served)
      if ShareTruth.isAbove(served, of: voters + served, Self.servedShare) { noteArea("wilayah-dpk-tinggi", station) }
    }
    if ShareTruth.isAbove(village.served, of: village.all, Self.servedShare) { noteArea("wilayah-dpk-tinggi", 0) }
  }

  private static let coverage = 0.95
  private static let servedShare = 0.02

  /// Family cards with the rows that count, houses of no special station.
  private var families: [(UInt64, [CardRow])] {
    cards.mapValues { $0.filter { $0.tps < 900 } }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
  }

  /// The commonest, the smaller one of equals.
  private static func usual<Place: Hashable>(_ places: [Place]) -> Place? where Place: OrderedPlace {
    let counts = Dictionary(grouping: places) { $0 }.mapValues(\.count)
    return counts.min { ($1.value, $0.key.order) < ($0.value, $1.key.order) }?.key
  }

  /// Whether the number as it stands in the row carries another birth date or sex.
  func disagrees(_ record: Record) -> Bool {
    guard record.numberForm == .full else { return false }
    let digits = Int(record.number / 10_000 % 1_000_000)
    let day = digits / 10_000 > 40 ? digits / 10_000 - 40 : digits / 10_000
    let (month, year) = (digits / 100 % 100, digits % 100)
    guard 1...31 ~= day, 1...12 ~= month else { return false }
    let birth = record.birth
    if birth.day != 0 && birth.day != day || birth.month != 0 && birth.month != month { return true }
    if birth.year != 0, birth.year % 100 != year { return true }
    return (record.sex == .female) != (digits / 10_000 > 40)
  }
}

/// Places that have an order.
protocol OrderedPlace { var order: Int { get } }
extension UInt16: OrderedPlace { var order: Int { Int(self) } }
extension [Int]: OrderedPlace { var order: Int { reduce(0) { $0 << 16 | $1 } } }
