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

  /// Settles them desa by desa. O(unvisited households × unmatched visits of their desa, or × visits of their RT).
  mutating func settle(_ parts: inout [VillageFacts]) {
    let cards = visits.places.map(\.area).withUnsafeBufferPointer { RowsByArea($0, areaCount: parts.count) }
    for area in parts.indices.dropFirst() where !cards[area].isEmpty { settle(&parts[area], cards[area]) }
  }

  private mutating func settle(_ part: inout VillageFacts, _ cards: ArraySlice<UInt32>) {
    // Most visits have found their household, and most households their visit: few are left to compare.
    let free = cards.filter { !isMatched[Int($0)] }
    var ofRT: [Int: [UInt32]] = [:]
    for i in part.households.indices where part.households[i].visit == .unvisited {
      let household = part.households[i]
      var near = free.filter { isNear(household, Int($0)) }
      if household.count == 1, household.rt != 0 {
        if ofRT.isEmpty { ofRT = Dictionary(grouping: cards) { Int(visits.places[Int($0)].rt) } }
        near += (ofRT[Int(household.rt)] ?? []).filter { isMatched[Int($0)] && isNear(household, Int($0)) }
      }
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
    guard var a = shared.key(self), var b = shared.key(other), a != b else { return false }
    // One digit makes a difference of 1 to 9, two neighbours that changed places one of 9 to 81, with zeros behind it.
    var difference = a > b ? a - b : b - a
    while difference % 10 == 0 { difference /= 10 }
    guard difference <= 81 else { return false }
    var count = 0
    typealias Difference = (place: Int, own: UInt64, theirs: UInt64)
    var (low, high): (Difference, Difference) = ((0, 0, 0), (0, 0, 0))
    for place in 0..<16 {
      if a % 10 != b % 10 {
        count += 1
        if count > 2 { return false }
        (low, high) = (high, (place, a % 10, b % 10))
      }
      (a, b) = (a / 10, b / 10)
    }
    if count == 1 { return true }
    return high.place == low.place + 1 && low.own == high.theirs && high.own == low.theirs
  }
}
