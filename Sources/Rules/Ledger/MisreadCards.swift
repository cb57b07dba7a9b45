import RollModel

/// Households that no visit names although a visit of their desa names a card one digit away, which no household bears.
///
/// Most such pairs are one household whose number was misread on one side, so neither is claimed: the household is
/// unclear, and its visit is no household that the roll lacks.
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

  /// Settles them desa by desa. O(cards), beside those few that agree in half of their digits.
  mutating func settle(_ parts: inout [VillageFacts]) {
    var free: [UInt32: [Int]] = [:]
    for (card, place) in visits.places.enumerated() where !isMatched[card] {
      free[place.area, default: []].append(card)
    }
    for (area, cards) in free where area != 0 { settle(&parts[Int(area)], cards) }
  }

  private mutating func settle(_ part: inout VillageFacts, _ cards: [Int]) {
    var halves: [UInt64: [Int]] = [:]
    for card in cards {
      for half in Self.halves(visits.cards.keys[card]) { halves[half, default: []].append(card) }
    }
    for i in part.households.indices where part.households[i].visit == .unvisited {
      let household = part.households[i]
      let near = Self.halves(household.nkk.bits).flatMap { halves[$0] ?? [] }.filter {
        household.nkk.isNear(NIK(bits: visits.cards.keys[$0]))
      }
      guard !near.isEmpty else { continue }
      for card in near { isMatched[card] = true }
      part.households[i].visit = .unclear
      part.update(rw: Int(household.rw), rt: Int(household.rt), tps: Int(household.tps)) { $0.householdsUnclear += 1 }
    }
  }

  /// The first eight digits, and the seven behind them: numbers a digit apart share one of the two.
  private static func halves(_ key: UInt64) -> [UInt64] {
    let kept = (SharedDigits.kept.key(NIK(bits: key)) ?? 0) / 10
    return [kept / 10_000_000, 1 << 40 | kept % 10_000_000]
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
