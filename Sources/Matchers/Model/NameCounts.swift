import Glibc
import RollModel

/// How many voters bear each full name, and which agreements of name and birth date are found beside those by chance.
///
/// Chance is what unrelated people of the roll would make: pairs of one name born in one decade (of one birthplace, of
/// one desa, with two numbers), times the chance that two people of the decade share a birth date. People of one name
/// were often born in one decade and in one desa, so both are counted together and only the date is taken as
/// independent. Source: matching page, 6.6; McDonald and Levitt, "Seeing double voting" (2008), on why it is printed.
final class NameCounts: Sendable {
  /// Sorted by name, without most names that one voter bears: hash of the name above `shift`, decade and what is written
  /// below it.
  private let names: Storage<UInt64>
  private let count: Int
  /// By class of agreement, widest first.
  let coincidences: [CoincidenceCount]

  private static let shift: UInt64 = 20
  /// Marks below the hash: birth decade in four bits (of full dates), then whether there is a NIK and an NKK.
  private static let hasNumber: UInt64 = 16
  private static let hasCard: UInt64 = 32

  init(_ set: RecordSet) {
    let n = set.rollCount
    let rowBits = max(Int(Self.shift), Int.bitWidth - n.leadingZeroBitCount)
    let byName = Storage<UInt64>(n)
    let byPlace = Storage<UInt64>(n)
    let byDesa = Storage<UInt64>(n)
    let byBirth = Storage<UInt64>(n)
    for row in 0..<n {
      let hash = Self.hash(set, row)
      let record = set.records[row]
      let decade = record.hasFullDate ? UInt64(Frequencies.decade(ofYear: record.year)) : Self.noDecade
      let marks = decade | (record.nik != 0 ? Self.hasNumber : 0) | (record.nkk != 0 ? Self.hasCard : 0)
      byName[row] = Self.key(hash, marks)
      byPlace[row] = Self.key(
        mixed(hash ^ UInt64(record.place) << 9), record.place == Lexicon.nothing ? Self.noDecade : decade)
      byDesa[row] = Self.key(mixed(hash ^ UInt64(record.area) << 9), record.area == 0 ? Self.noDecade : decade)
      let dated = mixed(record.hasFullDate ? hash ^ UInt64(record.birth) << 7 : UInt64(row))
      byBirth[row] = (dated >> UInt64(rowBits)) << UInt64(rowBits) | UInt64(row)
    }
    names = byName
    count = Self.sorted(byName, n, shift: Int(Self.shift))
    coincidences = Self.counts(
      found: Self.agreements(byBirth, Self.sorted(byBirth, n, shift: rowBits), rowBits, set),
      all: Self.pairsByDecade(byName, count),
      places: Self.pairsByDecade(byPlace, Self.sorted(byPlace, n, shift: Int(Self.shift))),
      desa: Self.pairsByDecade(byDesa, Self.sorted(byDesa, n, shift: Int(Self.shift))), Self.datePairShare(set),
      set.mode)
  }

  /// Sorts what may stand there twice to the front and returns how many that are: what stands alone makes no pair.
  private static func sorted(_ keys: Storage<UInt64>, _ n: Int, shift: Int) -> Int {
    let count = RepeatedKeys.only(keys, count: n)
    RadixSort.sort44(keys, count: count, shift: shift)
    return count
  }

  /// Other voters expected by chance to bear the name of record `row` and to be born on its date.
  func expectedNamesakes(_ set: RecordSet, _ row: Int) -> Double {
    let record = set.records[row]
    guard record.hasFullDate else { return 0 }
    let bearers = self.bearers(Self.hash(set, row))
    return Double(max(0, bearers - 1)) * exp2(-Double(record.birthBits))
  }

  /// Voters of one name; 0 may also mean one.
  private func bearers(_ hash: UInt64) -> Int {
    let key = Self.key(hash, 0) >> Self.shift
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] >> Self.shift < key { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, names[end] >> Self.shift == key { end += 1 }
    return end - low
  }

  private static let noDecade = UInt64(Frequencies.plainDecade)

  private static func key(_ hash: UInt64, _ marks: UInt64) -> UInt64 { (hash >> shift) << shift | marks }

  /// A hash of the whole name of voter `row`.
  @inline(__always) static func hash(_ set: RecordSet, _ row: Int) -> UInt64 { set.nameHashes[row] }

  /// A hash of the words of a name, in their order.
  static func hash(_ table: TokenTable, _ tokens: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    var h: UInt64 = 7
    for k in 0..<count { h = mixed(h ^ table.codes[Int(tokens[k])].spellingHash) }
    return h
  }
}

// MARK: - Counting

