/// A calendar date any part of which may be unknown, packed as day | month << 5 | year << 9.
///
/// An unknown or masked part is 0, so `CalendarDay()` knows nothing. Years run from 1 to 4095.
public struct CalendarDay: Hashable, Sendable, BitwiseCopyable {
  public let bits: UInt32

  @inline(__always) public init(bits: UInt32) { self.bits = bits }

  /// Packs the parts; 0 stands for an unknown part. Parts are trusted: see `isPossible`.
  @inline(__always) public init(day: Int = 0, month: Int = 0, year: Int = 0) {
    bits = UInt32(truncatingIfNeeded: day & 31 | (month & 15) << 5 | (year & 4095) << 9)
  }

  /// Reads `YYYY-MM-DD`, with `00`/`0000` or asterisks for unknown parts; nil for any other text.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
    var values: [Int] = []
    for part in parts {
      if part.allSatisfy({ $0 == "*" }) {
        values.append(0)
      } else if let value = Int(part), value >= 0 {
        values.append(value)
      } else {
        return nil
      }
    }
    guard values[0] <= Self.lastYear, values[1] <= 12, values[2] <= 31 else { return nil }
    self.init(day: values[2], month: values[1], year: values[0])
    guard isPossible else { return nil }
  }

  /// The last year that the packed form holds.
  private static let lastYear = 4095
  /// Years that a case, a run, a letter or a decision may be of.
  public static let workingYears = 1900...2199

  @inlinable public var day: Int { Int(bits & 31) }
  @inlinable public var month: Int { Int(bits >> 5 & 15) }
  @inlinable public var year: Int { Int(bits >> 9) }
  /// Day and month alone, 0..<512.
  @inlinable public var dayMonth: Int { Int(bits & 511) }
  @inline(__always) public var isUnknown: Bool { bits == 0 }
  @inlinable public var isComplete: Bool { day != 0 && month != 0 && year != 0 }

  /// Whether the known parts can stand in one date of the calendar.
  public var isPossible: Bool {
    guard month <= 12 else { return false }
    guard day > 0, month > 0 else { return true }
    return day <= Self.length(ofMonth: month, year: year)
  }

  /// Completed years from this day to `other`; nil when the year is unknown.
  ///
  /// An unknown month or day counts as the latest possible one, so the age is the smallest possible:
  /// nobody is called old enough, or dead of age, by a part that is not known.
  public func age(on other: CalendarDay) -> Int? {
    guard year != 0, other.isComplete else { return nil }
    let m = month == 0 ? 12 : month
    let d = day == 0 ? 31 : day
    let before = (other.month, other.day) < (m, d)
    return other.year - year - (before ? 1 : 0)
  }

  /// Completed years if every unknown part is taken as the earliest possible one; nil when the year is unknown.
  public func greatestAge(on other: CalendarDay) -> Int? {
    guard year != 0, other.isComplete else { return nil }
    let before = (other.month, other.day) < (max(month, 1), max(day, 1))
    return other.year - year - (before ? 1 : 0)
  }

  /// Days since 1 January of year 1 (proleptic Gregorian); nil unless complete.
  /// Whole months up to another day; nil for a day to come or one that is not known.
  public func wholeMonths(to day: CalendarDay) -> Int? {
    guard isComplete, day.isComplete, self <= day else { return nil }
    return (day.year - year) * 12 + day.month - month - (day.day < self.day ? 1 : 0)
  }

  public var ordinal: Int? {
    guard isComplete else { return nil }
    let y = year - 1
    var days = y * 365 + y / 4 - y / 100 + y / 400
    for m in 1..<month { days += Self.length(ofMonth: m, year: year) }
    return days + day
  }

  /// The day that `ordinal` counts.
  public init(ordinal: Int) {
    var year = max(1, ordinal / 366)
    while let next = CalendarDay(day: 1, month: 1, year: year + 1).ordinal, next <= ordinal { year += 1 }
    var rest = ordinal - (CalendarDay(day: 1, month: 1, year: year).ordinal ?? 0)
    var month = 1
    while rest >= Self.length(ofMonth: month, year: year) {
      rest -= Self.length(ofMonth: month, year: year)
      month += 1
    }
    self.init(day: rest + 1, month: month, year: year)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) || year == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: Comparable {
  /// By year, month, day; unknown parts sort first.
  @inlinable public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `YYYY-MM-DD` with asterisks for unknown parts; empty when nothing is known.
  public var description: String {
    guard bits != 0 else { return "" }
    return Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
  }

  private static func digits(_ value: Int, _ width: Int) -> String {
    guard value != 0 else { return String(repeating: "*", count: width) }
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
