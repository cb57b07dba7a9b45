import RollModel

/// What the cells of many findings share, at hand without a look at the record.
final class CellWords: Sendable {
  let areas: AreaTable
  /// By number of the desa.
  let areaCodes: [String]
  /// By `TMSCode.rawValue`.
  private let tmsMarks: [String]
  private let data: CaseData
  private let notes: [String: CaseHistory.Note]
  /// What the files say of the findings' persons.
  let texts: FindingTexts

  init(_ record: RunRecord, threads: Int = 1) {
    areas = record.data.lexicon.areas
    areaCodes = areas.entries.map(\.code.description)
    let table = record.election.codeTable
    tmsMarks = (0...UInt8.max).map { TMSCode(rawValue: $0).map(table.mark) ?? "" }
    data = record.data
    notes = record.history?.notes ?? [:]
    texts = FindingTexts(record.findings, of: record.data, threads: threads)
  }

  /// What the election's table calls the reason; empty for none.
  func mark(_ code: TMSCode?) -> String { tmsMarks[Int(code?.rawValue ?? 0)] }

  /// What the register says of a finding.
  func note(of finding: Finding) -> CaseHistory.Note? { notes.isEmpty ? nil : notes[finding.id] }

  func voter(_ reference: RowReference) -> Voter? { data.voter(reference) }

  /// The person that a finding stands on; nil for an area.
  @inline(__always)
  func person(of finding: Finding) -> Voter? {
    if case .person(let reference) = finding.subject { voter(reference) } else { nil }
  }

  /// The other row of a pair.
  @inline(__always)
  func other(of finding: Finding) -> Voter? { finding.counterpart.flatMap(voter) }
}
