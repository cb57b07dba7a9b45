import RollModel
import Similarity

/// A name that someone asks for, compared with names by the levels of the matching: each word in any place, abbreviated,
/// misspelt, written as one or as two.
///
/// Each distinct token is compared once with the words asked for and remembered by its number, so that a name costs a
/// look-up a token. One a thread; the tokens are those of one `StringTable` that only grows.
package struct NameQuery {
  private let words: [[UInt8]]
  private let spellings: TokenSpellings
  private var sights: [Sight] = []
  private static let mostWords = 8

  /// What a token is to the words asked for; bit or byte `i` speaks of word `i`.
  private struct Sight: BitwiseCopyable {
    /// Points of a hundred with each word.
    var points: UInt64 = 0
    /// It is word `i` and the next one written as one.
    var glued: UInt8 = 0
    /// It is shorter than the word, which starts or ends so.
    var starts: UInt8 = 0
    var ends: UInt8 = 0
    var length: UInt8 = 0
    var isNothing: Bool { points == 0 && glued == 0 && starts | ends == 0 }
  }

  /// Takes core tokens in capitals; nil where there are none.
  package init?(_ tokens: [String]) {
    let words = tokens.prefix(Self.mostWords).map { Array($0.utf8) }.filter { !$0.isEmpty }
    guard !words.isEmpty else { return nil }
    self.words = words
    // Behind the words stand the pairs of neighbours written as one.
    spellings = TokenSpellings(words + zip(words, words.dropFirst()).map { $0 + $1 })
  }

  /// How well a name answers, 1...1000; 0 where it does not. `tokens` are numbers in `table`.
  package mutating func worth(of tokens: [UInt32], in table: StringTable) -> Int {
    if sights.count < table.count { study(table) }
    return sights.withUnsafeBufferPointer { sights in
      for token in tokens where !sights[Int(token)].isNothing { return align(tokens, sights) }
      return 0
    }
  }

  private mutating func study(_ table: StringTable) {
    var forms = TokenForms()
    let known = sights.count
    for id in known..<table.count { forms.append(table.utf8(id)) }
    let fresh = TokenSpellings([forms])
    let distance = AlignmentDistance()
    for k in 0..<fresh.count {
      let token = fresh[k]
      var sight = Sight(length: UInt8(clamping: token.letters.count))
      for (i, word) in words.enumerated() {
        sight.points |= UInt64(Self.points(distance.level(spellings[i], token))) << (8 * UInt64(i))
        guard token.letters.count < word.count else { continue }
        if word.starts(with: token.letters) { sight.starts |= 1 << UInt8(i) }
        if word.reversed().starts(with: token.letters.reversed()) { sight.ends |= 1 << UInt8(i) }
      }
      for i in 0..<(words.count - 1) {
        let level = distance.level(spellings[words.count + i], token)
        if level.rawValue <= TokenLevel.typo.rawValue { sight.glued |= 1 << UInt8(i) }
      }
      sights.append(sight)
    }
  }

  /// What a level is worth of a hundred.
  private static func points(_ level: TokenLevel) -> UInt8 {
    switch level {
    case .exact: 100
    case .phonetic: 92
    case .typo: 84
    case .typos: 70
    case .vowelless: 66
    case .short: 60
    case .initial: 50
    case .ending: 50
    case .none: 0
    }
  }

  /// The least mean of points that answers; a word that is missing among three or more counts as `missing`.
  private static let (least, missing, strong) = (65, 40, 84)

  private func align(_ tokens: [UInt32], _ sights: UnsafeBufferPointer<Sight>) -> Int {
    let n = words.count
    let m = min(tokens.count, 32)
    var (leftWords, leftTokens) = ((1 << UInt32(n)) - 1 as UInt32, (1 << UInt64(m)) - 1 as UInt64)
    var (sum, best, shifts) = (0, 0, 0)
    func sight(_ j: Int) -> Sight { sights[Int(tokens[j])] }
    for j in 0..<m {
      for i in 0..<(n - 1) where sight(j).glued >> UInt8(i) & 1 == 1 && leftWords >> UInt32(i) & 3 == 3 {
        leftWords &= ~(3 << UInt32(i))
        leftTokens &= ~(1 << UInt64(j))
        (sum, best) = (sum + 190, 95)
        break
      }
    }
    for j in 0..<max(0, m - 1) where leftTokens >> UInt64(j) & 3 == 3 {
      let (a, b) = (sight(j), sight(j + 1))
      for i in 0..<n where a.starts & b.ends >> UInt8(i) & 1 == 1 && leftWords >> UInt32(i) & 1 == 1 {
        guard Int(a.length) + Int(b.length) == words[i].count else { continue }
        leftWords &= ~(1 << UInt32(i))
        leftTokens &= ~(3 << UInt64(j))
        (sum, best) = (sum + 95, 95)
        break
      }
    }
    while true {
      var (top, word, place) = (0, 0, 0)
      for i in 0..<n where leftWords >> UInt32(i) & 1 == 1 {
        for j in 0..<m where leftTokens >> UInt64(j) & 1 == 1 {
          let points = Int(sight(j).points >> (8 * UInt64(i)) & 255)
          if points > top || points == top && points > 0 && abs(i - j) < abs(word - place) {
            (top, word, place) = (points, i, j)
          }
        }
      }
      guard top > 0 else { break }
      leftWords &= ~(1 << UInt32(word))
      leftTokens &= ~(1 << UInt64(place))
      shifts += word == place ? 0 : 1
      (sum, best) = (sum + top, max(best, top))
    }
    let missing = leftWords.nonzeroBitCount
    guard best >= Self.strong, missing == 0 || n > 2 && missing == 1 else { return 0 }
    sum += missing * Self.missing
    guard sum >= Self.least * n else { return 0 }
    return max(1, sum * 10 / n - 8 * min(4, leftTokens.nonzeroBitCount) - min(9, 3 * shifts))
  }
}
