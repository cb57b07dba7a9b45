import RollModel

/// What chance, or the plan of planted errors, has in store for a voter; each is one bit of `Person.marks`.
enum Mark: Int, CaseIterable, Sendable {
  // Voters on the roll.
  case duplicate, dead, moved, soldier, police, foreigner, revoked
  case underage, youngMarried, badNumber, badBirth, veryOld, struck, noNeighbourhood
  case copiedNumber, strangerNumber, twin, otherStation
  case lifeSign, newOnRoll, notResident, servedVoter
  // People beside the roll: born into the household of the voter that the stratum selects.
  case deadOutside, absentResident, minor, movedOutside, soldierOutside, servedOutside

  /// Share of voters, besides those that error models set.
  var rate: Double {
    switch self {
    case .moved: 0.0044
    case .soldier: 0.0006
    case .police: 0.0005
    case .foreigner: 0.0002
    case .revoked: 0.0001
    case .underage: 0.0012
    case .youngMarried: 0.0002
    case .badNumber: 0.0015
    case .badBirth: 0.0003
    case .veryOld: 0.0004
    case .struck: 0.003
    case .noNeighbourhood: 0.002
    case .otherStation: 0.0006
    case .lifeSign: 0.03
    case .newOnRoll: 0.015
    case .notResident: 0.01
    case .servedVoter: 0.004
    case .absentResident: 0.0095
    case .minor: 0.006
    case .movedOutside: 0.0018
    case .soldierOutside: 0.0003
    case .servedOutside: 0.004
    case .duplicate, .dead, .deadOutside, .copiedNumber, .strangerNumber, .twin: 0
    }
  }

  /// What happens on any roll, of which a clean one handles each right: who died or left is struck with his code.
  static let ordinary: Set<Mark> = [
    .lifeSign, .newOnRoll, .notResident, .twin, .minor, .dead, .deadOutside, .moved,
  ]

  /// How many even the smallest sample holds.
  var least: Int {
    switch self {
    case .foreigner, .revoked, .youngMarried, .badBirth, .veryOld, .otherStation: 2
    case .copiedNumber, .strangerNumber: 1
    default: 3
    }
  }

  /// Whether the mark calls for somebody who is not on the roll.
  var isOutside: Bool { rawValue >= Mark.deadOutside.rawValue }
}

/// A set of marks in one word.
struct Marks: Sendable, BitwiseCopyable {
  var bits: UInt32 = 0
  var isEmpty: Bool { bits == 0 }
  func contains(_ mark: Mark) -> Bool { bits & 1 << UInt32(mark.rawValue) != 0 }
  mutating func insert(_ mark: Mark) { bits |= 1 << UInt32(mark.rawValue) }
  mutating func remove(_ mark: Mark) { bits &= ~(1 << UInt32(mark.rawValue)) }
}

/// A made-up person as they truly are; what lists say of them is a `Record`.
struct Person: Sendable {
  var name: Name
  var birth: CalendarDay
  var sex: Sex
  /// What the NIK was issued on: it disagrees with the truth at the rates of real rolls.
  var registeredBirth: CalendarDay
  var registeredSex: Sex
  /// Number of the region of first registration, see `Regions`.
  var region: UInt8
  /// Last four digits of the NIK; 0 until the census has given it.
  var serial: UInt16 = 0
  var marital: MaritalStatus
  var disability: UInt8
  var hasCard: Bool
  /// Number of the place of birth, see `Places`.
  var place: UInt16
  /// Number of the household in the desa.
  var household: Int32
  var people: People
  var marks = Marks()
  /// The mark that put somebody beside the roll; nil for voters.
  var outside: Mark?
  /// Kind of repetition in the error model's table, for duplicated people.
  var duplicateKind: Int8 = -1
  /// Index in the desa of the person whose NIK this one's row shows; -1 for their own.
  var numberOwner: Int32 = -1
  /// The elder twin is the person before.
  var isYoungerTwin = false
  /// Number of the home of a twin who left the family, see `Village.homesApart`; -1 for all others.
  var homeApart: Int32 = -1
  /// Stands on the roll twice because the household of the person before moved.
  var movesWithPrevious = false

  var isVoter: Bool { outside == nil }

  /// The NIK that was issued to this person.
  func number(_ regions: Regions) -> UInt64 {
    let day = registeredBirth.day + (registeredSex == .female ? 40 : 0)
    let date = day * 10_000 + registeredBirth.month * 100 + registeredBirth.year % 100
    return UInt64(regions[Int(region)]) * 10_000_000_000 + UInt64(date) * 10_000 + UInt64(serial)
  }
}

/// A household: one family card, one place.
struct Household: Sendable {
  var people: People
  var rt: Int
  var street: UInt8
  var house: UInt16
  var card: UInt64
  var tps: UInt16
  var family: Word
}

/// Region codes (digits 1–6 of a NIK) by number: the kecamatan first, then regions elsewhere.
struct Regions: Sendable {
  private let codes: [Int]

  init(_ area: SampleArea) {
    codes = area.kecamatan.indices.map(area.region) + area.foreignRegions
  }

  var count: Int { codes.count }
  subscript(number: Int) -> Int { codes[number] }
  static let firstForeign = Gazetteer.kecamatan.count
}

/// Places of birth by number: kecamatan, towns elsewhere, then the desa from `firstDesa` on.
struct Places: Sendable {
  private let names: [[UInt8]]
  static let firstTown = Gazetteer.kecamatan.count
  static let firstDesa = firstTown + Gazetteer.towns.count

  init(_ plan: SamplePlan) {
    names =
      plan.area.kecamatan.map { Array($0.name.uppercased().utf8) }
      + ([plan.area.name.uppercased()] + Gazetteer.towns.dropFirst()).map { Array($0.utf8) }
      + plan.desa.map { Array($0.name.uppercased().utf8) } + plan.guestPlaces
  }

  subscript(number: Int) -> [UInt8] { names[number] }
}
