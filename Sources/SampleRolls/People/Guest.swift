import RollModel

/// How somebody came to stand on the rolls of two kabupaten of a province; the last two are other people.
enum GuestKind: String, Sendable {
  /// Moved, and the old row stayed.
  case moved = "pindah"
  /// A household on a boundary, written on both sides of it.
  case boundary = "batas"
  /// Registered a second time.
  case twice = "daftar-dua-kali"
  /// The twin of somebody, who lives there.
  case twin = "kembar"
  /// Somebody else of the same name and birth date.
  case namesake = "senama"

  var isSamePerson: Bool { self != .twin && self != .namesake }

  /// Writes what is different on the other roll into a record.
  ///
  /// - Parameters:
  ///   - region: six digits that numbers of the new place begin with.
  ///   - card: a family card issued there.
  ///   - serial: keeps new numbers apart.
  func change(
    _ record: inout Record, region: Int, card: UInt64, _ serial: Int, _ damage: ErrorModel.Damage,
    _ random: inout SeededGenerator
  ) {
    func issueNumber() {
      let date = record.number / 10_000 % 1_000_000
      record.number = UInt64(region) * 10_000_000_000 + date * 10_000 + UInt64(7_000 + serial % 2_900)
    }
    let u = random.unit()
    var factor = 1.0
    switch self {
    case .moved:
      record.card = card
      if u >= 0.95 { issueNumber() }
    case .boundary:
      if u < 0.15 { record.card = card }
    case .twice:
      record.card = card
      if u < 0.5 { issueNumber() } else { factor = 4 }
    case .twin:
      record.card = card
      record.name[0] = random.pick(Self.otherNames.filter { $0 != record.name.first })
      record.number = record.number / 10_000 * 10_000 + record.number % 10_000 % 9_999 + 1
      return
    case .namesake:
      record.card = card
      issueNumber()
      record.place = UInt16(Places.firstTown + random.below(Gazetteer.towns.count))
      return
    }
    damage.apply(to: &record, added: record.name.last, numberFactor: factor, &random)
  }

  private static let otherNames = Word.table("HASAN HUSEN AGUS RINA RINI DEWI JOKO SURYA")
}

/// Shares of voters by kind, a little higher in a small sample so that it holds some of each.
struct GuestRates: Sendable {
  private let factor: Double

  init(voters: Int) { factor = max(1, min(5, 20_000 / Double(voters))) }

  /// Of a household of four or so all stand on the other side of the boundary.
  private static let boundary = 0.0003
  private static let persons: [(GuestKind, Double)] = [
    (.moved, 0.0015), (.twice, 0.0006), (.twin, 0.0001), (.namesake, 0.0001),
  ]

  /// What two lots, one of the person and one of the household, have in store; nil for nearly everybody.
  func kind(person: UInt64, household: UInt64) -> GuestKind? {
    if Self.share(household) < Self.boundary * factor { return .boundary }
    var rest = Self.share(person)
    for (kind, rate) in Self.persons {
      if rest < rate * factor { return kind }
      rest -= rate * factor
    }
    return nil
  }

  private static func share(_ lot: UInt64) -> Double { Double(lot >> 11) / Double(1 << 53) }
}

/// A voter who is written on another roll too, before the line of his row is known.
struct Departure: Sendable {
  let kind: GuestKind
  let record: Record
  /// The birthplace in words, for its number means another place elsewhere.
  let place: [UInt8]
  /// Tells the households of a kabupaten apart.
  let household: Int
  let row: Int
}

/// The same with the place of the row on the roll that was written first.
struct Guest: Sendable {
  let kind: GuestKind
  let record: Record
  let place: [UInt8]
  let household: Int
  let path: String
  let line: Int
}

extension SamplePlan {
  /// Number of the birthplace of the first guest.
  var firstGuestPlace: Int { Places.firstDesa + desa.count }
}
