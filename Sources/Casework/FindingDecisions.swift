/// What was decided on the findings of a run, as column `keputusan` of its `temuan.csv` holds it.
package enum FindingDecisions {
  /// Decisions that end a finding: nobody need go out for it any more.
  private static let closing: Set<String> = ["sah", "tolak"]

  /// Ids of findings that are closed; none where the run has no such column.
  package static func closed(in runFolder: String) -> Set<String> {
    var closed: Set<String> = []
    // A run of an earlier version has no such column.
    try? NamedColumns.read(runFolder + "/" + FindingIndex.fileName, ["id", "keputusan"]) { row in
      if closing.contains(row[1]) { closed.insert(row[0]) }
    }
    return closed
  }
}
