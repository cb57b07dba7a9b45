/// Two runs side by side: which findings are new, which are gone, which are back again and which stand in both, by their
/// ids.
package struct Comparison: Sendable {
  package struct Row: Sendable, Equatable {
    package var rule: String
    package var new = 0
    package var gone = 0
    /// In both, those that stand otherwise now included.
    package var open = 0
    package var turned = 0
    /// The older run lacks it, a run before that had it.
    package var back = 0
    /// Gone because the office rejected it or took it back.
    package var closed = 0

    package init(
      rule: String, new: Int = 0, gone: Int = 0, open: Int = 0, turned: Int = 0, back: Int = 0, closed: Int = 0
    ) {
      self.rule = rule
      self.turned = turned
      self.back = back
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
  /// In the order of the newer run: the older one lacks it, a run before that had it.
  package private(set) var back: [FindingIndex.Entry] = []
  /// In the order of the older run.
  package private(set) var gone: [FindingIndex.Entry] = []
  package private(set) var openCount = 0
  /// In both runs, but surer or less sure, on another row, for another reason, or held back in one: in the order of the
  /// newer run, with what turned.
  package private(set) var turned: [(entry: FindingIndex.Entry, how: [String])] = []
  package private(set) var closedCount = 0

  /// - Parameters:
  ///   - closed: ids that decisions of the office keep out of the newer run.
  ///   - known: which of the ids that the older run lacks some run before it had; asked once.
  package init(
    old: FindingIndex, new current: FindingIndex, closed: Set<String> = [],
    known: (_ lacking: Set<String>) -> Set<String> = { _ in [] }
  ) {
    let before = Dictionary(old.entries.map { ($0.id, $0.standing) }, uniquingKeysWith: { first, _ in first })
    let now = Set(current.entries.map(\.id))
    let known = known(now.subtracting(before.keys))
    var table: [String: Row] = [:]
    for entry in current.entries {
      if let older = before[entry.id] {
        table[entry.rule, default: Row(rule: entry.rule)].open += 1
        openCount += 1
        guard let older, let how = entry.standing?.turns(since: older), !how.isEmpty else { continue }
        table[entry.rule, default: Row(rule: entry.rule)].turned += 1
        turned.append((entry, how))
      } else if known.contains(entry.id) {
        table[entry.rule, default: Row(rule: entry.rule)].back += 1
        back.append(entry)
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

  /// Whether both runs have the same findings and hold them alike, but for those that the office closed.
  package var isSame: Bool { new.isEmpty && back.isEmpty && gone.isEmpty && turned.isEmpty }
}
