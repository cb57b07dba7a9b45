import RollModel

/// A day as a sheet that came back has it: spreadsheets turn a typed date into a number of days.
enum WrittenDay {
  /// The days of 2000 to 2079 as spreadsheets count them, from the eve of 1900.
  private static let serials = 36_526...65_745

  /// `46329` as `2026-11-03`; any other text as it is.
  static func read(_ text: String) -> String {
    guard text.utf8.count == 5, let serial = Int(text), serials.contains(serial) else { return text }
    return CalendarDay(sheetSerial: serial).description
  }
}
