import RollModel

/// Everybody of one desa, made from its own seed: the same people however often and in whatever order it is asked for.
struct Village: Sendable {
  let desa: Int
  var persons: [Person] = []
  var households: [Household] = []
  /// Where grown twins live who left the family, see `settleTwinsApart`.
  var homesApart: [Household] = []
  /// RT are numbered from 0 through the desa; four make an RW.
  let rtCount: Int
  let stationCount: Int

  let world: World
  var random: SeededGenerator
  private let plan: SamplePlan
  private var strata: [(mark: Mark, stratum: Stratum)] = []
  private var voters = 0
  private var pendingOutside: [Mark] = []
  private let mix: [(People, Double)]

  static let rtPerRW = 4
  static func rt(_ number: Int) -> Int { number % rtPerRW + 1 }
  static func rw(_ number: Int) -> Int { number / rtPerRW + 1 }

  init(desa: Int, world: World) {
    plan = world.plan
    self.world = world
    self.desa = desa
    let place = plan.desa[desa]
    random = plan.random(desa: desa, 1)
    rtCount = SamplePlan.rtCount(voters: place.voters)
    // Stations are planned for 420 voters; in one large desa out of twelve too few were opened.
    let overfull = !plan.isClean && place.voters >= 1020 && mixed(plan.seed ^ UInt64(desa)) % 12 == 0
    stationCount = overfull ? place.voters / 508 : (place.voters + 419) / 420
    mix = Village.peoples(&random)
    for (mark, rate) in world.rates {
      let stratum = Stratum(
        rate: rate, least: mark.least, population: plan.voters, salt: plan.seed ^ UInt64(mark.rawValue + 1) << 40,
        from: place.firstVoter)
      strata.append((mark, stratum))
    }
    persons.reserveCapacity(place.voters + place.voters / 16 + 16)
    households.reserveCapacity(place.voters / 2)
    populate()
    settleTwinsApart()
  }

  /// Two or three peoples share a desa; one of them is most of it.
  private static func peoples(_ random: inout SeededGenerator) -> [(People, Double)] {
    let main = firstSettlers.draw(&random)
    let second = settlers.draw(&random)
    let third = settlers.draw(&random)
    let share = 0.68 + 0.26 * random.unit()
    return [(main, share), (second, share + (1 - share) * 0.75), (third, 1)]
  }

  private static let firstSettlers = Weighted<People>([
    (.malay, 50), (.javanese, 34), (.sundanese, 5), (.balinese, 4), (.bugis, 4), (.batak, 1), (.madurese, 2),
  ])
  private static let settlers = Weighted<People>([
    (.malay, 28), (.javanese, 30), (.sundanese, 10), (.minang, 6), (.batak, 6), (.bugis, 5), (.chinese, 4),
    (.balinese, 3), (.betawi, 3), (.madurese, 3), (.acehnese, 1), (.eastern, 1),
  ])
}

extension Village {
  private mutating func populate() {
    let total = plan.desa[desa].voters
    while voters < total {
      openHousehold()
      let special = isSpecial
      let shape = special ? 0.99 : random.unit()
      let head = households.count - 1
      switch shape {
      case ..<0.55: couple(eldest: 23 + random.below(22) + random.below(28))
      case ..<0.70: single(.female, 38 + random.below(45), children: random.below(3), .formerly)
      case ..<0.82: threeGenerations()
      case ..<0.92: couple(eldest: 19 + random.below(14))
      default: single(random.chance(0.55) ? .male : .female, 17 + random.below(special ? 9 : 40), children: 0, .never)
      }
      addOutsiders(of: head)
    }
  }

  /// The last voters of some desa live in a boarding house with a station of its own.
  private var isSpecial: Bool {
    let place = plan.desa[desa]
    return place.voters > 600 && mixed(plan.seed ^ 0x901 ^ UInt64(desa) << 8) % 16 == 0
      && voters > place.voters - 60 - Int(mixed(UInt64(desa)) % 90)
  }

