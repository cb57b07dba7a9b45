import Casework
import Reports
import RollModel

/// What a finding rests on, taken from the record as `temuan.csv` prints it: a decision is on what was printed.
struct PrintedFacts {
  private let data: CaseData
  private let key: KeyedHash

  init(_ data: CaseData, _ key: KeyedHash) { (self.data, self.key) = (data, key) }

  func facts(of finding: Finding) -> DecisionFacts {
    let row = self.row(finding)
    return DecisionFacts(key, marks(of: finding)) { column in
      switch column {
      case "keyakinan": finding.tier.label
      case "bukti": finding.evidence
      default: row[column] ?? ""
      }
    }
  }

  /// Who its rows are of.
  private func marks(of finding: Finding) -> TraitMarks {
    guard case .person(let reference) = finding.subject, let voter = data.voter(reference) else { return TraitMarks() }
    let other = finding.counterpart.flatMap { data.voter($0) }.map { PersonTraits($0) }
    return TraitMarks(key, PersonTraits(voter), beside: other)
  }

  /// Whether no other row of the finding's list, of those born on the same day, is who these marks are of. O(rows).
  func isGone(_ marks: TraitMarks, from finding: Finding) -> Bool {
    guard case .person(let reference) = finding.subject, let roll = data.persons(reference.role) else { return false }
    let births = roll.columns.birth
    let born = births[reference.row]
    for row in 0..<roll.count where births[row] == born && row != reference.row {
      if !TraitMarks(key, PersonTraits(roll[row]), beside: nil).own.isDisjoint(with: marks.own) { return false }
    }
    return true
  }

  private func row(_ finding: Finding) -> [String: String] {
    switch finding.subject {
    case .area(let key):
      let names = data.lexicon.areas.names(of: key)
      return ["kode_desa": names.code, "tps": three(key.tps), "rt": three(key.rt), "rw": three(key.rw)]
    case .person(let reference):
      guard let voter = data.voter(reference) else { return [:] }
      let areas = data.lexicon.areas
      return [
        "kode_desa": areas[areas.place(of: finding, in: data)].code.description, "tps": three(voter.tps),
        "rt": three(voter.rt),
        "rw": three(voter.rw), "nkk": number(voter.nkk, voter.text(.nkk)), "nik": number(voter.nik, voter.text(.nik)),
        "nama": PrintedText.masked(voter.text(.name)),
        "tanggal_lahir": voter.birth.isUnknown ? PrintedText.masked(voter.text(.birthDate)) : voter.birth.description,
      ]
    }
  }

  private func number(_ number: NIK, _ written: String) -> String {
    number.isMissing ? NIK.mask(written) : number.masked
  }

  private func three(_ value: Int) -> String {
    guard value != 0 else { return "" }
    let text = String(value)
    return String(repeating: "0", count: max(0, 3 - text.count)) + text
  }
}
