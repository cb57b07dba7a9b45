import Platform
import RollModel

/// How common addresses and full names are within one desa, for the pairs that ask.
///
/// Streets and names are not spread evenly: people of one street share its desa, and a desa's people share names (half
/// of all pairs of one rare name may live in one desa of fifty). Taking residence, address and name as independent called
/// namesakes of one desa one person.
struct Residents: Sendable {
  private let counts: WantedCounts
  private let people: [UInt32: Int]
  private let voters: Int
  /// By kind of name and number of bearers: log2 of how much oftener two strangers of one name share a desa.
  private let lifts: [Float]

  private static let addressSalt: UInt64 = 0xA1
  private static let nameSalt: UInt64 = 0xB2
  private static let bearerSalt: UInt64 = 0xC3

  init(_ set: RecordSet, of pairs: [[Comparison]], threads: Int) {
    voters = set.rollCount
    let (asked, lifts) = parallelPair(threads: threads) {
      Asked(set, pairs, threads: threads)
    } _: {
      NamesakeDesa.lifts(set)
    }
    counts = asked.counts
    people = asked.people
    self.lifts = lifts
  }

  /// What the pairs ask for, counted.
  private struct Asked: Sendable {
    let counts: WantedCounts
    /// Voters by desa.
    let people: [UInt32: Int]

    init(_ set: RecordSet, _ pairs: [[Comparison]], threads: Int) {
      let lists = pairs.map { list in pieces(of: list.count, size: 1 << 14).map { list[$0] } }.flatMap { $0 }
      let wanted = parallelMap(lists.count, threads: threads) { k -> [UInt64] in
        var wanted: [UInt64] = []
        for c in lists[k] where c.residenceLevel == 0 || c.residenceLevel == 1 {
          let record = set.records[Int(c.a)]
          if c.residenceLevel == 0 { wanted.append(addressKey(record)) }
          guard c.hasEqualNames else { continue }
          let name = NameCounts.hash(set, Int(c.a))
          wanted.append(localKey(name, record.area))
          wanted.append(nameKey(name))
        }
        return wanted
      }
      counts = WantedCounts(wanted.flatMap { $0 }, set, threads: threads) { set, row, count in
        let record = set.records[row]
        if record.address != Lexicon.nothing { _ = count(addressKey(record)) }
        // A name is asked for in a desa and at all, or not.
        let name = NameCounts.hash(set, row)
        if count(nameKey(name)) { _ = count(localKey(name, record.area)) }
      }
      var people: [UInt32: Int] = [:]
      set.forEachDesa { area, rows in people[area, default: 0] += rows.count }
      self.people = people
    }
  }

  private static func addressKey(_ x: MatchRecord) -> UInt64 {
    mixed(UInt64(x.area) << 32 | UInt64(x.address)) ^ addressSalt
  }

  private static func localKey(_ name: UInt64, _ area: UInt32) -> UInt64 { mixed(name ^ UInt64(area) << 20 ^ nameSalt) }
  private static func nameKey(_ name: UInt64) -> UInt64 { mixed(name ^ bearerSalt) }

  /// -log2 of the chance that two strangers share this desa and this address.
  func addressBits(_ x: MatchRecord) -> Float {
    guard let here = people[x.area], here > 0 else { return .infinity }
    let share = Float(max(1, counts[Self.addressKey(x)])) / Float(here)
    return -log2f(share * Float(here) / Float(max(1, voters)))
  }

  /// How much oftener than its parts say strangers share the desa and the full name of record `row`, in bits.
  ///
  /// - Parameters:
  ///   - own: rows of the pair itself among the roll's bearers.
  ///   - nameBits: -log2 of the chance of the name anywhere, as the comparison has it.
  func nameLift(_ set: RecordSet, _ row: Int, own: Int, nameBits: Float) -> Float {
    let name = NameCounts.hash(set, row)
    let area = set.records[row].area
    let bearers = counts[Self.nameKey(name)] + (2 - own)
    let general = lifts[NamesakeDesa.bin(tokens: set.tokenCount(row), bearers: bearers)]
    guard let here = people[area], here > 0 else { return general }
    let others = counts[Self.localKey(name, area)] - own
    guard others > 0 else { return general }
    return max(general, nameBits + log2f(Float(others) / Float(here)))
  }
}

/// How much oftener two strangers of one full name live in one desa than any two voters, learned from the roll.
///
/// Counted over pairs whose birth dates differ in every part, so that repeats of one person stay out.
enum NamesakeDesa {
  static let bins = 16
  /// Names with more bearers lift nothing, and would be many pairs.
  private static let mostBearers = 127
  private static let mostRows = 150_000
  /// Pseudo-pairs without any lift in each bin.
  private static let priorPairs = 20.0

  static func bin(tokens: Int, bearers: Int) -> Int {
    let size = bearers > mostBearers ? 0 : Int.bitWidth - max(1, bearers).leadingZeroBitCount
    return (tokens > 1 ? 8 : 0) + min(7, size)
  }

  /// log2 of the lift by bin, never below 0.
  static func lifts(_ set: RecordSet) -> [Float] {
    let every = UInt64(max(1, set.rollCount / mostRows))
    let shift = max(20, Int.bitWidth - set.rollCount.leadingZeroBitCount)
    let mask: UInt64 = 1 << UInt64(shift) - 1
    var names: [UInt64] = []
    var areas: [UInt32: Double] = [:]
    set.forEachDesa { area, run in
      areas[area, default: 0] += Double(run.count)
      guard area != 0 else { return }
      for row in run {
        let name = NameCounts.hash(set, row)
        if every == 1 || mixed(name) % every == 0 { names.append(name & ~mask | UInt64(row)) }
      }
    }
    let count = names.count
    let keys = RadixSort.sortedHashes(Storage(names), count: count, from: shift, rounds: 4)
    var pairs = [Double](repeating: 0, count: bins)
    var together = [Double](repeating: 0, count: bins)
    var i = 0
    while i < count {
      var end = i + 1
      while end < count, keys[end] & ~mask == keys[i] & ~mask { end += 1 }
      if end - i > 1, end - i <= mostBearers {
        let bin = bin(tokens: set.tokenCount(Int(keys[i] & mask)), bearers: end - i)
        for p in i..<end {
          let x = set.records[Int(keys[p] & mask)]
          guard x.hasFullDate else { continue }
          for q in (p + 1)..<max(end, p + 1) {
            let y = set.records[Int(keys[q] & mask)]
            guard y.hasFullDate, x.year != y.year, x.dayMonth != y.dayMonth, x.nkk != y.nkk else { continue }
            pairs[bin] += 1
            if x.area == y.area { together[bin] += 1 }
          }
        }
      }
      i = end
    }
    let voters = Double(max(1, set.rollCount))
    let any = areas.keys.sorted().reduce(0) { sum, area in
      let share = area == 0 ? 0 : (areas[area] ?? 0) / voters
      return sum + share * share
    }
    guard any > 0 else { return Array(repeating: 0, count: bins) }
    return zip(together, pairs).map { max(0, Float(log2(($0 + priorPairs * any) / ($1 + priorPairs) / any))) }
  }
}