  private mutating func openHousehold() {
    let place = plan.desa[desa]
    let u = random.unit()
    let people = mix.first { u < $0.1 }?.0 ?? .malay
    let rt = voters * rtCount / place.voters
    let ordinal = households.count * place.siblings + place.ordinal
    households.append(
      Household(
        people: people, rt: rt, street: street(rt: rt), house: UInt16(1 + random.below(120)),
        card: Village.card(plan.area, kecamatan: place.kecamatan, ordinal: ordinal),
        tps: isSpecial ? 901 : UInt16(1 + voters * stationCount / place.voters),
        family: world.model.clanNames ? world.names.family(people, &random) : .empty))
  }

  /// An RT has three streets of its own; most households of one RT share the first.
  private mutating func street(rt: Int) -> UInt8 {
    let which = random.unit() < 0.6 ? 0 : 1 + random.below(2)
    return UInt8(mixed(plan.seed ^ UInt64(desa * 4099 + rt * 7 + which)) % UInt64(Gazetteer.streets.count))
  }

  /// A family card: kecamatan, day of issue, serial; no two ordinals of a kecamatan make one number.
  static func card(_ area: SampleArea, kecamatan: Int, ordinal: Int) -> UInt64 {
    // Six thousand days of issue are walked with a step that has no common factor with them.
    let day = CalendarDay(ordinal: firstCardDay + (ordinal % 6000 * 1_013 + kecamatan * 331) % 6000)
    let region = area.region(kecamatan)
    let date = day.day * 10_000 + day.month * 100 + day.year % 100
    return UInt64(region) * 10_000_000_000 + UInt64(date) * 10_000 + UInt64(1 + ordinal / 6000)
  }

  /// 1 January 2009, as `CalendarDay.ordinal` counts.
  private static let firstCardDay = CalendarDay(day: 1, month: 1, year: 2009).ordinal ?? 733_408
}

extension Village {
  /// Adds a voter, if the desa still has room, with the marks that the strata give; returns the index in `persons`.
  mutating func addVoter(
    _ sex: Sex, age: Int, _ marital: MaritalStatus, family: Word, order: Int
  ) -> Int? {
    let place = plan.desa[desa]
    guard voters < place.voters else { return nil }
    var marks = nextMarks()
    var sex = sex
    var age = age
    var marital = marital
    var kind: Int8 = -1
    if marks.contains(.duplicate) {
      kind = Int8(world.duplicateKind(&random))
      if world.model.duplicateKinds.kinds[Int(kind)].marries { (age, marital) = (18 + random.below(18), .never) }
    }
    let follows = kind < 0 && movesWithLast(marks)
    if follows, let last = persons.last {
      marks.insert(.duplicate)
      kind = last.duplicateKind
    }
    adapt(to: marks, &sex, &age, &marital)
    var person = world.person(
      sex, age: age, marital, household: households[households.count - 1], index: households.count - 1, desa: desa,
      family: family, order: order, &random)
    person.marks = marks
    person.duplicateKind = kind
    person.movesWithPrevious = follows
    chooseNumberOwner(&person)
    persons.append(person)
    let index = persons.count - 1
    if marks.contains(.twin), voters < place.voters { addTwin(of: index) }
    return index
  }

  /// Whether a voter moves with the member of the household before, who stands on the roll twice.
  private mutating func movesWithLast(_ marks: Marks) -> Bool {
    guard let last = persons.last, last.duplicateKind >= 0, Int(last.household) == households.count - 1,
      marks.bits & ~Village.harmlessMarks == 0
    else { return false }
    let kind = world.model.duplicateKinds.kinds[Int(last.duplicateKind)]
    return kind.target == .anywhere && !kind.newNumber && random.chance(world.model.householdMoves)
  }

  private mutating func nextMarks() -> Marks {
    var marks = Marks()
    let ordinal = plan.desa[desa].firstVoter + voters
    voters += 1
    for i in strata.indices where strata[i].stratum.takes(ordinal) {
      if strata[i].mark.isOutside { pendingOutside.append(strata[i].mark) } else { marks.insert(strata[i].mark) }
    }
    // A person has one fate: the first in the order of the marks, and what can go with it.
    let fate = Mark.allCases[Mark.dead.rawValue...Mark.struck.rawValue].first { marks.contains($0) }
    for mark in Mark.allCases[Mark.dead.rawValue...Mark.struck.rawValue] where mark != fate { marks.remove(mark) }
    if fate == .dead {
      marks.remove(.lifeSign)
      // An agency's list is wrong about the living now and then: somebody saw them since.
      if random.chance(0.03) { marks.insert(.lifeSign) }
    }
    if let fate, fate.rawValue > Mark.moved.rawValue {
      for mark in [Mark.duplicate, .copiedNumber, .strangerNumber, .twin, .noNeighbourhood] { marks.remove(mark) }
    }
    return marks
  }

