import Platform

/// Turns a general comparison into odds: the model of persons, the m of address words, and a third class of pairs.
///
/// The third class is "one place, another person": members of a household and neighbours, whose addresses agree for a
/// reason. How many such pairs there are is learned from the roll, like the number of pairs of one person; without it a
/// shared address would make one person of a family.
struct GeneralModel: Sendable {
  /// Prior 0, no household: name, length, birth date, place, sex, marital status.
  var person: Model
  /// m by `NameEvent` for the words of addresses.
  var address: [Double]
  /// log2 odds, before any comparison, that a pair is one person.
  var prior: Double
  /// log2 odds that a pair is two people of one place.
  var neighbours: Double

  /// m of address words before training. Source: matching page, section 11.
  static let addressDefaults = [0.65, 0.05, 0.10, 0.03, 0.02, 0.02, 0.10, 0.03]
  /// An extra word costs this share of its log: addresses are written at length or short.
  static let extraShare = 0.3
  /// Share of pairs of one person whose addresses have nothing to do with one another.
  static let moved = 0.01
  /// log2 of the share of household pairs that are born on one day: twins, about one in sixty-four.
  static let twins = -6.0

  func tables() -> Tables { Tables(self) }

  /// Logs made once for many comparisons.
  struct Tables: Sendable {
    private let person: Model.Tables
    private let address: [Double]
    private let prior: Double
    private let neighbours: Double

    fileprivate init(_ model: GeneralModel) {
      person = model.person.tables()
      var address = model.address.map { log2($0) }
      address[Int(NameEvent.conflict.rawValue)] -= log2(Chances.conflict)
      address[Int(NameEvent.extra.rawValue)] *= GeneralModel.extraShare
      self.address = address
      prior = model.prior
      neighbours = model.neighbours
    }

    /// The parts of the odds; the address stands in `residence`, the third class in `household`.
    func weigh(_ c: GeneralComparison) -> Model.Parts {
      var parts = person.weigh(c.person)
      parts.prior = prior
      guard c.addressEvents != 0 else { return parts }
      let bits = Double(c.addressChance) + words(c.addressEvents)
      // Who moves changes every word at once: the words may differ for one reason.
      parts.residence = log2(GeneralModel.moved + (1 - GeneralModel.moved) * exp2(min(500, bits)))
      parts.household = -log2(1 + exp2(min(1000, neighbourOdds(c, parts))))
      return parts
    }

    /// What the events of an address are worth, without their chance.
    func words(_ events: UInt64) -> Double {
      var bits = 0.0
      for event in 0..<8 { bits += Double(events >> UInt64(event * 8) & 255) * address[event] }
      return bits
    }

    /// log2 odds of "one place, another person" against two strangers.
    private func neighbourOdds(_ c: GeneralComparison, _ parts: Model.Parts) -> Double {
      neighbours + parts.residence + GeneralModel.atOnePlace(c)
    }
  }

  /// What birth date, place of birth and name are worth to two people of one place, in bits; nothing that is learned
  /// changes it.
  static func atOnePlace(_ c: GeneralComparison) -> Double {
    guard c.alignedWords > 0 else { return -.infinity }
    var h = 0.0
    if c.person.birthLevel == 0 { h += max(0, twins + Double(c.person.birthChance)) }
    // Members of a household were mostly born in one place: 0.6.
    if c.person.placeLevel == 0 { h += Double(c.person.placeChance) - 0.737 }
    if c.person.placeLevel == 2 { h -= 1.3219 }
    let aligned = Double(c.person.alignedTokens)
    guard aligned > 0 else { return h }
    // Members of a household share a name token at the cost of a bit each, a whole name hardly ever.
    let shared = c.person.events(.conflict) > 0 ? -aligned : -aligned - (c.isNameExact ? 5 : 3)
    return h + max(0, Double(c.person.nameChance) + shared)
  }
}
