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

  private struct Entry {
    var key: UInt64
    var person: Person
  }

  /// `words` gives the words of a row, `person` who it is.
  init(rows: Int, vocabulary: Int, words: (Int) -> UnsafeBufferPointer<UInt32>, person: (Int) -> Person) {
    let every = UInt64(rows / Self.mostRows + 1)
    var entries: [Entry] = []
    var held: [Entry] = []
    for row in 0..<rows {
      let who = person(row)
      guard every == 1 || (who.date >> 20) % every == 0 else { continue }
      let own = words(row)
      for i in 0..<own.count {
        held.append(Entry(key: UInt64(own[i]), person: who))
        for j in (i + 1)..<max(own.count, i + 1) where own[i] != own[j] {
          entries.append(Entry(key: Self.key(own[i], own[j]), person: who))
        }
      }
    }
    holders = Storage(repeating: 0, count: max(1, vocabulary))
    for entry in Self.counted(held) { holders[Int(entry.key)] = log2f(Float(max(1, entry.people * Int(every) - 1))) }
    let kept = Self.counted(entries).filter { $0.people >= 3 }
    var size = 64
    while size < kept.count * 2 { size *= 2 }
    mask = size - 1
    keys = Storage(repeating: .max, count: size)
    values = Storage(size)
    for entry in kept {
      var slot = Int(truncatingIfNeeded: mixed(entry.key)) & mask
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = entry.key
      values[slot] = log2f(Float(entry.people * Int(every) - 2))
    }
  }

  /// -log2 P(`token` given `word`); nil when fewer than three people's addresses hold both.
  @inline(__always) func bits(of token: UInt32, given word: UInt32) -> Float? {
    let key = Self.key(token, word)
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return max(0, holders[Int(word)] - values[slot]) }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// People by key, in order of key: distinct dates or distinct names, whichever are fewer.
  private static func counted(_ entries: [Entry]) -> [(key: UInt64, people: Int)] {
    let byDate = distinct(entries.map { ($0.key, $0.person.date) })
    let byName = distinct(entries.map { ($0.key, $0.person.name) })
    return zip(byDate, byName).map { ($0.key, min($0.people, $1.people)) }
  }

  private static func distinct(_ entries: [(key: UInt64, person: UInt64)]) -> [(key: UInt64, people: Int)] {
    let sorted = entries.sorted { $0 < $1 }
    var result: [(key: UInt64, people: Int)] = []
    for (at, entry) in sorted.enumerated() {
      if at > 0, sorted[at - 1] == entry { continue }
      if result.last?.key == entry.key { result[result.count - 1].people += 1 } else { result.append((entry.key, 1)) }
    }
    return result
  }

  @inline(__always) private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }
}
