import Glibc
import RollModel

/// How many voters bear each full name, and how many share name and birth date: found, and by chance.
///
/// Source: matching page, 6.6. People of one name were often born in one decade, so chance is taken decade by decade.
final class NameCounts: Sendable {
  private let hashes: Storage<UInt64>
  private let count: Int
  /// Pairs with equal name and full birth date, as found and as expected of unrelated people.
  let found: Int
  let expected: Double

  init(_ set: RecordSet, threads: Int) {
    let n = set.rollCount
    count = n
    let names = Storage<UInt64>(n)
    let dated = Storage<UInt64>(n)
    let decades = Storage<UInt64>(n)
    let cuts = pieces(of: n, size: 1 << 15)
    _ = parallelMap(cuts.count, threads: threads) { k in
      for row in cuts[k] {
        let hash = Self.hash(set, row)
        let record = set.records[row]
        names[row] = hash
        dated[row] = record.hasFullDate ? mixed(hash ^ UInt64(record.birth) << 7) : mixed(UInt64(row))
        let decade = UInt64(Frequencies.decade(ofYear: record.year))
        decades[row] = (hash << 4 & ~((1 << 20) - 1)) | decade
      }
    }
    let sorted = parallelMap(3, threads: threads) { k -> [(Int, Int)] in
      let keys = [names, dated, decades][k]
      RadixSort.sort44(keys, count: n, shift: 20)
      switch k {
      case 0: return []
      case 1: return [(0, Self.pairs(keys, n))]
      default: return Self.pairsByDecade(keys, n)
      }
    }
    hashes = names
    found = sorted[1].first?.1 ?? 0
    let dates = Self.datePairShare(set)
    expected = sorted[2].reduce(0) { $0 + Double($1.1) * dates[$1.0] }
  }

  /// Other voters expected by chance to bear the name of record `row` and to be born on its date.
  func expectedNamesakes(_ set: RecordSet, _ row: Int) -> Double {
    let record = set.records[row]
    guard record.hasFullDate else { return 0 }
    let bearers = self.bearers(Self.hash(set, row))
    return Double(max(0, bearers - 1)) * exp2(-Double(record.birthBits))
  }

  private func bearers(_ hash: UInt64) -> Int {
    let key = hash >> 20
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] >> 20 < key { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, hashes[end] >> 20 == key { end += 1 }
    return end - low
  }

  /// A hash of the whole name, in the order of its words.
  static func hash(_ set: RecordSet, _ row: Int) -> UInt64 {
    let token = set.tokenPointer(row)
    var h: UInt64 = 7
    for k in 0..<set.tokenCount(row) { h = mixed(h ^ set.table.codes[Int(token[k])].spellingHash) }
    return h
  }

  private static func pairs(_ keys: Storage<UInt64>, _ n: Int) -> Int {
    var sum = 0
    var i = 0
    while i < n {
      var j = i + 1
      while j < n, keys[j] >> 20 == keys[i] >> 20 { j += 1 }
      sum += (j - i) * (j - i - 1) / 2
      i = j
    }
    return sum
  }

  /// Pairs with one name by birth decade, where both decades are the same and known.
  private static func pairsByDecade(_ keys: Storage<UInt64>, _ n: Int) -> [(Int, Int)] {
    var sums = [Int](repeating: 0, count: Frequencies.decades)
    var held = [Int](repeating: 0, count: Frequencies.decades)
    var i = 0
    while i < n {
      var j = i
      while j < n, keys[j] >> 20 == keys[i] >> 20 {
        held[Int(keys[j] & 15)] += 1
        j += 1
      }
      for d in 0..<Frequencies.plainDecade {
        sums[d] += held[d] * (held[d] - 1) / 2
        held[d] = 0
      }
      held[Frequencies.plainDecade] = 0
      i = j
    }
    return sums.enumerated().map { ($0.offset, $0.element) }
  }

  /// By decade: the chance that two of its people share a full birth date.
  private static func datePairShare(_ set: RecordSet) -> [Double] {
    var counts = [Double](repeating: 0, count: Frequencies.dateSlots)
    var people = [Double](repeating: 0, count: Frequencies.decades)
    for row in 0..<set.rollCount where set.records[row].hasFullDate {
      let record = set.records[row]
      counts[Frequencies.dateSlot(record.birth)] += 1
      people[Frequencies.decade(ofYear: record.year)] += 1
    }
    var squares = [Double](repeating: 0, count: Frequencies.decades)
    for slot in 1..<Frequencies.dateSlots where counts[slot] > 0 {
      let decade = Frequencies.decade(ofYear: UInt32(1850 + slot >> 9))
      squares[decade] += counts[slot] * counts[slot]
    }
    return zip(squares, people).map { $1 > 0 ? $0 / ($1 * $1) : 0 }
  }
}
