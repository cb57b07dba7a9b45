import CIntrinsics

/// What a pair is weighed with in a scan, and the odds in bits that it must reach to be kept.
struct ScanBar: BitwiseCopyable, Sendable {
  let weights: QuickWeights
  let floor: Float
}

/// One thread's share of a scan: compares all pairs of the blocks that it is given, and keeps those that reach their bar.
struct PairScanner: ~Copyable {
  /// What a thread found, in no order; pairs that it forgot and met again stand twice.
  struct Found: Sendable {
    var duplicates: [Comparison] = []
    var links: [Comparison] = []
    /// By pass, then by part: pairs of the roll with itself and with each list that were looked at.
    var looked: [[Int]]
    var compared = 0
  }

  private let set: RecordSet
  private let passes: [Pass]
  private let roll: ScanBar
  private let lists: [ScanBar]
  private let acrossAreas: Bool
  /// Whether equal numbers are whole ones, and the roll is a case's own.
  private let keepsTold: Bool
  private var comparator: PairComparator
  private var found: Found
  private let known = KeptPairs()
  /// The records of one block, copied side by side, and their numbers.
  private let records = Storage<MatchRecord>(mostRecords)
  private let numbers = Storage<UInt32>(mostRecords)
  private static let mostRecords = 4096
  /// How many entries ahead records are asked for, and then the tokens of long names: a few blocks of strangers.
  private static let recordsAhead = 40
  /// Rows of one number that are compared with each other, as in `EqualNumbers`.
  private static let mostOwners = 8
  private static let tokensAhead = 16

  init(
    _ comparator: consuming PairComparator, _ set: RecordSet, passes: [Pass], roll: ScanBar, lists: [ScanBar],
    acrossAreas: Bool
  ) {
    self.comparator = comparator
    self.set = set
    self.passes = passes
    self.roll = roll
    self.lists = lists
    self.acrossAreas = acrossAreas
    keepsTold = set.mode == .full && !acrossAreas
    found = Found(looked: Array(repeating: Array(repeating: 0, count: lists.count + 1), count: passes.count))
  }

  /// Compares the blocks at `range`, which ends with a block.
  mutating func scan(_ blocks: PassBlocks, _ range: Range<Int>) {
    var looked = found.looked[blocks.pass]
    var i = range.lowerBound
    while i < range.upperBound {
      let count = gather(blocks, &i)
      var voters = count
      while voters > 0, Int(numbers[voters - 1]) >= set.rollCount { voters -= 1 }
      guard voters > 0 else { continue }
      if !passes[blocks.pass].linksOnly {
        looked[0] += compareVoters(voters, blocks.pass)
        if keepsTold, voters > 1 { keepTold(voters, blocks.pass) }
      }
      for y in voters..<count {
        guard let list = set.partIndex(Int(numbers[y])) else { continue }
        looked[list + 1] += compare(y, with: voters, list, blocks.pass)
      }
    }
    found.looked[blocks.pass] = looked
  }

  consuming func finish() -> Found {
    for entry in known.remembered { settle(entry) }
    found.compared = comparator.compared
    return found
  }

  /// Copies the block at `i` and moves on behind it; returns its number of records.
  @inline(__always) private func gather(_ blocks: PassBlocks, _ i: inout Int) -> Int {
    let entries = blocks.entries.base
    let end = blocks.count
    let source = set.records.base
    let tokens = set.tokens.base
    let records = self.records.base
    let numbers = self.numbers.base
    var count = 0
    while true {
      let entry = entries[i]
      padan_prefetch(source + Int(entries[min(i &+ Self.recordsAhead, end &- 1)] & ~PassBlocks.last))
      // By now this record has arrived, and tells where a long name stands.
      let coming = source + Int(entries[min(i &+ Self.tokensAhead, end &- 1)] & ~PassBlocks.last)
      if !coming.pointee.holdsTokens { padan_prefetch(tokens + Int(coming.pointee.token0)) }
      records[count] = source[Int(entry & ~PassBlocks.last)]
      numbers[count] = entry & ~PassBlocks.last
      count &+= 1
      i &+= 1
      if entry & PassBlocks.last != 0 { return count }
    }
  }

