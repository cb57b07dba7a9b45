import RollModel

/// What all desa of a sample share: the plan, the tables, and how a person is born.
struct World: Sendable {
  let plan: SamplePlan
  let names = NameBook()
  let regions: Regions
  /// Marks with their rates under the error model, none with rate 0.
  let rates: [(mark: Mark, rate: Double)]

  /// Number of the first RT of each desa through the kabupaten, and of all.
  let rtFirst: [Int]
  let rtTotal: Int

  var model: ErrorModel { plan.model }

  init(_ plan: SamplePlan) {
    self.plan = plan
    regions = Regions(plan.area)
    let model = plan.model
    rates = Mark.allCases.compactMap { mark in
      if plan.isClean, !Mark.ordinary.contains(mark) { return nil }
      let rate =
        switch mark {
        case .duplicate: model.duplicateRate * 1.008
        case .dead: model.deathList.onRoll
        case .deadOutside: model.deathList.notOnRoll
        case .copiedNumber: model.copiedNumberRate
        case .strangerNumber: model.strangerNumberRate
        case .twin: model.twinRate
        default: mark.rate
        }
      return rate > 0 ? (mark, rate) : nil
    }
    var total = 0
    rtFirst = plan.desa.map { desa in
      defer { total += SamplePlan.rtCount(voters: desa.voters) }
      return total
    }
    rtTotal = total
  }

  func duplicateKind(_ random: inout SeededGenerator) -> Int {
    let kinds = model.duplicateKinds
    let kind = kinds.draw(&random)
    return kinds.kinds.firstIndex { $0.name.utf8Start == kind.name.utf8Start } ?? 0
  }

  /// A person of a household, `age` full years old on the reference day.
  func person(
    _ sex: Sex, age: Int, _ marital: MaritalStatus, household: Household, index: Int, desa: Int, family: Word,
    order: Int, _ random: inout SeededGenerator
  ) -> Person {
    let birth = birthDay(age: age, &random)
    var registered = birth
    // 10.6 % of real rows disagree with their NIK on the date, 1.8 % on the sex (domain page, section 2): what faults
    // of registration do not bring about by themselves.
    if random.chance(0.1) { registered = Self.registeredOtherwise(birth, &random) }
    let registeredSex: Sex = random.chance(0.016) ? (sex == .male ? .female : .male) : sex
    let kecamatan = plan.desa[desa].kecamatan
    var region = kecamatan
    var place = kecamatan
    let u = random.unit()
    if u < 0.029 {
      region = Regions.firstForeign + foreignRegion(household.people, &random)
      place = Places.firstTown + random.below(Gazetteer.towns.count)
    } else if u < 0.14 {
      region = random.below(plan.kecamatanCount)
      place = random.chance(0.5) ? region : Places.firstDesa + random.pick(Array(plan.desaOf[region]))
    } else if u < 0.30 {
      // Settlers of one people come from a few places: namesakes share the place of birth as well.
      let origin = Int(mixed(UInt64(household.people.rawValue * 64 + desa) ^ plan.seed) % 64)
      place = Places.firstTown + (origin + random.below(12)) % Gazetteer.towns.count
    } else if u < 0.30 + model.villageBirthplaceRate {
      place = Places.firstDesa + desa
    } else if u < 0.74 {
      place = Gazetteer.seat
    } else if u < 0.86 {
      place = Places.firstTown
    }
    let disability = random.chance(0.006) ? UInt8(1 + random.below(6)) : 0
    var name = names.name(household.people, sex, year: birth.year, family: family, order: order, &random)
    decorate(&name, sex, age: age, household.people, &random)
    return Person(
      name: name, birth: birth, sex: sex, registeredBirth: registered, registeredSex: registeredSex,
      region: UInt8(region), marital: marital, disability: disability, hasCard: random.chance(0.985),
      place: UInt16(place), household: Int32(index), people: household.people)
  }

  private func foreignRegion(_ people: People, _ random: inout SeededGenerator) -> Int {
    people == .javanese && random.chance(0.6)
      ? Gazetteer.javaStart + random.below(Gazetteer.javaCount) : random.below(Gazetteer.foreignRegions.count)
  }

