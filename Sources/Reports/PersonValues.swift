import Documents
import RollModel

/// How values of persons are printed everywhere.
extension ByteWriter {
  /// A sixteen-digit number with all but the first six and the last four digits starred.
  mutating func append(masked number: NIK) {
    guard number.isFull else {
      append(text: number.masked)
      return
    }
    append(integer: Int(number.number / 10_000_000_000), width: 6)
    append("******")
    append(integer: Int(number.number % 10_000), width: 4)
  }

  /// A day of which every part is known: `1980-05-17`.
  mutating func append(day: CalendarDay) {
    append(integer: day.year, width: 4)
    append(45)
    append(integer: day.month, width: 2)
    append(45)
    append(integer: day.day, width: 2)
  }
}
