import RollModel

extension DateFault {
  /// The date that this fault makes of `date`; years stay between 1901 and 2010.
  func apply(to date: CalendarDay, _ random: inout SeededGenerator) -> CalendarDay {
    var (day, month, year) = (date.day, date.month, date.year)
    switch self {
    case .swapped:
      if day <= 12, day != month { (day, month) = (month, day) } else { day = day % 28 + 1 }
    case .firstOfJanuary: (day, month) = (1, 1)
    case .firstOfJuly: (day, month) = (1, 7)
    case .day: day = 1 + (day + random.below(27)) % 28
    case .dayByOne: day = day > 1 && random.chance(0.5) ? day - 1 : min(28, day) % 28 + 1
    case .month: month = 1 + (month + random.below(11)) % 12
    case .year: year += random.pick([-10, -5, -3, -2, -1, 1, 2, 3, 5, 10])
    case .yearDigit:
      let tens = random.chance(0.4)
      let digit = tens ? year / 10 % 10 : year % 10
      let other = (digit + 1 + random.below(9)) % 10
      year += (other - digit) * (tens ? 10 : 1)
    case .unknownDay: (day, month) = (0, 0)
    }
    if month == 2 { day = min(day, 28) } else if [4, 6, 9, 11].contains(month) { day = min(day, 30) }
    // A fault never makes a child of a voter: that is a planted error of its own.
    if year > date.year, year > 2005 { year = date.year }
    return CalendarDay(day: day, month: month, year: min(2010, max(1901, year)))
  }
}
