import RollModel

/// The law that cards cite, by what a rule is about. Numbers and titles stand in `Act`.
enum Authority {
  static let votersRight = Act.electionAct.short + " Pasal 198"

  /// What every rule on a row of the roll rests on.
  static let roll = [Act.electionAct, .continuousUpdate, .rollOfPemilu, .rollOfPilkada].map(\.short)
  /// What rules on recapitulations rest on: the counts of a roll that is fixed are read out and corrected in a plenary.
  static let counts = [
    Act.rollOfPemilu.short + " Pasal 177", Act.rollOfPilkada.short, Act.continuousUpdate.short,
    Act.supervisionOfUpdate.short,
  ]
  /// What every rule on coklit rests on: the regulations of an election's own roll, for coklit is a stage of it.
  static let visits = [
    Act.rollOfPemilu.short + " Pasal 19", Act.supervisionOfPemiluRoll.short, Act.rollOfPilkada.short,
    Act.supervisionOfPilkadaRoll.short + " Pasal 14",
  ]
}
