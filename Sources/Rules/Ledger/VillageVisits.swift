import RollModel

/// What the coklit data say of one household of the roll.
package enum HouseholdVisit: Sendable {
  case visited, unvisited
  /// The digits at hand fit a visit that may as well have been another household's.
  case unclear
}

/// Which households of one desa were visited, by family card number, on the digits that roll and visit both show.
///
/// A whole number that was visited anywhere is visited. Where either side lacks the sixteenth digit, fifteen are compared
/// within the desa: a household is visited when it alone fits one visited card alone, unvisited when it fits none
/// anywhere, and otherwise neither. O(households), beside a look-up each.
struct VillageVisits {
  /// By household, in the order of the keys.
  let visits: [HouseholdVisit]
  /// The visited card that is the household's very number, by household.
  let exact: [Int?]
  /// Visited cards (`VisitIndex.cards`) that are, or may be, a household of this desa.
  let matchedCards: [UInt32]

  /// - Parameter keys: family cards of the desa (`VisitIndex.card`), each once.
  init(_ keys: [UInt64], of area: Int, _ index: VisitIndex) {
    // In a loop of its own: look-ups that wait for memory wait together.
    let exact = keys.map { index.cards.find($0) }
    self.exact = exact
    guard let cut = index.cutCards else {
      visits = exact.map { $0 == nil ? .unvisited : .visited }
      matchedCards = exact.compactMap { $0.map(UInt32.init) }
      return
    }
    var rivals: [UInt64: Int] = [:]
    for (key, exact) in zip(keys, exact) where exact == nil || NIK(bits: key).isCut {
      rivals[Self.kept(key), default: 0] += 1
    }
    var visits: [HouseholdVisit] = []
    var matched: [UInt32] = []
    for (key, exact) in zip(keys, exact) {
      if let exact, !NIK(bits: key).isCut {
        visits.append(.visited)
        matched.append(UInt32(exact))
        continue
      }
      let fitting = cut.cards(Self.kept(key)).filter { NIK(bits: key).isCut || NIK(bits: index.cards.keys[$0]).isCut }
      let here = fitting.filter { [0, area].contains(Int(index.places[$0].area)) }
      matched += (here.isEmpty ? fitting : here).map(UInt32.init)
      let isOne = here.count == 1 && rivals[Self.kept(key)] == 1
      visits.append(fitting.isEmpty ? .unvisited : isOne ? .visited : .unclear)
    }
    self.visits = visits
    matchedCards = matched
  }

  private static func kept(_ key: UInt64) -> UInt64 { SharedDigits.kept.key(NIK(bits: key)) ?? 0 }
}

/// Visited cards by their first fifteen digits.
struct CardsByKeptDigits: Sendable {
  private let places: [UInt64: [Int]]

  /// - Parameter cards: in order of number (`VisitIndex.cards`).
  init(_ cards: [UInt64]) {
    places = Dictionary(grouping: cards.indices) { SharedDigits.kept.key(NIK(bits: cards[$0])) ?? 0 }
  }

  /// Numbers of the cards that agree with a number on these fifteen digits, ascending.
  func cards(_ kept: UInt64) -> [Int] { places[kept] ?? [] }
}
