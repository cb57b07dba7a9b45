import CIntrinsics
import RollModel
import Similarity

/// Estimates the u side of the number table by drawing unrelated pairs on purpose where they matter.
///
/// How often strangers agree on parts of a NIK depends on how near their birth dates are, on whether they live in one
/// kecamatan or share a birthplace that tells the region, and on whether the date is a heaped one. Chances that sampling
/// could never see (different dates) come from the shares of the parts instead. Source: matching page, 4.3 with C2, C3 and
/// C5; measured there: without it F1 falls to .02.
///
/// Draws are made in an order of content, not of rows, so a shuffled roll gives the same table.
struct NumberChances: ~Copyable {
  private let mode: NumberMode
  private let homes: HomeRegions
  private let comparator: TokenComparator
  /// Records in order of content: every draw asks for them in that order. A longer name's tokens stand in `tokens`.
  private let members: Storage<MatchRecord>
  private let tokens: Storage<UInt32>
  private let start: Start
  /// Places of birth whose people mostly have one region in their numbers.
  let regionPlaces: RegionPlaces
  private(set) var marital = [10.0, 10.0]
  /// What the draws tell of numbers one error of writing apart.
  private(set) var nearNumbers = EqualNumbers.Near()
  /// Such pairs among those drawn for the present row and key, and all pairs of one sex drawn for the row.
  private var near = 0.0
  private var ofOneSex = 0.0
  /// Rows with a number for each of `members`.
  private let every: Double

  /// Twenty thousand pairs a group and stratum, as the measurements behind the specification.
  private static let draws = 20_000
  /// More voters than this add nothing to twenty thousand draws.
  private static let mostMembers = 60_000

  private let design: Design
  /// Two of one desa (`MatchRecord.area`) are never drawn.
  private let acrossAreas: Bool

  init(_ set: RecordSet, design: Design = .full, acrossAreas: Bool = false) {
    self.design = design
    self.acrossAreas = acrossAreas
    mode = set.mode
    homes = set.homeRegions
    comparator = TokenComparator(set.table)
    let every = UInt64(max(1, set.numberHolders / Self.mostMembers))
    var picked: [MatchRecord] = []
    var tokens: [UInt32] = []
    for row in 0..<set.rollCount {
      let nik = set.records[row].nik
      guard nik != 0, every == 1 || mixed(nik) % every == 0 else { continue }
      var record = set.records[row]
      if !record.holdsTokens {
        let own = UnsafeBufferPointer(start: set.tokens.base + Int(record.token0), count: Int(record.tokenCount))
        record.token0 = UInt32(tokens.count)
        tokens += own
      }
      picked.append(record)
    }
    members = Self.byContent(picked)
    self.every = Double(set.numberHolders) / Double(max(1, picked.count))
    self.tokens = Storage(tokens)
    regionPlaces = RegionPlaces(members)
    start = Start(members, mode, regionPlaces)
  }

  /// Records in an order that depends on what they say, not on where they stand.
  private static func byContent(_ picked: [MatchRecord]) -> Storage<MatchRecord> {
    let contents = Storage<UInt64>(picked.count)
    for (at, record) in picked.enumerated() {
      let content = mixed(record.nik &+ mixed(UInt64(record.birth) ^ mixed(record.nkk ^ UInt64(record.area) << 54)))
      contents[at] = content & ~low | UInt64(at)
    }
    let keys = RadixSort.sortedHashes(contents, count: picked.count, from: 20, rounds: 4)
    let ordered = Storage<MatchRecord>(picked.count)
    for at in picked.indices { ordered[at] = picked[Int(keys[at] & low)] }
    return ordered
  }

  /// The bits of a key that hold a member's place: there are fewer than a million.
  private static let low: UInt64 = (1 << 20) - 1

