import RollModel
import Similarity

/// Estimates the u side of the number table by drawing unrelated pairs on purpose where they matter.
///
/// How often strangers agree on parts of a NIK depends on how near their birth dates are and on whether they live in one
/// kecamatan. Chances that sampling could never see (different dates) come from the shares of the parts instead. Source:
/// matching page, 4.3 with C2, C3 and C5; measured there: without it F1 falls to .02.
///
/// Draws are made in an order of content, not of rows, so a shuffled roll gives the same table.
struct NumberChances: ~Copyable {
  private let set: RecordSet
  private let comparator: NameComparator
  private let members: [Int]
  private let start: Start
  private(set) var marital = [10.0, 10.0]

  /// Twenty thousand pairs a group and stratum, as the measurements behind the specification.
  private static let draws = 20_000
  /// More voters than this add nothing to twenty thousand draws.
  private static let mostMembers = 60_000

  init(_ set: RecordSet, _ frequencies: Frequencies) {
    self.set = set
    comparator = NameComparator(frequencies, set.table)
    var holders = 0
    for row in 0..<set.rollCount where set.records[row].nik != 0 { holders += 1 }
    let every = UInt64(max(1, holders / Self.mostMembers))
    var members: [Int] = []
    for row in 0..<set.rollCount {
      let nik = set.records[row].nik
      if nik != 0, every == 1 || mixed(nik) % every == 0 { members.append(row) }
    }
    self.members = Self.byContent(set, members)
    start = Start(set, members)
  }

  /// Members in an order that depends on what their records say, not on where they stand.
  private static func byContent(_ set: RecordSet, _ members: [Int]) -> [Int] {
    var entries = members.map { row -> (content: UInt64, row: Int) in
      let record = set.records[row]
      return (mixed(record.nik &+ mixed(UInt64(record.birth) ^ mixed(record.nkk ^ UInt64(record.area) << 54))), row)
    }
    entries.sort { $0.content < $1.content }
    return entries.map(\.row)
  }

  /// The table, `NumberTable.cells` values; each row sums to 1.
  mutating func estimate(seed: UInt64) -> [Double] {
    guard !members.isEmpty else { return (0..<NumberTable.rows).flatMap { Start.defaults[$0 / 2] } }
    var table: [Double] = []
    for group in 0..<4 {
      for stratum in 0...1 {
        let base = start.row(group: group, sameKecamatan: stratum == 1)
        guard group < 3 else {
          table += normalized(base)
          continue
        }
        var random = SeededGenerator(seed: seed &+ UInt64(group * 2 + stratum))
        table += sampled(group: group, sameKecamatan: stratum == 1, base: base, random: &random)
      }
    }
    return table
  }

  private mutating func sampled(
    group: Int, sameKecamatan: Bool, base: [Double], random: inout SeededGenerator
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: 8)
    let keys = Self.keys[group]
    for key in keys {
      let blocks = Blocks(set, members, key: key, withKecamatan: sameKecamatan)
      guard !blocks.isEmpty else { continue }
      for _ in 0..<(Self.draws / keys.count) {
        let (i, j) = blocks.draw(&random)
        count(i, j, group: group, sameKecamatan: sameKecamatan, into: &counts)
      }
    }
    let weak = set.mode.isWeak
    if !weak { counts[0] = 0 }
    let prior = group == 0 ? 50.0 : 1000
    let total = counts.reduce(0, +) + prior
    var row = zip(counts, base).map { ($0 + prior * $1) / total }
    if !weak { row[0] = Start.defaults[group][0] }
    return normalized(row)
  }

  /// Adds the level of one drawn pair, unless the two may be related.
  private mutating func count(_ i: Int, _ j: Int, group: Int, sameKecamatan: Bool, into counts: inout [Double]) {
    let x = set.records[i]
    let y = set.records[j]
    if !sameKecamatan, x.kecamatan != 0, x.kecamatan == y.kecamatan { return }
    if group > 0, x.birth == y.birth { return }
    if group == 2, x.day == y.day || x.month == y.month { return }
    if x.nkk != 0, x.nkk == y.nkk { return }
    let a = set.tokenPointer(i)
    let b = set.tokenPointer(j)
    for p in 0..<set.tokenCount(i) {
      for q in 0..<set.tokenCount(j) where comparator.tokens.level(a[p], b[q]) != .none { return }
    }
    counts[NumberComparison.level(x, y, mode: set.mode, birthsEqual: group == 0)] += 1
    if group == 0, x.marital != 0, y.marital != 0 { marital[x.marital == y.marital ? 0 : 1] += 1 }
  }

  private func normalized(_ row: [Double]) -> [Double] {
    let sum = row.reduce(0, +)
    return row.map { $0 / sum }
  }

  /// By birth group: what the two of a drawn pair have in common.
  private static let keys: [[@Sendable (MatchRecord) -> UInt64]] = [
    [{ UInt64($0.birth) }],
    [{ UInt64($0.dayMonth) }, { UInt64($0.birth >> 5) }, { UInt64($0.day | $0.year << 5) }],
    [{ UInt64($0.year) }],
  ]

  /// Members that share a key, to draw pairs from in proportion to their number.
  private struct Blocks {
    private var rows: [Int] = []
    private var bounds: [(start: Int, count: Int)] = []
    private var cumulative: [Double] = []
    var isEmpty: Bool { cumulative.isEmpty }

    /// `members` stand in order of content; a stable sort by key keeps that order within a block.
    init(_ set: RecordSet, _ members: [Int], key: (MatchRecord) -> UInt64, withKecamatan: Bool) {
      let keys = Storage<UInt64>(members.count)
      let low: UInt64 = (1 << 20) - 1
      var count = 0
      for (at, row) in members.enumerated() {
        let record = set.records[row]
        guard record.hasFullDate, !withKecamatan || record.kecamatan != 0 else { continue }
        let block = key(record) << 16 | UInt64(withKecamatan ? record.kecamatan : 0)
        keys[count] = mixed(block) & ~low | UInt64(at)
        count += 1
      }
      RadixSort.sort44(keys, count: count, shift: 20)
      rows = (0..<count).map { members[Int(keys[$0] & low)] }
      var i = 0
      var sum = 0.0
      while i < count {
        var j = i + 1
        while j < count, keys[j] & ~low == keys[i] & ~low { j += 1 }
        if j - i > 1 {
          sum += Double((j - i) * (j - i - 1))
          bounds.append((i, j - i))
          cumulative.append(sum)
        }
        i = j
      }
    }

    func draw(_ random: inout SeededGenerator) -> (Int, Int) {
      let at = random.unit() * (cumulative.last ?? 0)
      var low = 0
      var high = cumulative.count - 1
      while low < high {
        let middle = (low + high) / 2
        if cumulative[middle] <= at { low = middle + 1 } else { high = middle }
      }
      let block = bounds[low]
      let first = random.below(block.count)
      var second = random.below(block.count - 1)
      if second >= first { second += 1 }
      return (rows[block.start + first], rows[block.start + second])
    }
  }
}

