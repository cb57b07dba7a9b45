import Platform
import RollModel
import Similarity

/// Aligns the tokens of two names and sums what the alignment is worth by chance.
///
/// Greedy: the best level first, then the smallest shift of position; each token once. Source: matching page, 4.1, with
/// 13.1: the chain (C1), caps of misspellings (C6), more short forms (C7), birth decades (C8), the glue floor (C10).
/// One per thread. Symmetric in its two names.
struct NameComparator: ~Copyable {
  private let frequencies: Frequencies
  private let table: TokenTable
  let tokens: TokenComparator
  /// `frequencies.sights`, at hand.
  let sights: UnsafePointer<TokenSight>
  /// `frequencies.tokenBits`, at hand.
  private let tokenBits: UnsafePointer<Float>
  private let candidates: Storage<UInt64>
  private let used: Storage<UInt32>
  /// The chance of a glued pair is at least that of eight tokens (C10).
  let glueCap: Float
  private let log2Table: Storage<Float>
  /// A misspelling is at least a tenth as common as the name; with two edits 0.03 of it (C6).
  private let spellingCap: Float
  private let twoEditsCap: Float

  static let longest = 8

  init(_ frequencies: Frequencies, _ table: TokenTable) {
    self.frequencies = frequencies
    self.table = table
    tokens = TokenComparator(table)
    tokenBits = UnsafePointer(frequencies.tokenBits.base)
    sights = UnsafePointer(frequencies.sights.base)
    candidates = Storage(Self.longest * Self.longest)
    used = Storage(Self.longest)
    spellingCap = frequencies.nameCaps[0]
    twoEditsCap = frequencies.nameCaps[1]
    glueCap = frequencies.nameCaps[2]
    log2Table = Storage(16)
    for i in 0..<16 { log2Table[i] = Float(log2(Double(max(1, i)))) }
  }

  /// One side of a comparison.
  struct Side {
    let tokens: UnsafePointer<UInt32>
    let count: Int
    /// Place of the given name among the tokens.
    let given: Int
    let decade: Int
  }

  /// Fills the name part of a comparison; returns how far the sexes of the aligned tokens lie from even, 0...255.
  func compare(_ x: Side, _ y: Side, into result: inout Comparison) -> UInt8 {
    var unheard = Unheard()
    return compare(x, y, into: &result, telling: &unheard)
  }

  /// The same, telling `listener` of each token that finds a partner.
  func compare<Listener: AlignmentListener>(
    _ x: Side, _ y: Side, into result: inout Comparison, telling listener: inout Listener
  ) -> UInt8 {
    let n = min(x.count, Self.longest)
    let m = min(y.count, Self.longest)
    guard n > 0, m > 0 else { return 0 }
    if n == 1, m == 1 { return compareSingle(x, y, into: &result, telling: &listener) }
    let found = listCandidates(x, y, n, m)
    var takenX: UInt32 = 0
    var takenY: UInt32 = 0
    var aligned = 0
    var lean: UInt8 = 0
    let most = max(n, m)
    var glued = 0
    var chance: Float = 0
    var next = 0
    while next < found, candidates[next] >> 56 == 0 {
      take(candidates[next], x, y, most, &takenX, &takenY, &aligned, &chance, &lean, into: &result, telling: &listener)
      next += 1
    }
    if n != m { glue(x, y, n, m, &takenX, &takenY, &aligned, &chance, &glued, into: &result, telling: &listener) }
    while next < found {
      take(candidates[next], x, y, most, &takenX, &takenY, &aligned, &chance, &lean, into: &result, telling: &listener)
      next += 1
    }
    let leftX = n - takenX.nonzeroBitCount
    let leftY = m - takenY.nonzeroBitCount
    let conflicts = min(leftX, leftY)
    result.nameEvents &+= UInt64(conflicts) << (NameEvent.conflict.rawValue * 8)
    result.nameEvents &+= UInt64(leftX + leftY - 2 * conflicts) << (NameEvent.extra.rawValue * 8)
    result.nameChance = chance
    setLength(n, m, glued, into: &result)
    result.given = given(x.tokens[min(x.given, n - 1)], y.tokens[min(y.given, m - 1)])
    return lean
  }

  /// Two names of one word: no alignment to make.
  @inline(__always) private func compareSingle<Listener: AlignmentListener>(
    _ x: Side, _ y: Side, into result: inout Comparison, telling listener: inout Listener
  ) -> UInt8 {
    let a = x.tokens[0]
    let b = y.tokens[0]
    setLength(1, 1, 0, into: &result)
    let level = tokens.cannotBeAlike(a, b) ? .none : tokens.level(a, b)
    guard level != .none else {
      result.count(.conflict)
      return 0
    }
    result.count(Self.event(level))
    result.nameChance = max(0, chance(level, a, b, x.decade, y.decade))
    result.given = level == .exact ? 1 : 2
    listener.align(0..<1, 0..<1, Self.event(level), level, before: 0, after: result.nameChance)
    return frequencies.sexLean[Int(commoner(a, b))]
  }

