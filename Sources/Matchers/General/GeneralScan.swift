import CIntrinsics
import RollModel

/// Compares every pair that a pass over a general roll brings, once, and keeps those that could matter.
struct GeneralScan: Sendable {
  let inputs: GeneralInputs
  /// Odds below this many bits are dropped, under a prior of one repeat a row.
  static let floor = -8.0

  /// What a scan kept, by (a, b), each pair once.
  struct Kept: Sendable {
    var duplicates: [GeneralComparison] = []
    /// By list part: `b` is the record of the list row.
    var links: [[GeneralComparison]] = []
    /// By pass, then by part (0 is the roll with itself): pairs that it brought.
    var looked: [[Int]] = []
    var enumerated: Int { looked.joined().reduce(0, +) }
    /// Pairs of the roll with itself, each once.
    var compared = 0
  }

  /// What a run of voters met and kept.
  private struct Part: Sendable {
    var kept: [GeneralComparison] = []
    var compared = 0
  }

  /// How many records ahead what is known of them is asked for.
  private static let ahead = 6
  /// Voters that one thread takes at a time.
  private static let unit = 256

  func run(
    _ passes: [PassBlocks], model: GeneralModel, threads: Int, progress: (@Sendable (Double) -> Void)?
  ) -> Kept {
    let index = BlockIndex(passes, rollCount: inputs.set.rollCount)
    let bar = GeneralBar(model, floor: Self.floor)
    let units = pieces(of: inputs.set.rollCount, size: Self.unit)
    let next = Counter()
    let made = parallelMap(threads, threads: threads) { _ -> [(unit: Int, part: Part)] in
      var comparator = GeneralComparator(inputs, bar)
      var met = BlockIndex.Met(records: inputs.set.count)
      var parts: [(unit: Int, part: Part)] = []
      while true {
        let k = next.take()
        guard k < units.count else { break }
        parts.append((k, scan(units[k], index, &met, &comparator)))
        progress?(Double(k + 1) / Double(units.count))
      }
      return parts
    }
    var kept = Kept(
      links: Array(repeating: [], count: inputs.set.lists.count), looked: passes.map(brought))
    for (_, part) in made.joined().sorted(by: { $0.unit < $1.unit }) {
      kept.compared += part.compared
      for pair in part.kept {
        if let list = inputs.set.partIndex(Int(pair.person.b)) {
          kept.links[list].append(pair)
        } else {
          kept.duplicates.append(pair)
        }
      }
    }
    return kept
  }

  private func scan(
    _ voters: Range<Int>, _ index: BlockIndex, _ met: inout BlockIndex.Met, _ comparator: inout GeneralComparator
  ) -> Part {
    var part = Part()
    for a in voters {
      met.meet(a, in: index)
      let first = part.kept.count
      let last = met.records.count - 1
      for (k, b) in met.records.enumerated() {
        let coming = Int(met.records[min(k + Self.ahead, last)])
        padan_prefetch(inputs.set.records.base + coming)
        inputs.addresses.prefetch(coming)
        if Int(b) < inputs.set.rollCount { part.compared += 1 }
        guard var seen = comparator.reached(a, Int(b)) else { continue }
        seen.person.passes = met.passes(Int(b))
        part.kept.append(seen)
      }
      part.kept[first...].sort { $0.person.b < $1.person.b }
    }
    return part
  }

  /// Pairs that a pass brought, by part.
  private func brought(_ pass: PassBlocks) -> [Int] {
    var pairs = Array(repeating: 0, count: inputs.set.lists.count + 1)
    var voters = 0
    for place in 0..<pass.count {
      let entry = pass.entries[place]
      if let list = inputs.set.partIndex(Int(entry & ~PassBlocks.last)) {
        pairs[list + 1] += voters
      } else {
        pairs[0] += voters
        voters += 1
      }
      if entry & PassBlocks.last != 0 { voters = 0 }
    }
    return pairs
  }
}