extension NumberChances {
  /// Start values: what the shares of the parts say before any draw.
  struct Start {
    /// By birth group; measured on made-up rolls (matching page, 4.3).
    static let defaults: [[Double]] = [
      [1e-7, 0.02, 0.005, 0.03, 0.55, 0.03, 0.365, 1e-6],
      [1e-7, 1e-5, 0.004, 3e-4, 3e-3, 0.05, 0.94269, 1e-6],
      [1e-8, 3e-6, 4e-4, 3e-5, 2e-3, 0.05, 0.94757, 1e-6],
      [1e-8, 1e-7, 1e-6, 3e-6, 1e-4, 0.05, 0.9499, 1e-6],
    ]

    private var region = 0.01
    private var regionInKecamatan = 0.01
    private var date = 0.01
    private var serial = 0.01
    /// Square of the share of records whose number carries their own birth date.
    private var bothOwn = 0.0
    private let mode: NumberMode

    init(_ set: RecordSet, _ members: [Int]) {
      mode = set.mode
      var regions: [UInt64] = []
      var dates: [UInt64] = []
      var serials: [UInt64] = []
      var kecamatan: [UInt64] = []
      var both: [UInt64] = []
      var own = 0
      for row in members {
        let record = set.records[row]
        regions.append(record.nik / 10_000_000_000)
        dates.append(UInt64(record.numberDate))
        serials.append(record.nik % 10_000)
        if record.kecamatan != 0 {
          kecamatan.append(UInt64(record.kecamatan))
          both.append(UInt64(record.kecamatan) << 32 | record.nik / 10_000_000_000)
        }
        if record.ownsNumberDate { own += 1 }
      }
      bothOwn = members.isEmpty ? 0 : (Double(own) / Double(members.count)) * (Double(own) / Double(members.count))
      guard members.count > 200 else { return }
      region = Self.squares(&regions) / Double(members.count * members.count)
      date = Self.squares(&dates) / Double(members.count * members.count)
      serial = Self.squares(&serials) / Double(members.count * members.count)
      regionInKecamatan = Self.squares(&both) / max(1, Self.squares(&kecamatan))
    }

    /// One row of start values; not normalized for groups beyond the first.
    func row(group: Int, sameKecamatan: Bool) -> [Double] {
      let r = sameKecamatan ? max(region, regionInKecamatan) : region
      let s = mode == .masked ? 1 : serial
      var far = [1e-8, date * serial * 0.3, r * serial * 1e-3, r * date, date * (1 - r), r, 0, 0]
      if mode.isWeak { far[0] = r * date * s }
      var row: [Double]
      switch group {
      case 0:
        row = Self.defaults[0]
        if sameKecamatan { for k in [2, 3, 5] { row[k] *= min(r / region, 0.2 / 0.03) } }
        if mode.isWeak { row[0] = max(r * 0.8 * s, 0.005) }
      case 1, 2:
        let year = zip(far, mode.isWeak ? [30, 30, 30, 30, 30, 1, 1, 1] : [1, 30, 30, 30, 30, 1, 1, 1]).map { $0 * $1 }
        row = group == 2 ? year : zip(Self.defaults[1], year).map { max($0, $1) }
        if mode.isWeak, group == 1 { row[0] = max(row[0], row[3]) }
      default: row = far
      }
      row[6] = max(1 - row[0..<6].reduce(0, +), 0.01)
      row[7] = 1e-6
      let sum = row.reduce(0, +)
      row = row.map { $0 / sum }
      if group > 0, mode != .masked {
        for k in 1..<7 { row[k] *= 1 - bothOwn }
        row[7] = max(bothOwn, 1e-6)
      }
      return row
    }

    private static func squares(_ values: inout [UInt64]) -> Double {
      values.sort()
      var sum = 0.0
      var i = 0
      while i < values.count {
        var j = i + 1
        while j < values.count, values[j] == values[i] { j += 1 }
        sum += Double(j - i) * Double(j - i)
        i = j
      }
      return sum
    }
  }
}
