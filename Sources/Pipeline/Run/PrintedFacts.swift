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
    return DecisionFacts(key) { column in
      switch column {
      case "keyakinan": finding.tier.label
      case "bukti": finding.evidence
      default: row[column] ?? ""
      }
    }
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
        "nama": voter.text(.name),
        "tanggal_lahir": voter.birth.isUnknown ? voter.text(.birthDate) : voter.birth.description,
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