  private mutating func adapt(to marks: Marks, _ sex: inout Sex, _ age: inout Int, _ marital: inout MaritalStatus) {
    if marks.contains(.dead), random.chance(0.7) { (age, marital) = (52 + random.below(40), .formerly) }
    if marks.contains(.soldier) || marks.contains(.police) {
      age = 19 + random.below(36)
      if random.chance(0.92) { sex = .male }
    }
    if marks.contains(.underage) { (age, marital) = (13 + random.below(4), .never) }
    if marks.contains(.youngMarried) { (age, marital) = (15 + random.below(2), .married) }
    if marks.contains(.veryOld) { (age, marital) = (101 + random.below(12), .formerly) }
    if marks.contains(.twin) { (age, marital) = (17 + random.below(30), age > 30 ? .married : .never) }
  }

  /// A younger twin: same day, place and region, a rhyming name.
  private mutating func addTwin(of elder: Int) {
    var twin = persons[elder]
    twin.marks = nextMarks()
    twin.marks.bits &= Village.harmlessMarks
    twin.marks.insert(.twin)
    twin.duplicateKind = -1
    twin.isYoungerTwin = true
    let boyAndGirl = random.chance(0.25)
    if boyAndGirl {
      twin.sex = twin.sex == .male ? .female : .male
      twin.registeredSex = twin.registeredSex == .male ? .female : .male
    }
    let sharesNumber = random.chance(world.model.twinCopiedNumberRate)
    // One number, one day, one card and names a letter apart would be one person to anybody: kept rare.
    let rhymes = !sharesNumber || random.chance(0.1)
    twin.name =
      rhymes
      ? world.rhyme(persons[elder], sex: twin.sex, &random)
      : world.names.name(
        twin.people, twin.sex, year: twin.birth.year, family: households[households.count - 1].family, order: 1, &random
      )
    twin.numberOwner = sharesNumber ? Int32(elder) : -1
    persons[elder].marks.remove(.twin)
    persons.append(twin)
  }

  private static let harmlessMarks: UInt32 = [Mark.lifeSign, .newOnRoll, .notResident, .servedVoter].reduce(0) {
    $0 | 1 << UInt32($1.rawValue)
  }

  private mutating func chooseNumberOwner(_ person: inout Person) {
    if person.marks.contains(.copiedNumber), let last = persons.last, last.isVoter, last.household == person.household {
      person.numberOwner = Int32(persons.count - 1)
    } else if person.marks.contains(.strangerNumber), persons.count > 4 {
      let other = random.below(persons.count - 3)
      if persons[other].isVoter, persons[other].numberOwner < 0 { person.numberOwner = Int32(other) }
    }
  }

  /// People of the household who are on no roll: the dead of other years, residents left out, the young.
  private mutating func addOutsiders(of household: Int) {
    for mark in pendingOutside {
      var sex: Sex = random.chance(0.5) ? .male : .female
      var age = 18 + random.below(45)
      var marital: MaritalStatus = age > 26 ? .married : .never
      switch mark {
      case .deadOutside: (age, marital) = (40 + random.below(58), .formerly)
      case .minor: (age, marital) = (15 + random.below(2), .never)
      case .soldierOutside: (sex, age) = (.male, 19 + random.below(30))
      default: break
      }
      var person = world.person(
        sex, age: age, marital, household: households[household], index: household, desa: desa,
        family: households[household].family, order: 1, &random)
      person.outside = mark
      if mark == .deadOutside { world.resemble(&person, persons, &random) }
      persons.append(person)
    }
    pendingOutside.removeAll(keepingCapacity: true)
  }

  /// Gives everybody the serials that the census handed out.
  mutating func number(_ serials: [UInt16]) {
    precondition(serials.count == persons.count, "the census counted the same people")
    for i in persons.indices { persons[i].serial = serials[i] }
  }
}