extension NameCounts {
  /// Pairs with one name and one birth date: in all, and those that agree or differ in something more.
  private static func agreements(_ keys: Storage<UInt64>, _ n: Int, _ rowBits: Int, _ set: RecordSet) -> [Int] {
    var sums = [0, 0, 0, 0, 0]
    let mask: UInt64 = 1 << UInt64(rowBits) - 1
    var i = 0
    while i < n {
      var j = i + 1
      while j < n, keys[j] >> UInt64(rowBits) == keys[i] >> UInt64(rowBits) { j += 1 }
      if j - i > 1 {
        let records = (i..<j).map { set.records[Int(keys[$0] & mask)] }
        sums[0] += (j - i) * (j - i - 1) / 2
        sums[1] += pairs(records.map { UInt64($0.place) }, none: UInt64(Lexicon.nothing)).equal
        sums[2] += pairs(records.map { UInt64($0.area) }, none: 0).equal
        sums[3] += pairs(records.map(\.nik), none: 0).different
        sums[4] += pairs(records.map(\.nkk), none: 0).different
      }
      i = j
    }
    return sums
  }

  /// Pairs of equal and of different values among those that are written. O(n log n).
  private static func pairs(_ values: [UInt64], none: UInt64) -> (equal: Int, different: Int) {
    let written = values.filter { $0 != none }.sorted()
    var equal = 0
    var run = 0
    for k in written.indices.dropFirst() {
      run = written[k] == written[k - 1] ? run + 1 : 0
      equal += run
    }
    return (equal, written.count * (written.count - 1) / 2 - equal)
  }

  /// Pairs with one key by birth decade: of all, of those with a NIK, of those with an NKK.
  private static func pairsByDecade(_ keys: Storage<UInt64>, _ n: Int) -> [[Int]] {
    var sums = Array(repeating: Array(repeating: 0, count: Frequencies.decades), count: 3)
    var held = sums
    var i = 0
    while i < n {
      var j = i
      while j < n, keys[j] >> shift == keys[i] >> shift {
        j += 1
      }
      if j - i > 1 {
        for k in i..<j {
          let decade = Int(keys[k] & 15)
          held[0][decade] += 1
          if keys[k] & hasNumber != 0 { held[1][decade] += 1 }
          if keys[k] & hasCard != 0 { held[2][decade] += 1 }
        }
        for kind in 0..<3 {
          for d in 0..<Frequencies.plainDecade where held[kind][d] != 0 {
            sums[kind][d] += held[kind][d] * (held[kind][d] - 1) / 2
            held[kind][d] = 0
          }
          held[kind][Frequencies.plainDecade] = 0
        }
      }
      i = j
    }
    return sums
  }

  /// By decade: the chance that two different people of it share a full birth date.
  private static func datePairShare(_ set: RecordSet) -> [Double] {
    var counts = [Double](repeating: 0, count: Frequencies.dateSlots)
    var people = [Double](repeating: 0, count: Frequencies.decades)
    for row in 0..<set.rollCount where set.records[row].hasFullDate {
      let record = set.records[row]
      counts[Frequencies.dateSlot(record.birth)] += 1
      people[Frequencies.decade(ofYear: record.year)] += 1
    }
    var sharing = [Double](repeating: 0, count: Frequencies.decades)
    for slot in 1..<Frequencies.dateSlots where counts[slot] > 0 {
      let decade = Frequencies.decade(ofYear: UInt32(1850 + slot >> 9))
      sharing[decade] += counts[slot] * (counts[slot] - 1)
    }
    return zip(sharing, people).map { $1 > 1 ? $0 / ($1 * ($1 - 1)) : 0 }
  }

  /// The classes, found beside expected; a class that the roll cannot show (no numbers, no places) is left out.
  private static func counts(
    found: [Int], all: [[Int]], places: [[Int]], desa: [[Int]], _ dates: [Double], _ mode: NumberMode
  ) -> [CoincidenceCount] {
    func expected(_ pairs: [Int]) -> Double { zip(pairs, dates).reduce(0) { $0 + Double($1.0) * $1.1 } }
    let classes = [
      (Agreement.nameAndBirth, expected(all[0])), (Agreement.andPlace, expected(places[0])),
      (Agreement.andDesa, expected(desa[0])), (Agreement.otherNumber, expected(all[1])),
      (Agreement.otherCard, expected(all[2])),
    ]
    return zip(classes, found).enumerated().compactMap { k, entry in
      let ((agreement, expected), found) = entry
      if k > 0, expected == 0, found == 0 { return nil }
      // Of a number that lost digits nobody can say that it differs.
      if k == 3, mode.isWeak { return nil }
      return CoincidenceCount(agreement: agreement, found: found, expected: expected)
    }
  }

  /// What two records agree on, in words.
  private enum Agreement {
    static let nameAndBirth = "nama dan tanggal lahir sama"
    static let andPlace = "nama, tanggal lahir, dan tempat lahir sama"
    static let andDesa = "nama, tanggal lahir, dan desa sama"
    static let otherNumber = "nama dan tanggal lahir sama, NIK berbeda"
    static let otherCard = "nama dan tanggal lahir sama, NKK berbeda"
  }
}
