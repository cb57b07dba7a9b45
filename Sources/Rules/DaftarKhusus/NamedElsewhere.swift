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
    /// Rows by birth date and first word of the name.
    let born: [UInt64: [Int]]
  }

  private let lists: [List]

  static let roles: [Role] = [.deaths, .moves, .military, .police, .foreigners, .revoked]
  private static let leastDigits = 10

  /// - Parameter persons: those who will be asked for.
  init(_ persons: [Voter], in data: CaseData, on roles: [Role] = Self.roles) {
    let asked = KeyFilter(persons.compactMap { Self.birthKey($0.roll, $0.row) })
    lists = roles.compactMap { data.lists[$0] }.map { roll in
      var born: [UInt64: [Int]] = [:]
      for row in 0..<roll.count {
        if let key = Self.birthKey(roll, row), asked.mayHold(key) { born[key, default: []].append(row) }
      }
      let numbers = NumberJoin(roll.columns.nik, asking: persons.map(\.nik), least: Self.leastDigits)
      return List(roll: roll, numbers: numbers, born: born)
    }
  }

  /// Birth date and first word of the name in one number; nil where either is missing.
  @inline(__always) private static func birthKey(_ roll: Roll, _ row: Int) -> UInt64? {
    let birth = roll.columns.birth[row]
    return birth.isComplete ? roll.firstWord(of: row, with: birth.bits) : nil
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
      if let key = Self.birthKey(person.roll, person.row),
        let namesake = list.born[key]?.first(where: { list.roll[$0].hasName(of: person) })
      {
        return Place(role: list.roll.role, row: namesake, digits: 0)
      }
    }
    return nil
  }
}
