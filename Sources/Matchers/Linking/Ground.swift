/// What every pair of a case is judged on: the records, how common their values are, and how places and names are spelled.
struct Ground: Sendable {
  let set: RecordSet
  let frequencies: Frequencies
  let places: PlaceSpellings
  let names: NameCounts
  let secondLook: SecondLook
  var design = Design.full

  /// A comparator of its own for one thread.
  func comparator() -> PairComparator { PairComparator(set, frequencies, places) }
}
