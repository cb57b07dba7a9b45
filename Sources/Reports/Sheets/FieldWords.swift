import RollModel

/// What a field sheet says of a finding: what was found, on what grounds, and what to ask.
package struct FieldWords: Sendable {
  /// The name of the rule as words, with the tier.
  package let finding: String
  package let question: String

  package init(_ finding: Finding, in record: RunRecord) {
    var lines = [finding.rule.split(separator: "-").joined(separator: " ") + " (\(finding.tier.label))"]
    if !finding.evidence.isEmpty { lines.append(finding.evidence) }
    if let other = finding.counterpart, other.role == .roll, let voter = record.data.voter(other) {
      lines.append(Self.other(voter, than: finding, in: record.data))
    }
    if finding.isOfEqualRows { lines.append(Finding.equalRows) }
    if !finding.heldBack.isEmpty { lines.append("ditahan: " + finding.heldBack) }
    self.finding = lines.joined(separator: "\n")
    question = record.cards.first { $0.id == finding.rule }?.verify ?? ""
  }

  /// Who the other row of a pair is, where it writes another name, and where it stands: both are visited.
  private static func other(_ voter: Voter, than finding: Finding, in data: CaseData) -> String {
    var own: Voter?
    if case .person(let subject) = finding.subject { own = data.voter(subject) }
    let name = PrintedText.masked(voter.text(.name))
    var place = name.isEmpty || name == own.map { PrintedText.masked($0.text(.name)) } ? "" : name + ", "
    place += "TPS \(SheetPerson.three(voter.tps)), RT/RW "
    place += SheetPerson.three(voter.rt) + "/" + SheetPerson.three(voter.rw)
    let address = PrintedText.masked(voter.text(.address))
    if !address.isEmpty { place += ", " + address }
    if let own, own.areaNumber != voter.areaNumber {
      place += ", desa \(voter.area.desa), kecamatan \(voter.area.kecamatan)"
      let areas = data.lexicon.areas
      if areas.isProvince { place += ", " + areas.kabupatenTitle(voter.area.kabupatenNumber) }
    }
    return "baris lain: " + place
  }
}
