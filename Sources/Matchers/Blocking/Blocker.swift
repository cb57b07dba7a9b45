import CIntrinsics
import RollModel
import Synchronization

/// The blocks of one pass: record numbers one after another, the last of each block marked.
struct PassBlocks: Sendable {
  let pass: Int
  let entries: Storage<UInt32>
  let count: Int
  /// Keys by part: the roll first, then each list.
  let keysOfPart: [Int]
  /// Blocks that were too large to compare, and their rows, by part.
  let skipped: SkippedBlocks
  var keys: Int { keysOfPart.reduce(0, +) }

  /// Marks the last entry of a block.
  static let last: UInt32 = 1 << 31
}

/// Blocks that stayed oversize after the ladder, counted for each part that has rows in them: the roll, then each list.
struct SkippedBlocks: Sendable {
  private(set) var blocks: [Int]
  private(set) var rows: [Int]

  init(parts: Int) {
    blocks = Array(repeating: 0, count: parts)
    rows = blocks
  }

  mutating func add(rowsOfPart: [Int]) {
    for part in rows.indices where rowsOfPart[part] > 0 {
      blocks[part] += 1
      rows[part] += rowsOfPart[part]
    }
  }
}

/// Sorts the keys of every pass and cuts them into blocks; oversize ones go down the ladder, never dropped at once.
struct Blocker: Sendable {
  let set: RecordSet
  let keys: BlockingKeys
  let settings: BlockingSettings
  let passes: [Pass]

  /// Runs all passes, whole passes at a time, the longest first; `beside` is work that can be done meanwhile.
  func run<Other: Sendable>(threads: Int, beside other: @Sendable () -> Other) -> (blocks: [PassBlocks], other: Other) {
    let order = passes.indices.sorted { Self.cost(passes[$0]) > Self.cost(passes[$1]) }
    let most = passes.reduce(0) { max($0, Self.mostKeys($1)) }
    let rooms = KeyRooms(capacity: set.count * most + BlockingKeys.most)
    let made = parallelMap(order.count + 1, threads: threads) { k -> (blocks: PassBlocks?, other: Other?) in
      k == 0 ? (nil, other()) : (block(order[k - 1], rooms), nil)
    }
    return (made.compactMap(\.blocks).sorted { $0.pass < $1.pass }, made[0].other ?? other())
  }

  /// Keys that a record makes in a pass, about: the long ones are started first.
  private static func cost(_ pass: Pass) -> Int {
    switch pass.kind {
    case .yearHeadPair, .dayMonthHeadPlace, .birthHead, .general(.headWord), .general(.wordPair): 4
    case .birthTail, .numberDateHead, .monthYearHeadPlace, .dayYearHeadPlace, .familyCardHead: 3
    case .dayMonthName, .yearNamePlace, .birthPlace: 2
    default: 1
    }
  }

  private func block(_ index: Int, _ rooms: KeyRooms) -> PassBlocks {
    let pass = passes[index]
    let cut = KeyCut(records: set.count)
    let room = pass.linksOnly ? nil : rooms.take()
    defer { if let room { rooms.giveBack(room) } }
    let made = room.map { allKeys(pass, cut, into: $0) } ?? linkKeys(pass, cut)
    let shared = RepeatedKeys.only(made.keys, count: made.count)
    let key = RadixSort.sortedHashes(made.keys, count: shared, from: cut.shift, rounds: cut.rounds)
    var splitter = BlockSplitter(
      set: set, keys: keys, settings: settings, cut: cut, entries: Storage(shared + 64),
      skipped: SkippedBlocks(parts: set.lists.count + 1))
    var i = 0
    while i < shared {
      let value = key[i] &>> cut.places
      var j = i &+ 1
      while j < shared, key[j] &>> cut.places == value { j &+= 1 }
      if j - i > 1 { splitter.add(key.base + i, j - i, step: 0) }
      i = j
    }
    return PassBlocks(
      pass: index, entries: splitter.entries, count: splitter.count, keysOfPart: made.ofPart,
      skipped: splitter.skipped)
  }

  /// Keys of one pass, the record's number in the low bits, and how many of them each part made.
  private struct Keys {
    let keys: Storage<UInt64>
    let ofPart: [Int]
    var count: Int { ofPart.reduce(0, +) }
  }

  /// Keys of all records.
  private func allKeys(_ pass: Pass, _ cut: KeyCut, into room: Storage<UInt64>) -> Keys {
    let out = room.base
    var count = 0
    let records = set.records.base
    var ofPart: [Int] = []
    for part in set.partRanges {
      let before = count
      for i in part {
        let made = keys.make(pass, i, records[i], out + count)
        for _ in 0..<made {
          out[count] = cut.key(out[count], i)
          count &+= 1
        }
      }
      ofPart.append(count - before)
    }
    return Keys(keys: room, ofPart: ofPart)
  }

