/// A set of dates, asked often: a bit for each date that a `CalendarDay` can hold, 256 KiB.
public struct DaySet: Sendable {
  private var words = [UInt64](repeating: 0, count: 1 << 15)

  public init(_ days: some Sequence<CalendarDay>) {
    for day in days { words[Int(day.bits >> 6) & 0x7FFF] |= 1 << UInt64(day.bits & 63) }
  }

  @inline(__always) public func contains(_ day: CalendarDay) -> Bool {
    words[Int(day.bits >> 6) & 0x7FFF] >> UInt64(day.bits & 63) & 1 == 1
  }
}
