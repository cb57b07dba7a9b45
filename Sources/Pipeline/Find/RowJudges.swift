import Matchers
import Normalizers
import Readers
import RollModel

/// Finds rows by the name of the person, and by the date of birth where one is asked for too.
struct NameJudge: RowJudge {
  static let fields: Set<Field> = [.name, .birthDate, .birthPlaceAndDate]
  private var names = NameNormalizer()
  private var tokens: [UInt32] = []
  private var query: NameQuery

  private let birth: CalendarDay

  init(_ query: NameQuery, birth: CalendarDay = CalendarDay()) {
    self.query = query
    self.birth = birth
  }

  mutating func worth(of row: SweptRow) -> Int {
    // Its cells moved: the name may stand in any of them, and the date is not known.
    guard row.loose.isEmpty else { return row.loose.reduce(0) { max($0, worth(of: $1.trimmed, row)) } }
    let ofName = worth(of: row.name, row)
    guard ofName > 0, !birth.isUnknown else { return ofName }
    let born = row.birthDay
    // A row that does not tell may be meant all the same, but comes after those that do.
    if born.isUnknown { return max(1, ofName / 2) }
    let agrees =
      Self.agree(born.year, birth.year) && Self.agree(born.month, birth.month) && Self.agree(born.day, birth.day)
    return agrees ? ofName : 0
  }

  private static func agree(_ a: Int, _ b: Int) -> Bool { a == 0 || b == 0 || a == b }

  private mutating func worth(of name: FieldBytes, _ row: SweptRow) -> Int {
    tokens.removeAll(keepingCapacity: true)
    _ = names.normalize(name, encoding: row.encoding, into: &tokens)
    return query.worth(of: tokens, in: names.tokens)
  }
}

/// Finds rows by NIK, or by the number of their family card, which comes after.
struct NumberJudge: RowJudge {
  static let fields: Set<Field> = [.nik, .nkk]
  let query: NumberQuery

  func worth(of row: SweptRow) -> Int {
    guard row.loose.isEmpty else {
      return row.loose.reduce(0) { max($0, query.worth(of: $1.trimmed)) }
    }
    let own = query.worth(of: row.nik)
    return own > 0 ? own : query.worth(of: row.nkk) / 2
  }
}

/// Finds rows by their address.
struct AddressJudge: RowJudge {
  static let fields: Set<Field> = [.address, .rt, .rw, .rtRw]
  private var query: AddressQuery

  init(_ query: AddressQuery) { self.query = query }

  mutating func worth(of row: SweptRow) -> Int {
    let worth = query.worth(of: row.address)
    guard worth > 0, query.rt > 0 || query.rw > 0 else { return worth }
    let both = SmallNumber.pair(row.rtRw)
    let rt = row.rt.isEmpty ? Int(both.rt) : Int(SmallNumber.read(row.rt).value)
    let rw = row.rw.isEmpty ? Int(both.rw) : Int(SmallNumber.read(row.rw).value)
    // A row that does not tell its RT or RW may be meant all the same.
    if query.rt > 0, rt > 0, rt != query.rt { return 0 }
    if query.rw > 0, rw > 0, rw != query.rw { return 0 }
    return worth
  }
}
