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
    self.init(voter, key, place: Self.place(place ?? voter.area))
  }

  fileprivate init(_ voter: Voter, _ key: KeyedHash, place: UInt64) {
    number = voter.nik.isFull ? key.of(CollectionOfOne(voter.nik.bits)) : 0
    let words = voter.roll.lexicon.tokens
    let tokens = voter.tokens
    guard !tokens.isEmpty else {
      person = 0
      return
    }
    var state = key.start()
    for token in tokens { state.take(words.contentHash(Int(token))) }
    state.take(UInt64(voter.birth.bits))
    state.take(place)
    person = state.finish()
  }

  /// Of the person that a finding stands on: who is to be put on the roll of another desa, as he will stand there.
  package init(_ finding: Finding, _ voter: Voter, _ key: KeyedHash) {
    self.init(voter, key, at: finding.place == 0 ? nil : voter.roll.lexicon.areas[finding.place])
  }

  /// The desa as a number: its code, or a hash of its name.
  fileprivate static func place(_ area: AreaTable.Entry) -> UInt64 {
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

/// The marks that are asked for, and which rows bear one of them.
package struct WantedMarks: Sendable {
  fileprivate let numbers: Set<UInt64>
  fileprivate let persons: Set<UInt64>
  private let numberFilter: KeyFilter
  private let personFilter: KeyFilter

  package init(_ marks: some Sequence<PersonMarks>) {
    numbers = Set(marks.lazy.map(\.number).filter { $0 != 0 })
    persons = Set(marks.lazy.map(\.person).filter { $0 != 0 })
    (numberFilter, personFilter) = (KeyFilter(numbers), KeyFilter(persons))
  }

  /// The rows of a roll that bear one of them, in order. O(rows): each is hashed once.
  package func rows(of roll: Roll, _ key: KeyedHash, threads: Int) -> [(row: Int, marks: PersonMarks)] {
    guard !numbers.isEmpty || !persons.isEmpty else { return [] }
    let places = roll.lexicon.areas.entries.map(PersonMarks.place)
    let cuts = pieces(of: roll.count, size: 1 << 15)
    let found = parallelMap(cuts.count, threads: threads) { cut in
      cuts[cut].compactMap { row -> (row: Int, marks: PersonMarks)? in
        let marks = PersonMarks(roll[row], key, place: places[Int(roll.columns.area[row])])
        return has(marks) ? (row, marks) : nil
      }
    }
    return found.flatMap(\.self)
  }

  func has(_ marks: PersonMarks) -> Bool {
    numberFilter.mayHold(marks.number) && numbers.contains(marks.number)
      || personFilter.mayHold(marks.person) && persons.contains(marks.person)
  }
}

/// Rows of the roll and of lists by the marks that are asked for.
package struct PersonIndex: Sendable {
  private let wanted: WantedMarks
  private var counts: [UInt64: Int] = [:]

  package init(_ wanted: WantedMarks) { self.wanted = wanted }

  /// Counts one row.
  package mutating func count(_ marks: PersonMarks) {
    if wanted.numbers.contains(marks.number) { counts[marks.number, default: 0] += 1 }
    if wanted.persons.contains(marks.person) { counts[marks.person, default: 0] += 1 }
  }

  package func rows(_ marks: PersonMarks) -> PersonCounts {
    PersonCounts(number: counts[marks.number] ?? 0, person: counts[marks.person] ?? 0)
  }
}
