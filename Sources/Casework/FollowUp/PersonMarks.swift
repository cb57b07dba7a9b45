import RollModel

/// What a row is known again by on a later roll; the raw value is its member in a line of the register.
package enum PersonMark: String, CaseIterable, Sendable {
  /// The whole NIK.
  case number = "nomor"
  /// Name, birth date and desa.
  case person = "diri"
  /// The whole NKK and the name.
  case household = "keluarga"
  /// The whole NKK and the birth date: one of the household, whatever the name is now.
  case kin = "serumah"
  /// Name and birth date wherever: the same person in another desa, or a namesake.
  case namesake = "selahir"

  /// One of them is enough to say that it is the person.
  package static let strong: [PersonMark] = [.number, .person, .household]
  /// These tell that it may be.
  package static let weak: [PersonMark] = [.kin, .namesake]
}

/// Who a row is of, as hashes under the register's key.
///
/// 0 is a row without such a mark: one whose number is not whole, whose birth date is not complete, or that has no name.
/// The mark of the person alone goes without a birth date where there is none.
package struct PersonMarks: Sendable, Hashable {
  package var number: UInt64
  package var person: UInt64
  package var household: UInt64 = 0
  package var kin: UInt64 = 0
  package var namesake: UInt64 = 0

  package init(number: UInt64, person: UInt64) { (self.number, self.person) = (number, person) }

  package subscript(_ mark: PersonMark) -> UInt64 {
    get {
      switch mark {
      case .number: number
      case .person: person
      case .household: household
      case .kin: kin
      case .namesake: namesake
      }
    }
    set {
      switch mark {
      case .number: number = newValue
      case .person: person = newValue
      case .household: household = newValue
      case .kin: kin = newValue
      case .namesake: namesake = newValue
      }
    }
  }

  /// The marks of some kinds that are there.
  ///
  /// - Parameter kabupaten: of a province, where rows of this kabupaten alone are meant; 0 is the whole case.
  package func shown(_ kinds: [PersonMark], in kabupaten: Int = 0) -> [UInt64] {
    kinds.map { self[$0] }.filter { $0 != 0 }.map { Self.mark($0, in: kabupaten) }
  }

  /// A mark as rows of one kabupaten bear it: what its KPU was asked is judged on them alone.
  fileprivate static func mark(_ hash: UInt64, in kabupaten: Int) -> UInt64 {
    kabupaten == 0 ? hash : mixed(hash ^ mixed(UInt64(kabupaten)))
  }

  /// - Parameter place: the desa where the person is to stand, where that is not the row's.
  package init(_ voter: Voter, _ key: KeyedHash, at place: AreaTable.Entry? = nil) {
    self.init(voter, key, place: Self.place(place ?? voter.area))
  }

  fileprivate init(_ voter: Voter, _ key: KeyedHash, place: UInt64) {
    let card = SharedDigits.all.key(voter.nkk)
    let birth = voter.birth
    number = voter.nik.isFull ? key.of(CollectionOfOne(voter.nik.bits)) : 0
    if let card, birth.isComplete { kin = key.of([Self.kinTag, card, UInt64(birth.bits)]) }
    let words = voter.roll.lexicon.tokens
    let tokens = voter.tokens
    guard !tokens.isEmpty else {
      person = 0
      return
    }
    var name = key.start()
    for token in tokens { name.take(words.contentHash(Int(token))) }
    func hash(_ rest: UInt64...) -> UInt64 {
      var state = name
      for word in rest { state.take(word) }
      return state.finish()
    }
    person = hash(UInt64(birth.bits), place)
    if let card { household = hash(Self.householdTag, card) }
    if birth.isComplete { namesake = hash(UInt64(birth.bits)) }
  }

  /// Keep hashes of unlike things apart.
  private static let (kinTag, householdTag): (UInt64, UInt64) = (1 << 63 | 1, 1 << 63 | 2)

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

/// How many rows bear each of the marks.
package struct PersonCounts: Sendable, Equatable {
  private var counts: [PersonMark: Int] = [:]

  package init(number: Int = 0, person: Int = 0) { counts = [.number: number, .person: person] }

  package subscript(_ mark: PersonMark) -> Int {
    get { counts[mark] ?? 0 }
    set { counts[mark] = newValue }
  }

  package static func == (a: PersonCounts, b: PersonCounts) -> Bool {
    PersonMark.allCases.allSatisfy { a[$0] == b[$0] }
  }
}

/// The marks that are asked for, and which rows bear one of them.
package struct WantedMarks: Sendable {
  private let hashes: Set<UInt64>
  private let filter: KeyFilter

  package init(_ marks: some Sequence<PersonMarks>) {
    hashes = Set(marks.lazy.flatMap { $0.shown(PersonMark.allCases) })
    filter = KeyFilter(hashes)
  }

  /// The rows of a roll that bear one of them, in order. O(rows): each is hashed once.
  package func rows(of roll: Roll, _ key: KeyedHash, threads: Int) -> [(row: Int, marks: PersonMarks)] {
    guard !hashes.isEmpty else { return [] }
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

  func has(_ marks: PersonMarks) -> Bool { PersonMark.allCases.contains { has(marks[$0]) } }

  func has(_ hash: UInt64) -> Bool { hash != 0 && filter.mayHold(hash) && hashes.contains(hash) }
}

/// Rows of the roll and of lists by the marks that are asked for, in the whole case and in each kabupaten of a province.
package struct PersonIndex: Sendable {
  private let wanted: WantedMarks
  private var counts: [UInt64: Int] = [:]

  package init(_ wanted: WantedMarks) { self.wanted = wanted }

  /// Counts one row; in a kabupaten of its own where that is not 0.
  package mutating func count(_ marks: PersonMarks, in kabupaten: Int) {
    for mark in PersonMark.allCases where wanted.has(marks[mark]) {
      counts[marks[mark], default: 0] += 1
      if kabupaten != 0 { counts[PersonMarks.mark(marks[mark], in: kabupaten), default: 0] += 1 }
    }
  }

  /// Rows of a kabupaten, or of the whole case, which is 0.
  package func rows(_ marks: PersonMarks, in kabupaten: Int = 0) -> PersonCounts {
    var rows = PersonCounts()
    for mark in PersonMark.allCases where marks[mark] != 0 {
      rows[mark] = counts[PersonMarks.mark(marks[mark], in: kabupaten)] ?? 0
    }
    return rows
  }
}
