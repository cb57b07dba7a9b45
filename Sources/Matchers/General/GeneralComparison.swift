import RollModel

/// What comparing two records of a general roll saw: name, birth date, place, sex and marital status as everywhere, and
/// the words of both addresses. 72 bytes.
struct GeneralComparison: BitwiseCopyable, Sendable {
  var person = Comparison()
  /// Eight counters of a byte each, see `NameEvent`.
  var addressEvents: UInt64 = 0
  /// Sum of the chances of the aligned words, in bits.
  var addressChance: Float = 0

  @inline(__always) func words(_ event: NameEvent) -> Int { Int(addressEvents >> (event.rawValue * 8) & 255) }

  /// Born on one day, names not wholly equal, addresses alike: twins look like this, and no number tells them apart.
  var mayBeTwins: Bool {
    person.birthLevel == BirthLevel.exact.rawValue && alignedWords > 0 && !(isNameExact && !namesDiffer)
  }

  /// Every aligned name token is equal.
  var isNameExact: Bool { person.alignedTokens == person.events(.exact) }

  /// The dates differ in every part, or but for the year, and the names in a token: two people beyond doubt.
  ///
  /// `byName`: the roll has no dates to speak of, so the name alone decides.
  func isOfTwoPeople(byName: Bool) -> Bool { namesDiffer && (byName || datesDiffer) }

  var namesDiffer: Bool { person.events(.conflict) > 0 }
  var datesDiffer: Bool {
    person.birthLevel == BirthLevel.year.rawValue || person.birthLevel == BirthLevel.different.rawValue
  }

  /// No name token in common, and dates that differ: an address alone never makes two rows one person.
  var isAddressOnly: Bool { person.alignedTokens == 0 && namesDiffer && datesDiffer }

  /// Words of the address that found a partner.
  var alignedWords: Int {
    words(.exact) + words(.phonetic) + words(.typo) + words(.typos) + words(.short) + words(.glue)
  }
}

/// Compares two records of a general roll wholly. One per thread.
struct GeneralComparator: ~Copyable {
  private let set: RecordSet
  private var people: PairComparator
  private let addresses: BagComparator

  init(_ inputs: GeneralInputs) {
    set = inputs.set
    people = PairComparator(inputs.set, inputs.frequencies, inputs.places)
    addresses = BagComparator(inputs.addresses)
  }

  /// Symmetric in its records.
  mutating func compare(_ i: Int, _ j: Int) -> GeneralComparison {
    var result = GeneralComparison(person: people.compare(i, j))
    // Where one lives is compared by words; a family card can only stand in a list.
    result.person.residenceLevel = -1
    result.person.residenceChance = 0
    result.person.familyCard = -1
    refineBirth(set.records[i], set.records[j], &result.person)
    (result.addressEvents, result.addressChance) = addresses.compare(i, j)
    return result
  }

  /// How the names of two records are aligned, for an explanation.
  mutating func alignment(_ c: GeneralComparison) -> NameAlignment {
    people.alignment(Int(c.person.a), Int(c.person.b))
  }

  /// A date one keystroke away is more than a part in common: one digit, or two neighbouring digits changed over.
  ///
  /// Source: matching page, section 11 (u = 30 times the date's own chance).
  private func refineBirth(_ x: MatchRecord, _ y: MatchRecord, _ c: inout Comparison) {
    guard c.birthLevel >= 5, x.hasFullDate, y.hasFullDate, Self.isOneKeystroke(x, y) else { return }
    c.birthLevel = BirthLevel.oneKeystroke.rawValue
    c.birthChance = max(0, min(x.birthBits, y.birthBits) - 4.9069)
  }

  static func isOneKeystroke(_ x: MatchRecord, _ y: MatchRecord) -> Bool {
    var a = digits(x)
    var b = digits(y)
    var apart = 0
    var swapped = 0
    var before = (a: UInt32(10), b: UInt32(10))
    for _ in 0..<8 {
      let p = a % 10
      let q = b % 10
      if p != q {
        apart += 1
        if before.a != before.b, before.a == q, before.b == p { swapped += 1 }
      }
      before = (p, q)
      a /= 10
      b /= 10
    }
    return apart == 1 || apart == 2 && swapped == 1
  }

  /// The date as eight digits, YYYYMMDD.
  private static func digits(_ x: MatchRecord) -> UInt32 { x.year * 10_000 + x.month * 100 + x.day }
}

/// What every step of a general matching reads.
struct GeneralInputs: Sendable {
  let roll: Roll
  let set: RecordSet
  let frequencies: Frequencies
  let places: PlaceSpellings
  let names: NameCounts
  let addresses: AddressWords
}
