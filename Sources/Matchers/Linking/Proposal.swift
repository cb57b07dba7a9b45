import RollModel

/// Which rows of one person are proposed to go, and why.
///
/// The rule, in order: a row that the roll already strikes goes first; then the row with a temporary NIK, which names nobody
/// once the true one is there; then the row in a TPS other than its household's, which is that of the address on the
/// KTP-el; then the row of the older source; and at last what the rows say decides, never the order of files or rows
/// (0036). The one left over stays. Where one of two rows stands in a special station the choice is the field's, and the
/// rule on duplicates holds the proposal back.
struct Proposal {
  private let roll: Roll
  /// TPS by family card, for the cards of the rows in question: stations of all its members.
  private let stations: [UInt64: [UInt64: Int]]

  /// `rows`: every row that takes part in a proposed group.
  init(_ roll: Roll, rows: [Int]) {
    self.roll = roll
    var wanted = Set<UInt64>()
    for row in rows where roll.columns.nkk[row].isFull { wanted.insert(roll.columns.nkk[row].bits) }
    var stations: [UInt64: [UInt64: Int]] = [:]
    guard !wanted.isEmpty else {
      self.stations = [:]
      return
    }
    let filter = BitFilter(wanted)
    for row in 0..<roll.count {
      let card = roll.columns.nkk[row].bits
      guard filter.mayHold(card), wanted.contains(card) else { continue }
      stations[card, default: [:]][Self.station(roll, row), default: 0] += 1
    }
    self.stations = stations
  }

  /// The member of a group that stays, and for each other member why it goes.
  func keeper(_ rows: [Int]) -> Int {
    rows.min { order($0) < order($1) } ?? rows[0]
  }

  /// Which of two rows goes, and the reason in words.
  func goes(_ a: Int, _ b: Int) -> (row: Int, reason: String) { Self.goes(a, order(a), b, order(b)) }

  /// The same of rows whose order is known.
  static func goes(_ a: Int, _ p: Order, _ b: Int, _ q: Order) -> (row: Int, reason: String) {
    let loser = p < q ? b : a
    let (x, y) = p < q ? (p, q) : (q, p)
    if x.struck != y.struck { return (loser, Reason.struck) }
    if x.temporary != y.temporary { return (loser, Reason.temporary) }
    if x.away != y.away { return (loser, Reason.away) }
    if x.age != y.age { return (loser, Reason.older) }
    return (loser, Reason.content)
  }

  /// The smaller one stays.
  struct Order {
    var struck: Int
    var temporary: Int
    var away: Int
    /// Smaller is newer.
    var age: Int
    /// What the row says, as numbers.
    var content: UInt64
    var station: UInt64
    /// Asked for the rest of what it says where all of the above is equal.
    var roll: Roll
    var row: Int

    static func < (a: Order, b: Order) -> Bool {
      if (a.struck, a.temporary, a.away) != (b.struck, b.temporary, b.away) {
        return (a.struck, a.temporary, a.away) < (b.struck, b.temporary, b.away)
      }
      if (a.age, a.content, a.station) != (b.age, b.content, b.station) {
        return (a.age, a.content, a.station) < (b.age, b.content, b.station)
      }
      let (written, other) = (a.written, b.written)
      // Only of rows that say the same in everything the later one goes.
      return written == other ? a.row > b.row : written.lexicographicallyPrecedes(other)
    }

    /// As written, but for what a new export of the roll numbers anew.
    private var written: [String] { Self.told.map { roll[row].text($0) } }

    private static let told: [Field] = [
      .rollID, .nkk, .name, .birthPlace, .address, .rt, .rw, .sex, .marital, .disability, .cardStatus,
    ]
  }

  func order(_ row: Int) -> Order {
    let issued = roll.files[Int(roll.columns.file[row])].issued
    return Order(
      struck: roll.columns.codes[row].mark == nil ? 0 : 1, temporary: roll.columns.nik[row].isTemporary ? 1 : 0,
      away: isAway(row) ? 1 : 0, age: -Int(issued.ordinal ?? 0),
      content: roll[row].identityHash, station: Self.station(roll, row), roll: roll, row: row)
  }

  /// Whether other members of the row's family card vote, and none of them in the row's TPS.
  private func isAway(_ row: Int) -> Bool {
    guard let of = stations[roll.columns.nkk[row].bits] else { return false }
    let own = Self.station(roll, row)
    let members = of.values.reduce(0, +)
    let here = of[own] ?? 0
    return members > here && here <= 1
  }

  private static func station(_ roll: Roll, _ row: Int) -> UInt64 {
    UInt64(roll.columns.area[row]) << 16 | UInt64(roll.columns.tps[row])
  }

  enum Reason {
    static let struck = "baris ini sudah bertanda TMS pada daftar"
    static let away = "TPS baris ini berbeda dari TPS anggota keluarga lain dalam KK-nya"
    static let older = "baris ini berasal dari sumber yang lebih lama"
    static let temporary = "NIK baris ini NIK sementara, baris pembandingnya ber-NIK tetap"
    static let content = Finding.equalRows
  }
}

/// A small one-sided filter: says no for almost every number that was not put in.
struct BitFilter {
  private let words: Storage<UInt64>

  init(_ values: some Sequence<UInt64>) {
    words = Storage(repeating: 0, count: 1 << 14)
    for value in values {
      let slot = Int(mixed(value) >> 44)
      words[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  @inline(__always) func mayHold(_ value: UInt64) -> Bool {
    let slot = Int(mixed(value) >> 44)
    return words[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }
}
