import RollModel
import Similarity

/// An address that someone asks for: its words must all stand in the address, in any order; names of ways may be misspelt,
/// numbers may not. Words that say only what kind of way it is (jalan, gang, dusun, nomor …) are not needed.
///
/// One a thread, like `NameQuery`.
package struct AddressQuery {
  private let words: [[UInt8]]
  private let needed: UInt32
  private let spellings: TokenSpellings
  private var table = StringTable()
  /// Points of a hundred of each word of files with each word asked for.
  private var points: [UInt64] = []
  /// RT and RW that were asked for; 0 for none.
  package let rt, rw: Int
  private static let mostWords = 8

  /// nil where nothing is asked for but kinds of ways.
  package init?(_ text: String) {
    var words: [[UInt8]] = []
    var (rt, rw) = (0, 0)
    var label = ""
    for word in Self.split(Array(text.utf8)[...]) {
      let spelled = String(decoding: word, as: UTF8.self)
      switch (label, Int(spelled)) {
      case ("RT", let number?): rt = number
      case ("RW", let number?): rw = number
      default: if spelled != "RT", spelled != "RW" { words.append(word) }
      }
      label = spelled
    }
    words = Array(words.prefix(Self.mostWords))
    (self.words, self.rt, self.rw) = (words, rt, rw)
    needed = words.enumerated().reduce(0) { Self.kinds.contains($1.element) ? $0 : $0 | 1 << UInt32($1.offset) }
    spellings = TokenSpellings(words)
    if needed == 0 { return nil }
  }

  /// Whether a text speaks of an address: it holds a number or a word for a kind of way.
  package static func isLikely(_ text: String) -> Bool {
    split(Array(text.utf8)[...]).contains { word in
      word.contains { (48...57).contains($0) } || kinds.contains(word) || word == Array("RT".utf8)
        || word == Array("RW".utf8)
    }
  }

  /// How well an address answers, 1...1000; 0 where it does not.
  package mutating func worth(of address: UnsafeBufferPointer<UInt8>) -> Int {
    var best: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
    var count = 0
    var start = 0
    var any: UInt64 = 0
    withUnsafeMutableBytes(of: &best) { best in
      let best = best.bindMemory(to: UInt64.self)
      for i in 0...address.count {
        if i < address.count, Self.isInside(address[i]) { continue }
        if i > start {
          let held = points(of: UnsafeBufferPointer(rebasing: address[start..<i]))
          any |= held
          count += 1
          for w in 0..<words.count { best[w] = max(best[w], held >> (8 * UInt64(w)) & 255) }
        }
        start = i + 1
      }
    }
    guard any != 0 else { return 0 }
    var (sum, found) = (0, 0)
    return withUnsafeBytes(of: best) { best in
      let best = best.bindMemory(to: UInt64.self)
      for w in 0..<words.count {
        if best[w] == 0, needed >> UInt32(w) & 1 == 1 { return 0 }
        sum += Int(best[w])
        found += best[w] > 0 ? 1 : 0
      }
      return max(1, sum * 10 / words.count - 5 * min(9, count - found))
    }
  }

  private mutating func points(of written: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let id = table.intern(UnsafeRawBufferPointer(written))
    if id < points.count { return points[id] }
    let word = Self.plain(written)
    var held: UInt64 = 0
    let view = TokenSpellings([word.filter { $0 >= 65 }])
    let distance = AlignmentDistance()
    for (w, asked) in words.enumerated() {
      var worth: UInt64 = asked == word ? 100 : 0
      if worth == 0, asked.count >= 4, (asked + word).allSatisfy({ $0 >= 65 }) {
        let level = distance.level(spellings[w], view[0])
        worth = level == .phonetic ? 90 : level == .typo ? 80 : 0
      }
      held |= worth << (8 * UInt64(w))
    }
    points.append(held)
    return held
  }

  private static func isInside(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 32) &- 97 < 26 }

  private static func split(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    text.split { !isInside($0) }.map { plain($0) }
  }

  /// In capitals, leading zeros off, the short form for what has one.
  private static func plain(_ word: some Collection<UInt8>) -> [UInt8] {
    let upper = word.map { $0 &- 97 < 26 ? $0 & 0xDF : $0 }
    if upper.allSatisfy({ $0 < 65 }) { return Array(upper.drop { $0 == 48 }) }
    return short[upper] ?? upper
  }

  private static let short: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("JALAN", "JL"), ("JLN", "JL"), ("JLAN", "JL"), ("DUSUN", "DSN"), ("DUS", "DSN"), ("GANG", "GG"),
      ("LORONG", "LRG"), ("LR", "LRG"), ("KAMPUNG", "KP"), ("KAMP", "KP"), ("NOMOR", "NO"), ("PERUM", "PRM"),
      ("PERUMAHAN", "PRM"), ("DESA", "DS"), ("KELURAHAN", "KEL"), ("LINGKUNGAN", "LK"), ("LINGK", "LK"),
    ].map { (Array($0.utf8), Array($1.utf8)) })

  private static let kinds: Set<[UInt8]> = Set(
    ["JL", "DSN", "GG", "LRG", "KP", "NO", "PRM", "DS", "KEL", "LK"].map { Array($0.utf8) })
}
