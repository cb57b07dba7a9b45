import Platform
import RollModel
import Similarity

/// Aligns the words of two addresses and sums what the alignment is worth by chance.
///
/// The name engine without positions that mean anything: equal words first, then words written apart or together, then
/// misspellings; each word once. Numbers count as equal, or as one edit apart from three digits on. Source: matching
/// page, section 11 ("address lines"), with C6 of 13.1. One per thread. Symmetric.
struct BagComparator: ~Copyable {
  let words: AddressWords
  let tokens: TokenComparator
  let bound: BagBound
  private let distance = AlignmentDistance()
  private let candidates: Storage<UInt64>
  /// The commoner spelling of each pair of words that was taken.
  private let used: Storage<UInt32>
  /// The chance of words written together is at least that of eight words (C10).
  private let glueCap: Float
  private let log2Table: Storage<Float>
  /// Words left over of one side, then of the other.
  let left: Storage<WordLeft>

  init(_ words: AddressWords) {
    self.words = words
    tokens = TokenComparator(words.table)
    bound = BagBound()
    candidates = Storage(AddressWords.most * AddressWords.most)
    used = Storage(AddressWords.most * 2)
    glueCap = Float(log2(max(1, words.total / 8)))
    left = Storage(AddressWords.most * 2)
    log2Table = Storage((0...AddressWords.most).map { log2f(Float(max(1, $0))) })
  }

  /// What an alignment is while it is made.
  struct Alignment {
    var takenX: UInt32 = 0
    var takenY: UInt32 = 0
    var aligned = 0
    var most: Int
    var events: UInt64 = 0
    var chance: Float = 0

    mutating func count(_ event: NameEvent, _ times: Int = 1) {
      events &+= UInt64(times) << (event.rawValue * 8)
    }
  }

  typealias Seen = (events: UInt64, chance: Float)

  /// Events by `NameEvent`, a byte each, and the sum of the chances in bits; nothing when a side has no words.
  func compare(_ i: Int, _ j: Int) -> Seen { finish(i, j, begin(i, j)) }

  /// Takes the equal words, which come first whatever else there is; mostly what is left then cannot make up for what is
  /// wanted (`most`).
  @inline(__always) func begin(_ i: Int, _ j: Int) -> Alignment {
    let x = words.of(i)
    let y = words.of(j)
    var alignment = Alignment(most: max(x.count, y.count))
    if words.marks[i] & words.marks[j] != 0 { takeEqual(x, y, words.marks[j], &alignment) }
    return alignment
  }

  /// Takes the words that are alike.
  func finish(_ i: Int, _ j: Int, _ begun: Alignment) -> Seen {
    let x = words.of(i)
    let y = words.of(j)
    guard !x.isEmpty, !y.isEmpty else { return (0, 0) }
    var alignment = begun
    var leftX = x.count - alignment.takenX.nonzeroBitCount
    var leftY = y.count - alignment.takenY.nonzeroBitCount
    if leftX > 0, leftY > 0 {
      join(x, y, fromX: true, &alignment)
      join(y, x, fromX: false, &alignment)
      for next in 0..<listLike(x, y, alignment) { take(candidates[next], x, y, &alignment) }
      leftX = x.count - alignment.takenX.nonzeroBitCount
      leftY = y.count - alignment.takenY.nonzeroBitCount
    }
    let conflicts = min(leftX, leftY)
    alignment.count(.conflict, conflicts)
    alignment.count(.extra, leftX + leftY - 2 * conflicts)
    return (alignment.events, alignment.chance)
  }

  /// Takes equal words; `marks` are those of the second side.
  @inline(__always) private func takeEqual(
    _ x: UnsafeBufferPointer<UInt32>, _ y: UnsafeBufferPointer<UInt32>, _ marks: UInt64, _ alignment: inout Alignment
  ) {
    var count = 0
    for i in 0..<x.count where marks &>> UInt64(x[i] & 63) & 1 != 0 {
      for j in 0..<y.count where x[i] == y[j] { list(.exact, i, j, bits: words.sights[Int(x[i])].bits, &count) }
    }
    for next in 0..<count { take(candidates[next], x, y, &alignment) }
  }

  /// Writes the pairs of words left over that are alike, best first; returns how many they are.
  private func listLike(
    _ x: UnsafeBufferPointer<UInt32>, _ y: UnsafeBufferPointer<UInt32>, _ alignment: Alignment
  ) -> Int {
    var count = 0
    for i in 0..<x.count where alignment.takenX >> UInt32(i) & 1 == 0 {
      for j in 0..<y.count where alignment.takenY >> UInt32(j) & 1 == 0 {
        let level = level(x[i], y[j])
        guard level != .none else { continue }
        list(level, i, j, bits: min(words.sights[Int(x[i])].bits, words.sights[Int(y[j])].bits), &count)
      }
    }
    return count
  }

  /// Puts a pair of words in its place among the candidates: level, shift, place, then the rarer word.
  @inline(__always) private func list(_ level: TokenLevel, _ i: Int, _ j: Int, bits common: Float, _ count: inout Int) {
    let order = min(level.rawValue, TokenLevel.initial.rawValue)
    let rarity = UInt64(max(0, 4095 - common * 64))
    let key =
      UInt64(order) << 56 | UInt64(abs(i - j)) << 48 | UInt64(i + j) << 40 | rarity << 24
      | UInt64(level.rawValue) << 16 | UInt64(i) << 8 | UInt64(j)
    var place = count
    while place > 0, candidates[place - 1] > key {
      candidates[place] = candidates[place - 1]
      place -= 1
    }
    candidates[place] = key
    count += 1
  }

