import RollModel

/// Eight signs without separators of which some are hidden: `1203****`, `****1980`, `1980****`, `198003**`.
enum MaskedDate {
  /// The parts that show; nil where the signs are not digits and one hidden run, or tell no part of a date.
  ///
  /// Four digits that can be a year are one, whatever their place; other four at the start are day and month.
  static func eight(_ text: FieldBytes) -> (day: CalendarDay, outcome: DateText.Outcome)? {
    guard text.allSatisfy({ $0.isDigit || $0.isMask && $0 != 45 }) else { return nil }
    let hidden = text.map { !$0.isDigit }
    guard let first = hidden.firstIndex(of: true), let last = hidden.lastIndex(of: true) else { return nil }
    guard hidden[first...last].allSatisfy({ $0 }) else { return nil }
    func value(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(text[$1] - 48) } }
    switch (first, last) {
    case (0, 7): return (CalendarDay(), .empty)
    case (4, 7):
      let front = value(0..<4)
      if DateText.plausibleYears.contains(front) { return (CalendarDay(year: front), .read) }
      return checked(day: front / 100, month: front % 100, year: 0)
    case (6, 7): return checked(day: 0, month: value(4..<6), year: value(0..<4))
    case (0, 3): return checked(day: 0, month: 0, year: value(4..<8))
    case (0, 1): return checked(day: 0, month: value(2..<4), year: value(4..<8))
    default: return nil
    }
  }

  private static func checked(day: Int, month: Int, year: Int) -> (day: CalendarDay, outcome: DateText.Outcome)? {
    guard day <= 31, month <= 12, year == 0 || DateText.plausibleYears.contains(year) else { return nil }
    let date = CalendarDay(day: day, month: month, year: year)
    return date.isPossible ? (date, date.isUnknown ? .empty : .read) : nil
  }
}
