import RollModel

/// Every rule, in the order of reports. A new rule is one file and one line here.
package enum Rulebook {
  package static let rules: [any Rule.Type] = [
    // Kematian
    DeceasedVoter.self,
    // Ganda
    DuplicateVoter.self,
    BothStruck.self,
    PossibleTwins.self,
    DuplicateElsewhere.self,
    // Kelayakan
    UnderageVoter.self,
    MovedVoter.self,
    MovedWithin.self,
    ForeignCitizen.self,
    ActiveSoldier.self,
    PoliceOfficer.self,
    RevokedRight.self,
    BackWithoutReason.self,
    StruckAgainstRecord.self,
    MovedWithoutTrace.self,
    NamesakeStruck.self,
    // Data diri
    InvalidNIK.self,
    NIKDisagreesWithBirth.self,
    SharedNIK.self,
    ImplausibleBirthDate.self,
    VeryOldVoter.self,
    InvalidFamilyCard.self,
    OddName.self,
    UnknownCode.self,
    WithoutCard.self,
    // Alamat
    MissingNeighbourhood.self,
    MissingAddress.self,
    // TPS
    SplitFamily.self,
    OverfullStation.self,
    // Coklit
    UnvisitedNeighbourhood.self,
    UnvisitedHousehold.self,
    LowVisitCoverage.self,
    StickerWithoutVisit.self,
    VisitWithoutSticker.self,
    CardVisitedTwice.self,
    VisitedAtOtherStation.self,
    VisitOutOfSchedule.self,
    VisitWithoutVoters.self,
    VoterWithoutCard.self,
    // Daftar khusus
    UnlistedResident.self,
    UnlistedArrival.self,
    HighSpecialListShare.self,
    ListedSpecialVoter.self,
    // Rekap
    AreaWithoutVoters.self,
    UnknownArea.self,
    RollBalance.self,
    GoneWithoutCode.self,
    DeathsBelowDeeds.self,
    UnusualChange.self,
    CountsDisagree.self,
    CountsDoNotAdd.self,
    CountedThoughStruck.self,
    OldSource.self,
  ]

  package static let cards: [RuleCard] = rules.map { $0.card }

  package static func card(id: String) -> RuleCard? {
    let current = RuleNames.current(id)
    return cards.first { $0.id == current }
  }

  package static func rule(id: String) -> (any Rule.Type)? {
    let current = RuleNames.current(id)
    return rules.first { $0.card.id == current }
  }
}