  /// Keeps what is told though no name makes it likely: voters who bear one number, and twins.
  @inline(never) private mutating func keepTold(_ count: Int, _ pass: Int) {
    switch passes[pass].kind {
    case .number: keep(count, pass) { $0.nik == $1.nik }
    case .numberFront: keep(count, pass) { $0.isTwin(of: $1) }
    default: return
    }
  }

  /// Of many rows, which have a number written for want of one, each is kept with the first alone.
  @inline(__always)
  private mutating func keep(_ count: Int, _ pass: Int, where isTold: (MatchRecord, MatchRecord) -> Bool) {
    let mark: UInt32 = 1 << UInt32(pass)
    for x in 0..<(count > Self.mostOwners ? 1 : count) {
      for y in (x + 1)..<max(x + 1, count) where isTold(records[x], records[y]) {
        let (a, b) = (Int(numbers[x]), Int(numbers[y]))
        if !known.mark(a, b, mark) { keep(comparator.compare(a, b), mark) }
      }
    }
  }

  /// Compares the first `count` records of the block, all voters, with each other; returns the pairs looked at.
  @inline(__always) private mutating func compareVoters(_ count: Int, _ pass: Int) -> Int {
    let records = UnsafePointer(self.records.base)
    let numbers = self.numbers.base
    let bar = roll
    let skips = passes[pass].skipsOwnDates
    let across = acrossAreas
    var looked = count * (count - 1) / 2
    for x in 0..<count {
      for y in (x &+ 1)..<max(x &+ 1, count) {
        if skips, records[x].ownsNumberDate, records[y].ownsNumberDate {
          looked &-= 1
        } else if across, records[x].area == records[y].area {
          looked &-= 1
        } else {
          compare(Int(numbers[x]), records + x, Int(numbers[y]), records + y, bar, pass)
        }
      }
    }
    return looked
  }

  /// Compares record `y` of the block, a row of list `list`, with the first `voters`; returns the pairs looked at.
  @inline(__always) private mutating func compare(_ y: Int, with voters: Int, _ list: Int, _ pass: Int) -> Int {
    let records = UnsafePointer(self.records.base)
    let numbers = self.numbers.base
    let bar = lists[list]
    let skips = passes[pass].skipsOwnDates && records[y].ownsNumberDate
    var looked = voters
    for x in 0..<voters {
      if skips, records[x].ownsNumberDate {
        looked &-= 1
      } else {
        compare(Int(numbers[x]), records + x, Int(numbers[y]), records + y, bar, pass)
      }
    }
    return looked
  }

  @inline(__always) private mutating func compare(
    _ a: Int, _ x: UnsafePointer<MatchRecord>, _ b: Int, _ y: UnsafePointer<MatchRecord>, _ bar: ScanBar, _ pass: Int
  ) {
    var seen = Comparison()
    guard let before = comparator.reach(a, x, b, y, weights: bar.weights, floor: bar.floor, into: &seen) else { return }
    known.prefetch(a, b)
    guard comparator.mayReach(before, x, y, floor: bar.floor) else { return }
    let mark: UInt32 = 1 << UInt32(pass)
    if known.mark(a, b, mark) { return }
    guard comparator.finish(x, y, bar.weights, before, bar.floor, into: &seen) else { return }
    keep(seen, mark)
  }

  /// Keeps a pair that a pass brought for the first time, as far as is remembered.
  private mutating func keep(_ seen: Comparison, _ mark: UInt32) {
    let isLink = Int(seen.b) >= set.rollCount
    let place = isLink ? found.links.count : found.duplicates.count
    if let forgotten = known.remember(Int(seen.a), Int(seen.b), at: place, mark) { settle(forgotten) }
    if isLink { found.links.append(seen) } else { found.duplicates.append(seen) }
  }

  /// Writes the marks of a remembered pair to where it is kept.
  private mutating func settle(_ entry: KeptPairs.Entry) {
    if entry.b >= set.rollCount {
      found.links[Int(entry.place)].passes = entry.passes
    } else {
      found.duplicates[Int(entry.place)].passes = entry.passes
    }
  }
}

extension MatchRecord {
  /// One family card and birth date, and numbers issued one after the other, or with one between.
  fileprivate func isTwin(of other: MatchRecord) -> Bool {
    nkk != 0 && nkk == other.nkk && hasFullDate && birth == other.birth && nik != other.nik
      && nik / 10_000 == other.nik / 10_000 && NumberComparison.areSerialsNear(nik, other.nik)
  }
}
