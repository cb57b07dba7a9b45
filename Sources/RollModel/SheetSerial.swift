extension CalendarDay {
  /// The day that a spreadsheet keeps as a number of days: 1 is 1 January 1900, and a 29 February 1900 that never was is
  /// counted too.
  public init(sheetSerial days: Int) { self.init(ordinal: days + Self.sheetOrigin) }

  private static let sheetOrigin = CalendarDay(day: 30, month: 12, year: 1899).ordinal ?? 0
}