  private func given(_ a: UInt32, _ b: UInt32) -> Int8 {
    guard a != b else { return 1 }
    guard !tokens.cannotBeAlike(a, b) else { return 0 }
    return tokens.level(a, b) == .none ? 0 : 2
  }

  /// Writes every pair of tokens with a level, best first: level, shift, place, then the rarer name.
  ///
  /// A token that stands at one place in both names is taken there before anything else, so that what it could be with
  /// other tokens is not asked.
  private func listCandidates(_ x: Side, _ y: Side, _ n: Int, _ m: Int) -> Int {
    var count = 0
    var settled: UInt32 = 0
    for i in 0..<min(n, m) where x.tokens[i] == y.tokens[i] {
      settled |= 1 << UInt32(i)
      candidates[count] = Self.candidate(.exact, i, i, rarity: 0)
      count += 1
    }
    for i in 0..<n where settled >> UInt32(i) & 1 == 0 {
      for j in 0..<m where settled >> UInt32(j) & 1 == 0 {
        let a = x.tokens[i]
        let b = y.tokens[j]
        if a != b, tokens.cannotBeAlike(a, b) { continue }
        let level = tokens.level(a, b)
        guard level != .none else { continue }
        // Only crosswise pairs of tokens (the first with the second, the second with the first) are told apart by it.
        let rarity = i == j ? 0 : UInt64(max(0, 4095 - plain(commoner(a, b)) * 64))
        let key = Self.candidate(level, i, j, rarity: rarity)
        var place = count
        while place > 0, candidates[place - 1] > key {
          candidates[place] = candidates[place - 1]
          place -= 1
        }
        candidates[place] = key
        count += 1
      }
    }
    return count
  }

  /// A pair of tokens as a number: the lower, the sooner it is taken.
  @inline(__always) private static func candidate(_ level: TokenLevel, _ i: Int, _ j: Int, rarity: UInt64) -> UInt64 {
    UInt64(min(level.rawValue, TokenLevel.initial.rawValue)) << 56 | UInt64(abs(i - j)) << 48 | UInt64(i + j) << 40
      | rarity << 24 | UInt64(level.rawValue) << 16 | UInt64(i) << 8 | UInt64(j)
  }

  @inline(__always) private func take<Listener: AlignmentListener>(
    _ candidate: UInt64, _ x: Side, _ y: Side, _ most: Int, _ takenX: inout UInt32, _ takenY: inout UInt32,
    _ aligned: inout Int, _ sum: inout Float, _ lean: inout UInt8, into result: inout Comparison,
    telling listener: inout Listener
  ) {
    let i = Int(candidate >> 8 & 255)
    let j = Int(candidate & 255)
    guard takenX >> UInt32(i) & 1 == 0, takenY >> UInt32(j) & 1 == 0 else { return }
    takenX |= 1 << UInt32(i)
    takenY |= 1 << UInt32(j)
    let level = TokenLevel(rawValue: UInt8(truncatingIfNeeded: candidate >> 16 & 255)) ?? .none
    let a = x.tokens[i]
    let b = y.tokens[j]
    let common = commoner(a, b)
    var bits = chance(level, a, b, x.decade, y.decade) - log2Table[min(15, most - aligned)]
    if level.rawValue <= TokenLevel.typo.rawValue { bits = min(bits, chained(common, level, aligned)) }
    let before = sum
    sum += max(0, bits)
    listener.align(i..<(i + 1), j..<(j + 1), Self.event(level), level, before: before, after: sum)
    used[aligned] = common
    aligned += 1
    lean = max(lean, frequencies.sexLean[Int(common)])
    result.count(Self.event(level))
  }

  /// The chance of a token given the tokens already aligned, where names of the roll hold them together (C1).
  @inline(__always) private func chained(_ token: UInt32, _ level: TokenLevel, _ aligned: Int) -> Float {
    var best = Float.infinity
    for k in 0..<aligned where used[k] != token {
      guard let together = frequencies.pairs.logNames(used[k], token) else { continue }
      best = min(best, frequencies.holderLog[Int(used[k])] - together)
    }
    // A misspelling of the expected token: 0.15 of its chance (13.1), 2.737 bits.
    return level == .exact ? best : best + 2.737
  }

