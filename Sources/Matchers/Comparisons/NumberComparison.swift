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
enum NumberTable {
  static let rows = 8
  static let cells = 64

  @inline(__always) static func cell(group: BirthGroup, sameKecamatan: Bool, level: Int) -> Int8 {
    Int8((group.rawValue * 2 + (sameKecamatan ? 1 : 0)) * 8 + level)
  }
}

enum NumberComparison {
  /// The level of two numbers in their mode; both must be present. Symmetric.
  @inline(__always) static func level(
    _ x: MatchRecord, _ y: MatchRecord, mode: NumberMode, birthsEqual: Bool
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
      if date == otherDate, oneError(region, otherRegion) { return 1 }
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

  /// The last digit of the date and the first of the serial exchanged, all else equal.
  @inline(__always) private static func swapAcrossParts(_ a: UInt64, _ b: UInt64) -> Bool {
    guard a / 100_000 == b / 100_000, a % 1_000 == b % 1_000 else { return false }
    let (p, q) = (a / 10_000 % 10, a / 1_000 % 10)
    return b / 10_000 % 10 == q && b / 1_000 % 10 == p
  }
}
