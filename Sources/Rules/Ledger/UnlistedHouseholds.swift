import RollModel

/// Visited family cards that no row of the roll carries: households that exist although the roll lacks them.
struct UnlistedHouseholds {
  let visits: VisitIndex
  /// By visited card: it is, or may be, a household of the roll.
  let isMatched: [Bool]

  /// Rows of their first visits, in order.
  var firstRows: [Int] {
    visits.places.indices.filter { !isMatched[$0] }.map { visits.visits.firstRow(ofCard: $0) }.sorted()
  }

  /// Counts them as visited where their visit is filed.
  func add(to parts: inout [VillageFacts]) {
    for (card, place) in visits.places.enumerated() where !isMatched[card] {
      parts[Int(place.area)].update(rw: Int(place.rw), rt: Int(place.rt), tps: Int(place.tps)) {
        $0.summary.householdsVisited += 1
      }
    }
  }
}
