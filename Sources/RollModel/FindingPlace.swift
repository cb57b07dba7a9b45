extension AreaTable {
  /// Number of the desa whose office acts on a finding; 0 where none is known.
  package func place(of finding: Finding, in data: CaseData) -> Int {
    if finding.place != 0 { return finding.place }
    return switch finding.subject {
    case .person(let person): data.voter(person)?.areaNumber ?? 0
    case .area(let key): key.desa
    }
  }

  /// The kabupaten of a province whose office acts on a finding; 0 where none is known.
  package func office(of finding: Finding, in data: CaseData) -> Int {
    if case .area(let key) = finding.subject { return kabupaten(of: key) }
    return entries[place(of: finding, in: data)].kabupatenNumber
  }
}
