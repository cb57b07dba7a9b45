import RollModel

/// What one row of one list says of a person.
struct Record: Sendable {
  var name: Name
  var number: UInt64
  var numberForm = NumberForm.full
  /// 0 where the row has none.
  var card: UInt64
  var birth: CalendarDay
  var place: UInt16
  /// Seed of a misspelling of the place; 0 for none.
  var placeFault: UInt32 = 0
  var sex: Sex
  var marital: MaritalStatus
  var street: UInt8
  var house: UInt16
  var addressStyle: UInt8
  /// 0 where the row has none.
  var rt: Int
  var rw: Int
  var tps: UInt16
  var desa: Int
  var disability: UInt8
  var hasCard: Bool
  /// TMS code that the roll already marks the row with; 0 for none.
  var mark: UInt8 = 0
  var source: UInt8 = 0
  let people: People
  /// What the father's name is drawn from; one for the young of a household, who are likely sisters and brothers.
  var father: UInt64

  /// An `addressStyle` that writes nothing.
  static let noAddress: UInt8 = 9

  /// How the NIK stands in the row.
  enum NumberForm: UInt8, Sendable { case full, missing, fifteenDigits, letter }

  init(_ person: Person, in household: Household, desa: Int, number: UInt64) {
    name = person.name
    self.number = number
    card = household.card
    birth = person.birth
    place = person.place
    sex = person.sex
    marital = person.marital
    street = household.street
    house = household.house
    addressStyle = UInt8(mixed(household.card) % 5)
    rt = Village.rt(household.rt)
    rw = Village.rw(household.rt)
    tps = household.tps
    self.desa = desa
    disability = person.disability
    hasCard = person.hasCard
    source = UInt8(mixed(household.card ^ 7) % 5)
    people = person.people
    father = mixed((person.birth.year > 1990 ? household.card : number) ^ 0xFA)
  }
}

extension ErrorModel.Damage {
  /// Writes the faults of this table into a record.
  ///
  /// - Parameter numberFactor: multiplies the rate of damaged and missing NIK.
  func apply(to record: inout Record, added: Word, numberFactor: Double = 1, _ random: inout SeededGenerator) {
    if random.chance(name) {
      nameFaults.draw(&random).apply(to: &record.name, added: added, &random)
      if random.chance(secondFault) { nameFaults.draw(&random).apply(to: &record.name, added: added, &random) }
    }
    if random.chance(date) { record.birth = dateFaults.draw(&random).apply(to: record.birth, &random) }
    if random.chance(numberMissing * numberFactor) {
      record.numberForm = .missing
    } else if random.chance(number * numberFactor) {
      record.number = Self.misread(record.number, &random)
    }
    if random.chance(card) { record.card = Self.misread(record.card, &random) }
    if random.chance(place) { damagePlace(of: &record, &random) }
    if random.chance(sex) { record.sex = record.sex == .male ? .female : .male }
    if random.chance(marital) {
      record.marital = random.pick(MaritalStatus.allCases.filter { $0 != record.marital })
    }
    if random.chance(address) {
      record.addressStyle = UInt8(random.below(5))
      if random.chance(0.3) { record.street = UInt8(random.below(Gazetteer.streets.count)) }
    }
  }

  /// Misspelt, or another place of the same person: the kecamatan for the desa, or the kabupaten's town.
  private func damagePlace(of record: inout Record, _ random: inout SeededGenerator) {
    if random.chance(0.6) {
      record.placeFault = UInt32(truncatingIfNeeded: random.next()) | 1
    } else {
      record.place = random.chance(0.5) ? UInt16(Gazetteer.seat) : UInt16(random.below(Gazetteer.kecamatan.count))
    }
  }

  /// One digit wrong, or two neighbours swapped; the number keeps a valid form.
  static func misread(_ number: UInt64, _ random: inout SeededGenerator) -> UInt64 {
    for _ in 0..<12 {
      var place: UInt64 = 1
      for _ in 0..<random.below(15) { place *= 10 }
      let digit = number / place % 10
      let above = number / (place * 10) % 10
      let result: UInt64
      if random.chance(0.25), digit != above {
        result = number - digit * place - above * place * 10 + above * place + digit * place * 10
      } else {
        result = number - digit * place + (digit + 1 + UInt64(random.below(9))) % 10 * place
      }
      if result != number, NIK(number: result).hasValidForm { return result }
    }
    return number
  }
}
