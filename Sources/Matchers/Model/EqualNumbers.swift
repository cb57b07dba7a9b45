import RollModel

/// How often two strangers bear one number: an error of writing makes numbers equal that were issued one digit apart.
///
/// Numbers of one region and one date differ in the serial alone, and those of neighbouring kecamatan in one digit of the
/// region, so chance makes as many equal as there are such pairs: with the square of the voters, while duplicates grow with
/// their number. Counted on the roll: pairs of one number and one birth date without a word of the name in common and on
/// two family cards, beside all such pairs whose numbers are one error apart. An equal number is worth that much.
struct EqualNumbers {
  /// What draws of strangers tell of numbers one error of writing apart.
  struct Near: Sendable {
    /// Their share by row of `Chances.number`; 0 where nothing was drawn.
    var shares = [Double](repeating: 0, count: NumberTable.chanceRows)
    /// How many such pairs of strangers with one birth date the roll holds.
    var pairs = 0.0
  }

  /// The chance that two numbers one error apart are written as one.
  let chance: Double

  /// Where a roll shows nothing: one written number in a hundred has an error, of a hundred and fifty that it could be,
  /// on either side. It weighs as much as one pair that was found.
  private static let prior = 1e-4

  init(_ set: RecordSet, _ near: Near, acrossAreas: Bool) {
    chance = (Double(Self.found(set, acrossAreas: acrossAreas)) + 1) / (near.pairs + 1 / Self.prior)
  }

  /// `number`, the rows of `Chances.number`, with equal numbers at what was counted, never less than before.
  func raising(_ number: [Double], _ near: Near) -> [Double] {
    var raised = number
    for row in 0..<NumberTable.chanceRows {
      let cells = row * 8..<(row * 8 + 8)
      raised[row * 8] = max(number[row * 8], chance * near.shares[row])
      let sum = raised[cells].reduce(0, +)
      for cell in cells { raised[cell] /= sum }
    }
    return raised
  }

  /// Pairs of one sex, one whole birth date and one number, on two family cards, without a word of the name in common.
  private static func found(_ set: RecordSet, acrossAreas: Bool) -> Int {
    let shift = max(20, Int.bitWidth - set.rollCount.leadingZeroBitCount)
    let mask: UInt64 = 1 << UInt64(shift) - 1
    let keys = Storage<UInt64>(set.rollCount)
    var count = 0
    for row in 0..<set.rollCount {
      let record = set.records.base + row
      guard record.pointee.nik != 0, record.pointee.hasFullDate else { continue }
      keys[count] = mixed(record.pointee.nik &+ UInt64(record.pointee.birth) << 40) & ~mask | UInt64(row)
      count += 1
    }
    count = RepeatedKeys.only(keys, count: count)
    let sorted = RadixSort.sortedHashes(keys, count: count, from: shift, rounds: 4)
    let tokens = TokenComparator(set.table)
    var found = 0
    var i = 0
    while i < count {
      var end = i + 1
      while end < count, sorted[end] & ~mask == sorted[i] & ~mask { end += 1 }
      // More rows of one number are a number written for want of one.
      if end - i > 1, end - i <= 8 {
        for p in i..<end {
          for q in (p + 1)..<max(end, p + 1) {
            let (a, b) = (Int(sorted[p] & mask), Int(sorted[q] & mask))
            if acrossAreas, set.records[a].area == set.records[b].area { continue }
            if areStrangers(set, a, b, tokens) { found += 1 }
          }
        }
      }
      i = end
    }
    return found
  }

  private static func areStrangers(_ set: RecordSet, _ a: Int, _ b: Int, _ tokens: borrowing TokenComparator) -> Bool {
    let (x, y) = (set.records[a], set.records[b])
    guard x.nik == y.nik, x.birth == y.birth, x.sex == y.sex, x.nkk == 0 || x.nkk != y.nkk else { return false }
    return !tokens.shareToken(set.tokenPointer(a), set.tokenCount(a), set.tokenPointer(b), set.tokenCount(b))
  }
}
