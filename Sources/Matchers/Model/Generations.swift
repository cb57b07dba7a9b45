/// A father and a son of one name at one address.
extension MatchRecord {
  /// One of the common days (1 January, 1 July, 31 December), written where nobody knows the day, and years a generation
  /// apart: an equal day says nothing then, and an error of writing seldom makes so many years. Of another day the
  /// chance that father and son share it is one in 365, and the levels of birth dates weigh that.
  fileprivate func isOfAnotherGeneration(than other: MatchRecord) -> Bool {
    hasFullDate && other.hasFullDate && dayMonth == other.dayMonth && Frequencies.isHeaped(dayMonth)
      && abs(Int(year) - Int(other.year)) >= Self.generation
  }

  /// Least years between father and son.
  fileprivate static let generation = 15
}

extension RecordSet {
  /// One day and month in years a generation apart, whatever the day: where no number speaks for one person, a row of a list
  /// means somebody of another age.
  func areYearsApart(_ c: Comparison) -> Bool {
    c.birthLevel == BirthLevel.dayMonth.rawValue
      && abs(Int(records[Int(c.a)].year) - Int(records[Int(c.b)].year)) >= MatchRecord.generation
  }

  /// The same of the two records of a comparison; its level of birth dates says first whether it may be so.
  func areOfTwoGenerations(_ c: Comparison) -> Bool {
    (BirthLevel.yearDigit.rawValue...BirthLevel.dayMonth.rawValue).contains(c.birthLevel)
      && records[Int(c.a)].isOfAnotherGeneration(than: records[Int(c.b)])
  }
}
