/// A father and a son of one name at one address.
extension MatchRecord {
  /// One of the common days (1 January, 1 July, 31 December), written where nobody knows the day, and years a generation
  /// apart: an equal day says nothing then, and an error of writing seldom makes so many years. Of another day the
  /// chance that father and son share it is one in 365, and the levels of birth dates weigh that.
  func isOfAnotherGeneration(than other: MatchRecord) -> Bool {
    hasFullDate && other.hasFullDate && dayMonth == other.dayMonth && Frequencies.isHeaped(dayMonth)
      && abs(Int(year) - Int(other.year)) >= Self.generation
  }

  /// Least years between father and son.
  private static let generation = 15
}