  /// -log2 of the chance that two unrelated names agree on this pair of tokens at this level.
  @inline(__always) private func chance(
    _ level: TokenLevel, _ a: UInt32, _ b: UInt32, _ decadeX: Int, _ decadeY: Int
  ) -> Float {
    let p = bits(a, decadeX, decadeY)
    if level == .exact { return p }
    let q = bits(b, decadeX, decadeY)
    let rare = max(p, q)
    let common = min(p, q)
    let long = table.codes[Int(a)].length > table.codes[Int(b)].length ? p : q
    switch level {
    case .phonetic: return min(rare - 2, common + spellingCap)
    case .typo: return min(rare - 5.9069, common + spellingCap)
    case .typos: return min(rare - 10.5507, common + twoEditsCap)
    case .initial: return frequencies.initialBits[Int(table.codes[Int(a)].first)]
    case .short: return long - 2.3219
    case .vowelless: return long
    case .ending: return long - 3.3219
    default: return 0
    }
  }

  /// The chance of a pair of tokens by their plain shares, in bits.
  func plainChance(_ level: TokenLevel, _ a: UInt32, _ b: UInt32) -> Float {
    max(0, chance(level, a, b, Frequencies.plainDecade, Frequencies.plainDecade))
  }

  /// The token's bits in the birth decades of both sides: the smaller, so that neither side is favoured.
  @inline(__always) private func bits(_ token: UInt32, _ decadeX: Int, _ decadeY: Int) -> Float {
    let base = tokenBits + Int(token) * Frequencies.decades
    if decadeX == Frequencies.plainDecade { return base[decadeY] }
    if decadeY == Frequencies.plainDecade { return base[decadeX] }
    return min(base[decadeX], base[decadeY])
  }

  @inline(__always) private func plain(_ token: UInt32) -> Float {
    tokenBits[Int(token) * Frequencies.decades + Frequencies.plainDecade]
  }

  /// The spelling that more names hold; of equals the one with the smaller hash, whatever their numbers are.
  @inline(__always) private func commoner(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b { return a }
    let p = plain(a)
    let q = plain(b)
    if p != q { return p < q ? a : b }
    return table.codes[Int(a)].spellingHash <= table.codes[Int(b)].spellingHash ? a : b
  }

  private func glue<Listener: AlignmentListener>(
    _ x: Side, _ y: Side, _ n: Int, _ m: Int, _ takenX: inout UInt32, _ takenY: inout UInt32, _ aligned: inout Int,
    _ sum: inout Float, _ glued: inout Int, into result: inout Comparison, telling listener: inout Listener
  ) {
    let longer = n > m ? x : y
    let shorter = n > m ? y : x
    var takenLong = n > m ? takenX : takenY
    var takenShort = n > m ? takenY : takenX
    for i in 0..<(max(n, m) - 1) where takenLong >> UInt32(i) & 3 == 0 {
      for j in 0..<min(n, m) where takenShort >> UInt32(j) & 1 == 0 {
        let first = longer.tokens[i]
        let second = longer.tokens[i + 1]
        guard tokens.joins(first, second, into: shorter.tokens[j]) else { continue }
        takenLong |= 3 << UInt32(i)
        takenShort |= 1 << UInt32(j)
        let bits = min(glueCap, bits(first, x.decade, y.decade) + bits(second, x.decade, y.decade))
        let before = sum
        sum += max(0, bits)
        let two = i..<(i + 2)
        let one = j..<(j + 1)
        listener.align(n > m ? two : one, n > m ? one : two, .glue, .none, before: before, after: sum)
        used[aligned] = first
        aligned += 1
        glued += 1
        result.count(.glue)
        break
      }
    }
    takenX = n > m ? takenLong : takenShort
    takenY = n > m ? takenShort : takenLong
  }

  /// Number of tokens: the same, one apart, more. A glued pair takes its own difference away.
  @inline(__always) private func setLength(_ n: Int, _ m: Int, _ glued: Int, into result: inout Comparison) {
    let p = min(n, 5)
    let q = min(m, 5)
    let apart = max(0, abs(p - q) - glued)
    if apart == 0 {
      result.lengthLevel = 0
      result.lengthChance = frequencies.lengthBits[max(p, q)]
    } else {
      result.lengthLevel = apart == 1 ? 1 : 2
      result.lengthChance = (frequencies.lengthBits[p] + frequencies.lengthBits[q]) / 2 - (apart == 1 ? 1 : 0)
    }
  }

  @inline(__always) static func event(_ level: TokenLevel) -> NameEvent {
    switch level {
    case .exact: .exact
    case .phonetic: .phonetic
    case .typo: .typo
    case .typos: .typos
    default: .short
    }
  }
}
