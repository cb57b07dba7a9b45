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
  let document: String
  /// The list that was looked at.
  let role: Role?

  init(_ finding: Finding, _ row: LetterSelection.Row, _ record: RunRecord) {
    // Who is missing from the roll stands on the list that names him; a proposal to go rests on its other row.
    let reference = row.person.role == .roll ? finding.counterpart : row.person
    let entry = reference.flatMap { record.data.voter($0) }
    let isJoined = reference == nil && finding.rule == LetterSelection.across
    role = reference?.role ?? (isJoined ? .outside : finding.category == .coklit ? .visits : nil)
    source = LetterSource(entry, role: role)
    guard let entry, let role else {
      let name = self.role?.letterWord ?? Self.ownFields
      if isJoined {
        // The number of the pair is what both offices can look up.
        let pair = finding.evidence.firstRange(of: " pada ").map { finding.evidence[..<$0.lowerBound] } ?? ""
        document = [name, String(pair)].filter { !$0.isEmpty }.joined(separator: "; ")
        return
      }
      document = record.data.voter(row.person).map { "\(name); \(Self.place($0))" } ?? name
      return
    }
    let written = LetterMarkup.plain(entry.evidence)
    let hasCard = entry.codes.hasCard == true && role == .residents
    let name = !written.isEmpty ? written : hasCard ? "KTP-el (\(role.letterWord))" : role.letterWord
    document = "\(name); \(Self.place(entry))"
  }

  /// What a row rests on that no list speaks of.
  static let ownFields = "isian daftar pemilih"

  private static func place(_ voter: Voter) -> String {
    "\(voter.path.split(separator: "/").last.map(String.init) ?? voter.path) baris \(voter.line)"
  }
}

extension Role {
  /// The list in the words of a letter.
  var letterWord: String {
    switch self {
    case .roll: "perbandingan antarbaris daftar pemilih"
    case .previousRoll: "daftar pemilih sebelumnya"
    case .deaths: "daftar kematian"
    case .moves: "daftar pindah domisili"
    case .military: "daftar anggota TNI"
    case .police: "daftar anggota Polri"
    case .foreigners: "daftar WNA"
    case .revoked: "daftar pencabutan hak pilih"
    case .visits: "hasil coklit"
    case .residents: "data penduduk"
    case .specialList: "daftar pemilih khusus"
    case .officialCounts: "rekapitulasi resmi"
    case .areas: "daftar wilayah"
    case .signsOfLife: "daftar bukti hidup"
    case .movedVoters: "daftar pemilih pindah memilih"
    case .complaints: "laporan posko"
    case .outside: "penggabungan sidik antar-kabupaten"
    }
  }
}
