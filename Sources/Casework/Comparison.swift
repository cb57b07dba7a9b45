/// Two runs side by side: which findings are new, which are gone and which stand in both, by their ids.
package struct Comparison: Sendable {
  package struct Row: Sendable, Equatable {
    package var rule: String
    package var new = 0
    package var gone = 0
    package var open = 0
    /// Gone because the office rejected it or took it back.
    package var closed = 0

    package init(rule: String, new: Int = 0, gone: Int = 0, open: Int = 0, closed: Int = 0) {
      self.rule = rule
      self.new = new
      self.gone = gone
      self.open = open
      self.closed = closed
    }
  }

  /// By rule, in order of its id.
  package private(set) var rows: [Row] = []
  /// In the order of the newer run.
  package private(set) var new: [FindingIndex.Entry] = []
  /// In the order of the older run.
  package private(set) var gone: [FindingIndex.Entry] = []
  package private(set) var openCount = 0
  package private(set) var closedCount = 0

  /// - Parameter closed: ids that decisions of the office keep out of the newer run.
  package init(old: FindingIndex, new current: FindingIndex, closed: Set<String> = []) {
    let before = Set(old.entries.map(\.id))
    let now = Set(current.entries.map(\.id))
    var table: [String: Row] = [:]
    for entry in current.entries {
      if before.contains(entry.id) {
        table[entry.rule, default: Row(rule: entry.rule)].open += 1
        openCount += 1
      } else {
        table[entry.rule, default: Row(rule: entry.rule)].new += 1
        new.append(entry)
      }
    }
    for entry in old.entries where !now.contains(entry.id) {
      guard !closed.contains(entry.id) else {
        table[entry.rule, default: Row(rule: entry.rule)].closed += 1
        closedCount += 1
        continue
      }
      table[entry.rule, default: Row(rule: entry.rule)].gone += 1
      gone.append(entry)
    }
    rows = table.values.sorted { $0.rule < $1.rule }
  }

  /// Whether both runs have the same findings, but for those that the office closed.
  package var isSame: Bool { new.isEmpty && gone.isEmpty }
}
