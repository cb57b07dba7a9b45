import RollModel

/// Counts the rolls that are joined, one after another, for the shares of the whole population.
///
/// In a joined roll the areas stand one step higher than in a case: `area` is the kabupaten, and "kecamatan" is the
/// province. So the one engine compares kabupaten of one province as it compares desa of one kecamatan.
package struct JoinedCensus: ~Copyable {
  private let lexicon: Lexicon
  private let mode: NumberMode
  private let threads: Int
  private let table: TokenTable
  private let counts: Counts
  private var placesOfAreas: PlaceCounts
  private var regional: RegionalCounts
  private var voters = 0
  /// By area.
  private var sizes: [Int]

  /// - Parameters:
  ///   - lexicon: the words of all rolls, and their areas as above.
  ///   - states: rows by state of their identity numbers: the commonest decides how numbers are compared.
  package init(_ lexicon: Lexicon, states: [SourceFile.NumberState: Int], threads: Int) {
    self.lexicon = lexicon
    self.threads = threads
    mode = NumberMode(rows: states)
    table = TokenTable(lexicon.tokens, threads: threads)
    counts = Counts(vocabulary: table.count, lexicon)
    placesOfAreas = PlaceCounts(areas: max(1, lexicon.areas.count))
    regional = RegionalCounts(
      vocabulary: table.count, places: lexicon.places.count, provinces: max(1, lexicon.areas.kecamatanNames.count))
    sizes = Array(repeating: 0, count: lexicon.areas.count)
  }

  /// Counts one roll.
  package mutating func add(_ roll: Roll) {
    let set = RecordSet(roll: roll, lists: [], mode: mode, table: table, threads: threads)
    counts.count(set, 0..<set.rollCount)
    placesOfAreas.add(set, places: max(1, lexicon.places.count))
    regional.add(set)
    voters += set.rollCount
    for row in 0..<set.rollCount { sizes[Int(set.records[row].area)] += 1 }
  }

  /// The population. `sample`: rows chosen by family card, one card in `weight`.
  package consuming func finish(sample: Roll, weight: Int, seed: UInt64) -> JoinedPopulation {
    let set = RecordSet(roll: sample, lists: [], mode: mode, table: table, threads: threads)
    let byProvince = PlaceCounts(placesOfAreas, groups: max(1, lexicon.areas.kecamatanNames.count)) { [lexicon] area in
      UInt32(lexicon.areas.entries[Int(area)].kecamatanNumber)
    }
    let frequencies = Frequencies(
      counts, voters: max(1, voters), table: table, pairs: TokenPairs(set, weight: weight),
      places: (PlaceShares(placesOfAreas), PlaceShares(byProvince)), threads: threads)
    set.setBits(frequencies, threads: threads)
    let all = Double(voters)
    let possible = max(1, (all * all - sizes.reduce(0) { $0 + Double($1) * Double($1) }) / 2)
    let cardPairs = Double(Self.cardPairs(set) * weight)
    let start = StartingModels(
      across: set, frequencies, seed: seed, cardPairs: cardPairs, possible: possible, voters: max(1, voters))
    return JoinedPopulation(
      lexicon: lexicon, mode: mode, table: table, frequencies: frequencies, regional: RegionalNames(regional),
      places: PlaceSpellings(lexicon.places), start: start, voters: voters, possible: possible)
  }

  /// Pairs of one family card in two areas.
  private static func cardPairs(_ set: RecordSet) -> Int {
    var rows: [UInt64: [UInt32: Int]] = [:]
    for row in 0..<set.rollCount where set.records[row].nkk != 0 {
      rows[set.records[row].nkk, default: [:]][set.records[row].area, default: 0] += 1
    }
    return rows.values.reduce(0) { sum, areas in
      guard areas.count > 1 else { return sum }
      let all = areas.values.reduce(0, +)
      return sum + (all * all - areas.values.reduce(0) { $0 + $1 * $1 }) / 2
    }
  }
}

extension NumberMode {
  /// The mode that most rows allow.
  init(rows: [SourceFile.NumberState: Int]) {
    let (masked, truncated) = (rows[.masked, default: 0], rows[.truncated, default: 0])
    let full = rows[.full, default: 0]
    if masked > truncated + full { self = .masked } else { self = truncated > full ? .truncated : .full }
  }
}
