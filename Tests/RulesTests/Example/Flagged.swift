import RollModel

/// Which rows of an example a set of findings flags.
struct Flagged {
  let data: CaseData
  private var rows: Set<RowReference> = []
  private var areas: [AreaKey] = []

  init(_ findings: [Finding], in data: CaseData) {
    self.data = data
    for finding in findings {
      switch finding.subject {
      case .area(let key): areas.append(key)
      case .person(let subject):
        rows.insert(subject)
        // Of a pair within the roll both rows are part of the finding; a row of a list is only its evidence.
        if let other = finding.counterpart, other.role == .roll, subject.role == .roll { rows.insert(other) }
      }
    }
  }

  func contains(_ role: Role, _ row: Int) -> Bool {
    if rows.contains(RowReference(role: role, row: row)) { return true }
    if role == .areas { return areas.contains { Self.isSame($0, data.expectedAreas[row].key) } }
    if role == .officialCounts { return areas.contains(data.officialCounts[row].key) }
    guard let voter = data.persons(role)?[row], role == .roll else { return false }
    return areas.contains { Self.holds($0, voter) }
  }

  private static func isSame(_ a: AreaKey, _ b: AreaKey) -> Bool {
    a.tps == 0 && (a.desa, a.rw, a.rt) == (b.desa, b.rw, b.rt)
  }

  private static func holds(_ area: AreaKey, _ voter: Voter) -> Bool {
    area.desa == voter.areaNumber && (area.tps == 0 || area.tps == voter.tps)
      && (area.rt == 0 || (area.rw, area.rt) == (voter.rw, voter.rt)) && (area.rt != 0 || area.rw == 0)
  }
}
