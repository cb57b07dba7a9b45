import Platform

/// Everything that turns a comparison into odds: m, u, prior, and the household class where there is one.
struct Model: Sendable {
  var likelihoods: Likelihoods
  let chances: Chances
  /// log2 odds, before any comparison, that a pair is one person.
  var prior: Double
  /// Nil for lists that carry no family card.
  var household: HouseholdClass?
  let mode: NumberMode

  /// The parts of the odds of one comparison, in bits; absent fields are 0. Their sum is `total`.
  struct Parts: Sendable {
    var name = 0.0
    var length = 0.0
    var birth = 0.0
    var number = 0.0
    var familyCard = 0.0
    var place = 0.0
    var sex = 0.0
    var residence = 0.0
    var marital = 0.0
    var father = 0.0
    /// The prior and the household correction.
    var prior = 0.0
    var household = 0.0
    /// What the chance takes back that the two are twins who live apart (`TwinsApart`).
    var twins = 0.0

    /// Evidence without prior and corrections.
    var evidence: Double { name + length + birth + number + familyCard + place + sex + residence + marital + father }
    var total: Double { prior + evidence + household + twins }
  }

  /// The weight tables of this model, made once for many comparisons.
  func tables() -> Tables { Tables(self) }

  /// The same without what the roll says of tokens that are alike: a scan's bounds rest on the plain figures. An equal
  /// number is as rare there as it was issued, so that numbers under two names are kept, to be told.
  func scanTables() -> Tables {
    var plain = chances
    plain.likeTokens = plain.likeTokens.map { _ in 0 }
    if !mode.isWeak {
      for row in 0..<NumberTable.chanceRows {
        plain.number[row * 8] = NumberChances.Start.defaults[NumberTable.group(row: row)][0]
      }
    }
    return Tables(Model(likelihoods: likelihoods, chances: plain, prior: prior, household: household, mode: mode))
  }

  /// Logs of the likelihood ratios, so that weighing is additions and look-ups.
  struct Tables: Sendable {
    let name: [Double]
    let conflict: Double
    let length: [Double]
    let birth: [Double]
    /// log2 of m by `numberCell`, and of u by `chanceCell`.
    let numberM: [Double]
    let numberU: [Double]
    let familyCard: [Double]
    let place: [Double]
    let sex: [Double]
    let residence: [Double]
    let marital: [Double]
    let father: [Double]
    let prior: Double
    let household: HouseholdClass?

    fileprivate init(_ model: Model) {
      let m = model.likelihoods
      let u = model.chances
      name = zip(m.name, u.likeTokens).map { log2($0) + $1 }
      conflict = log2(m.name[Int(NameEvent.conflict.rawValue)] / Chances.conflict)
      length = m.length.map { log2($0) }
      birth = m.birth.map { log2($0) }
      numberM = m.number.map { log2($0) }
      numberU = u.number.map { log2($0) }
      familyCard = [log2(m.familyCard[0] / (1 - u.sameFamilyCard)), log2(m.familyCard[1] / u.sameFamilyCard)]
      place = m.place.map { log2($0) }
      sex = m.sex.map { log2($0) }
      residence = m.residence.map { log2($0) }
      marital = zip(m.marital, u.marital).map { log2($0 / $1) }
      father = m.father.map { log2($0) }
      prior = model.prior
      household = model.household
    }

    /// Bits of the number levels by `numberCell`, before any second look.
    var number: [Double] { zip(numberM, numberU).map { $0 - $1 } }

    /// Weighs one comparison. O(1).
    @inline(__always) func weigh(_ c: Comparison) -> Parts { weigh(c, household: householdBits(c)) }

    /// What the chance that the two are of one household takes back.
    @inline(__always) func householdBits(_ c: Comparison) -> Double {
      guard c.familyCard == 1, let household else { return 0 }
      return -log2(1 + exp2(min(1000, household.prior + household.bits(c))))
    }

    /// The same with a correction for the household that was worked out before.
    @inline(__always) func weigh(_ c: Comparison, household: Double) -> Parts {
      var parts = Parts()
      parts.prior = prior
      if c.nameEvents != 0 {
        var sum = Double(c.nameChance)
        for event in 0..<6 { sum += Double(c.nameEvents >> UInt64(event * 8) & 255) * name[event] }
        parts.name = sum + Double(c.events(.conflict)) * conflict
      }
      if c.lengthLevel >= 0 { parts.length = length[Int(c.lengthLevel)] + Double(c.lengthChance) }
      if c.birthLevel >= 0 { parts.birth = birth[Int(c.birthLevel)] + Double(c.birthChance) }
      if c.numberCell >= 0 { parts.number = numberBits(c, birth: parts.birth) }
      if c.familyCard >= 0 { parts.familyCard = familyCard[Int(c.familyCard)] }
      if c.placeLevel >= 0 { parts.place = place[Int(c.placeLevel)] + Double(c.placeChance) }
      if c.sexLevel >= 0 { parts.sex = sex[Int(c.sexLevel)] + Double(c.sexChance) }
      if c.residenceLevel >= 0, c.familyCard != 1 {
        parts.residence = residence[Int(c.residenceLevel)] + Double(c.residenceChance)
      }
      if c.maritalLevel >= 0 { parts.marital = marital[Int(c.maritalLevel)] }
      // Sisters and brothers have one father: within a household his name says nothing.
      if c.fatherLevel >= 0, c.familyCard != 1 { parts.father = father[Int(c.fatherLevel)] + c.fatherChance }
      parts.household = household
      return parts
    }

    /// Where birth dates differ and the dates in the numbers agree, the number is never worth more than an exact birth
    /// date with the same number level would be, less two bits (matching page, 4.3).
    @inline(__always) private func numberBits(_ c: Comparison, birth: Double) -> Double {
      let bits = numberM[Int(c.numberCell)] - numberU[c.chanceCell]
      guard c.numberDateChance > 0, c.numberCell >= 16, c.numberLevel != 0 else { return bits }
      return min(bits, Double(c.numberDateChance) - 2 + numberM[c.numberLevel] - numberU[c.numberLevel] - birth)
    }
  }
}

extension Comparison {
  /// One number, no name in common: an error of entry, not one person (C4); in weak files it is no evidence at all.
  var isNumberOnly: Bool { numberLevel == 0 && nameEvents != 0 && alignedTokens == 0 }

  /// The same for a list row (D3): no name in common and another birth date, or another given name and a far date.
  var isNumberOnlyLink: Bool {
    guard numberLevel == 0, nameEvents != 0 else { return false }
    return alignedTokens == 0 && birthLevel != 0 || given == 0 && (birthLevel == 6 || birthLevel == 8)
  }
}
