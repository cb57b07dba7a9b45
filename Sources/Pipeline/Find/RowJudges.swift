import Matchers
import Normalizers
import Readers
import RollModel

/// Finds rows by the name of the person.
struct NameJudge: RowJudge {
  static let fields: Set<Field> = [.name]
  private var names = NameNormalizer()
  private var tokens: [UInt32] = []
  private var query: NameQuery

  init(_ query: NameQuery) { self.query = query }

  mutating func worth(of row: SweptRow) -> Int {
    guard !row.loose.isEmpty else { return worth(of: row.name, row) }
    // Its cells moved: the name may stand in any of them.
    return row.loose.reduce(0) { max($0, worth(of: $1.trimmed, row)) }
  }

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
