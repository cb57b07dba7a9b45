import RollModel

/// Compares every pair of every block of a general roll and keeps those that could matter.
struct GeneralScan: Sendable {
  let inputs: GeneralInputs
  /// Odds below this many bits are dropped, under a prior of one repeat a row.
  static let floor = -8.0

  /// What a scan kept, by (a, b), each pair once.
  struct Kept: Sendable {
    var duplicates: [GeneralComparison] = []
    /// By list part: `b` is the record of the list row.
    var links: [[GeneralComparison]] = []
    /// By pass, then by part (0 is the roll with itself): pairs that were looked at.
    var looked: [[Int]] = []
    var enumerated: Int { looked.joined().reduce(0, +) }
  }

  private struct Part: Sendable {
    var duplicates: [GeneralComparison] = []
    var links: [GeneralComparison] = []
    var looked: [[Int]]
  }

  func run(
    _ blocks: [GeneralBlocks], model: GeneralModel, threads: Int, progress: (@Sendable (Double) -> Void)?
  ) -> Kept {
    let units = Self.units(blocks)
    let next = Counter()
    let tables = model.tables()
    let parts = parallelMap(threads, threads: threads) { _ -> Part in
      var part = Part(looked: noneLooked)
      var comparator = GeneralComparator(inputs)
      while true {
        let k = next.take()
        guard k < units.count else { break }
        scan(blocks[units[k].blocks], units[k].ends, tables, &comparator, &part)
        progress?(Double(k + 1) / Double(units.count))
      }
      return part
    }
    return merged(parts)
  }

  private var noneLooked: [[Int]] {
    Array(repeating: Array(repeating: 0, count: inputs.set.lists.count + 1), count: GeneralPass.all.count)
  }

  private func scan(
    _ blocks: GeneralBlocks, _ ends: Range<Int>, _ tables: GeneralModel.Tables, _ comparator: inout GeneralComparator,
    _ part: inout Part
  ) {
    let rollCount = inputs.set.rollCount
    for end in ends {
      let start = end == 0 ? 0 : blocks.ends[end - 1]
      for x in start..<blocks.ends[end] {
        let a = Int(blocks.records[x])
        guard a < rollCount else { break }
        for y in (x + 1)..<blocks.ends[end] {
          let b = Int(blocks.records[y])
          part.looked[blocks.pass][(inputs.set.partIndex(b) ?? -1) + 1] += 1
          var found = comparator.compare(a, b)
          let parts = tables.weigh(found)
          guard parts.prior + parts.evidence >= Self.floor else { continue }
          found.person.passes = 1 << UInt32(blocks.pass)
          if b < rollCount { part.duplicates.append(found) } else { part.links.append(found) }
        }
      }
    }
  }

  private func merged(_ parts: [Part]) -> Kept {
    var kept = Kept()
    kept.looked = parts.reduce(into: noneLooked) { sum, part in
      for pass in sum.indices { for k in sum[pass].indices { sum[pass][k] += part.looked[pass][k] } }
    }
    kept.duplicates = Self.distinct(parts.flatMap(\.duplicates))
    kept.links = Array(repeating: [], count: inputs.set.lists.count)
    for link in Self.distinct(parts.flatMap(\.links)) {
      if let list = inputs.set.partIndex(Int(link.person.b)) { kept.links[list].append(link) }
    }
    return kept
  }

  /// Sorted by (a, b); what several passes brought is one pair with all their marks.
  private static func distinct(_ all: [GeneralComparison]) -> [GeneralComparison] {
    let sorted = all.sorted { ($0.person.a, $0.person.b) < ($1.person.a, $1.person.b) }
    var result: [GeneralComparison] = []
    for c in sorted {
      if let last = result.last, last.person.a == c.person.a, last.person.b == c.person.b {
        result[result.count - 1].person.passes |= c.person.passes
      } else {
        result.append(c)
      }
    }
    return result
  }

  /// About 512 blocks each: pieces that do not depend on the thread count.
  private static func units(_ blocks: [GeneralBlocks]) -> [(blocks: Int, ends: Range<Int>)] {
    blocks.enumerated().flatMap { k, of in pieces(of: of.ends.count, size: 512).map { (k, $0) } }
  }
}
