import RollModel

/// Birth years of rows that state an age in place of a birth date, as village lists and copies of rolls for observers do.
///
/// An age is of the day of the event that the row tells (a death), else of the day that the file names, else of `asOf`.
/// Whoever is A years old on a day of the year Y was born in Y − A or the year before: in the first half of the year more
/// likely the year before.
struct StatedAges {
  let asOf: CalendarDay

  /// Writes them into the records of `rows`, one after the other from `records` on.
  func write(
    of roll: Roll, _ rows: some RandomAccessCollection<Int>, into records: UnsafeMutablePointer<MatchRecord>
  ) {
    for (place, age) in roll.statedAges(of: rows) {
      let row = rows[rows.index(rows.startIndex, offsetBy: place)]
      let known = [roll.columns.event[row], roll.files[Int(roll.columns.file[row])].issued, asOf]
      guard let day = known.first(where: { $0.year != 0 }), day.year > Int(age) else { continue }
      let isEarly = 1...6 ~= day.month
      let year = day.year - Int(age) - (isEarly ? 1 : 0)
      records[place].birth = UInt32(year) << 9 | MatchRecord.about
    }
  }
}
