import RollModel

/// A second row of somebody who is on the roll, ready to be written in the desa where it stands.
struct Copy: Sendable {
  var record: Record
  /// The family card that was issued, which the record may show with a fault.
  var issuedCard: UInt64 = 0
  /// Number of the person among the duplicated.
  var group: Int32
  /// Kind in the error model's table.
  var kind: Int8
  /// Household in the desa that takes the row in, for rows in the same house; -1 for others.
  var household: Int32
  /// Where among the households of the desa the row stands, 0..<1, for the others.
  var position: Double
  /// The roll strikes it as a duplicate, and the row that it repeats too.
  var isStruck = false
  /// Of somebody who stands on the roll of another kabupaten: number among the guests; else -1.
  var guest: Int32 = -1
}

/// The count of all people before anything is written: serial numbers of NIK, and who stands on the roll twice.
///
/// Holds two bytes a person and one record a duplicate (under 1 % of the voters); people are made again from their seeds
/// when their desa is written.
struct Census: Sendable {
  private(set) var serials: [[UInt16]] = []
  /// Copies by the desa that takes them in.
  private(set) var copies: [[Copy]]
  /// Duplicated people by desa: index in the desa and number.
  private(set) var groups: [[(person: Int32, group: Int32)]] = []
  private(set) var groupCount = 0
  private(set) var copyCount = 0

  private let world: World
  private var counters: [UInt16]
  private var cardOrdinal = 0
  private static let dates = 100 * 372 * 2

  /// Counts desa by desa; `threads` never shows in the result.
  init(_ world: World, threads: Int, progress: (Int) -> Void) {
    self.world = world
    copies = Array(repeating: [], count: world.plan.desa.count)
    counters = Array(repeating: 0, count: world.regions.count * Self.dates)
    for batch in pieces(of: world.plan.desa.count, size: world.plan.batchSize) {
      let villages = parallelMap(batch.count, threads: threads) { i in
        Return(Village(desa: batch.lowerBound + i, world: world))
      }
      for (i, village) in villages.enumerated() {
        take(village, desa: batch.lowerBound + i)
        progress(world.plan.desa[batch.lowerBound + i].voters)
      }
    }
    for desa in copies.indices { copies[desa].sort { ($0.position, $0.group) < ($1.position, $1.group) } }
    counters = []
  }

  /// Gives guests from other kabupaten a desa, those of one household the same, and faults of another hand.
  mutating func welcome(_ guests: [Guest]) {
    var random = SeededGenerator(seed: mixed(world.plan.seed ^ 0x6E57))
    var last: (household: Int, desa: Int, position: Double)?
    for (number, guest) in guests.enumerated() {
      if last?.household != guest.household {
        last = (guest.household, world.plan.desaHolding(random.below(world.plan.baseVoters)), random.unit())
      }
      guard let (_, desa, position) = last else { continue }
      cardOrdinal += 1
      var copy = Copy(record: guest.record, group: -1, kind: -1, household: -1, position: position)
      copy.record.place = UInt16(world.plan.firstGuestPlace + number)
      copy.record.desa = desa
      copy.record.source = UInt8(random.below(5))
      let kecamatan = world.plan.desa[desa].kecamatan
      guest.kind.change(
        &copy.record, region: world.plan.area.region(kecamatan),
        card: Self.newCard(world.plan.area, kecamatan, cardOrdinal), number, world.model.repetition, &random)
      copy.issuedCard = copy.record.card
      copy.guest = Int32(number)
      copies[desa].append(copy)
    }
    for desa in copies.indices {
      copies[desa].sort { ($0.position, $0.group, $0.guest) < ($1.position, $1.group, $1.guest) }
    }
  }

  /// What one desa reports to the census.
  private struct Return: Sendable {
    var keys: [UInt32]
    var sources: [(index: Int32, person: Person, household: Household)] = []

    init(_ village: Village) {
      keys = village.persons.map { Census.key($0.region, $0.registeredBirth, $0.registeredSex) }
      for (i, person) in village.persons.enumerated() where person.marks.contains(.duplicate) && person.isVoter {
        sources.append((Int32(i), person, village.households[Int(person.household)]))
      }
    }
  }

