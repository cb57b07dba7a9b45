import RollModel
import Testing

@testable import Matchers

/// Whom a record meets in the blocks of all passes.
struct BlockIndexTests {
  /// A pass of these blocks.
  private func pass(_ number: Int, _ blocks: [[UInt32]]) -> PassBlocks {
    let entries = blocks.flatMap { $0.dropLast() + [$0[$0.count - 1] | PassBlocks.last] }
    return PassBlocks(
      pass: number, entries: Storage(entries), count: entries.count, keysOfPart: [0], skipped: SkippedBlocks(parts: 1))
  }

  @Test("each record that is met stands once, with every pass that brings it; list rows meet nobody by themselves")
  func meets() {
    var random = SeededGenerator(seed: 51)
    let blocks = (0..<3).map { _ in
      (0..<60).map { _ in Set((0..<(2 + random.below(5))).map { _ in UInt32(random.below(40)) }).sorted() }
    }
    let passes = blocks.enumerated().map { pass($0, $1) }
    // The last ten records are of a list.
    let index = BlockIndex(passes, rollCount: 30)
    var met = BlockIndex.Met(records: 40)
    for a in 0..<30 {
      met.meet(a, in: index)
      var expected: [UInt32: UInt32] = [:]
      for (pass, of) in blocks.enumerated() {
        for block in of where block.contains(UInt32(a)) {
          for b in block where b > UInt32(a) { expected[b, default: 0] |= 1 << UInt32(pass) }
        }
      }
      #expect(met.records.sorted() == expected.keys.sorted())
      for (b, passes) in expected { #expect(met.passes(Int(b)) == passes) }
    }
  }
}
