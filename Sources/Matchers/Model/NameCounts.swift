import Platform
import RollModel

/// How many voters bear each full name, and which agreements of name and birth date are found beside those by chance.
///
/// Chance is what unrelated people of the roll would make: pairs of one name born in one decade (of one birthplace, of
/// one desa, with two numbers), times the chance that two people of the decade share a birth date. People of one name
/// were often born in one decade and in one desa, so both are counted together and only the date is taken as
/// independent. Source: matching page, 6.6; McDonald and Levitt, "Seeing double voting" (2008), on why it is printed.
final class NameCounts: Sendable {
  /// Hashes of the names that two voters or more bear, above `shift`, in order.
  private let names: [UInt64]
  /// Voters of each.
  private let bearerCounts: [UInt32]
  private let shift: UInt64
  /// By class of agreement, widest first.
  let coincidences: [CoincidenceCount]
  /// Pairs of one name and one birth date in two desa (`MatchRecord.area`): found, and expected by chance.
  let acrossAreas: (found: Int, expected: Double)

  /// `dates`: voters by full birth date (`Frequencies.dateCount`).
  init(_ set: RecordSet, dates: Storage<Int32>) {
    let n = set.rollCount
    let shift = max(20, Int.bitWidth - n.leadingZeroBitCount)
    let mask: UInt64 = 1 << UInt64(shift) - 1
    let keys = Storage<UInt64>(n)
    for row in 0..<n { keys[row] = set.nameHashes[row] & ~mask | UInt64(row) }
    // A name that stands alone makes no pair.
    let count = RepeatedKeys.only(keys, count: n)
    let sorted = RadixSort.sortedHashes(keys, count: count, from: shift, rounds: 4)
    var runs: [Range<Int>] = []
    var i = 0
    while i < count {
      var j = i &+ 1
      while j < count, sorted[j] & ~mask == sorted[i] & ~mask { j &+= 1 }
      if j - i > 1 { runs.append(i..<j) }
      i = j
    }
    self.shift = UInt64(shift)
    names = runs.map { sorted[$0.lowerBound] >> UInt64(shift) }
    bearerCounts = runs.map { UInt32($0.count) }
    var pairs = NamesakePairs(set, largest: runs.reduce(0) { max($0, $1.count) })
    for run in runs { pairs.count(sorted, run, rows: mask, until: count) }
    let shares = Self.datePairShare(dates)
    coincidences = Self.counts(pairs, shares, set.mode)
    let apart = zip(pairs.all, pairs.desa).map { $0 - $1 }
    acrossAreas = (pairs.found.all - pairs.found.desa, Self.expected(apart, shares))
  }

  /// Names that were counted elsewhere, by `hash`.
  init(bearers: [UInt64: Int]) {
    shift = 20
    var counts: [UInt64: Int] = [:]
    for (name, count) in bearers { counts[name >> 20, default: 0] += count }
    names = counts.keys.sorted()
    bearerCounts = names.map { UInt32(clamping: counts[$0] ?? 0) }
    coincidences = []
    acrossAreas = (0, 0)
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
    let name = hash >> shift
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name ? Int(bearerCounts[low]) : 0
  }

  /// A hash of the whole name of voter `row`.
  @inline(__always) static func hash(_ set: RecordSet, _ row: Int) -> UInt64 { set.nameHashes[row] }

  /// A hash of the words of a name, in their order.
  static func hash(_ table: TokenTable, _ tokens: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    var h: UInt64 = 7
    for k in 0..<count { h = mixed(h ^ table.codes[Int(tokens[k])].spellingHash) }
    return h
  }
}

extension NameCounts {
  /// By decade: the chance that two different people of it share a full birth date.
  private static func datePairShare(_ dates: Storage<Int32>) -> [Double] {
    var people = [Double](repeating: 0, count: Frequencies.decades)
    var sharing = people
    for slot in 1..<Frequencies.dateSlots where dates[slot] > 0 {
      let count = Double(dates[slot])
      let decade = Frequencies.decade(ofYear: UInt32(1850 + slot >> 9))
      people[decade] += count
      sharing[decade] += count * (count - 1)
    }
    return zip(sharing, people).map { $1 > 1 ? $0 / ($1 * ($1 - 1)) : 0 }
  }

  /// Pairs by decade, times the chance of one date.
  private static func expected(_ pairs: [Int], _ dates: [Double]) -> Double {
    zip(pairs, dates).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The classes, found beside expected; a class that the roll cannot show (no numbers, no places) is left out.
  private static func counts(
    _ pairs: borrowing NamesakePairs, _ dates: [Double], _ mode: NumberMode
  ) -> [CoincidenceCount] {
    func expected(_ pairs: [Int]) -> Double { Self.expected(pairs, dates) }
    let found = pairs.found
    let classes = [
      (Agreement.nameAndBirth, found.all, expected(pairs.all)),
      (Agreement.andPlace, found.places, expected(pairs.places)),
      (Agreement.andDesa, found.desa, expected(pairs.desa)),
      (Agreement.otherNumber, found.otherNumber, expected(pairs.numbers)),
      (Agreement.otherCard, found.otherCard, expected(pairs.cards)),
    ]
    return classes.enumerated().compactMap { k, entry in
      let (agreement, found, expected) = entry
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
