import RollModel
import Similarity
import Testing

@testable import Matchers

/// The alignment of two names beside the obvious one: all pairs of tokens in order, each taken if both are free.
struct NameAlignmentTests {
  private let bench: Bench
  /// Rows of a person and of the copy.
  private let copies: [(Int, Int)]

  init() {
    let made = MadeUpRoll.rough(people: 1_200, copies: 900, seed: 77)
    bench = Bench(made.data())
    copies = made.truth
  }

  @Test("events of 100,000 pairs of names equal those of the slow alignment, and their worth keeps to the bound")
  func events() {
    let comparator = bench.comparator()
    let tables = bench.start.duplicates.scanTables()
    var random = SeededGenerator(seed: 78)
    var met = [Int](repeating: 0, count: NameEvent.allCases.count)
    var atOnePlace = 0
    for _ in 0..<100_000 {
      let (a, b) = names(&random)
      var seen = Comparison()
      let bound = withSides(a, b) { x, y in
        _ = comparator.names.compare(x, y, into: &seen)
        return comparator.names.bound(x, y)
      }
      let expected = slow(a, b, comparator.names.tokens)
      let events = NameEvent.allCases.map { seen.events($0) }
      #expect(events == expected, "\(a) \(b)")
      let worths = tables.name.prefix(6) + [tables.conflict]
      let worth = zip(events, worths).reduce(Double(seen.nameChance)) { $0 + Double($1.0) * $1.1 }
      #expect(worth <= Double(bound) + 0.01, "\(a) \(b)")
      for (k, count) in events.enumerated() { met[k] += count }
      if zip(a, b).contains(where: ==) { atOnePlace += 1 }
    }
    for event in NameEvent.allCases { #expect(met[Int(event.rawValue)] > 50, "\(event)") }
    #expect(atOnePlace > 20_000 && atOnePlace < 80_000)
  }

  /// A name and what may have become of it: a copy, misspelled, shortened or in one word; words moved, lost, doubled or
  /// put for others.
  private func names(_ random: inout SeededGenerator) -> ([UInt32], [UInt32]) {
    let copy = copies[random.below(copies.count)]
    var a = tokens(ofRow: copy.0)
    var b = random.below(4) == 0 ? tokens(ofRow: random.below(bench.set.count)) : tokens(ofRow: copy.1)
    while random.below(3) == 0 {
      let more = UInt32(random.below(bench.set.table.count))
      a.append(more)
      if random.below(2) == 0 { b.append(more) }
    }
    for _ in 0..<max(0, random.below(6) - 2) {
      let at = random.below(b.count)
      switch random.below(4) {
      case 0: b.swapAt(at, random.below(b.count))
      case 1 where b.count > 1: b.remove(at: at)
      case 2: b.append(a[random.below(a.count)])
      default: b[at] = alike(b[at], &random)
      }
    }
    return (Array(a.prefix(8)), Array(b.prefix(8)))
  }

  private func tokens(ofRow row: Int) -> [UInt32] {
    let count = bench.set.tokenCount(row)
    return count == 0 ? [0] : Array(UnsafeBufferPointer(start: bench.set.tokenPointer(row), count: count))
  }

  /// A token that may be another spelling: of some drawn at random the first that is like it, or the last.
  private func alike(_ token: UInt32, _ random: inout SeededGenerator) -> UInt32 {
    let own = bench.set.table.spellings[Int(token)].letters
    var drawn = token
    for _ in 0..<30 {
      drawn = UInt32(random.below(bench.set.table.count))
      let letters = bench.set.table.spellings[Int(drawn)].letters
      if letters.first == own.first, abs(letters.count - own.count) <= 2 { break }
    }
    return drawn
  }

  private func withSides<Result>(
    _ a: [UInt32], _ b: [UInt32], _ body: (NameComparator.Side, NameComparator.Side) -> Result
  ) -> Result {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        let sides = [a, b].map {
          NameComparator.Side(
            tokens: $0.baseAddress.unsafelyUnwrapped, count: $0.count, given: 0, decade: Frequencies.plainDecade)
        }
        return body(sides[0], sides[1])
      }
    }
  }

  /// How often each event occurs: exact tokens first, then two words for one, then the others, the best and the least
  /// moved first.
  private func slow(_ a: [UInt32], _ b: [UInt32], _ tokens: borrowing TokenComparator) -> [Int] {
    var pairs: [(order: Int, shift: Int, place: Int, i: Int, j: Int, level: TokenLevel)] = []
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() {
        let level = tokens.level(x, y)
        if level == .none { continue }
        let order = min(Int(level.rawValue), Int(TokenLevel.initial.rawValue))
        pairs.append((order, abs(i - j), i + j, i, j, level))
      }
    }
    pairs.sort { ($0.order, $0.shift, $0.place, $0.i) < ($1.order, $1.shift, $1.place, $1.i) }
    var freeA = Set(a.indices)
    var freeB = Set(b.indices)
    var events = [Int](repeating: 0, count: NameEvent.allCases.count)
    func take(_ isExact: Bool) {
      for pair in pairs where (pair.level == .exact) == isExact && freeA.contains(pair.i) && freeB.contains(pair.j) {
        freeA.remove(pair.i)
        freeB.remove(pair.j)
        events[Int(NameComparator.event(pair.level).rawValue)] += 1
      }
    }
    take(true)
    if a.count > b.count { events[Int(NameEvent.glue.rawValue)] = join(a, &freeA, b, &freeB, tokens) }
    if b.count > a.count { events[Int(NameEvent.glue.rawValue)] = join(b, &freeB, a, &freeA, tokens) }
    take(false)
    events[Int(NameEvent.conflict.rawValue)] = min(freeA.count, freeB.count)
    events[Int(NameEvent.extra.rawValue)] = abs(freeA.count - freeB.count)
    return events
  }

  /// Takes two neighbours of the longer name for one token of the shorter, from the front; how often.
  private func join(
    _ long: [UInt32], _ freeLong: inout Set<Int>, _ short: [UInt32], _ freeShort: inout Set<Int>,
    _ tokens: borrowing TokenComparator
  ) -> Int {
    var joined = 0
    for i in 0..<(long.count - 1) where freeLong.isSuperset(of: [i, i + 1]) {
      for j in short.indices where freeShort.contains(j) {
        guard tokens.joins(long[i], long[i + 1], into: short[j]) else { continue }
        freeLong.subtract([i, i + 1])
        freeShort.remove(j)
        joined += 1
        break
      }
    }
    return joined
  }
}
