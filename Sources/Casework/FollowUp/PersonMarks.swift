import RollModel

/// Who a row is of, as two hashes under the register's key: by the whole NIK, and by name, birth date and desa.
///
/// 0 is a row without such a mark: one whose NIK is not whole, or that has no name.
package struct PersonMarks: Sendable, Hashable {
  package var number: UInt64
  package var person: UInt64

  package init(number: UInt64, person: UInt64) { (self.number, self.person) = (number, person) }

  /// - Parameter place: the desa where the person is to stand, where that is not the row's.
  package init(_ voter: Voter, _ key: KeyedHash, at place: AreaTable.Entry? = nil) {
    number = voter.nik.isFull ? key.of(CollectionOfOne(voter.nik.bits)) : 0
    let roll = voter.roll
    let tokens = voter.tokens
    guard !tokens.isEmpty else {
      person = 0
      return
    }
    var words = tokens.map { roll.lexicon.tokens.contentHash(Int($0)) }
    words.append(UInt64(voter.birth.bits))
    words.append(Self.place(place ?? voter.area))
    person = key.of(words)
  }

  /// Of the person that a finding stands on: who is to be put on the roll of another desa, as he will stand there.
  package init(_ finding: Finding, _ voter: Voter, _ key: KeyedHash) {
    self.init(voter, key, at: finding.place == 0 ? nil : voter.roll.lexicon.areas[finding.place])
  }

  /// The desa as a number: its code, or a hash of its name.
  private static func place(_ area: AreaTable.Entry) -> UInt64 {
    if !area.code.isUnknown { return area.code.number }
    let kabupaten = area.kabupatenNumber == 0 ? "" : "/\(area.kabupatenNumber)"
    return (area.kecamatan + "/" + area.desa + kabupaten).utf8.reduce(mixed(1)) { mixed($0 ^ UInt64($1)) }
  }
}

/// How many rows bear each of two marks.
package struct PersonCounts: Sendable, Equatable {
  package var number = 0
  package var person = 0

  package init(number: Int = 0, person: Int = 0) { (self.number, self.person) = (number, person) }
}

/// Rows of the roll and of lists by the marks that are asked for.
package struct PersonIndex: Sendable {
  private let numbers: Set<UInt64>
  private let persons: Set<UInt64>
  private var counts: [UInt64: Int] = [:]

  /// - Parameter wanted: marks that will be asked for; no other row is kept.
  package init(_ wanted: some Sequence<PersonMarks>) {
    numbers = Set(wanted.lazy.map(\.number).filter { $0 != 0 })
    persons = Set(wanted.lazy.map(\.person).filter { $0 != 0 })
  }

  /// Counts the rows of a roll; `where` leaves some out.
  package mutating func count(_ roll: Roll, _ key: KeyedHash, where isCounted: (Voter) -> Bool = { _ in true }) {
    guard !numbers.isEmpty || !persons.isEmpty else { return }
    for row in 0..<roll.count {
      let voter = roll[row]
      let marks = PersonMarks(voter, key)
      guard numbers.contains(marks.number) || persons.contains(marks.person), isCounted(voter) else { continue }
      count(marks)
    }
  }

  /// Counts one row.
  mutating func count(_ marks: PersonMarks) {
    if numbers.contains(marks.number) { counts[marks.number, default: 0] += 1 }
    if persons.contains(marks.person) { counts[marks.person, default: 0] += 1 }
  }

  package func rows(_ marks: PersonMarks) -> PersonCounts {
    PersonCounts(number: counts[marks.number] ?? 0, person: counts[marks.person] ?? 0)
  }
}
