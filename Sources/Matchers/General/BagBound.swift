import Platform
import Similarity

/// What each event of words can be worth at most, under the figures that training starts from: a scan weighs with them.
struct BagBound: BitwiseCopyable, Sendable {
  let exact: Float
  /// One sound, a short form, one edit, two edits: with what is worth the most of each kind that letters tell apart.
  let form: Float
  let typo: Float
  let typos: Float
  let conflict: Float
  let extra: Float

  init() {
    let m = GeneralModel.addressDefaults.map { Float(log2($0)) }
    func of(_ event: NameEvent) -> Float { m[Int(event.rawValue)] }
    exact = of(.exact)
    // A short form may be worth two bits more than one sound, and an edit less.
    form = max(of(.phonetic), of(.short) + 2, of(.typo))
    typo = max(of(.typo), of(.typos))
    typos = of(.typos)
    conflict = of(.conflict) - Float(log2(Chances.conflict))
    extra = of(.extra) * Float(GeneralModel.extraShare)
  }
}

/// A word left over once equal words are taken, and its place in the address.
struct WordLeft: BitwiseCopyable {
  let sight: WordSight
  let place: Int
}

extension BagComparator {
  /// The most bits, under the figures that training starts from, that an alignment can come to once its equal words are
  /// taken: the letters' kinds of the words left over decide, as for names (`NameBound`). Nothing where a side has no
  /// words. `least`: what is wanted; where it cannot be had, how far it is off does not matter.
  @inline(__always) func most(_ i: Int, _ j: Int, _ begun: Alignment, least: Float) -> Float {
    let x = words.of(i)
    let y = words.of(j)
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    let leftX = gather(x, begun.takenX, into: left.base)
    let leftY = gather(y, begun.takenY, into: left.base + AddressWords.most)
    let (p, q) = (left.base, left.base + AddressWords.most)
    let (few, n, many, m) = leftX <= leftY ? (p, leftX, q, leftY) : (q, leftY, p, leftX)
    let equal = begun.chance + Float(begun.aligned) * bound.exact + 0.02
    var sum = equal + mostOfAny(few, n, many, m)
    if sum >= least { sum = equal + mostOfRest(few, n, many, m) }
    // Words written together are no part of the sum, so where there may be some it says nothing.
    return sum < least && (mayJoin(p, leftX, q, leftY) || mayJoin(q, leftY, p, leftX)) ? .infinity : sum
  }

  /// Whether words left over may be two neighbours of one side that the other writes together.
  func mayJoin(_ i: Int, _ j: Int, _ begun: Alignment) -> Bool {
    let (p, q) = (left.base, left.base + AddressWords.most)
    let leftX = gather(words.of(i), begun.takenX, into: p)
    let leftY = gather(words.of(j), begun.takenY, into: q)
    return mayJoin(p, leftX, q, leftY) || mayJoin(q, leftY, p, leftX)
  }

  @inline(__always) private func gather(
    _ all: UnsafeBufferPointer<UInt32>, _ taken: UInt32, into left: UnsafeMutablePointer<WordLeft>
  ) -> Int {
    var count = 0
    for i in 0..<all.count where taken &>> UInt32(i) & 1 == 0 {
      left[count] = WordLeft(sight: words.sights[Int(all[i])], place: i)
      count &+= 1
    }
    return count
  }

  /// As if each word of the `n` fewer sounded like the rarest of the others: words that are common on both sides, such as
  /// RT2 and RT3, are ruled out by this alone.
  @inline(__always) private func mostOfAny(
    _ few: UnsafePointer<WordLeft>, _ n: Int, _ many: UnsafePointer<WordLeft>, _ m: Int
  ) -> Float {
    var rarest: Float = 0
    for j in 0..<m { rarest = max(rarest, many[j].sight.bits) }
    var sum = Float(m - n) * bound.extra
    for i in 0..<n { sum += max(bound.conflict, max(max(few[i].sight.bits, rarest) - 2, 0) + bound.form) }
    return sum
  }

  /// Each word of the `n` fewer finds the best partner that its letters allow, or is in conflict.
  @inline(__always) private func mostOfRest(
    _ few: UnsafePointer<WordLeft>, _ n: Int, _ many: UnsafePointer<WordLeft>, _ m: Int
  ) -> Float {
    var sum = Float(m - n) * bound.extra
    for i in 0..<n {
      let mine = few[i].sight
      var best = bound.conflict
      for j in 0..<m {
        let other = many[j].sight
        let rare = max(mine.bits, other.bits)
        if mine.isNumber || other.isNumber {
          let letters = UInt32(truncatingIfNeeded: mine.signature ^ other.signature) & TokenTable.alphabet
          guard mine.isNumber, other.isNumber, letters.nonzeroBitCount <= 2 else { continue }
          best = max(best, max(rare - 5.9, 0) + bound.typo)
          continue
        }
        switch TokenComparator.likeness(mine.signature, other.signature) {
        case .form: best = max(best, max(rare - 2, 0) + bound.form)
        case .typo: best = max(best, max(rare - 5.9, 0) + bound.typo)
        case .typos: best = max(best, max(rare - 10.55, 0) + bound.typos)
        case .none: continue
        }
      }
      sum += best
    }
    return sum
  }

  /// Whether two neighbours among `two` may be one word of `one`, by their letters and how many they are.
  @inline(__always) private func mayJoin(
    _ two: UnsafePointer<WordLeft>, _ n: Int, _ one: UnsafePointer<WordLeft>, _ m: Int
  ) -> Bool {
    for j in 0..<m {
      let whole = one[j].sight.signature
      let target = TokenTable.length(whole)
      guard target >= 5 else { continue }
      for i in 1..<max(n, 1) where two[i].place == two[i &- 1].place &+ 1 {
        let first = two[i &- 1].sight.signature
        let second = two[i].sight.signature
        // Lengths stop at 31.
        let length = TokenTable.length(first) &+ TokenTable.length(second)
        guard abs(length &- target) <= 1 || max(length, target) >= 31 else { continue }
        if TokenComparator.mayJoin(first, second, into: whole) { return true }
      }
    }
    return false
  }
}
