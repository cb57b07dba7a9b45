import CIntrinsics
import RollModel

/// Counts pairs of voters of one name: those of one birth decade, and those of one birth date.
///
/// A pair has one name, so the rows of a name are all that need to be looked at together: no sort by place or date.
struct NamesakePairs: ~Copyable {
  /// By birth decade of both: pairs in all, of one birthplace, of one desa, with two NIK, with two NKK.
  private(set) var all = [Int](repeating: 0, count: Frequencies.decades)
  private(set) var places = [Int](repeating: 0, count: Frequencies.decades)
  private(set) var desa = [Int](repeating: 0, count: Frequencies.decades)
  private(set) var numbers = [Int](repeating: 0, count: Frequencies.decades)
  private(set) var cards = [Int](repeating: 0, count: Frequencies.decades)
  private(set) var found = Found()

  /// Pairs with one full birth date: in all, and those that agree or differ in something more.
  struct Found {
    var all = 0
    var places = 0
    var desa = 0
    var otherNumber = 0
    var otherCard = 0
  }

  private let set: RecordSet
  private var tally: GroupTally
  /// Rows of the present name whose date another of its rows has.
  private var repeated: [Int] = []

  /// What a tally counts; those of a decade have its number above.
  private enum Kind {
    static let all: UInt32 = 0
    static let place: UInt32 = 1
    static let desa: UInt32 = 2
    static let numbered: UInt32 = 3
    static let carded: UInt32 = 4
    static let birth: UInt32 = 5
    static let number: UInt32 = 6
    static let card: UInt32 = 7
  }

  /// `largest`: rows of the commonest name.
  init(_ set: RecordSet, largest: Int) {
    self.set = set
    tally = GroupTally(most: largest * Self.mostValues + Frequencies.decades * 3)
  }

  /// Different values that one row adds to a tally, at most.
  private static let mostValues = 7
  /// Rows that a record is asked for ahead.
  private static let ahead = 16

  /// Counts the rows of one name: the low bits (`rows`) of `keys` at `run`. Keys stand up to `end`.
  mutating func count(_ keys: Storage<UInt64>, _ run: Range<Int>, rows mask: UInt64, until end: Int) {
    tally.begin(values: run.count * 3 + Frequencies.decades * 3)
    var sameDate = 0
    for k in run {
      padan_prefetch(set.records.base + Int(keys[min(k &+ Self.ahead, end &- 1)] & mask))
      let record = set.records.base + Int(keys[k] & mask)
      guard record.pointee.hasFullDate else { continue }
      sameDate += tally.count(UInt64(record.pointee.birth), kind: Kind.birth)
      countDecade(record)
    }
    if sameDate > 0 { countFound(keys, run, rows: mask) }
    found.all += sameDate
  }

  @inline(__always) private mutating func countDecade(_ record: UnsafePointer<MatchRecord>) {
    let decade = Frequencies.decade(ofYear: record.pointee.year)
    guard decade != Frequencies.plainDecade else { return }
    let above = UInt64(decade) << 32
    all[decade] += tally.count(above, kind: Kind.all)
    if record.pointee.nik != 0 { numbers[decade] += tally.count(above, kind: Kind.numbered) }
    if record.pointee.nkk != 0 { cards[decade] += tally.count(above, kind: Kind.carded) }
    let (place, area) = (record.pointee.place, record.pointee.area)
    if place != Lexicon.nothing { places[decade] += tally.count(above | UInt64(place), kind: Kind.place) }
    if area != 0 { desa[decade] += tally.count(above | UInt64(area), kind: Kind.desa) }
  }

  /// Counts what pairs of one date agree or differ in.
  private mutating func countFound(_ keys: Storage<UInt64>, _ run: Range<Int>, rows mask: UInt64) {
    repeated.removeAll(keepingCapacity: true)
    for k in run {
      let row = Int(keys[k] & mask)
      let record = set.records.base + row
      if record.pointee.hasFullDate, tally.held(UInt64(record.pointee.birth), kind: Kind.birth) > 1 {
        repeated.append(row)
      }
    }
    tally.begin(values: repeated.count * Self.mostValues)
    for row in repeated {
      let record = set.records.base + row
      let birth = UInt64(record.pointee.birth)
      let above = record.pointee.birth << 3
      let (place, area) = (record.pointee.place, record.pointee.area)
      if place != Lexicon.nothing { found.places += tally.count(UInt64(place), kind: above | Kind.place) }
      if area != 0 { found.desa += tally.count(UInt64(area), kind: above | Kind.desa) }
      let (nik, nkk) = (record.pointee.nik, record.pointee.nkk)
      if nik != 0 {
        found.otherNumber += tally.count(birth, kind: Kind.numbered) - tally.count(nik, kind: above | Kind.number)
      }
      if nkk != 0 {
        found.otherCard += tally.count(birth, kind: Kind.carded) - tally.count(nkk, kind: above | Kind.card)
      }
    }
  }
}