  /// The level of two words that are not equal.
  private func level(_ a: UInt32, _ b: UInt32) -> TokenLevel {
    let p = words.sights[Int(a)]
    let q = words.sights[Int(b)]
    if p.isNumber || q.isNumber { return p.isNumber && q.isNumber ? numbers(a, b) : .none }
    return TokenComparator.likeness(p.signature, q.signature) == .none ? .none : tokens.level(a, b)
  }

  private func numbers(_ a: UInt32, _ b: UInt32) -> TokenLevel {
    let p = words.table.spellings[Int(a)].letters
    let q = words.table.spellings[Int(b)].letters
    guard min(p.count, q.count) >= 3, abs(p.count - q.count) <= 1 else { return .none }
    return distance(p, q) <= 1 ? .typo : .none
  }

  @inline(__always) private func take(
    _ candidate: UInt64, _ x: UnsafeBufferPointer<UInt32>, _ y: UnsafeBufferPointer<UInt32>,
    _ alignment: inout Alignment
  ) {
    let i = Int(candidate >> 8 & 255)
    let j = Int(candidate & 255)
    guard alignment.takenX >> UInt32(i) & 1 == 0, alignment.takenY >> UInt32(j) & 1 == 0 else { return }
    alignment.takenX |= 1 << UInt32(i)
    alignment.takenY |= 1 << UInt32(j)
    let level = TokenLevel(rawValue: UInt8(truncatingIfNeeded: candidate >> 16)) ?? .none
    let among = log2Table[max(1, alignment.most - alignment.aligned)]
    let common = commoner(x[i], y[j])
    var bits = chance(level, x[i], y[j]) - among
    if level.rawValue <= TokenLevel.typo.rawValue { bits = min(bits, chained(common, level, alignment.aligned)) }
    alignment.chance += max(0, bits)
    used[alignment.aligned] = common
    alignment.aligned += 1
    alignment.count(Self.event(level))
  }

  /// The chance of a word given the words already aligned, where many people's addresses hold them together (C1).
  @inline(__always) private func chained(_ word: UInt32, _ level: TokenLevel, _ aligned: Int) -> Float {
    var best = Float.infinity
    for k in 0..<aligned where used[k] != word {
      if let bits = words.pairs.bits(of: word, given: used[k]) { best = min(best, bits) }
    }
    // A misspelling of the expected word: 0.15 of its chance (13.1), 2.737 bits.
    return level == .exact ? best : best + 2.737
  }

  /// The spelling that more addresses hold; of equals the one with the smaller hash, whatever their numbers are.
  @inline(__always) private func commoner(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b { return a }
    let p = words.sights[Int(a)].bits
    let q = words.sights[Int(b)].bits
    if p != q { return p < q ? a : b }
    let codes = words.table.codes
    return codes[Int(a)].spellingHash <= codes[Int(b)].spellingHash ? a : b
  }

  /// -log2 of the chance that two unrelated addresses agree on this pair of words at this level.
  @inline(__always) private func chance(_ level: TokenLevel, _ a: UInt32, _ b: UInt32) -> Float {
    let p = words.sights[Int(a)].bits
    if level == .exact { return p }
    let q = words.sights[Int(b)].bits
    let rare = max(p, q)
    let common = min(p, q)
    let long = words.table.codes[Int(a)].length > words.table.codes[Int(b)].length ? p : q
    switch level {
    case .phonetic: return min(rare - 2, common + 3.3219)
    case .typo: return min(rare - 5.9069, common + 3.3219)
    case .typos: return min(rare - 10.5507, common + 5.0589)
    case .initial: return words.initialBits[Int(words.table.codes[Int(a)].first)]
    case .short: return long - 2.3219
    case .vowelless: return long
    case .ending: return long - 3.3219
    default: return 0
    }
  }

  /// Neighbours of one side that a word of the other writes together; `fromX` says which side has the two words.
  private func join(
    _ two: UnsafeBufferPointer<UInt32>, _ one: UnsafeBufferPointer<UInt32>, fromX: Bool,
    _ alignment: inout Alignment
  ) {
    guard two.count > 1 else { return }
    var takenTwo = fromX ? alignment.takenX : alignment.takenY
    var takenOne = fromX ? alignment.takenY : alignment.takenX
    for i in 0..<(two.count - 1) where takenTwo >> UInt32(i) & 3 == 0 {
      for j in 0..<one.count where takenTwo >> UInt32(i) & 3 == 0 && takenOne >> UInt32(j) & 1 == 0 {
        guard tokens.joins(two[i], two[i + 1], into: one[j]) else { continue }
        takenTwo |= 3 << UInt32(i)
        takenOne |= 1 << UInt32(j)
        var bits = words.sights[Int(two[i + 1])].bits
        if let given = words.pairs.bits(of: two[i + 1], given: two[i]) { bits = min(bits, given) }
        alignment.chance += max(0, min(glueCap, words.sights[Int(two[i])].bits + bits))
        used[alignment.aligned] = two[i]
        alignment.aligned += 1
        alignment.count(.glue)
      }
    }
    alignment.takenX = fromX ? takenTwo : takenOne
    alignment.takenY = fromX ? takenOne : takenTwo
  }

  private static func event(_ level: TokenLevel) -> NameEvent {
    switch level {
    case .exact: .exact
    case .phonetic: .phonetic
    case .typo: .typo
    case .typos: .typos
    default: .short
    }
  }
}
