/// The law that cards cite, written one way. Source: domain page, section 7.
enum Authority {
  static let votersRight = "UU 7/2017 Pasal 198"
  static let rollOfPemilu = "UU 7/2017 Pasal 202–220"
  static let electionAct = "UU 7/2017"
  static let continuousUpdate = "PKPU 1/2025"
  static let rollPemilu = "PKPU 7/2022 jo 7/2023"
  static let rollPilkada = "PKPU 7/2024"
  static let supervisionOfUpdate = "Perbawaslu 1/2025 Pasal 3–6"
  static let supervisionPemilu = "Perbawaslu 4/2023"
  static let improvement = "Perbawaslu 5/2022 Pasal 18"

  /// What every rule on a row of the roll rests on.
  static let roll = [electionAct, continuousUpdate, rollPemilu, rollPilkada]
  /// What every rule on coklit rests on.
  static let visits = [rollOfPemilu, rollPemilu, rollPilkada, supervisionOfUpdate]
}
