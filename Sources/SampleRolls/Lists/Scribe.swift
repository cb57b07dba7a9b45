import RollModel

/// Writes everything that the lists say of one desa, and what is true of it.
struct Scribe {
  let world: World
  let writer: RowWriter
  let desa: Int
  let village: Village
  let copies: [Copy]
  /// Group of a duplicated person by index; -1 for all others.
  private let groupOf: [Int: Int32]

  private(set) var sinks: [Page]
  private(set) var rows: [Int]
  var truth: [TruthEntry] = []
  var groupRows: [GroupRow] = []
  /// Voters who leave for the roll of another kabupaten, and rows of those who come from one.
  var departures: [Departure] = []
  var arrivals: [(guest: Int, row: Int)] = []
  /// Row of the roll by person; -1 for people who have none.
  var rollRow: [Int32]
  /// Men and women of each station on the roll, without those whom the roll strikes.
  var stations: [Int: (men: Int, women: Int)] = [:]
  /// Somebody of the earlier roll is gone without a code, or struck there and back here.
  var isOutOfBalance = false
  /// What a change recap of the desa counts.
  var changes = ChangeCounts()
  /// Stations where somebody is.
  var unbalancedStations: Set<Int> = []
  /// Living voters who are struck for a dead namesake.
  let namesakes: Set<Int>
  /// The roll has grown out of proportion.
  var isSwollen: Bool { !plan.isClean && plan.desa.count >= 16 && mixed(plan.seed ^ 0x5E0 ^ UInt64(desa)) % 20 == 0 }
  var deaths = Deaths()
  /// Visits dated outside of coklit.
  var visitsOutside = 0
  /// Rows by the family card that is written on them, of those that the roll does not strike.
  var cards: [UInt64: [CardRow]] = [:]
  /// Family cards that coklit visited.
  var visitedCards: Set<UInt64> = []
  /// RT that coklit reached, by RW and RT.
  var visitedPlaces: Set<[Int]> = []
  /// Households that the list of areas has.
  var householdsListed = 0
  /// Of each station those who were served from the special list and stand on no roll.
  var servedBeside: [Int: Int] = [:]
  /// Rows of each station that bear a TMS code, and the men among them.
  var struck: [Int: (rows: [Int], men: Int)] = [:]

  var place: SamplePlan.Desa { world.plan.desa[desa] }
  var plan: SamplePlan { world.plan }

  init(desa: Int, world: World, writer: RowWriter, census: Census) {
    self.world = world
    self.writer = writer
    self.desa = desa
    var village = Village(desa: desa, world: world)
    village.number(census.serials[desa])
    self.village = village
    copies = census.copies[desa]
    let groupOf = Dictionary(uniqueKeysWithValues: census.groups[desa].map { (Int($0.person), $0.group) })
    self.groupOf = groupOf
    let (plan, people) = (world.plan, self.village)
    namesakes = Self.namesakes(in: people) {
      groupOf[$0] == nil && !Self.comesBack($0, desa: desa, plan) && !Self.isOddity($0, desa: desa, plan)
    }
    sinks = ListFile.allCases.map { _ in Page() }
    rows = Array(repeating: 0, count: ListFile.allCases.count)
    rollRow = Array(repeating: -1, count: village.persons.count)
  }

  /// A row of the roll as its family card sees it.
  struct CardRow {
    let row: Int
    let tps: UInt16
    let birth: CalendarDay
    let rt: Int
    let rw: Int
    /// The card that was issued to the row's family, where the row may show another.
    let issued: UInt64
  }

  /// The finished pages, ready to be appended to the files.
  struct Pages: Sendable {
    let sinks: [Page]
    let rows: [Int]
    let truth: [TruthEntry]
    let groupRows: [GroupRow]
    let isOutOfBalance: Bool
    let deaths: Deaths
    let departures: [Departure]
    let arrivals: [(guest: Int, row: Int)]
  }

  mutating func pages() -> Pages {
    writeRoll()
    writePersons()
    writeServedCrowd()
    writeVisits()
    noteUnvisited()
    noteLowCoverage()
    noteManyServed()
    writeCounts()
    writeChanges()
    if isSwollen {
      truth.append(TruthEntry(kind: .area, rule: "perubahan-tidak-wajar", areaCode: place.code))
    }
    return Pages(
      sinks: sinks, rows: rows, truth: truth, groupRows: groupRows, isOutOfBalance: isOutOfBalance,
      deaths: deaths, departures: departures, arrivals: arrivals)
  }

  /// Counts a row of a list and returns its number within the desa and the sink to write it to.
  mutating func newRow(_ file: ListFile) -> (row: Int, sink: Page) {
    rows[file.rawValue] += 1
    return (rows[file.rawValue] - 1, sinks[file.rawValue])
  }

  /// A generator for what one list says of one person.
  func random(_ person: Int, _ list: ListFile, _ more: UInt64 = 0) -> SeededGenerator {
    var seed = mixed(plan.seed ^ UInt64(desa) << 32 ^ UInt64(person))
    seed = mixed(seed ^ UInt64(list.rawValue + 1) << 8 ^ more)
    return SeededGenerator(seed: seed)
  }

  func number(of person: Int) -> UInt64 { village.persons[person].number(world.regions) }

  func household(of person: Int) -> Household {
    let apart = village.persons[person].homeApart
    return apart < 0 ? family(of: person) : village.homesApart[Int(apart)]
  }

  /// The household that a person grew up in or heads.
  private func family(of person: Int) -> Household { village.households[Int(village.persons[person].household)] }

  /// What a list would say of a person if it were free of faults.
  func trueRecord(_ person: Int) -> Record {
    var record = Record(village.persons[person], in: household(of: person), desa: desa, number: number(of: person))
    if village.persons[person].homeApart >= 0 {
      record.father =
        Record(village.persons[person - 1], in: family(of: person), desa: desa, number: number(of: person - 1)).father
    }
    return record
  }

  /// The word that relatives would add to a name.
  func familyWord(_ person: Int) -> Word {
    let family = household(of: person).family
    return family.isEmpty ? village.persons[person].name.first : family
  }

  func group(of person: Int) -> Int32? { groupOf[person] }
}
