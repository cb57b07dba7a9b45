import RollModel

/// Plain counts over the roll, before they become shares. Sums of integers, so threads cannot change them.
struct Counts {
  let tokens: TokenDecades
  let men: Storage<Int32>
  let women: Storage<Int32>
  let places: Storage<Int32>
  let addresses: Storage<Int32>
  let areas: Storage<Int32>
  let kecamatan: Storage<Int32>
  let years: Storage<Int32>
  let dayMonths: Storage<Int32>
  let dates: Storage<Int32>
  let lengths: Storage<Int32>

  /// Tokens by birth decade.
  struct TokenDecades {
    let counts: Storage<Int32>
    var total: Int { (0..<counts.capacity).reduce(0) { $0 + Int(counts[$1]) } }
    subscript(token: Int, decade: Int) -> Int32 { counts[token * Frequencies.decades + decade] }
    func sum(_ token: Int) -> Int { (0..<Frequencies.decades).reduce(0) { $0 + Int(self[token, $1]) } }
  }

  /// Nothing counted yet, of a vocabulary of so many tokens.
  init(vocabulary: Int, _ lexicon: Lexicon) {
    tokens = TokenDecades(counts: Storage(repeating: 0, count: vocabulary * Frequencies.decades))
    men = Storage(repeating: 0, count: vocabulary)
    women = Storage(repeating: 0, count: vocabulary)
    places = Storage(repeating: 0, count: max(1, lexicon.places.count))
    addresses = Storage(repeating: 0, count: max(1, lexicon.addresses.count))
    areas = Storage(repeating: 0, count: max(1, lexicon.areas.count))
    kecamatan = Storage(repeating: 0, count: max(1, lexicon.areas.kecamatanNames.count))
    years = Storage(repeating: 0, count: 4096)
    dayMonths = Storage(repeating: 0, count: 512)
    dates = Storage(repeating: 0, count: Frequencies.dateSlots)
    lengths = Storage(repeating: 0, count: 6)
  }

  /// Counts the roll's records, in one part a thread.
  static func taken(_ set: RecordSet, lexicon: Lexicon, threads: Int) -> Counts {
    let size = max(1 << 14, (set.rollCount + threads - 1) / max(1, threads))
    let parts = pieces(of: set.rollCount, size: size)
    guard !parts.isEmpty else { return Counts(vocabulary: set.table.count, lexicon) }
    let makers = parts.map { _ in Counts(vocabulary: set.table.count, lexicon) }
    _ = parallelMap(parts.count, threads: threads) { makers[$0].count(set, parts[$0]) }
    for other in makers.dropFirst() { makers[0].add(other) }
    return makers[0]
  }

  /// Adds records of the roll.
  func count(_ set: RecordSet, _ rows: Range<Int>) {
    for row in rows {
      let record = set.records[row]
      let decade = Frequencies.decade(ofYear: record.year)
      let token = set.tokenPointer(row)
      let length = set.tokenCount(row)
      for k in 0..<length {
        let t = Int(token[k])
        tokens.counts[t * Frequencies.decades + decade] += 1
        if record.sex == 1 { men[t] += 1 } else if record.sex == 2 { women[t] += 1 }
      }
      places[Int(record.place)] += 1
      addresses[Int(record.address)] += 1
      areas[Int(record.area)] += 1
      kecamatan[Int(record.kecamatan)] += 1
      years[Int(record.year)] += 1
      dayMonths[record.isBornAbout ? 0 : Int(record.dayMonth)] += 1
      if record.hasFullDate { dates[Frequencies.dateSlot(record.birth)] += 1 }
      lengths[min(5, length)] += 1
    }
  }

  private func add(_ other: Counts) {
    let mine = [tokens.counts, men, women, places, addresses, areas, kecamatan, years, dayMonths, dates, lengths]
    let theirs = [
      other.tokens.counts, other.men, other.women, other.places, other.addresses, other.areas, other.kecamatan,
      other.years, other.dayMonths, other.dates, other.lengths,
    ]
    for (a, b) in zip(mine, theirs) { for i in 0..<a.capacity { a[i] += b[i] } }
  }
}