  private static func key(_ region: UInt8, _ birth: CalendarDay, _ sex: Sex) -> UInt32 {
    let date = birth.year % 100 * 372 + (max(1, birth.month) - 1) * 31 + max(1, birth.day) - 1
    return UInt32(Int(region) * dates + date * 2 + (sex == .male ? 0 : 1))
  }

  private mutating func serial(_ key: UInt32) -> UInt16 {
    if counters[Int(key)] == 0, Int(key) >= Regions.firstForeign * Self.dates {
      counters[Int(key)] = world.plan.area.foreignSerials
    }
    counters[Int(key)] = counters[Int(key)] % 9_999 + 1
    return counters[Int(key)]
  }

  private mutating func take(_ village: Return, desa: Int) {
    let numbers = village.keys.map { serial($0) }
    var found: [(person: Int32, group: Int32)] = []
    var random = world.plan.random(desa: desa, 0xC0)
    for source in village.sources {
      var person = source.person
      person.serial = numbers[Int(source.index)]
      let group = Int32(groupCount)
      found.append((source.index, group))
      groupCount += 1
      repeatPerson(person, source.household, desa, group, kind: Int(person.duplicateKind), &random)
      if random.chance(world.model.thirdRowRate) {
        repeatPerson(person, source.household, desa, group, kind: world.duplicateKind(&random), &random)
      }
    }
    serials.append(numbers)
    groups.append(found)
  }

  private mutating func repeatPerson(
    _ person: Person, _ household: Household, _ desa: Int, _ group: Int32, kind index: Int,
    _ random: inout SeededGenerator
  ) {
    let kind = world.model.duplicateKinds.kinds[index]
    var target = self.target(of: kind, from: desa, &random)
    var copy = Copy(
      record: Record(person, in: household, desa: desa, number: person.number(world.regions)), group: group,
      kind: Int8(index), household: -1, position: random.unit(),
      isStruck: world.plan.strikesAllRows(of: person, group: group))
    if person.movesWithPrevious, let last = lastMove, last.household == person.household, last.desa == desa {
      target = last.target
      copy.position = last.position
      copy.record.card = last.card
    } else if kind.target != .house {
      cardOrdinal += 1
      copy.record.card = Self.newCard(world.plan.area, world.plan.desa[target].kecamatan, cardOrdinal)
    }
    if kind.target == .house {
      copy.household = person.household
      copy.position = -1
    } else {
      lastMove = (desa, person.household, target, copy.position, copy.record.card)
    }
    if kind.newNumber {
      var renewed = person
      renewed.region = UInt8(world.plan.desa[target].kecamatan)
      renewed.registeredBirth =
        random.chance(0.02) ? DateFault.yearDigit.apply(to: person.birth, &random) : person.birth
      renewed.registeredSex = person.sex
      renewed.serial = serial(Self.key(renewed.region, renewed.registeredBirth, renewed.registeredSex))
      copy.record.number = renewed.number(world.regions)
    }
    copy.issuedCard = copy.record.card
    if kind.marries { copy.record.marital = .married }
    copy.record.desa = target
    copy.record.source = UInt8(random.below(5))
    let added = household.family.isEmpty ? person.name.last : household.family
    world.model.repetition.apply(to: &copy.record, added: added, numberFactor: kind.numberFactor, &random)
    copies[target].append(copy)
    copyCount += 1
  }

  /// Where the last person who moved went, for members of one household that move together.
  private var lastMove: (desa: Int, household: Int32, target: Int, position: Double, card: UInt64)?

  private func target(of kind: DuplicateKind, from desa: Int, _ random: inout SeededGenerator) -> Int {
    let plan = world.plan
    switch kind.target {
    case .house, .village: return desa
    case .district where random.chance(0.55): return random.pick(Array(plan.desaOf[plan.desa[desa].kecamatan]))
    case .district, .anywhere:
      for _ in 0..<8 {
        let other = plan.desaHolding(random.below(plan.baseVoters))
        if plan.desa[other].kecamatan != plan.desa[desa].kecamatan || random.chance(0.2) { return other }
      }
      return desa
    }
  }

  /// A card issued of late; its serials lie above those of `Village.card`.
  private static func newCard(_ area: SampleArea, _ kecamatan: Int, _ ordinal: Int) -> UInt64 {
    Village.card(area, kecamatan: kecamatan, ordinal: ordinal % 6000 + 6000 * (100 + ordinal / 6000))
  }
}
