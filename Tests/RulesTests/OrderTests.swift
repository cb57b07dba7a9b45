import RollModel
import TestSupport
import Testing

@testable import Rules

/// Ids and order of many findings against a plain sort.
struct OrderTests {
  private static let rules = ["a", "b", "c"]

  /// Findings rule by rule, many with one fact.
  private func findings(_ count: Int) -> [Finding] {
    var random = SeededGenerator(seed: 21)
    return (0..<count).map { number in
      Finding(
        card: RuleCard(
          id: Self.rules[number * Self.rules.count / count], category: .tps, severity: .check, authority: [],
          summary: "", why: "", verify: "", action: "", examples: []),
        tier: .certain, subject: .area(AreaKey(desa: random.below(2))), evidence: "\(random.below(2))",
        explanation: "\(random.below(3))", factHash: UInt64(random.below(count / 2 + 1)))
    }
  }

  @Test(arguments: [0, 1, 2, 40, 5_000], [1, 3])
  func arrangesAsAPlainSortDoes(_ count: Int, _ threads: Int) throws {
    let data = try ExampleCase(RandomExample(seed: 1, families: 3).example()).data
    var arranged = findings(count)
    let slow = reference(arranged)
    FindingOrder(data: data, rules: Self.rules, threads: threads).arrange(&arranged)
    #expect(arranged.map(\.id) == slow.map(\.id))
    #expect(arranged.map(\.explanation) == slow.map(\.explanation))
    #expect(arranged.map(\.evidence) == slow.map(\.evidence))
    #expect(arranged.map(\.rule) == slow.map(\.rule))
  }

  private func desa(_ finding: Finding) -> Int { if case .area(let key) = finding.subject { key.desa } else { 0 } }

  private func reference(_ findings: [Finding]) -> [Finding] {
    let hashed = findings.map { finding in
      (mixed(finding.factHash ^ finding.rule.utf8.reduce(0) { mixed($0 ^ UInt64($1)) }) & (1 << 60 - 1), finding)
    }
    let byHash = hashed.sorted { a, b in
      (a.0, a.1.rule, desa(a.1), a.1.explanation, a.1.evidence)
        < (b.0, b.1.rule, desa(b.1), b.1.explanation, b.1.evidence)
    }
    var seen: [UInt64: Int] = [:]
    let named = byHash.map { hash, finding in
      seen[hash, default: 0] += 1
      var finding = finding
      finding.id = FindingOrder.base32(hash)
      if let ordinal = seen[hash], ordinal > 1 { finding.id += "-\(ordinal)" }
      return (hash, finding)
    }
    return named.enumerated().sorted { a, b in
      (a.element.1.rule, desa(a.element.1), a.offset) < (b.element.1.rule, desa(b.element.1), b.offset)
    }.map(\.element.1)
  }
}
