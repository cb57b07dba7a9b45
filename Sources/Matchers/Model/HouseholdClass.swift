import Platform

/// The third class of pairs: two people of one household (matching page, section 5, with C10).
///
/// Only pairs with one family card belong to it. Without it family names and twins read as one person: F1 .36 on rolls
/// with family names, .79 elsewhere.
struct HouseholdClass: Sendable {
  /// log2 odds that an unrelated-or-household pair is a household pair.
  var prior: Double
  /// -log2 of the chance of one family card.
  var cardBits: Double
  /// log2 of the share of household pairs that are born on one day.
  var twinBits: Double
  /// `Chances.likeTokens`: what like tokens are worth beyond the formula, to both hypotheses.
  let likeTokens: [Double]
  /// h, the share of each level among pairs of one household, for each cell of the chances of numbers.
  let shares: [Double]
  /// log2(h / u) for each cell.
  let number: [Double]

  init(_ cards: FamilyCards, pairs: Double, chances: Chances, mode: NumberMode, isLearned: Bool = true) {
    self.init(
      cardPairs: Double(cards.pairs), twinShare: cards.twinShare,
      shares: Self.shares(cards, chances: chances, mode: mode, isLearned: isLearned), pairs: pairs, chances: chances)
  }

  /// What `cards` teach of two people of one household, where another number of pairs share a card.
  init(_ cards: FamilyCards, cardPairs: Double, pairs: Double, chances: Chances, mode: NumberMode) {
    self.init(
      cardPairs: cardPairs, twinShare: cards.twinShare,
      shares: Self.shares(cards, chances: chances, mode: mode, isLearned: true), pairs: pairs, chances: chances)
  }

  /// `cardPairs` of all `pairs` share a family card, and `twinShare` of those a birth date.
  init(cardPairs: Double, twinShare: Double, shares: [Double], pairs: Double, chances: Chances) {
    let share = max(cardPairs, 1) / max(pairs, 1)
    prior = log2(share / max(1e-12, 1 - share))
    cardBits = -log2(chances.sameFamilyCard)
    twinBits = log2(twinShare)
    likeTokens = chances.likeTokens
    self.shares = shares
    number = zip(shares, chances.number).map { log2($0 / $1) }
  }

  /// log2 of P(seen | one household) / P(seen | unrelated); `logPlace` are log2 of the place levels for a household.
  @inline(__always) func bits(_ c: Comparison) -> Double {
    var h = cardBits
    if c.birthLevel == 0 { h += max(0, twinBits + Double(c.birthChance)) }
    // Members of a household were mostly born in one place: 0.6.
    if c.placeLevel == 0 { h += Double(c.placeChance) - 0.737 } else if c.placeLevel == 2 { h -= 1.3219 }
    if c.numberCell >= 0 { h += number[c.chanceCell] }
    let aligned = Double(c.alignedTokens)
    guard aligned > 0 else { return h }
    // A shared family token costs one bit, a like given name two, an equal one six: two members never bear one name.
    let shared: Double =
      switch c.given {
      case 1: -6 - (aligned - 1)
      case 2: -2 - (aligned - 1)
      default: -aligned
      }
    var name = Double(c.nameChance) + shared
    if c.nameEvents >> 8 != 0 {
      for event in 1..<6 { name += Double(c.nameEvents >> UInt64(event * 8) & 255) * likeTokens[event] }
    }
    return h + max(0, name)
  }

  private static let levels: [[Double]] = [
    [5e-4, 0.002, 0.02, 0.85, 0.005, 0.118, 0.005, 1e-6],
    [5e-4, 1e-3, 0.05, 0.02, 1e-3, 0.80, 0.128, 1e-6],
    [5e-4, 1e-4, 1e-3, 5e-3, 5e-4, 0.80, 0.1934, 1e-6],
    [5e-4, 1e-5, 1e-4, 1e-3, 1e-4, 0.80, 0.1988, 1e-6],
  ]

  /// Pseudo-counts of `levels` in each row of the learned table.
  private static let priorWeight = 20.0

  /// Learned where the roll shows it: levels of household pairs with no name in common, who are two people for certain.
  private static func shares(
    _ cards: FamilyCards, chances: Chances, mode: NumberMode, isLearned: Bool
  ) -> [Double] {
    let ownDatesSampled = chances.number[6 * 8 + 7] > 1e-5
    return (0..<NumberTable.chanceRows).flatMap { row -> [Double] in
      let group = NumberTable.group(row: row)
      var h = levels[group]
      if !mode.isWeak, isLearned {
        let seen = cards.numberLevels[(group * 8)..<(group * 8 + 8)].map(Double.init)
        let total = seen.reduce(0, +) + priorWeight
        h = zip(h, seen).map { (priorWeight * $0 + $1) / total }
        return h.map { max($0, 1e-6) }
      }
      if group > 0, ownDatesSampled {
        // Siblings carry their own dates as often as anybody.
        let own = chances.number[row * 8 + 7]
        for k in 1..<7 { h[k] *= 1 - own }
        h[7] = own
      }
      if mode.isWeak {
        h[0] = h[3]
        let sum = h.reduce(0, +)
        h = h.map { $0 / sum }
      }
      return h
    }
  }
}
