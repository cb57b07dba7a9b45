import RollModel

/// Households that no visit names although a visit near them names a card one digit away.
///
/// Most such pairs are one household, or one member of it, whose number was misread on one side, so neither is claimed:
/// the household is unclear, and its visit is no household that the roll lacks. A visit is near when it is filed in the
/// desa, not under another RT, and names a card that no household bears; for a household of one voter, whose own number
/// may be the misread one, also a card of its RT that others bear.
struct MisreadCards {
  private let visits: VisitIndex
  /// By visited card.
  private(set) var isMatched: [Bool]

  init(_ visits: VisitIndex, matched parts: [VillageFacts]) {
    self.visits = visits
    isMatched = Array(repeating: false, count: visits.cards.count)
    for part in parts {
      for card in part.matchedCards { isMatched[Int(card)] = true }
    }
  }

  /// Settles them desa by desa. O(unvisited households × visits of their desa).
  mutating func settle(_ parts: inout [VillageFacts]) {
    let cards = visits.places.map(\.area).withUnsafeBufferPointer { RowsByArea($0, areaCount: parts.count) }
    for area in parts.indices.dropFirst() where !cards[area].isEmpty { settle(&parts[area], cards[area]) }
  }

  private mutating func settle(_ part: inout VillageFacts, _ cards: ArraySlice<UInt32>) {
    for i in part.households.indices where part.households[i].visit == .unvisited {
      let household = part.households[i]
      let near = cards.filter { isNear(household, Int($0)) }
      guard !near.isEmpty else { continue }
      for card in near { isMatched[Int(card)] = true }
      part.households[i].visit = .unclear
      part.update(rw: Int(household.rw), rt: Int(household.rt), tps: Int(household.tps)) {
        // Visits without a number may have filled the place.
        if $0.householdsUnvisited > 0 { $0.householdsUnclear += 1 }
      }
    }
  }

  private func isNear(_ household: Household, _ card: Int) -> Bool {
    let place = visits.places[card]
    let isSameRT = place.rt == household.rt && (place.rw == household.rw || place.rw == 0 || household.rw == 0)
    let isFree = !isMatched[card] && (isSameRT || place.rt == 0 || household.rt == 0)
    guard isFree || household.count == 1 && isSameRT && place.rt != 0 else { return false }
    return household.nkk.isNear(NIK(bits: visits.cards.keys[card]))
  }
}

extension NIK {
  /// Whether the digits that both show differ in one, or in two neighbours that changed places.
  func isNear(_ other: NIK) -> Bool {
    let shared = SharedDigits(self).intersection(SharedDigits(other))
    guard var a = shared.key(self), var b = shared.key(other) else { return false }
    var differing: [(place: Int, own: UInt64, theirs: UInt64)] = []
    for place in 0..<16 {
      if a % 10 != b % 10 { differing.append((place, a % 10, b % 10)) }
      (a, b) = (a / 10, b / 10)
    }
    if differing.count == 1 { return true }
    guard differing.count == 2 else { return false }
    let (low, high) = (differing[0], differing[1])
    return high.place == low.place + 1 && low.own == high.theirs && high.own == low.theirs
  }
}
