import RollModel

/// Whether the roll has a row, which it does not strike, of some people's name and birth date in the desa that each is
/// said to have moved to.
///
/// As far as dates are known: a roll that hides numbers hides birth years too, and then nothing else tells that somebody
/// has arrived.
struct StandingNamesakes {
  /// By desa and first word of the name.
  private var rows: [UInt64: [Voter]] = [:]

  /// One pass over the roll, of which most rows are passed over at one look.
  init(_ people: [(voter: Voter, desa: Int)], _ roll: Roll) {
    let asked = KeyFilter(
      people.compactMap { $0.voter.roll.firstWord(of: $0.voter.row, with: UInt32($0.desa)) })
    guard !people.isEmpty else { return }
    for row in 0..<roll.count {
      guard let key = roll.firstWord(of: row, with: roll.columns.area[row]), asked.mayHold(key), !roll[row].isStruck
      else {
        continue
      }
      rows[key, default: []].append(roll[row])
    }
  }

  func has(_ person: Voter, in desa: Int) -> Bool {
    guard let key = person.roll.firstWord(of: person.row, with: UInt32(desa)) else { return false }
    return rows[key]?.contains { $0.hasName(of: person) && $0.birth.mayBe(person.birth) } ?? false
  }
}

extension CalendarDay {
  /// Whether both may be one date: day and month are known and equal, and the year where both know it.
  fileprivate func mayBe(_ other: CalendarDay) -> Bool {
    day != 0 && month != 0 && dayMonth == other.dayMonth && (year == 0 || other.year == 0 || year == other.year)
  }
}
