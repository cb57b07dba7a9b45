import Testing

@testable import Matchers

struct ClustersTests {
  @Test("a chain of strangers is cut where the mean speaks against it")
  func cutsChains() {
    let odds: [[Int]: Double] = [[1, 2]: 8, [2, 3]: 3, [1, 3]: -12]
    let clusters = Clusters.merged(edges: [(1, 2), (2, 3)], floor: -0.6) { a, b in
      (odds[[min(a, b), max(a, b)]] ?? -12, false)
    }
    #expect(clusters == [[1, 2]])
  }

  @Test("three rows of one person stay together")
  func keepsTriples() {
    let clusters = Clusters.merged(edges: [(4, 7), (7, 9)], floor: -0.6) { _, _ in (5, false) }
    #expect(clusters == [[4, 7, 9]])
  }

  @Test("a veto holds two rows apart whatever the others say")
  func vetoes() {
    let clusters = Clusters.merged(edges: [(1, 2), (2, 3), (3, 4)], floor: -0.6) { a, b in
      (6, min(a, b) == 1 && max(a, b) == 4)
    }
    #expect(clusters.allSatisfy { !($0.contains(1) && $0.contains(4)) })
  }
}
