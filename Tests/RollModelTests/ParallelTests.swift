import RollModel
import Testing

/// Results stand in order, whoever made them, and work may share out work of its own.
@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 7, 1000], [1, 2, 5])
  func resultsStandInOrder(count: Int, threads: Int) {
    #expect(parallelMap(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  /// Objects that each result holds are let go of once: what was written is what is read, and nothing more.
  @Test(arguments: [1, 2, 4]) func workInsideOfWorkIsDone(threads: Int) {
    for round in 0..<200 {
      let made = parallelMap(3, threads: threads) { outer in
        parallelMap(outer * 20, threads: threads) { inner in
          parallelPair(threads: threads) {
            "\(outer)"
          } _: {
            ["\(inner)", "\(round)"]
          }
        }
      }
      #expect(made.map(\.count) == [0, 20, 40])
      #expect(made[2].map(\.0) == Array(repeating: "2", count: 40))
      #expect(made[2].map(\.1) == (0..<40).map { ["\($0)", "\(round)"] })
    }
  }
}
