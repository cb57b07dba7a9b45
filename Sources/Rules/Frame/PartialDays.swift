import RollModel

extension CalendarDay {
  /// Whether the parts that both days tell leave no doubt that this one is earlier.
  func isSurelyBefore(_ other: CalendarDay) -> Bool {
    guard year != 0, other.year != 0 else { return false }
    if year != other.year { return year < other.year }
    guard month != 0, other.month != 0 else { return false }
    if month != other.month { return month < other.month }
    return day != 0 && other.day != 0 && day < other.day
  }

  /// Whether a part that both days tell differs.
  func contradicts(_ other: CalendarDay) -> Bool {
    year != 0 && other.year != 0 && year != other.year || month != 0 && other.month != 0 && month != other.month
      || day != 0 && other.day != 0 && day != other.day
  }
}
