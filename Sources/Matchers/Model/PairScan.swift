import CIntrinsics
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

  private struct Part: Sendable {
    var duplicates: [Comparison] = []
    var links: [Comparison] = []
    /// By pass, then by part.
    var looked: [[Int]]
    var compared = 0
  }

  /// `linkWeights` has one entry a list part.
  func run(
    _ blocks: [PassBlocks], passes: [Pass], duplicates: QuickWeights, linkWeights: [QuickWeights], threads: Int,
    progress: (@Sendable (Double) -> Void)?
  ) -> Kept {
    let units = Self.units(blocks)
    let next = Counter()
    let parts = parallelMap(threads, threads: threads) { _ -> Part in
      var part = Part(looked: Array(repeating: Array(repeating: 0, count: set.lists.count + 1), count: passes.count))
      var comparator = PairComparator(set, frequencies, places)
      var gathered = Gathered()
      let known = KeptPairs()
      while true {
        let k = next.take()
        guard k < units.count else { break }
        scan(
          units[k], blocks, passes, duplicates: duplicates, linkWeights: linkWeights, &comparator, &gathered, known,
          &part)
        progress?(Double(k + 1) / Double(units.count))
      }
      part.compared = comparator.compared
      return part
    }
    return merged(parts)
  }

  /// The records of one block, copied side by side.
  private struct Gathered {
    let records = Storage<MatchRecord>(4096)
    let numbers = Storage<UInt32>(4096)
    var count = 0
  }

  private func scan(
    _ unit: Unit, _ blocks: [PassBlocks], _ passes: [Pass], duplicates: QuickWeights, linkWeights: [QuickWeights],
    _ comparator: inout PairComparator, _ gathered: inout Gathered, _ known: borrowing KeptPairs, _ part: inout Part
  ) {
    let entries = blocks[unit.pass].entries
    let end = blocks[unit.pass].count
    let source = set.records.base
    let pass = blocks[unit.pass].pass
    let linksOnly = passes[pass].linksOnly
    let skipsOwnDates = passes[pass].skipsOwnDates
    let linkFloors = set.lists.map { Self.floor(of: $0.role) }
    let mark: UInt32 = 1 << UInt32(pass)
    var looked = 0
    var found = Comparison()
    var i = unit.from
    while i < unit.to {
      gathered.count = 0
      while true {
        let entry = entries[i]
        let ahead = min(i + 24, end - 1)
        padan_prefetch(source + Int(entries[ahead] & ~PassBlocks.last))
        let number = entry & ~PassBlocks.last
        gathered.records[gathered.count] = source[Int(number)]
        gathered.numbers[gathered.count] = number
        gathered.count += 1
        i += 1
        if entry & PassBlocks.last != 0 { break }
      }
      let count = gathered.count
      var rollEnd = count
      while rollEnd > 0, Int(gathered.numbers[rollEnd - 1]) >= set.rollCount { rollEnd -= 1 }
      if !linksOnly { looked &+= rollEnd * (rollEnd - 1) / 2 }
      if rollEnd > 0 {
        for y in rollEnd..<count {
          if let list = set.partIndex(Int(gathered.numbers[y])) { part.looked[pass][list + 1] += rollEnd }
        }
      }
      for x in 0..<rollEnd {
        let a = UnsafePointer(gathered.records.base + x)
        let aNumber = Int(gathered.numbers[x])
        let skips = skipsOwnDates && a.pointee.ownsNumberDate
        if !linksOnly {
          for y in (x + 1)..<max(x + 1, rollEnd) {
            let b = gathered.records.base + y
            if skips, b.pointee.ownsNumberDate {
              looked &-= 1
              continue
            }
            let bNumber = Int(gathered.numbers[y])
            guard
              let rest = comparator.reach(
                aNumber, a, bNumber, b, weights: duplicates, floor: Self.floor, into: &found)
            else { continue }
            if let place = known.place(aNumber, bNumber) {
              part.duplicates[place].passes |= mark
              continue
            }
            guard comparator.finish(aNumber, a, bNumber, b, duplicates, rest, Self.floor, into: &found) else {
              continue
            }
            found.passes = mark
            known.remember(aNumber, bNumber, at: part.duplicates.count)
            part.duplicates.append(found)
          }
        }
        for y in rollEnd..<count {
          let b = gathered.records.base + y
          let bNumber = Int(gathered.numbers[y])
          guard let list = set.partIndex(bNumber) else { continue }
          if skips, b.pointee.ownsNumberDate {
            part.looked[pass][list + 1] -= 1
            continue
          }
          let weights = linkWeights[list]
          guard
            let rest = comparator.reach(aNumber, a, bNumber, b, weights: weights, floor: linkFloors[list], into: &found)
          else { continue }
          if let place = known.place(aNumber, bNumber) {
            part.links[place].passes |= mark
            continue
          }
          guard comparator.finish(aNumber, a, bNumber, b, weights, rest, linkFloors[list], into: &found) else {
            continue
          }
          found.passes = mark
          known.remember(aNumber, bNumber, at: part.links.count)
          part.links.append(found)
        }
      }
    }
    part.looked[pass][0] += looked
  }

  private func merged(_ parts: [Part]) -> Kept {
    var kept = Kept()
    kept.looked = parts.first?.looked ?? []
    for part in parts.dropFirst() {
      for (pass, counts) in part.looked.enumerated() {
        for (k, count) in counts.enumerated() { kept.looked[pass][k] += count }
      }
    }
    kept.enumerated = kept.looked.reduce(0) { $0 + $1.reduce(0, +) }
    kept.compared = parts.reduce(0) { $0 + $1.compared }
    kept.duplicates = Self.distinct(parts.map(\.duplicates))
    let links = Self.distinct(parts.map(\.links))
    kept.links = Array(repeating: [], count: set.lists.count)
    for link in links { if let list = set.partIndex(Int(link.b)) { kept.links[list].append(link) } }
    return kept
  }

  /// Sorted by (a, b); what several passes brought is one pair with all their marks.
  private static func distinct(_ parts: [[Comparison]]) -> [Comparison] {
    let all = Array(parts.joined())
    var order = all.indices.map { (key: UInt64(all[$0].a) << 32 | UInt64(all[$0].b), at: $0) }
    order.sort { $0.key < $1.key }
    var result: [Comparison] = []
    var last: UInt64?
    for entry in order {
      if entry.key == last {
        result[result.count - 1].passes |= all[entry.at].passes
      } else {
        result.append(all[entry.at])
        last = entry.key
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
