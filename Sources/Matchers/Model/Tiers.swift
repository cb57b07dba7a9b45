import RollModel

/// Thresholds between the tiers; names are fixed, numbers are settings (matching page, section 8 with 13.1).
package struct TierThresholds: Sendable, Equatable {
  /// Least probability of `pasti`; without an equal NIK `certainWithoutNumber` is asked.
  package var certain = 0.99
  package var certainWithoutNumber = 0.999
  package var strong = 0.95
  /// The same on person files that are no roll, whose probabilities nobody has measured so.
  package var strongInGeneralRolls = 0.98
  /// The same for duplicates where a roll holds few of them: what a small roll says of itself is less sure.
  package var strongInSmallRolls = 0.999
  package var verify = 0.4
  /// Pairs below are not listed at all.
  package var listed = 0.05
  /// Lists: strong and verify, and the lead in bits over the second candidate.
  package var linkStrong = 0.95
  package var linkVerify = 0.3
  package var linkCertainLead = 7.0
  package var linkStrongLead = 4.0

  package init() {}
}

extension Comparison {
  /// Fewer expected pairs than this make a small roll.
  static let fewPairs = 100.0

  /// Numbers that speak against one person: another serial, another date, another region, or each its own date.
  var hasNumberConflict: Bool { numberLevel >= 3 }

  /// The tier of a pair within the roll that no guard holds. `hasRival`: either row has another candidate.
  ///
  /// - Parameter expected: pairs of one person that training expects in the roll.
  func duplicateTier(
    _ p: Double, hasRival: Bool, mode: NumberMode, expected: Double = .infinity, design: Design = .full,
    thresholds t: TierThresholds
  ) -> Tier {
    let isSmall = expected < Self.fewPairs
    let strong = isSmall ? max(t.strong, t.strongInSmallRolls) : t.strong
    var tier = Tier.candidate
    // Without one name token in common nobody is called the same person.
    guard alignedTokens > 0 || !design.contains(.needsCommonName) else { return tier }
    if p >= t.verify { tier = .verify }
    if p >= strong, !(hasRival && hasNumberConflict), !isSmall || isDoublyAnchored { tier = .strong }
    // Three rows of one number, name and date are as sure as two: a rival that is the same person is none.
    let saysTheSame = numberLevel == 0 && hasEqualNames && birthLevel == 0
    if p >= t.certain, !hasRival || saysTheSame, isDoublyAnchored || birthLevel == 0 && !isSmall {
      let byNumber = numberLevel == 0 && mode == .full && given > 0
      let byRest = !hasNumberConflict && !hasStrangeToken && p >= t.certainWithoutNumber
      if byNumber || byRest { tier = .certain }
    }
    switch mode {
    case .full: return mayBeTwinsWithOneNumber ? min(tier, .verify) : tier
    case .truncated: return min(tier, mayBeTwinsWithOneNumber || mayBeTwinsWithCutNumbers ? .verify : .strong)
    case .masked: return min(tier, .verify)
    }
  }

  /// One number and one thing more that agrees, or one date, one card and one given name. A model of errors says how
  /// likely two errors of one person are beside a chance; in a small roll it has learned that from too few.
  private var isDoublyAnchored: Bool {
    if numberLevel == 0 { return (0...5).contains(birthLevel) || familyCard == 1 || hasEqualNames }
    return birthLevel == 0 && familyCard == 1 && given == 1
  }

  /// The tier of an assigned list row. `lead`: bits over the row's second candidate.
  func linkTier(
    _ p: Double, lead: Double, mode: NumberMode, design: Design = .full, thresholds t: TierThresholds
  ) -> Tier {
    var tier = Tier.candidate
    if p >= t.linkVerify { tier = .verify }
    if p >= t.linkStrong, lead >= t.linkStrongLead { tier = .strong }
    if p >= t.certain, lead >= t.linkCertainLead {
      let byNumber = numberLevel == 0 && given > 0
      let byDate = birthLevel == 0 && given > 0 && !hasNumberConflict && !hasStrangeToken && p >= t.certainWithoutNumber
      if byNumber || byDate { tier = .certain }
    }
    if isLikelyRelative, design.contains(.relatives) { return .candidate }
    if alignedTokens == 0, design.contains(.needsCommonName) {
      return numberLevel == 0 && birthLevel == 0 ? min(tier, .verify) : .candidate
    }
    if !isGroundedLink, !(isNearlyGroundedLink && p >= t.certain) { tier = min(tier, .verify) }
    if isContradicted { tier = min(tier, .verify) }
    // The row may mean the voter's twin.
    if mayBeTwinsByNumbers(mode), design.contains(.twinGuard) { tier = min(tier, .verify) }
    guard mode.isWeak else { return tier }
    return min(tier, numberLevel == 0 && given == 0 ? .verify : .strong)
  }

  /// A number that agrees but for an error of writing, or one full birth date and no number against it: a name and a place
  /// alone, or a year, are no ground for more than a look in the field.
  private var isGroundedLink: Bool {
    if (0...2).contains(numberLevel) || numberLevel == 3 && birthLevel == 0 { return true }
    return isFullDate && (birthLevel == 0 || birthLevel == 1) && hasCloseToken
  }

  /// What one record says is said otherwise by the other, so that only the field can tell whom the row means: one number
  /// under birth dates that differ in every part (of 41 such deaths in six made-up rolls of a million 14 were a namesake's
  /// with the voter's number), two whole numbers of two people without a common home, or a man and a woman with neither a
  /// number nor a birth date in common.
  private var isContradicted: Bool {
    numberLevel == 0 && birthLevel == 8 || hasNumberConflict && !(0...2).contains(residenceLevel)
      || sexLevel == 1 && birthLevel != 0 && !(0...2).contains(numberLevel)
  }

  /// Two whole birth dates that an error of writing tells apart, at one address or on one family card, and no number
  /// against it: of 240 such links in twelve made-up kabupaten none was false (decision 0025).
  private var isNearlyGroundedLink: Bool {
    isFullDate && (2...5).contains(birthLevel) && (residenceLevel == 0 || familyCard == 1) && hasCloseToken
      && !hasNumberConflict
  }

  /// Each name has a token that the other has nothing like, and no number says that they are one person all the same:
  /// so are twins named, who share a birth date, a home and often the first name.
  private var hasStrangeToken: Bool { events(.conflict) > 0 && !(0...2).contains(numberLevel) }

  /// A token of the name that agrees but for sound, one letter, a short form or a missing blank: a twin's differs by two.
  private var hasCloseToken: Bool { alignedTokens > events(.typos) }

  /// Another birth date in every part and no support from the number: a father, a son or a namesake of the one meant,
  /// however much the names and addresses agree.
  var isLikelyRelative: Bool {
    guard birthLevel == 8 || birthLevel == 6 && numberLevel >= 5 else { return false }
    return ![0, 1, 2, 4].contains(numberLevel)
  }

  /// Bawaslu's grade (domain page, section 6). `sameName`: every token agrees exactly. Numbers of which digits are lost or
  /// hidden are never the same number.
  func grade(_ mode: NumberMode) -> DuplicateGrade {
    let sameName = events(.exact) > 0 && nameEvents >> 8 == 0
    let sameNumber = numberLevel == 0 && !mode.isWeak
    let sameBirth = birthLevel == 0
    if sameName, sameNumber, sameBirth { return .one }
    if sameNumber, !sameBirth, !sameName { return .three }
    let supported = familyCard == 1 || (0...2).contains(numberLevel) || residenceLevel == 0
    if sameName, sameBirth, !supported { return .three }
    return .two
  }
}
