import Platform

/// Levels of two birth dates. Source: matching page, 4.2 in the neutral version of 12.2b; unknown parts by this file.
enum BirthLevel: Int8, CaseIterable {
  case exact = 0
  case swapped = 1
  /// Same year, one side is 1 January, 1 July or 31 December.
  case heaped = 2
  /// Same year, day or month equal.
  case oneDigitPart = 3
  /// Same day and month, years one digit apart.
  case yearDigit = 4
  case dayMonth = 5
  case year = 6
  /// One digit, or two neighbouring digits changed over, beyond the levels above: general rolls alone.
  case oneKeystroke = 7
  case different = 8
}

extension Frequencies {
  /// Level and chance (bits) of two birth dates; level -1 when they share no known part. Symmetric.
  ///
  /// A year that one side does not know is left out of both. With a year alone, an equal one counts as an agreement on
  /// what is known, at the chance of that year.
  @inline(__always) func birth(_ x: MatchRecord, _ y: MatchRecord) -> (level: Int8, chance: Float) {
    let difference = x.birth ^ y.birth
    if difference == 0 {
      guard x.birth != 0 else { return (-1, 0) }
      return (0, x.birthBits)
    }
    let bothYears = x.year != 0 && y.year != 0
    guard x.hasDayMonth, y.hasDayMonth else { return yearOnly(x, y) }
    guard bothYears else { return withoutYear(x, y) }
    if difference >> 9 == 0 { return sameYear(x, y) }
    if difference & 511 == 0 {
      if Self.oneDigitApart(x.year, y.year) { return (4, dayMonthBits[Int(x.dayMonth)] + 2.2224) }
      return (5, dayMonthBits[Int(x.dayMonth)])
    }
    return (8, 0)
  }

  private func sameYear(_ x: MatchRecord, _ y: MatchRecord) -> (level: Int8, chance: Float) {
    let year = yearBits[Int(x.year)]
    if x.day == y.month, x.month == y.day {
      return (1, min(dayMonthBits[Int(x.dayMonth)], dayMonthBits[Int(y.dayMonth)]) + year)
    }
    if Self.isHeaped(x.dayMonth) != Self.isHeaped(y.dayMonth) { return (2, heapedBits - 1 + year) }
    if x.day == y.day || x.month == y.month { return (3, partBits(x, y) + year) }
    return (6, year)
  }

  private func withoutYear(_ x: MatchRecord, _ y: MatchRecord) -> (level: Int8, chance: Float) {
    if x.dayMonth == y.dayMonth { return (0, dayMonthBits[Int(x.dayMonth)]) }
    if x.day == y.month, x.month == y.day {
      return (1, min(dayMonthBits[Int(x.dayMonth)], dayMonthBits[Int(y.dayMonth)]))
    }
    if x.day == y.day || x.month == y.month { return (3, partBits(x, y)) }
    return (8, 0)
  }

  private func yearOnly(_ x: MatchRecord, _ y: MatchRecord) -> (level: Int8, chance: Float) {
    let (a, b) = (x.year, y.year)
    guard a != 0, b != 0 else { return (-1, 0) }
    if x.isBornAbout || y.isBornAbout { return bornAbout(a, b) }
    if a == b { return (0, yearBits[Int(a)]) }
    return Self.oneDigitApart(a, b) ? (4, 2.2224) : (8, 0)
  }

  /// Where an age tells one of the years: the same give or take a year; some years apart say nothing, for ages are guessed.
  private func bornAbout(_ a: UInt32, _ b: UInt32) -> (level: Int8, chance: Float) {
    let apart = max(a, b) - min(a, b)
    if apart <= 1 { return (0, min(aboutBits(a), aboutBits(b))) }
    return apart <= Self.guessed ? (-1, 0) : (8, 0)
  }

  /// Years by which an age that somebody guessed may be wrong.
  private static let guessed: UInt32 = 4

  /// What an equal year is worth where it may be the one before or after as well: -log2 of the share of the three.
  func aboutBits(_ year: UInt32) -> Float {
    let years = max(1, Int(year)) - 1...min(4095, Int(year) + 1)
    return -log2f(min(1, years.reduce(0) { $0 + exp2f(-yearBits[$1]) }))
  }

  /// Chance of sharing a day or a month, each by its own share; the average of both sides keeps it symmetric.
  private func partBits(_ x: MatchRecord, _ y: MatchRecord) -> Float {
    let a = dayShare[Int(x.day)] + monthShare[Int(x.month)]
    let b = dayShare[Int(y.day)] + monthShare[Int(y.month)]
    return -log2f(min(1, Float((a + b) / 2)))
  }

  /// Whether two years of four digits differ in exactly one of them; chance 15 in 70 (2.2224 bits).
  @inline(__always) static func oneDigitApart(_ a: UInt32, _ b: UInt32) -> Bool {
    var a = a
    var b = b
    var apart = 0
    for _ in 0..<4 {
      if a % 10 != b % 10 { apart += 1 }
      a /= 10
      b /= 10
    }
    return apart == 1
  }
}
