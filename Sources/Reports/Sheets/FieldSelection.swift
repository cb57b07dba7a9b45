import RollModel

/// The findings that someone goes out for, by desa: on persons, of any severity but data, and not yet decided.
package struct FieldSelection: Sendable {
  /// What the office asks for.
  package struct Request: Sendable {
    /// Tiers that are wanted; empty takes all.
    package var tiers: Set<Tier>
    /// Number of the kecamatan; nil takes all.
    package var kecamatan: Int?
    /// Ids of findings that a decision closed.
    package var closed: Set<String>

    package init(tiers: Set<Tier> = [], kecamatan: Int? = nil, closed: Set<String> = []) {
      self.tiers = tiers
      self.kecamatan = kecamatan
      self.closed = closed
    }

    func takes(area: Int, in areas: AreaTable) -> Bool { kecamatan.map { areas[area].kecamatanNumber == $0 } ?? true }
  }

  /// Indices in `RunRecord.findings`, by number of the desa.
  package private(set) var findings: [Int: [Int]] = [:]
  package private(set) var struck: [Int: [StruckSheet.Row]] = [:]

  package init(_ record: RunRecord, struck rows: [StruckSheet.Row], _ request: Request) {
    let areas = record.data.lexicon.areas
    for (index, finding) in record.findings.enumerated() {
      guard finding.severity != .data, case .person = finding.subject,
        request.tiers.isEmpty || request.tiers.contains(finding.tier), !request.closed.contains(finding.id)
      else { continue }
      let area = areas.place(of: finding, in: record.data)
      guard request.takes(area: area, in: areas) else { continue }
      findings[area, default: []].append(index)
    }
    for row in rows {
      guard let area = record.data.voter(row.reference)?.areaNumber, request.takes(area: area, in: areas) else {
        continue
      }
      struck[area, default: []].append(row)
    }
  }

  package var findingCount: Int { findings.values.reduce(0) { $0 + $1.count } }
  package var struckCount: Int { struck.values.reduce(0) { $0 + $1.count } }
  /// Desa with anything to do, in order of code and name; that which is not known comes first.
  package var villages: [Int] { Set(findings.keys).union(struck.keys).sorted() }
}
