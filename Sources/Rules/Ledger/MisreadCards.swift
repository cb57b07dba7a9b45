import RollModel

/// Households that no visit names although a visit near them names a card one digit away.
///
/// Most such pairs are one household, or one member of it, whose number was misread on one side, so neither is claimed:
/// the household is unclear, and its visit is no household that the roll lacks. A visit is near when it is filed in the
/// desa, or under none, not under another RT, and names a card that no household bears; for a household of one voter, whose own number
/// may be the misread one, also a card of its RT that others bear; one of the same kecamatan and day only where the voter
/// lives at their address, for two families who came that day have serials alike.
/// Nobody misread a card that the coklit data name themselves as not visited.
struct MisreadCards {
  private let visits: VisitIndex
  private let roll: Roll
  /// By visited card.
  private(set) var isMatched: [Bool]

  init(_ visits: VisitIndex, matched parts: [VillageFacts], _ roll: Roll) {
    self.visits = visits
    self.roll = roll
    isMatched = Array(repeating: false, count: visits.cards.count)
    for part in parts {
      for card in part.matchedCards { isMatched[Int(card)] = true }
    }
  }

  /// Settles them desa by desa. O(unvisited households × unmatched visits of their desa, or × visits of their RT).
  mutating func settle(_ parts: inout [VillageFacts]) {
    let cards = visits.places.map(\.area).withUnsafeBufferPointer { RowsByArea($0, areaCount: parts.count) }
    let astray = cards[0].filter { !isMatched[Int($0)] }
    for area in parts.indices.dropFirst() {
      let isReached = !cards[area].isEmpty || !cards[0].isEmpty && parts[area].village.rollHouseholdsVisited > 0
      if isReached { settle(&parts[area], cards[area], astray) }
    }
  }

  /// - Parameter astray: visits that no list places and no household bears.
  private mutating func settle(_ part: inout VillageFacts, _ cards: ArraySlice<UInt32>, _ astray: [UInt32]) {
    // Most visits have found their household, and most households their visit: few are left to compare.
    let free = cards.filter { !isMatched[Int($0)] } + astray.filter { !isMatched[Int($0)] }
    var ofRT: [Int: [UInt32]] = [:]
    var owners: [Int32: Household] = [:]
    for i in part.households.indices where part.households[i].visit == .unvisited {
      let household = part.households[i]
      guard !visits.isNamedUnvisited(household.nkk) else { continue }
      var near = free.filter { isNear(household, Int($0)) }
      if household.count == 1, household.rt != 0 {
        if ofRT.isEmpty {
          ofRT = Dictionary(grouping: cards) { Int(visits.places[Int($0)].rt) }
          for family in part.households where family.visitedCard >= 0 {
            owners[family.visitedCard] = family
            let card = UInt32(family.visitedCard)
            if visits.places[Int(card)].area == 0 { ofRT[Int(family.rt), default: []].append(card) }
          }
        }
        near += (ofRT[Int(household.rt)] ?? []).filter { card in
          guard isMatched[Int(card)], isNear(household, Int(card), owners[Int32(card)]) else { return false }
          guard household.nkk.isIssued(with: NIK(bits: visits.cards.keys[Int(card)])) else { return true }
          // Whose a card is that lost a digit is not surely known.
          return owners[Int32(card)].map { sharesHouse(household, $0, part.members) } ?? true
        }
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

  /// - Parameter owner: whose card it is; where no list places the visit, it was made at their RT.
  private func isNear(_ household: Household, _ card: Int, _ owner: Household? = nil) -> Bool {
    var place = visits.places[card]
    if place.area == 0, let owner { (place.rw, place.rt) = (owner.rw, owner.rt) }
    let isSameRT = place.rt == household.rt && (place.rw == household.rw || place.rw == 0 || household.rw == 0)
    let isFree = !isMatched[card] && (isSameRT || place.rt == 0 || household.rt == 0)
    guard isFree || household.count == 1 && isSameRT && place.rt != 0 else { return false }
    return household.nkk.isNear(NIK(bits: visits.cards.keys[card]))
  }

  /// Whether somebody of the family lives at the lone voter's address, as far as both write one.
  private func sharesHouse(_ lone: Household, _ family: Household, _ members: [UInt32]) -> Bool {
    guard let own = addresses(of: lone, members).first else { return false }
    return addresses(of: family, members).contains { other in
      let (street, otherStreet) = (own.street, other.street)
      let areBothNumbered = own.hasHouseNumber && other.hasHouseNumber
      return own == other || !areBothNumbered && !street.isEmpty && street == otherStreet
    }
  }

  private func addresses(of household: Household, _ members: [UInt32]) -> [Substring] {
    let rows = members[Int(household.first)..<Int(household.first + household.count)]
    let written = rows.map { roll.columns.address[Int($0)] }.filter { $0 != Lexicon.nothing }
    return written.map { Substring(roll.lexicon.addresses[Int($0)]) }
  }
}

/// An address as the lexicon keeps it: letters and digits, on rolls without numbers in words.
extension Substring {
  /// What stands before the number of the house or of the RT.
  fileprivate var street: Substring { prefix(upTo: firstMatch(of: /(?:NO|RT) *[0-9]/)?.range.lowerBound ?? endIndex) }
  fileprivate var hasHouseNumber: Bool { firstMatch(of: /NO *[0-9]/) != nil }
}

extension NIK {
  /// Whether two family cards are of one kecamatan and day: all but the four digits of the serial.
  fileprivate func isIssued(with other: NIK) -> Bool {
    let issue = SharedDigits(bits: 0xFFF)
    return issue.key(self).map { $0 == issue.key(other) } ?? false
  }

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
