import RollModel

/// Lists that speak against putting a person on the roll, asked whether they name one.
///
/// By NIK on the digits that both show, at least ten; where these are not all, a birth date that is known on both sides
/// must not differ. And by name and whole birth date, for lists that lost their numbers.
struct NamedElsewhere {
  /// Where a person is named.
  struct Place: Equatable {
    let role: Role
    let row: Int
    /// Digits of the NIK that agree; 0 where name and birth date do.
    let digits: Int
  }

  private struct List {
    let roll: Roll
    let numbers: NumberJoin
    /// Rows by birth date.
    let born: [CalendarDay: [Int]]
  }

  private let lists: [List]

  static let roles: [Role] = [.deaths, .moves, .military, .police, .foreigners, .revoked]
  private static let leastDigits = 10

  /// - Parameter persons: those who will be asked for.
  init(_ persons: [Voter], in data: CaseData, on roles: [Role] = Self.roles) {
    let asked = DaySet(persons.lazy.map(\.birth).filter(\.isComplete))
    lists = roles.compactMap { data.lists[$0] }.map { roll in
      var born: [CalendarDay: [Int]] = [:]
      for (row, day) in roll.columns.birth.enumerated() where asked.contains(day) {
        born[day, default: []].append(row)
      }
      let numbers = NumberJoin(roll.columns.nik, asking: persons.lazy.map(\.nik), least: Self.leastDigits)
      return List(roll: roll, numbers: numbers, born: born)
    }
  }

  /// The first list that names the person.
  func place(of person: Voter) -> Place? {
    for list in lists {
      for match in list.numbers.matches(person.nik) {
        let birth = list.roll[match.place].birth
        let differs = birth.isComplete && person.birth.isComplete && birth != person.birth
        if match.digits == 16 || !differs {
          return Place(role: list.roll.role, row: match.place, digits: match.digits)
        }
      }
      if let namesake = list.born[person.birth]?.first(where: { list.roll[$0].hasName(of: person) }) {
        return Place(role: list.roll.role, row: namesake, digits: 0)
      }
    }
    return nil
  }
}
