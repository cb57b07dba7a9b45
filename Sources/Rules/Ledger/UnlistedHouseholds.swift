import RollModel

/// Visited family cards that no row of the roll carries: households that exist although the roll lacks them.
struct UnlistedHouseholds {
  private let visits: VisitIndex
  private var isMatched: [Bool]

  init(_ visits: VisitIndex, matched parts: [VillageFacts]) {
    self.visits = visits
    isMatched = Array(repeating: false, count: visits.cards.count)
    for part in parts {
      for card in part.matchedCards { isMatched[Int(card)] = true }
    }
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
