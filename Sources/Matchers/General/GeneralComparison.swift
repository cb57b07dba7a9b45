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

  /// A list's row that agrees in more than a name and a birthplace, which many share: in the birth date or its year, the
  /// desa, or words of the address.
  var isGroundedLink: Bool {
    (0..<BirthLevel.different.rawValue).contains(person.birthLevel) || (0...1).contains(person.residenceLevel)
      || alignedWords > 0
  }

  /// No name token in common, and dates that differ: an address alone never makes two rows one person.
  var isAddressOnly: Bool { person.alignedTokens == 0 && namesDiffer && datesDiffer }

  /// Words of the address that found a partner.
  var alignedWords: Int {
    words(.exact) + words(.phonetic) + words(.typo) + words(.typos) + words(.short) + words(.glue)
  }
}

/// What every step of a general matching reads.
struct GeneralInputs: Sendable {
  let roll: Roll
  let set: RecordSet
  let frequencies: Frequencies
  let places: PlaceSpellings
  let names: NameCounts
  let addresses: AddressWords

  /// Of the two records of a comparison.
  func haveFullDates(_ c: Comparison) -> Bool {
    set.records[Int(c.a)].hasFullDate && set.records[Int(c.b)].hasFullDate
  }
}
