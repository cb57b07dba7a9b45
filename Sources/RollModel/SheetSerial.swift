extension CalendarDay {
  /// The day that a spreadsheet keeps as a number of days: 1 is 1 January 1900, and a 29 February 1900 that never was is
  /// counted too.
  public init(sheetSerial days: Int) { self.init(ordinal: days + Self.sheetOrigin) }

  /// The number of 1 January 1904, from which some workbooks count.
  public static let serialOf1904 = 1462

  private static let sheetOrigin = CalendarDay(day: 30, month: 12, year: 1899).ordinal ?? 0
}