  /// The table, `NumberTable.chanceCells` values; each row sums to 1.
  mutating func estimate(seed: UInt64) -> [Double] {
    guard members.capacity > 0 else {
      return (0..<NumberTable.chanceRows).flatMap { Start.defaults[NumberTable.group(row: $0)] }
    }
    return (0..<NumberTable.chanceRows).flatMap { row -> [Double] in
      let draw = Draw(row: row, design)
      let base = start.row(
        group: draw.group, stratum: draw.stratum, heaped: draw.heaped ?? false)
      guard draw.group < 3 else { return normalized(base) }
      var random = SeededGenerator(seed: seed &+ UInt64(row))
      return sampled(draw, base: base, random: &random)
    }
  }

  /// What the pairs drawn for one row of chances have in common.
  private struct Draw {
    let row: Int
    let group: Int
    let stratum: NumberTable.Stratum
    /// Exact dates: heaped ones, or the others; nil in the other groups.
    let heaped: Bool?

    /// Whether pairs of other strata count too.
    let isAnywhere: Bool

    init(row: Int, _ design: Design) {
      self.row = row
      group = design.contains(.numberGivenDate) ? NumberTable.group(row: row) : 3
      isAnywhere = !design.contains(.numberByKecamatan)
      guard !isAnywhere else {
        stratum = .nothing
        heaped = nil
        return
      }
      let byHeap = design.contains(.numberByHeap)
      switch row {
      case 0..<8:
        stratum = row % 2 == 0 ? .nothing : .kecamatan
        heaped = row < 2 && byHeap ? false : nil
      case 8, 9:
        stratum = row == 8 ? .nothing : .kecamatan
        heaped = byHeap ? true : nil
      default:
        stratum = .birthplace
        heaped = byHeap && row < 12 ? row == 11 : nil
      }
    }
  }

  private mutating func sampled(_ draw: Draw, base: [Double], random: inout SeededGenerator) -> [Double] {
    var counts = [Double](repeating: 0, count: 8)
    let keys = Self.keys[draw.group]
    var apart = 0.0
    ofOneSex = 0
    for key in keys {
      let blocks = Blocks(members, key: key, hasYears: mode != .masked) { record in
        if let heaped = draw.heaped, Frequencies.isHeaped(record.pointee.dayMonth) != heaped { return nil }
        switch draw.stratum {
        case .nothing: return 0
        case .kecamatan: return record.pointee.kecamatan == 0 ? nil : UInt64(record.pointee.kecamatan)
        case .birthplace:
          return regionPlaces.tellsRegion(record.pointee.place) ? UInt64(record.pointee.place) : nil
        }
      }
      guard !blocks.isEmpty else { continue }
      // No more draws than there are pairs: the same few again would look like many.
      let draws = min(Self.draws / keys.count, blocks.pairs)
      near = 0
      for piece in pieces(of: draws, size: Self.together) {
        let drawn = piece.map { _ in blocks.draw(&random) }
        for (i, j) in drawn {
          padan_prefetch(members.base + i)
          padan_prefetch(members.base + j)
        }
        for (i, j) in drawn { count(members.base + i, members.base + j, draw, into: &counts) }
      }
      apart += near
      if draw.group == 0, draws > 0 {
        nearNumbers.pairs += Double(blocks.pairs) * near / Double(draws) * every * every
      }
    }
    let weak = mode.isWeak
    if !weak { counts[0] = 0 }
    let prior = draw.group == 0 ? 50.0 : 1000
    let total = counts.reduce(0, +) + prior
    nearNumbers.shares[draw.row] = (apart + prior * (base[1] + base[2] + base[3])) / (ofOneSex + prior)
    var row = zip(counts, base).map { ($0 + prior * $1) / total }
    if !weak { row[0] = Start.defaults[draw.group][0] }
    row = normalized(row)
    if draw.group > 0, mode != .masked { Start.capOwnDates(&row) }
    return row
  }

  /// Pairs that are drawn before they are looked at, so that their records are at hand.
  private static let together = 64