  /// A birthday with the heaps of real rolls: 1 January 6.9 %, 1 July 1.2 %, 31 December 0.5 %; round years on the first.
  private func birthDay(age: Int, _ random: inout SeededGenerator) -> CalendarDay {
    let today = plan.referenceDay
    let u = random.unit()
    let newYear = age < 30 ? 0.03 : age < 55 ? 0.071 : 0.125
    var day = 1
    var month = 1
    var year = today.year - age
    if u < newYear {
      if age > 38, random.chance(0.45) { year = max(today.year - 100, year / 5 * 5) }
    } else if u < newYear + 0.0095 {
      month = 7
    } else if u < newYear + 0.012 {
      (day, month) = (31, 12)
    } else {
      month = 1 + random.below(12)
      day = 1 + random.below([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
    }
    // Not yet had this year's birthday: born the year before.
    if (month, day) > (today.month, today.day) { year -= 1 }
    return CalendarDay(day: day, month: month, year: year)
  }

  private static func registeredOtherwise(_ birth: CalendarDay, _ random: inout SeededGenerator) -> CalendarDay {
    let fault = registrations.draw(&random)
    return fault.apply(to: birth, &random)
  }

  private static let registrations = Weighted<DateFault>([
    (.firstOfJanuary, 18), (.day, 28), (.month, 16), (.year, 12), (.yearDigit, 14), (.swapped, 12),
  ])

  /// Apostrophes 2.4 %, dots 0.8 %, titles and BIN as written by some registrars.
  private func decorate(
    _ name: inout Name, _ sex: Sex, age: Int, _ people: People, _ random: inout SeededGenerator
  ) {
    if random.chance(0.042) { name[0] = Self.apostrophe(name[0]) }
    let u = random.unit()
    switch u {
    case ..<0.005 where name.first != Self.muhammad: name.insert(random.pick(Self.dottedInitials), at: 0)
    case ..<0.005: name[0] = Word("MUH.")
    case ..<0.017 where age > 45: name.insert(Word(sex == .male ? "H" : "HJ"), at: 0)
    case ..<0.020 where age > 24: name.append(random.pick(Self.degrees))
    case ..<0.030 where people == .malay || people == .bugis:
      name.append(Word(sex == .male ? "BIN" : "BINTI"))
      name.append(names.name(people, .male, year: 1940, family: .empty, order: 0, &random).first)
    default: break
    }
  }

  private static func apostrophe(_ word: Word) -> Word {
    let bytes = word.bytes
    guard bytes.count < Word.capacity, let vowel = bytes.firstIndex(of: 65), vowel > 0, vowel < bytes.count - 1 else {
      return word
    }
    return Word(bytes[...vowel] + [39] + bytes[(vowel + 1)...])
  }

  /// A name that rhymes with the elder twin's.
  func rhyme(_ elder: Person, sex: Sex, _ random: inout SeededGenerator) -> Name {
    var name = elder.name
    let at = name.count > 1 && name.first.count < 4 ? 1 : 0
    var bytes = name[at].bytes
    let vowels = bytes.indices.filter { NameFault.isVowel(bytes[$0]) }
    if random.chance(0.7), let place = vowels.last {
      let others = Array("AIUEO".utf8).filter { $0 != bytes[place] }
      bytes[place] = random.pick(others)
    } else {
      let letters = Array("RDTNSFHMBYL".utf8).filter { $0 != bytes[0] }
      bytes[0] = random.pick(letters)
    }
    name[at] = Word(bytes)
    if name.count > 1, at == 0, random.chance(0.5) {
      let other = names.name(elder.people, sex, year: elder.birth.year, family: .empty, order: 1, &random).last
      if elder.name.last.count > 3 { name[name.count - 1] = other }
    }
    return name
  }

  /// Lets somebody dead and on no roll bear the name, or the name and year, of a living neighbour or relative.
  func resemble(_ person: inout Person, _ persons: [Person], _ random: inout SeededGenerator) {
    let u = random.unit()
    guard u < 0.4, let last = persons.last else { return }
    let other = u < 0.1 ? last : persons[random.below(persons.count)]
    guard other.sex == person.sex else { return }
    person.name = other.name
    person.people = other.people
    if random.chance(0.25) {
      let year = other.birth.year - random.below(3)
      person.birth = CalendarDay(day: person.birth.day, month: person.birth.month, year: year)
      person.registeredBirth = person.birth
    }
  }

  private static let muhammad = Word("MUHAMMAD")
  private static let dottedInitials = Word.table("A. M. H. S. R. MUH. ABD.")
  private static let degrees = Word.table("SPD S.PD SE SH AMD SSOS SKEP S.P MPD")
}
