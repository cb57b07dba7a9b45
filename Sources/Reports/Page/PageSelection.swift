import RollModel

/// The findings that the page holds: all of a small run, the weightiest of a large one.
struct PageSelection: Sendable {
  /// At most so many of one rule, and in all.
  static let perRule = 2_000
  static let inAll = 20_000

  /// Indices in `RunRecord.findings`, ascending.
  let indices: [Int]
  let total: Int

  /// Findings of a higher severity go before others, surer ones before others within a rule. O(n).
  init(_ record: RunRecord, perRule: Int = PageSelection.perRule, inAll: Int = PageSelection.inAll) {
    total = record.findings.count
    var byRule: [String: [Int]] = [:]
    var rules: [(id: String, severity: Severity)] = []
    // Findings stand in order of rule: runs of them are entered at once.
    var start = 0
    while start < total {
      let rule = record.findings[start].rule
      var end = start + 1
      while end < total, record.findings[end].rule == rule { end += 1 }
      if byRule[rule] == nil { rules.append((rule, record.findings[start].severity)) }
      byRule[rule, default: []] += start..<end
      start = end
    }
    var chosen: [Int] = []
    for severity in Severity.allCases.reversed() {
      for rule in rules where rule.severity == severity {
        let all = byRule[rule.id] ?? []
        let room = min(perRule, inAll - chosen.count)
        chosen += all.count <= room ? all : Self.surest(room, of: all, record)
      }
    }
    indices = chosen.sorted()
  }

  private static func surest(_ count: Int, of all: [Int], _ record: RunRecord) -> [Int] {
    var chosen: [Int] = []
    for tier in Tier.printed {
      guard chosen.count < count else { break }
      chosen += all.filter { record.findings[$0].tier == tier }.prefix(count - chosen.count)
    }
    return chosen
  }
}
