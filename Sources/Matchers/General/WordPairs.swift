import Platform
import RollModel

/// How many people's addresses hold two words together, for pairs of words that at least three people share.
///
/// The chain of the matching page (13.1, C1) for addresses: HOSPITAL follows from GOD and JOHN. People are counted by
/// birth date and by name, whichever gives fewer, so that the repeats of one person count once: without that a person's
/// own address would look like a common phrase. Open addressing; above `mostRows` rows a share of the people, chosen by
/// hash, is counted.
struct WordPairs: Sendable {
  private let keys: Storage<UInt64>
  /// log2 of (people - 2).
  private let values: Storage<Float>
  private let mask: Int
  /// By word: log2 of (people whose address holds it, less one).
  private let holders: Storage<Float>

  static let mostRows = 50_000

  /// What rows of one person mostly share.
  struct Person {
    var date: UInt64
    var name: UInt64
  }

  /// That the address of a row, by its place among those counted, holds a word or a pair of words: `group` says which.
  private struct Entry: BitwiseCopyable {
    var group: UInt32
    var row: UInt32
  }

  /// `words` gives the words of a row, `person` who it is.
  init(rows: Int, vocabulary: Int, words: (Int) -> UnsafeBufferPointer<UInt32>, person: (Int) -> Person) {
    let every = UInt64(rows / Self.mostRows + 1)
    var counted: [Int] = []
    var people: [Person] = []
    for row in 0..<rows {
      let who = person(row)
      guard every == 1 || (who.date >> 20) % every == 0 else { continue }
      counted.append(row)
      people.append(who)
    }
    let dates = Self.numbered(people.map(\.date))
    let names = Self.numbered(people.map(\.name))
    func count(_ entries: [Entry], groups: Int) -> [Int] {
      let found = Self.groups(entries, groups: groups)
      return zip(Self.distinct(found, by: dates), Self.distinct(found, by: names)).map { min($0, $1) }
    }

    var held: [Entry] = []
    for (at, row) in counted.enumerated() {
      for word in words(row) { held.append(Entry(group: word, row: UInt32(at))) }
    }
    holders = Storage(repeating: 0, count: max(1, vocabulary))
    for (word, people) in count(held, groups: vocabulary).enumerated() where people > 0 {
      holders[word] = log2f(Float(max(1, people * Int(every) - 1)))
    }

    let pairs = Self.pairs(counted, words)
    let together = count(pairs.entries, groups: pairs.keys.count)
    let kept = pairs.keys.indices.filter { together[$0] >= 3 }
    var size = 64
    while size < kept.count * 2 { size *= 2 }
    mask = size - 1
    keys = Storage(repeating: .max, count: size)
    values = Storage(size)
    for pair in kept {
      let slot = Self.slot(pairs.keys[pair], in: keys, mask)
      keys[slot] = pairs.keys[pair]
      values[slot] = log2f(Float(together[pair] * Int(every) - 2))
    }
  }

  /// -log2 P(`token` given `word`); nil when fewer than three people's addresses hold both.
  @inline(__always) func bits(of token: UInt32, given word: UInt32) -> Float? {
    let slot = Self.slot(Self.key(token, word), in: keys, mask)
    return keys[slot] == .max ? nil : max(0, holders[Int(word)] - values[slot])
  }

  /// Where a key stands, or where it would.
  @inline(__always) private static func slot(_ key: UInt64, in keys: Storage<UInt64>, _ mask: Int) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while keys[slot] != .max, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Pairs of words that three rows may hold, and the rows that hold them.
  ///
  /// Most pairs of words stand in one address alone: two bits a slot count them first, so that only a part is looked up.
  private static func pairs(
    _ rows: [Int], _ words: (Int) -> UnsafeBufferPointer<UInt32>
  ) -> (keys: [UInt64], entries: [Entry]) {
    func each(_ body: (UInt64, Int) -> Void) {
      for (at, row) in rows.enumerated() {
        let own = words(row)
        for i in 0..<own.count {
          for j in (i + 1)..<max(own.count, i + 1) where own[i] != own[j] { body(key(own[i], own[j]), at) }
        }
      }
    }
    var all = 0
    each { _, _ in all += 1 }
    var bits = 10
    while bits < 26, 1 << bits < all * 2 { bits += 1 }
    let seen = Storage<UInt8>(repeating: 0, count: 1 << bits)
    let shift = UInt64(64 - bits)
    each { key, _ in
      let slot = Int(mixed(key) &>> shift)
      if seen[slot] < 3 { seen[slot] += 1 }
    }
    var often: [(key: UInt64, at: UInt32)] = []
    each { key, at in if seen[Int(mixed(key) &>> shift)] == 3 { often.append((key, UInt32(at))) } }
    var size = 64
    while size < often.count * 2 { size *= 2 }
    let known = Storage<UInt64>(repeating: .max, count: size)
    let numbers = Storage<UInt32>(size)
    var keys: [UInt64] = []
    let entries = often.map { key, at in
      let slot = slot(key, in: known, size - 1)
      if known[slot] == .max {
        known[slot] = key
        numbers[slot] = UInt32(keys.count)
        keys.append(key)
      }
      return Entry(group: numbers[slot], row: at)
    }
    return (keys, entries)
  }

  /// The rows of each group, side by side, and where each group ends.
  private static func groups(_ entries: [Entry], groups: Int) -> (rows: [UInt32], ends: [Int]) {
    var ends = [Int](repeating: 0, count: groups + 1)
    for entry in entries { ends[Int(entry.group) + 1] += 1 }
    for group in 0..<groups { ends[group + 1] += ends[group] }
    var rows = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      rows[ends[Int(entry.group)]] = entry.row
      ends[Int(entry.group)] += 1
    }
    return (rows, ends.dropLast())
  }

  /// By group: how many different numbers its rows have.
  private static func distinct(_ of: (rows: [UInt32], ends: [Int]), by numbers: [UInt32]) -> [Int] {
    var last = [UInt32](repeating: .max, count: numbers.count)
    var start = 0
    return of.ends.enumerated().map { group, end in
      var count = 0
      for place in start..<end {
        let number = Int(numbers[Int(of.rows[place])])
        if last[number] != UInt32(group) {
          last[number] = UInt32(group)
          count += 1
        }
      }
      start = end
      return count
    }
  }

  /// The values numbered from 0, equal ones alike.
  private static func numbered(_ values: [UInt64]) -> [UInt32] {
    var known: [UInt64: UInt32] = [:]
    known.reserveCapacity(values.count)
    return values.map { value in
      let next = UInt32(known.count)
      let number = known[value] ?? next
      if number == next { known[value] = next }
      return number
    }
  }

  @inline(__always) private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }
}
