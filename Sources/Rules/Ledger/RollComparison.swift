import RollModel

/// What the earlier roll and this one say of each other: needs no match, and nothing of the areas.
package struct RollComparison: Sendable {
  /// Nil where there is no earlier roll that can be compared.
  let changes: RollChanges?
  let flows: RollFlows?
  /// Areas of which nothing can be compared.
  let missing: MissingAreas

  package init(_ data: CaseData, threads: Int) {
    changes = RollChanges(data, threads: threads)
    let missing = MissingAreas(data)
    flows = changes.map { RollFlows(data, $0, without: missing) }
    self.missing = missing
  }
}
