import Platform
import RollModel

/// What bounds read of one token, side by side: sixteen bytes.
struct TokenSight: BitwiseCopyable, Sendable {
  /// `TokenTable.signatures`.
  let signature: UInt64
  /// The most bits that the token can be worth in any birth decade.
  let most: Float
}

/// How common each value is on the roll, as bits: -log2 of its share. The chance side (u) of every comparison.
///
/// Counted once over the roll; lists are compared with the roll's shares. Source: matching page, sections 3 and 13.1
/// (C1, C8, C9). Shares include the pair itself where the text does not say otherwise: conservative by design.
final class Frequencies: Sendable {
  let rollCount: Int
  /// Name tokens on the roll, T.
  let tokenTotal: Double
  /// `token * 16 + decade`: -log2 of the token's share in the birth decade; decade 15 is the plain share.
  let tokenBits: Storage<Float>
  /// What bounds read of each token.
  let sights: Storage<TokenSight>
  /// log2 of (names holding the token, less one).
  let holderLog: Storage<Float>
  /// How far the sexes of the token's bearers lie from even, 0...255 for 0.5...1.
  let sexLean: Storage<UInt8>
  let pairs: TokenPairs
  let placeBits: Storage<Float>
  let placesByArea: PlaceShares
  let placesByKecamatan: PlaceShares
  let addressBits: Storage<Float>
  let areaBits: Storage<Float>
  let kecamatanBits: Storage<Float>
  /// By year, 0..<4096.
  let yearBits: Storage<Float>
  /// By day | month << 5.
  let dayMonthBits: Storage<Float>
  let dayShare: [Double]
  let monthShare: [Double]
  /// -log2 of the share of heaped dates: 1 January, 1 July, 31 December.
  let heapedBits: Float
  /// Voters with one full date, by `dateSlot`.
  let dateCount: Storage<Int32>
  /// -log2 of the share of names with 0...5 tokens.
  let lengthBits: [Float]
  /// -log2 of the share of tokens with a first letter, by the letter's code.
  let initialBits: [Float]
  /// The most bits of a misspelled token above the name's, of one with two edits, and of a glued pair at all.
  let nameCaps: Storage<Float>

  static let decades = 16
  static let plainDecade = 15

  @inline(__always) static func decade(ofYear year: UInt32) -> Int {
    let d = Int(year) / 10 - 190
    return year == 0 || d < 0 || d >= plainDecade ? plainDecade : d
  }

  /// Slot of a full date in `dateCount`; years outside 1850..<2050 share slot 0.
  @inline(__always) static func dateSlot(_ birth: UInt32) -> Int {
    let year = Int(birth >> 9)
    return year >= 1850 && year < 2050 ? (year - 1850) << 9 | Int(birth & 511) : 0
  }

  static let dateSlots = 200 << 9

  convenience init(_ set: RecordSet, lexicon: Lexicon, threads: Int) {
    let counts = Counts.taken(set, lexicon: lexicon, threads: threads)
    let (pairs, places) = parallelPair(threads: threads) {
      TokenPairs(set)
    } _: {
      Self.placeShares(set, lexicon)
    }
    self.init(counts, voters: set.rollCount, table: set.table, pairs: pairs, places: places, threads: threads)
  }

  /// The same of counts that were taken elsewhere, of `voters` records. `places`: by desa and by kecamatan.
  init(
    _ counts: Counts, voters n: Int, table: TokenTable, pairs: TokenPairs, places: (PlaceShares, PlaceShares),
    threads: Int
  ) {
    self.pairs = pairs
    (placesByArea, placesByKecamatan) = places
    rollCount = n
    let total = Double(max(1, counts.tokens.total))
    tokenTotal = total
    nameCaps = Storage([3.3219, 5.0589, Float(log2(max(1, total / 8)))])
    let vocabulary = table.count
    tokenBits = Self.tokenShares(counts, vocabulary: vocabulary, total: total, threads: threads)
    sights = Storage(vocabulary)
    holderLog = Storage(vocabulary)
    sexLean = Storage(vocabulary)
    var initials = [Double](repeating: 0, count: 256)
    for t in 0..<vocabulary {
      let held = counts.tokens.sum(t)
      var most: Float = 0
      for d in 0..<Self.decades { most = max(most, tokenBits[t * Self.decades + d]) }
      sights[t] = TokenSight(signature: table.signatures[t], most: most)
      holderLog[t] = Float(log2(Double(max(held - 1, 1))))
      let men = Double(counts.men[t])
      let women = Double(counts.women[t])
      let share = (0.5 + women) / (1 + men + women)
      sexLean[t] = UInt8(min(255, (abs(share - 0.5) * 510).rounded()))
      initials[Int(table.codes[t].first)] += Double(held)
    }
    initialBits = Self.initials(initials, total: total, single: Self.singleLetters(table, counts))
    placeBits = Self.shares(counts.places, skipping: Int(Lexicon.nothing))
    addressBits = Self.shares(counts.addresses, skipping: Int(Lexicon.nothing))
    areaBits = Self.shares(counts.areas, skipping: 0)
    kecamatanBits = Self.shares(counts.kecamatan, skipping: 0)
    yearBits = Storage(4096)
    for year in 0..<4096 { yearBits[year] = Float(-log2((Double(counts.years[year]) + 1) / (Double(n) + 80))) }
    dayMonthBits = Storage(512)
    var days = [Double](repeating: 0, count: 32)
    var months = [Double](repeating: 0, count: 16)
    for key in 0..<512 {
      let count = Double(counts.dayMonths[key])
      dayMonthBits[key] = Float(-log2((count + 0.5) / (Double(n) + 183)))
      days[key & 31] += count
      months[key >> 5] += count
    }
    dayShare = days.map { $0 / Double(max(1, n)) }
    monthShare = months.map { $0 / Double(max(1, n)) }
    let bits = dayMonthBits
    heapedBits = Float(-log2(Self.heapedKeys.reduce(0) { $0 + exp2(-Double(bits[Int($1)])) }))
    dateCount = counts.dates
    lengthBits = (0...5).map { Float(-log2(max(0.001, Double(counts.lengths[$0]) / Double(max(1, n))))) }
  }

