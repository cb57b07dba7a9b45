import RollModel

/// Where a row of a letter comes from, as real letters class it.
enum LetterSource: String, CaseIterable {
  case fieldCheck = "uji petik"
  case report = "laporan masyarakat"
  case agency = "data instansi"
  case analysis = "analisis data"

  /// By what the list offers as evidence, else by its role.
  init(_ entry: Voter?, role: Role?) {
    let words = entry?.evidence.uppercased() ?? ""
    if ["UJI PETIK", "KUNJUNGAN", "VERIFIKASI", "COKTAS"].contains(where: words.contains) {
      self = .fieldCheck
    } else if ["LAPORAN", "ADUAN", "POSKO", "MASYARAKAT", "WARGA"].contains(where: words.contains) {
      self = .report
    } else {
      switch role {
      case .complaints: self = .report
      case .roll, .previousRoll, .visits, .outside, nil: self = .analysis
      default: self = .agency
      }
    }
  }
}

/// What a row of the annex rests on: the kind of source, and the document with its place.
struct LetterBasis {
  let source: LetterSource
  /// The list that was looked at.
  let role: Role?
  private let entry: Voter?
  /// The row that the letter is about.
  private let person: Voter?
  /// Of a pair that a join of kabupaten found: its number, which both offices can look up.
  private let joinedPair: String?

  init(_ finding: Finding, _ row: LetterSelection.Row, _ record: RunRecord) {
    // Who is missing from the roll stands on the list that names him; a proposal to go rests on its other row.
    let reference = row.person.role == .roll ? finding.counterpart : row.person
    entry = reference.flatMap { record.data.voter($0) }
    person = record.data.voter(row.person)
    let isJoined = reference == nil && finding.rule == LetterSelection.across
    joinedPair =
      isJoined ? finding.evidence.firstRange(of: " pada ").map { String(finding.evidence[..<$0.lowerBound]) } : nil
    role = reference?.role ?? (isJoined ? .outside : finding.category == .coklit ? .visits : nil)
    source = LetterSource(entry, role: role)
  }

  /// In words; only the annex asks for it, as the texts of the row are read for it.
  var document: String {
    guard let entry, let role else {
      let name = self.role?.letterWord ?? Self.ownFields
      if self.role == .outside { return [name, joinedPair ?? ""].filter { !$0.isEmpty }.joined(separator: "; ") }
      return person.map { "\(name); \(Self.place($0))" } ?? name
    }
    let written = LetterMarkup.plain(entry.evidence)
    let hasCard = entry.codes.hasCard == true && role == .residents
    let name = !written.isEmpty ? written : hasCard ? "KTP-el (\(role.letterWord))" : role.letterWord
    let words = "\(name); \(Self.place(entry))"
    // A file of this office says nothing to KPU: the other row of a double as its roll has it.
    guard role == .roll, let person, person.roll.role == .roll else { return words }
    return words + "; " + Self.otherRow(entry, than: person)
  }

  private static func otherRow(_ voter: Voter, than person: Voter) -> String {
    var parts = ["NIK " + (voter.nik.isMissing ? "-" : voter.nik.description)]
    let name = LetterMarkup.plain(voter.text(.name))
    if name != LetterMarkup.plain(person.text(.name)) { parts.append(name) }
    parts.append("TPS \(SheetPerson.three(voter.tps))")
    parts.append("RT/RW \(SheetPerson.three(voter.rt))/\(SheetPerson.three(voter.rw))")
    let address = LetterMarkup.plain(voter.text(.address))
    if !address.isEmpty { parts.append(address) }
    if voter.areaNumber != person.areaNumber {
      parts.append("desa \(voter.area.desa), kecamatan \(voter.area.kecamatan)")
    }
    return "baris lain: " + parts.joined(separator: ", ")
  }

  /// What a row rests on that no list speaks of.
  static let ownFields = "isian daftar pemilih"

  private static func place(_ voter: Voter) -> String {
    "\(voter.path.split(separator: "/").last.map(String.init) ?? voter.path) baris \(voter.line)"
  }
}
