import RollModel

/// Thresholds between the tiers; names are fixed, numbers are settings (matching page, section 8 with 13.1).
package struct TierThresholds: Sendable, Equatable {
  /// Least probability of `pasti`; without an equal NIK `certainWithoutNumber` is asked.
  package var certain = 0.99
  package var certainWithoutNumber = 0.999
  package var strong = 0.98
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
  /// Numbers that speak against one person: another serial, another date, another region, or each its own date.
  var hasNumberConflict: Bool { numberLevel >= 3 }

  /// The tier of a pair within the roll that no guard holds. `hasRival`: either row has another candidate.
  func duplicateTier(_ p: Double, hasRival: Bool, mode: NumberMode, thresholds t: TierThresholds) -> Tier {
    var tier = Tier.candidate
    if p >= t.verify { tier = .verify }
    if p >= t.strong, !(hasRival && hasNumberConflict) { tier = .strong }
    if p >= t.certain, !hasRival {
      let byNumber = numberLevel == 0 && mode == .full && given > 0
      if byNumber || !hasNumberConflict && p >= t.certainWithoutNumber { tier = .certain }
    }
    switch mode {
    case .full: return tier
    case .truncated: return min(tier, .strong)
    case .masked: return min(tier, .verify)
    }
  }

  /// The tier of an assigned list row. `lead`: bits over the row's second candidate.
  func linkTier(_ p: Double, lead: Double, mode: NumberMode, thresholds t: TierThresholds) -> Tier {
    var tier = Tier.candidate
    if p >= t.linkVerify { tier = .verify }
    if p >= t.linkStrong, lead >= t.linkStrongLead { tier = .strong }
    if p >= t.certain, lead >= t.linkCertainLead {
      let byNumber = numberLevel == 0 && given > 0
      let byDate = birthLevel == 0 && given > 0 && !hasNumberConflict && p >= t.certainWithoutNumber
      if byNumber || byDate { tier = .certain }
    }
    return mode.isWeak ? min(tier, .strong) : tier
  }

  /// Bawaslu's grade (domain page, section 6). `sameName`: every token agrees exactly.
  var grade: DuplicateGrade {
    let sameName = events(.exact) > 0 && nameEvents >> 8 == 0
    let sameNumber = numberLevel == 0
    let sameBirth = birthLevel == 0
    if sameName, sameNumber, sameBirth { return .one }
    if sameNumber, !sameBirth, !sameName { return .three }
    let supported = familyCard == 1 || (0...2).contains(numberLevel) || residenceLevel == 0
    if sameName, sameBirth, !supported { return .three }
    return .two
  }
}