  /// Keys of the list rows, and of the roll's rows only those that some list row may have.
  private func linkKeys(_ pass: Pass, _ cut: KeyCut) -> Keys {
    let seen = Storage<UInt64>(repeating: 0, count: 1 << 16)
    let filterMask = UInt64((1 << 22) - 1)
    var listKeys: [UInt64] = []
    var ofPart: [Int] = []
    let records = set.records.base
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: BlockingKeys.most) { scratch in
      guard let out = scratch.baseAddress else { return }
      for list in set.lists {
        let before = listKeys.count
        for i in list.range {
          for k in 0..<keys.make(pass, i, records[i], out) {
            let slot = Int(out[k] >> 40 & filterMask)
            seen[slot >> 6] |= 1 << UInt64(slot & 63)
            listKeys.append(cut.key(out[k], i))
          }
        }
        ofPart.append(listKeys.count - before)
      }
    }
    guard !listKeys.isEmpty else { return Keys(keys: Storage(1), ofPart: [0] + ofPart) }
    var all: [UInt64] = []
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: BlockingKeys.most) { scratch in
      guard let out = scratch.baseAddress else { return }
      for i in 0..<set.rollCount {
        for k in 0..<keys.make(pass, i, records[i], out) {
          let slot = Int(out[k] >> 40 & filterMask)
          if seen[slot >> 6] >> UInt64(slot & 63) & 1 != 0 { all.append(cut.key(out[k], i)) }
        }
      }
    }
    ofPart.insert(all.count, at: 0)
    all += listKeys
    return Keys(keys: Storage(all), ofPart: ofPart)
  }

  /// An upper bound of keys a record on average, for room that is only touched when used.
  private static func mostKeys(_ pass: Pass) -> Int {
    switch pass.kind {
    case .general: GeneralKeys.most
    case .yearHeadPair: 28
    case .familyCardHead, .birthHead, .birthTail, .numberDateHead, .dayMonthHeadPlace, .monthYearHeadPlace,
      .dayYearHeadPlace, .maskedNumberHead, .headDesa:
      16
    default: 2
    }
  }
}

/// Room for the keys of one pass after another: the pages of a fresh one would have to be cleared for each.
private final class KeyRooms: Sendable {
  private let capacity: Int
  private let idle = Mutex<[Storage<UInt64>]>([])

  init(capacity: Int) { self.capacity = capacity }

  func take() -> Storage<UInt64> { idle.withLock { $0.popLast() } ?? Storage(capacity) }

  func giveBack(_ room: Storage<UInt64>) { idle.withLock { $0.append(room) } }
}

/// Cuts one pass's runs of equal keys into blocks of at most the cap.
private struct BlockSplitter {
  let set: RecordSet
  let keys: BlockingKeys
  let settings: BlockingSettings
  let cut: KeyCut
  let entries: Storage<UInt32>
  var count = 0
  var skipped: SkippedBlocks
  /// Rows of an oversize block that a record is asked for ahead.
  private static let ahead = 16

  @inline(__always) mutating func add(_ run: UnsafeMutablePointer<UInt64>, _ size: Int, step: Int) {
    if size <= settings.cap { emit(run, size) } else { split(run, size, step: step) }
  }

  @inline(__always) private mutating func emit(_ run: UnsafeMutablePointer<UInt64>, _ size: Int) {
    for k in 0..<size {
      entries[count] = UInt32(truncatingIfNeeded: run[k] & cut.indexMask)
      count &+= 1
    }
    entries[count &- 1] |= PassBlocks.last
  }

  private mutating func skip(_ run: UnsafeMutablePointer<UInt64>, _ size: Int) {
    var rows = Array(repeating: 0, count: set.lists.count + 1)
    for k in 0..<size { rows[set.partIndex(Int(run[k] & cut.indexMask)).map { $0 + 1 } ?? 0] += 1 }
    skipped.add(rowsOfPart: rows)
  }

  private mutating func split(_ run: UnsafeMutablePointer<UInt64>, _ size: Int, step: Int) {
    guard size > 1 else { return }
    if size <= settings.cap { return emit(run, size) }
    if step == settings.ladderSteps {
      if size <= settings.hardLimit { return emit(run, size) }
      return skip(run, size)
    }
    let records = UnsafePointer(set.records.base)
    for k in 0..<size {
      padan_prefetch(records + Int(run[min(k &+ Self.ahead, size &- 1)] & cut.indexMask))
      let record = Int(run[k] & cut.indexMask)
      run[k] = cut.key(mixed(keys.ladder(step, records + record) &+ UInt64(step)), record)
    }
    // Whole keys, record number included: blocks come out in order of record.
    var entries = UnsafeMutableBufferPointer(start: run, count: size)
    entries.sort()
    var i = 0
    while i < size {
      let value = run[i] &>> cut.places
      var j = i + 1
      while j < size, run[j] &>> cut.places == value { j += 1 }
      split(run + i, j - i, step: step + 1)
      i = j
    }
  }
}
