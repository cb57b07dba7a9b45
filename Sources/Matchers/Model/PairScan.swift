import RollModel

/// Compares every pair of every block once under starting weights and keeps those that could matter.
///
/// A pair that two passes bring passes the bounds twice; only one that was kept and is still remembered is not compared
/// again. Asking for every pair first is dearer (speed page, section 3).
/// Blocks hold at most `BlockingSettings.hardLimit` records, so a block is gathered into a cache-sized run first.
struct PairScan {
  let set: RecordSet
  let frequencies: Frequencies
  let places: PlaceSpellings
  /// Voters of one desa (`MatchRecord.area`) are not compared with each other.
  var acrossAreas = false
  /// Odds below this many bits are dropped; -6 keeps a probability of 0.015 and more.
  static let floor: Float = -6
  /// Of pairs with a list row. Somebody of a voter's name, born on another day and with a number of his own, must be seen
  /// for their share to be learned (`NamesakeClass`).
  static let linkFloor: Float = -14
  /// The floor of a list's pairs. Of residents and of the special list only the absent are told, and a pair below -6
  /// makes nobody less absent; they are many.
  static func floor(of role: Role) -> Float {
    switch role {
    case .residents, .specialList, .signsOfLife: floor
    default: linkFloor
    }
  }

  /// What a scan kept, by (a, b), each pair once.
  struct Kept: Sendable {
    var duplicates: [Comparison] = []
    /// By list part: `b` is the record of the list row.
    var links: [[Comparison]] = []
    var enumerated = 0
    var compared = 0
    /// By pass, then by part: the pairs of the roll with itself and with each list that were looked at.
    var looked: [[Int]] = []
  }

  /// A run of block entries that one thread takes at a time.
  private struct Unit {
    let pass: Int
    let from: Int
    let to: Int
  }

  /// `links` has the model of each list part.
  func run(
    _ blocks: [PassBlocks], passes: [Pass], duplicates: Model.Tables, links: [Model.Tables], threads: Int,
    progress: (@Sendable (Double) -> Void)?
  ) -> Kept {
    let weights = ([duplicates] + links).map { QuickWeights.Table($0) }
    defer { withExtendedLifetime(weights) {} }
    let units = Self.units(blocks)
    let next = Counter()
    let roll = ScanBar(weights: weights[0].lent, floor: Self.floor)
    let lists = zip(weights.dropFirst(), set.lists).map { ScanBar(weights: $0.lent, floor: Self.floor(of: $1.role)) }
    let parts = parallelMap(threads, threads: threads) { _ -> PairScanner.Found in
      var scanner = PairScanner(
        PairComparator(set, frequencies, places), set, passes: passes, roll: roll, lists: lists,
        acrossAreas: acrossAreas)
      while true {
        let k = next.take()
        guard k < units.count else { break }
        scanner.scan(blocks[units[k].pass], units[k].from..<units[k].to)
        progress?(Double(k + 1) / Double(units.count))
      }
      return scanner.finish()
    }
    return merged(parts, threads: threads)
  }

  private func merged(_ parts: [PairScanner.Found], threads: Int) -> Kept {
    var kept = Kept()
    kept.looked = parts.first?.looked ?? []
    for part in parts.dropFirst() {
      for (pass, counts) in part.looked.enumerated() {
        for (k, count) in counts.enumerated() { kept.looked[pass][k] += count }
      }
    }
    kept.enumerated = kept.looked.reduce(0) { $0 + $1.reduce(0, +) }
    kept.compared = parts.reduce(0) { $0 + $1.compared }
    let (links, duplicates) = parallelPair(threads: threads) {
      Self.distinct(parts.map(\.links), groups: set.lists.count) { set.partIndex(Int($0.b)) }
    } _: {
      Self.distinct(parts.map(\.duplicates), groups: 1) { _ in 0 }
    }
    kept.duplicates = duplicates[0]
    kept.links = links
    return kept
  }

  /// By group, sorted by (a, b); what several passes brought is one pair with all their marks.
  private static func distinct(
    _ parts: [[Comparison]], groups: Int, group: (Comparison) -> Int?
  ) -> [[Comparison]] {
    var sizes = Array(repeating: 0, count: groups)
    let keys = Storage<UInt64>(parts.reduce(0) { $0 + $1.count })
    var count = 0
    // The lower record above the place among all parts: 2^31 of each.
    let cut: UInt64 = 31
    for part in parts {
      for c in part {
        keys[count] = UInt64(c.a) << cut | UInt64(count)
        count += 1
        if let group = group(c) { sizes[group] += 1 }
      }
    }
    var starts = [0]
    for part in parts { starts.append((starts.last ?? 0) + part.count) }
    func pair(_ key: UInt64) -> Comparison {
      let at = Int(key & (1 << cut - 1))
      var part = 0
      while starts[part + 1] <= at { part += 1 }
      return parts[part][at - starts[part]]
    }
    var result = sizes.map { size in
      var pairs: [Comparison] = []
      pairs.reserveCapacity(size)
      return pairs
    }
    let sorted = RadixSort.sorted(keys, count: count, from: Int(cut), rounds: 3)
    var same: [Comparison] = []
    var i = 0
    while i < count {
      let a = sorted[i] >> cut
      same.removeAll(keepingCapacity: true)
      while i < count, sorted[i] >> cut == a {
        same.append(pair(sorted[i]))
        i += 1
      }
      if same.count > 1 { same.sort { $0.b < $1.b } }
      var next = 0
      while next < same.count {
        var merged = same[next]
        next += 1
        while next < same.count, same[next].b == merged.b {
          merged.passes |= same[next].passes
          next += 1
        }
        if let group = group(merged) { result[group].append(merged) }
      }
    }
    return result
  }

  /// About 32,768 entries each, cut at the ends of blocks: pieces that do not depend on the thread count.
  private static func units(_ blocks: [PassBlocks]) -> [Unit] {
    var units: [Unit] = []
    for (k, block) in blocks.enumerated() {
      var from = 0
      while from < block.count {
        var to = min(from + 32_768, block.count)
        while to < block.count, block.entries[to - 1] & PassBlocks.last == 0 { to += 1 }
        units.append(Unit(pass: k, from: from, to: to))
        from = to
      }
    }
    return units
  }
}
