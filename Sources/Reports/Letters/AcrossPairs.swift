import RollModel

/// Pairs of rows in two kabupaten of a province: each half is a finding of its own, for the KPU of its row.
package struct AcrossPairs {
  private let record: RunRecord
  /// Place of the finding on a row in `RunRecord.findings`.
  private var places: [RowReference: Int] = [:]

  package init(_ record: RunRecord) {
    self.record = record
    for (place, finding) in record.findings.enumerated() {
      if let own = Self.rows(finding)?.own { places[own] = place }
    }
  }

  private static func rows(_ finding: Finding) -> (own: RowReference, other: RowReference)? {
    guard finding.rule == LetterSelection.across, case .person(let own) = finding.subject,
      let other = finding.counterpart, other.role == .roll
    else { return nil }
    return (own, other)
  }

  /// The finding on the other row of a pair; nil where that row is told with a third.
  private func otherHalf(of finding: Finding) -> Finding? {
    guard let rows = Self.rows(finding), let place = places[rows.other] else { return nil }
    let other = record.findings[place]
    return Self.rows(other)?.other == rows.own ? other : nil
  }

  /// Findings to hold back because the office refused, withdrew or disputes the other half of the pair, unless it said of them
  /// themselves that they hold: what is no pair on one roll is none on the other.
  package func held(by filter: LetterFilter) -> Set<String> {
    var held: Set<String> = []
    for place in places.values {
      let finding = record.findings[place]
      guard filter.rejected.contains(finding.id) || filter.held[finding.id] != nil,
        let other = otherHalf(of: finding), !filter.rejected.contains(other.id), filter.held[other.id] == nil,
        !filter.accepted.contains(other.id)
      else { continue }
      held.insert(other.id)
    }
    return held
  }

  /// How many of these rows are asked about on the other roll as well, by a letter of the same request.
  func told(_ rows: [LetterSelection.Row], in request: LetterWriter.Request) -> Int {
    guard request.toEachKabupaten, request.kabupaten == nil, request.filter.kecamatan == nil else { return 0 }
    return rows.count { row in
      guard let other = otherHalf(of: record.findings[row.finding]), case .person(let person) = other.subject
      else { return false }
      return request.filter.proposes(other) && record.data.voter(person)?.mark == nil
    }
  }
}