  /// The most that the rarity of initials adds to an initial, in bits.
  private static let mostForInitials: Double = 4

  /// An initial is as likely as a token of its letter, among names that are written with one: few are.
  private static func initials(_ counts: [Double], total: Double, single: Double) -> [Float] {
    let rarity = min(mostForInitials, -log2(max(single, 1) / total))
    return counts.map { $0 > 0 ? Float(-log2($0 / total) + rarity) : 0 }
  }

  private static func singleLetters(_ table: TokenTable, _ counts: Counts) -> Double {
    Double((0..<table.count).reduce(0) { table.codes[$1].length == 1 ? $0 + Int(counts.tokens.sum($1)) : $0 })
  }

  /// 1 January, 1 July, 31 December as day | month << 5.
  static let heapedKeys: [UInt32] = [1 | 1 << 5, 1 | 7 << 5, 31 | 12 << 5]

  @inline(__always) static func isHeaped(_ dayMonth: UInt32) -> Bool {
    dayMonth == 33 || dayMonth == 225 || dayMonth == 415
  }

  /// -log2 of the chance of an equal date: day and month times year, or the date's own count where that is larger (C9).
  @inline(__always) func birthBits(_ birth: UInt32) -> Float {
    let dayMonth = birth & 511
    guard birth & 31 != 0, birth & 480 != 0 else {
      guard birth >> 9 != 0 else { return 0 }
      return birth & MatchRecord.about == MatchRecord.about ? aboutBits(birth >> 9) : yearBits[Int(birth >> 9)]
    }
    guard birth >> 9 != 0 else { return dayMonthBits[Int(dayMonth)] }
    let product = dayMonthBits[Int(dayMonth)] + yearBits[Int(birth >> 9)]
    return min(product, dateBits(slot: Self.dateSlot(birth)))
  }

  /// -log2 of the share of the other voters with a full date, by `dateSlot`; infinite where they are none.
  @inline(__always) func dateBits(slot: Int) -> Float {
    let held = dateCount[slot] - 2
    return held > 0 && slot != 0 ? -log2f(Float(held) / Float(rollCount)) : .infinity
  }

  /// Shares of the tokens by birth decade, the pair's own two left out of the lift (C8).
  private static func tokenShares(
    _ counts: Counts, vocabulary: Int, total: Double, threads: Int
  ) -> Storage<Float> {
    let bits = Storage<Float>(vocabulary * decades)
    let decadeShare = (0..<decades).map { d in
      Double((0..<vocabulary).reduce(0) { $0 + Int(counts.tokens[$1, d]) }) / total
    }
    let cuts = pieces(of: vocabulary, size: 1 << 11)
    _ = parallelMap(cuts.count, threads: threads) { k in
      for t in cuts[k] {
        let held = Double(counts.tokens.sum(t))
        let share = max(held, 1) / total
        for d in 0..<decades {
          var lift = 1.0
          if d != plainDecade, decadeShare[d] > 0 {
            let inDecade = max(Double(counts.tokens[t, d]) - 2, 0)
            lift = (inDecade + 10 * decadeShare[d]) / (max(held - 2, 0) + 10) / decadeShare[d]
            lift = min(8, max(0.5, lift))
          }
          bits[t * decades + d] = Float(-log2(min(1, share * lift)))
        }
      }
    }
    return bits
  }

  /// By desa and by kecamatan.
  private static func placeShares(_ set: RecordSet, _ lexicon: Lexicon) -> (PlaceShares, PlaceShares) {
    let kecamatan = lexicon.areas.entries.map(\.kecamatanNumber)
    let byArea = PlaceCounts(set, areas: max(1, lexicon.areas.count), places: max(1, lexicon.places.count))
    let byKecamatan = PlaceCounts(byArea, groups: max(1, lexicon.areas.kecamatanNames.count)) {
      UInt32(UInt16(truncatingIfNeeded: kecamatan[Int($0)]))
    }
    return (PlaceShares(byArea), PlaceShares(byKecamatan))
  }

  private static func shares(_ counts: Storage<Int32>, skipping nothing: Int) -> Storage<Float> {
    var total = 0
    for i in 0..<counts.capacity where i != nothing { total += Int(counts[i]) }
    let bits = Storage<Float>(counts.capacity)
    for i in 0..<counts.capacity {
      bits[i] = total == 0 ? 0 : Float(-log2(Double(max(1, counts[i])) / Double(total)))
    }
    return bits
  }
}