  /// Adds the level of one drawn pair, unless the two may be related or belong to another row.
  private mutating func count(
    _ one: UnsafePointer<MatchRecord>, _ other: UnsafePointer<MatchRecord>, _ draw: Draw, into counts: inout [Double]
  ) {
    let group = draw.group
    let x = one.pointee
    let y = other.pointee
    if !draw.isAnywhere, regionPlaces.stratum(x, y) != draw.stratum { return }
    if acrossAreas, x.area == y.area { return }
    if group > 0, x.birth == y.birth { return }
    if group == 2, x.day == y.day || x.month == y.month { return }
    if x.nkk != 0, x.nkk == y.nkk { return }
    let a = one.tokens(in: tokens)
    let b = other.tokens(in: tokens)
    if comparator.shareToken(a, Int(x.tokenCount), b, Int(y.tokenCount)) { return }
    if x.sex == y.sex {
      counts[NumberComparison.level(x, y, mode: mode, homes: homes, birthsEqual: group == 0)] += 1
      ofOneSex += 1
      if NumberComparison.oneErrorApart(x.nik, y.nik) { near += 1 }
    }
    if group == 0, draw.stratum != .birthplace, x.marital != 0, y.marital != 0 {
      marital[x.marital == y.marital ? 0 : 1] += 1
    }
  }

  private func normalized(_ row: [Double]) -> [Double] {
    let sum = row.reduce(0, +)
    return row.map { $0 / sum }
  }

  /// By birth group: what the two of a drawn pair have in common.
  private static let keys: [[SharedDate]] = [[.whole], [.dayMonth, .monthYear, .dayYear], [.year]]

  private enum SharedDate {
    case whole, dayMonth, monthYear, dayYear, year

    @inline(__always) func key(_ record: UnsafePointer<MatchRecord>) -> UInt64 {
      let birth = record.pointee.birth
      return switch self {
      case .whole: UInt64(birth)
      case .dayMonth: UInt64(record.pointee.dayMonth)
      case .monthYear: UInt64(birth >> 5)
      case .dayYear: UInt64(record.pointee.day | record.pointee.year << 5)
      case .year: UInt64(record.pointee.year)
      }
    }
  }

  /// Members that share a key, to draw pairs from in proportion to their number.
  private struct Blocks {
    /// Sorted by block; the low bits are the member's place.
    private let keys: Storage<UInt64>
    private var bounds: [(start: Int, count: Int)] = []
    private var cumulative: [Double] = []
    var isEmpty: Bool { cumulative.isEmpty }
    /// Distinct pairs that can be drawn.
    var pairs: Int { Int((cumulative.last ?? 0) / 2) }

    private func place(_ k: Int) -> Int { Int(keys[k] & NumberChances.low) }

    /// `members` stand in order of content; a stable sort by key keeps that order within a block.
    /// `within` parts blocks further, and leaves records out where it is nil.
    @inline(__always) init(
      _ members: Storage<MatchRecord>, key: SharedDate, hasYears: Bool,
      within: (UnsafePointer<MatchRecord>) -> UInt64?
    ) {
      let made = Storage<UInt64>(members.capacity)
      var count = 0
      for at in 0..<members.capacity {
        let record = UnsafePointer(members.base + at)
        // Masked lists often hide the year: there a day and month are all that a date shows.
        let isDated = record.pointee.hasFullDate || !hasYears && record.pointee.hasDayMonth
        guard isDated, let part = within(record) else { continue }
        let block = key.key(record) << 32 | part
        made[count] = mixed(block) & ~NumberChances.low | UInt64(at)
        count += 1
      }
      count = RepeatedKeys.only(made, count: count)
      keys = RadixSort.sortedHashes(made, count: count, from: 20, rounds: 4)
      var i = 0
      var sum = 0.0
      while i < count {
        var j = i + 1
        while j < count, keys[j] >> 20 == keys[i] >> 20 { j += 1 }
        if j - i > 1 {
          sum += Double((j - i) * (j - i - 1))
          bounds.append((i, j - i))
          cumulative.append(sum)
        }
        i = j
      }
    }

    /// The places of two members of one block.
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
      return (place(block.start + first), place(block.start + second))
    }
  }
}
