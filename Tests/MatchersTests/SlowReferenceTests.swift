import RollModel
import Similarity
import TestSupport
import Testing

@testable import Matchers

/// Fast comparisons beside the obvious ones, on 100,000 seeded random pairs each.
struct SlowReferenceTests {
  @Test("a rejected pair of tokens has no level, and two neighbours join as their letters do")
  func tokens() {
    var maker = TokenMaker(seed: 61)
    var lexicon = StringTable()
    var pairs: [(Int, Int)] = []
    var words: [String] = []
    func number(_ word: String) -> Int {
      let id = lexicon.intern(word)
      if id == words.count { words.append(word) }
      return id
    }
    for _ in 0..<100_000 {
      let word = maker.token()
      pairs.append((number(word), number(maker.like(word))))
    }
    let table = TokenTable(lexicon)
    let comparator = TokenComparator(table)
    let distance = AlignmentDistance()
    var rejected = 0
    for (a, b) in pairs {
      // Itself checked against the slow rules among the tests of its module.
      let level = distance.level(table.spellings[a], table.spellings[b])
      #expect(comparator.level(UInt32(a), UInt32(b)) == level, "\(words[a]) \(words[b])")
      guard comparator.cannotBeAlike(UInt32(a), UInt32(b)) else { continue }
      rejected += 1
      #expect(level == .none, "\(words[a]) \(words[b])")
    }
    #expect(rejected > 10_000)
    var joined = 0
    for k in 0..<100_000 {
      let (first, second) = (pairs[k].0, pairs[(k * 7 + 1) % pairs.count].0)
      let whole = k % 2 == 0 ? words[first] + words[second] : maker.like(words[first] + words[second])
      guard let id = lexicon.find(whole), id < words.count else { continue }
      let fast = comparator.joins(UInt32(first), UInt32(second), into: UInt32(id))
      #expect(fast == Self.joins(words[first] + words[second], whole), "\(words[first]) \(words[second]) \(whole)")
      if fast { joined += 1 }
    }
    #expect(joined > 50)
  }

  /// Equal, one sound, or one edit in a word of more than six letters; the whole has five and at most one more or fewer.
  private static func joins(_ joined: String, _ whole: String) -> Bool {
    guard whole.count >= 5, abs(joined.count - whole.count) <= 1 else { return false }
    if joined == whole || Slow.sound(joined) == Slow.sound(whole) { return true }
    return joined.count > 6 && Slow.distance(Array(joined), Array(whole)) <= 1
  }

  private static func digits(_ number: UInt64, _ count: Int) -> [Character] {
    Array(String(repeating: "0", count: max(0, count - String(number).count)) + String(number))
  }

  @Test("one error in six digits, and in sixteen, is a distance of one")
  func oneError() {
    var random = SeededGenerator(seed: 62)
    for k in 0..<100_000 {
      let count = k % 2 == 0 ? 6 : 16
      var a = (0..<count).map { _ in UInt64(random.below(4)) }
      if count == 16 { a[0] = 1 }
      var b = a
      for _ in 0..<random.below(3) {
        let at = 1 + random.below(count - 2)
        if random.below(2) == 0 { b.swapAt(at, at + 1) } else { b[at] = UInt64(random.below(4)) }
      }
      let x = a.reduce(0) { $0 * 10 + $1 }
      let y = b.reduce(0) { $0 * 10 + $1 }
      let slow = Slow.distance(Self.digits(x, count), Self.digits(y, count)) == 1
      let fast = count == 6 ? NumberComparison.oneError(x, y) : NumberComparison.oneErrorApart(x, y)
      #expect(fast == slow, "\(x) \(y)")
    }
  }

  @Test("levels of numbers equal the first rule that holds", arguments: [true, false])
  func numberLevels(birthsEqual: Bool) {
    var random = SeededGenerator(seed: 63)
    let homes = HomeRegions(Storage(repeating: MatchRecord(), count: 0), count: 0, holders: 0)
    var seen = Set<Int>()
    for _ in 0..<100_000 {
      let a = Self.number(&random)
      var b = random.below(4) == 0 ? Self.number(&random) : a
      for _ in 0..<random.below(3) {
        let at = random.below(15)
        if random.below(3) == 0 { b.swapAt(at, at + 1) } else { b[at] = UInt64(random.below(4)) }
      }
      if random.below(3) == 0 { for k in 12..<16 { b[k] = UInt64(random.below(3)) } }
      if random.below(6) == 0 { b[6] = (b[6] + 4) % 8 }
      let (x, y) = (Self.record(a, own: random.below(5) == 0), Self.record(b, own: random.below(5) == 0))
      let level = NumberComparison.level(x, y, mode: .full, homes: homes, birthsEqual: birthsEqual)
      #expect(level == Self.level(x, y, birthsEqual: birthsEqual), "\(x.nik) \(y.nik)")
      seen.insert(level)
    }
    #expect(seen.count == (birthsEqual ? 7 : 8))
  }

