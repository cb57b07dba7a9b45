/// Levels of two identity numbers. Source: matching page, 4.3 and 13.1 (C2, C3).
enum NumberLevel: Int, CaseIterable {
  case equal = 0
  /// One error in the region digits, the rest equal.
  case regionError = 1
  /// One error in the date digits, or a swap across parts.
  case dateError = 2
  /// Region and date equal (day modulo 40), the serial or the sex in the day differs: twins.
  case serialDiffers = 3
  /// Only the dates in the numbers are equal.
  case sameDate = 4
  /// Only the region is equal.
  case sameRegion = 5
  case different = 6
  /// Birth dates differ and each number carries its own record's date: the difference is no typing error.
  case ownDates = 7
}

/// Where a number level stands in the tables: by birth group and by whether both live in one kecamatan (C5).
///
/// How often one person's numbers agree (m) has these eight rows. How often strangers' do (u) hangs on more: on heaped
/// dates serials run high, so equal serials are rarer than on a plain date, where nearly everybody has 0001; and the
/// region is mostly that of the birthplace. So u has a row more for each such case.
enum NumberTable {
  static let rows = 8
  static let cells = 64
  static let chanceRows = 15
  static let chanceCells = 120

  /// The birth group of a row of chances.
  static func group(row: Int) -> Int { row < 8 ? row / 2 : max(0, row - 11) }

  /// The row of chances for a stratum; `heaped` matters in the exact group alone.
  @inline(__always) static func chanceRow(group: BirthGroup, stratum: Stratum, heaped: Bool) -> Int8 {
    switch (stratum, group) {
    case (.birthplace, .exact): heaped ? 11 : 10
    case (.birthplace, _): Int8(11 + group.rawValue)
    case (_, .exact) where heaped: Int8(8 + stratum.rawValue)
    default: Int8(group.rawValue * 2 + stratum.rawValue)
    }
  }

  /// What two strangers have in common that bears on the region in their numbers.
  enum Stratum: Int, CaseIterable {
    case nothing = 0
    case kecamatan = 1
    /// Not the kecamatan, but a birthplace whose people mostly have one region.
    case birthplace = 2
  }

  @inline(__always) static func cell(group: BirthGroup, sameKecamatan: Bool, level: Int) -> Int8 {
    Int8((group.rawValue * 2 + (sameKecamatan ? 1 : 0)) * 8 + level)
  }
}

enum NumberComparison {
  /// The level of two numbers in their mode; both must be present. Symmetric.
  @inline(__always) static func level(
    _ x: MatchRecord, _ y: MatchRecord, mode: NumberMode, homes: HomeRegions, birthsEqual: Bool
  ) -> Int {
    if x.nik == y.nik { return 0 }
    if mode == .masked { return maskedLevel(x.nik, y.nik) }
    if !birthsEqual, x.ownsNumberDate, y.ownsNumberDate, x.birth != y.birth { return 7 }
    let front = x.nik / 10_000
    let otherFront = y.nik / 10_000
    let region = front / 1_000_000
    let otherRegion = otherFront / 1_000_000
    let serialsEqual = x.nik % 10_000 == y.nik % 10_000
    let regionsEqual = region == otherRegion
    if regionsEqual, x.numberDate == y.numberDate { return 3 }
    if serialsEqual {
      let date = front % 1_000_000
      let otherDate = otherFront % 1_000_000
      if date == otherDate, oneError(region, otherRegion) { return homes.areHome(x, y) ? 4 : 1 }
      if regionsEqual, oneError(date, otherDate) { return 2 }
    } else if swapAcrossParts(x.nik, y.nik) {
      return 2
    }
    if x.numberDate == y.numberDate { return 4 }
    return regionsEqual ? 5 : 6
  }

  /// Of the first ten digits: all, day and month, region, none.
  private static func maskedLevel(_ a: UInt64, _ b: UInt64) -> Int {
    if a / 1_000_000 % 10_000 == b / 1_000_000 % 10_000 { return 4 }
    return a / 10_000_000_000 == b / 10_000_000_000 ? 5 : 6
  }

  /// Six digits that differ by one substitution or one swap of neighbours.
  @inline(__always) static func oneError(_ a: UInt64, _ b: UInt64) -> Bool {
    var x = a
    var y = b
    var apart = 0
    var swapped = false
    var lastX: UInt64 = 10
    var lastY: UInt64 = 10
    for _ in 0..<6 {
      let u = x % 10
      let v = y % 10
      x /= 10
      y /= 10
      if u != v {
        apart += 1
        if apart > 2 { return false }
        if apart == 2, lastX == v, lastY == u { swapped = true }
        lastX = u
        lastY = v
      } else {
        lastX = 10
        lastY = 10
      }
    }
    return apart == 1 || apart == 2 && swapped
  }

  /// Whether two numbers were issued one after the other, or with one between, as far as their serials tell.
  @inline(__always) static func areSerialsNear(_ a: UInt64, _ b: UInt64) -> Bool {
    let (own, other) = (a % 10_000, b % 10_000)
    return max(own, other) - min(own, other) <= 2
  }

  /// Two numbers of sixteen digits that differ by one substitution or one swap of neighbours.
  static func oneErrorApart(_ a: UInt64, _ b: UInt64) -> Bool {
    guard a != b else { return false }
    var place: UInt64 = 1
    var x = a
    var y = b
    while x % 10 == y % 10 {
      x /= 10
      y /= 10
      place *= 10
    }
    if x / 10 == y / 10 { return true }
    return x / 100 == y / 100 && x / 10 % 10 == y % 10 && y / 10 % 10 == x % 10
  }

  /// The last digit of the date and the first of the serial exchanged, all else equal.
  @inline(__always) private static func swapAcrossParts(_ a: UInt64, _ b: UInt64) -> Bool {
    guard a / 100_000 == b / 100_000, a % 1_000 == b % 1_000 else { return false }
    let (p, q) = (a / 10_000 % 10, a / 1_000 % 10)
    return b / 10_000 % 10 == q && b / 1_000 % 10 == p
  }
}
