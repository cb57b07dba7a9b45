/// Which numbering a code column follows: the one place that says what a number means (setting `kode_tms`).
///
/// A number that the table does not have is not guessed at: the voter is counted and rule `kode-tidak-dikenal` tells of it.
public enum CodeTable: String, Sendable, CaseIterable {
  /// Eight codes, and those of voters struck after the DPT is fixed as far as a source tells them: what 92 to 95 mean stands
  /// nowhere. Source: practice page, section 1.
  case since2023 = "2023"
  /// Ten codes.
  case until2020 = "2018"

  public func code(_ number: Int) -> TMSCode? { rows.first { $0.number == number }?.code }

  /// The first number that this table gives a reason; nil where the table does not know it.
  public func number(_ code: TMSCode) -> Int? { rows.first { $0.code == code }?.number }

  private var rows: [(number: Int, code: TMSCode)] {
    switch self {
    case .since2023:
      [
        (1, .deceased), (2, .duplicate), (3, .underage), (4, .moved), (5, .foreign), (6, .military), (7, .police),
        (8, .wrongStation), (91, .deceased), (96, .military), (97, .police),
      ]
    case .until2020:
      [
        (1, .deceased), (2, .duplicate), (3, .underage), (4, .moved), (5, .unknownPerson), (6, .military),
        (7, .police), (8, .insane), (9, .revoked), (10, .notResident),
      ]
    }
  }
}