  /// Matching page, 4.3 with C2 and C3, in the order that it gives.
  private static func level(_ x: MatchRecord, _ y: MatchRecord, birthsEqual: Bool) -> Int {
    let a = digits(x.nik, 16)
    let b = digits(y.nik, 16)
    if a == b { return 0 }
    if !birthsEqual, x.ownsNumberDate, y.ownsNumberDate, x.birth != y.birth { return 7 }
    let regions = (Array(a[0..<6]), Array(b[0..<6]))
    let dates = (Array(a[6..<12]), Array(b[6..<12]))
    let sameRegion = regions.0 == regions.1
    let sameDay = x.numberDate == y.numberDate
    let sameSerial = a[12...] == b[12...]
    if sameRegion, sameDay { return 3 }
    if sameSerial, dates.0 == dates.1, Slow.distance(regions.0, regions.1) == 1 { return 1 }
    if sameSerial, sameRegion, Slow.distance(dates.0, dates.1) == 1 { return 2 }
    if !sameSerial, Slow.distance(a, b) == 1 { return 2 }
    if sameDay { return 4 }
    return sameRegion ? 5 : 6
  }

  private static func number(_ random: inout SeededGenerator) -> [UInt64] {
    [1] + (0..<15).map { _ in UInt64(random.below(3)) }
  }

  private static func record(_ digits: [UInt64], own: Bool) -> MatchRecord {
    var record = MatchRecord()
    record.nik = digits.reduce(0) { $0 * 10 + $1 }
    let nik = NIK(number: record.nik)
    record.numberDate = UInt32(nik.day | nik.month << 5 | nik.yearDigits << 9) | 1 << 16
    record.birth = UInt32(nik.dateDigits)
    record.codes = own ? 16 : 0
    return record
  }

  @Test("a misspelled place is within two edits, five letters or more")
  func places() {
    var maker = TokenMaker(seed: 64)
    var table = StringTable()
    _ = table.intern("")
    var pairs: [(Int, Int)] = []
    for _ in 0..<100_000 {
      let place = maker.token()
      pairs.append((table.intern(place), table.intern(maker.like(place))))
    }
    let bench = Bench(MadeUpRoll(people: 50, copies: 0, seed: 65).data(places: table))
    let comparator = PlaceComparator(PlaceSpellings(table))
    var near = 0
    for (a, b) in pairs {
      var x = MatchRecord()
      var y = MatchRecord()
      x.place = UInt32(a)
      y.place = UInt32(b)
      let level = comparator.compare(x, y, bench.frequencies).level
      let (p, q) = (Array(table[a]), Array(table[b]))
      let isNear = a != b && min(p.count, q.count) >= 5 && Slow.distance(p, q) <= 2
      #expect(level == (a == b ? 0 : isNear ? 1 : 2), "\(table[a]) \(table[b])")
      if isNear { near += 1 }
    }
    #expect(near > 1_000)
  }

  @Test("years one digit apart", arguments: [1_900...2_050])
  func years(range: ClosedRange<UInt32>) {
    for a in range {
      for b in range {
        let apart = zip(Self.digits(UInt64(a), 4), Self.digits(UInt64(b), 4)).filter { $0 != $1 }.count
        #expect(Frequencies.oneDigitApart(a, b) == (apart == 1), "\(a) \(b)")
      }
    }
  }

  @Test("sorting by upper bits equals a stable sort", arguments: [3, 100, 191, 192, 5_000], [3, 4])
  func sorting(count: Int, rounds: Int) {
    var random = SeededGenerator(seed: UInt64(count + rounds))
    for shift in [20, 22, 31 - rounds] {
      let mask: UInt64 = (1 << UInt64(11 * rounds) - 1) << UInt64(shift)
      let keys = (0..<count).map { _ in random.next() & (random.below(3) == 0 ? ~0 : 0x7_0000_0FFF_FFFF) }
      let sorted = RadixSort.sorted(Storage(keys), count: count, from: shift, rounds: rounds)
      let slow = keys.enumerated().sorted { ($0.element & mask, $0.offset) < ($1.element & mask, $1.offset) }
      #expect((0..<count).map { sorted[$0] } == slow.map(\.element))
    }
  }

  @Test("sorting hashes equals a stable sort", arguments: [3, 191, 192, 60_000], [3, 4])
  func sortingHashes(count: Int, rounds: Int) {
    var random = SeededGenerator(seed: UInt64(count + rounds))
    for shift in [20, 22, 35 - rounds * 2] {
      let mask: UInt64 = (1 << UInt64(11 * rounds) - 1) << UInt64(shift)
      // Many come twice, and many agree in the bits that the rounds sort by.
      let keys = (0..<count).map { _ in mixed(UInt64(random.below(count))) & ~0xFFFF | UInt64(random.below(1 << 16)) }
      let alike = keys.map { random.below(50) == 0 ? $0 | 0xFFFF_F000_0000_0000 : $0 }
      let sorted = RadixSort.sortedHashes(Storage(alike), count: count, from: shift, rounds: rounds)
      let slow = alike.enumerated().sorted { ($0.element & mask, $0.offset) < ($1.element & mask, $1.offset) }
      #expect((0..<count).map { sorted[$0] } == slow.map(\.element))
    }
  }

  @Test("a level asked for once equals the remembered one")
  func levelOnce() {
    let bench = Bench(MadeUpRoll.rough(people: 300, copies: 100, seed: 46).data())
    let comparator = TokenComparator(bench.set.table)
    for a in 0..<UInt32(min(120, bench.set.table.count)) {
      for b in 0..<UInt32(bench.set.table.count) where a != b {
        #expect(comparator.levelOnce(a, b) == comparator.level(a, b))
      }
    }
  }
}
