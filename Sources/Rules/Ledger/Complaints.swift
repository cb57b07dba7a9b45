import RollModel

/// The complaints of a case: how many of each cluster, whose person the roll or a finding knows, and whether many came from
/// one person.
///
/// Clusters are those that posko count: belum terdata, salah penempatan TPS, TMS belum dihapus, lain-lain. A complaint
/// proposes nothing: it is compared by what it plainly says, and nobody is named.
package struct Complaints {
  private let data: CaseData
  private let roll: Roll
  /// Place of its cluster for each row.
  private let clusters: [Int]

  /// None for a case without complaints.
  package init?(_ data: CaseData) {
    guard let roll = data.lists[.complaints], roll.count > 0 else { return nil }
    self.data = data
    self.roll = roll
    clusters = (0..<roll.count).map { Self.cluster(roll.text(.cluster, row: $0)) }
  }

  /// One sentence for each person behind many reports.
  package var notices: [String] {
    var reporters: [String: (count: Int, first: Int)] = [:]
    for row in 0..<roll.count {
      let who = Self.plain(roll.text(.reporter, row: row))
      if !who.isEmpty { reporters[who] = ((reporters[who]?.count ?? 0) + 1, reporters[who]?.first ?? row) }
    }
    let many = reporters.values.filter { $0.count >= Self.fewestOfOne && $0.count * 5 >= roll.count }
    return many.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map { one in
      "\(one.count) dari \(roll.count) laporan posko datang dari satu pelapor, yang pertama di "
        + "\(roll[one.first].path) baris \(roll[one.first].line); periksa satu per satu sebelum dipakai."
    }
  }

  /// What became of each, beside the roll and these findings. O(rows of the roll + findings).
  package func recap(_ findings: [Finding]) -> ComplaintRecap {
    var wanted = WantedPersons()
    var entries = (0..<roll.count).map { row in
      ComplaintRecap.Entry(cluster: Self.names[clusters[row]], isComparable: wanted.add(roll[row]))
    }
    for row in 0..<data.roll.count {
      let voter = data.roll[row]
      if voter.isStruck { continue }
      for complaint in wanted.about(voter) { entries[complaint].voters.append(row) }
    }
    for finding in findings {
      guard case .person(let subject) = finding.subject else { continue }
      let persons = [subject, finding.counterpart].compactMap { $0 }.compactMap(data.voter)
      for complaint in Set(persons.flatMap(wanted.about)) { entries[complaint].findings.append(finding.id) }
    }
    return ComplaintRecap(entries, clusters: Self.names)
  }

  /// Reports of one person that are many, where they are a fifth of all.
  private static let fewestOfOne = 5

  private static let names = known.map(\.name) + ["lain-lain"]
  /// Words of a cluster, in the order of counting; the first that fits.
  private static let known: [(name: String, words: [String])] = [
    ("belum terdata", ["BELUM TER", "TIDAK TER", "TIDAK ADA", "BELUM ADA", "BELUM MASUK", "TIDAK MASUK"]),
    ("salah penempatan TPS", ["TPS"]),
    ("TMS belum dihapus", ["TMS", "MENINGGAL", "GANDA", "PINDAH", "BELUM DIHAPUS", "TNI", "POLRI", "WNA"]),
  ]

  private static func cluster(_ text: String) -> Int {
    let text = plain(text)
    return known.firstIndex { $0.words.contains { text.contains($0) } } ?? known.count
  }

  private static func plain(_ text: String) -> String {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

/// Rows by what they say of a person: the whole NIK; else the words of the name in any order with the desa, birth dates not
/// contradicting; else the name with the whole birth date.
private struct WantedPersons {
  private var rows: [UInt64: [Voter]] = [:]

  /// Whether the row says enough to be looked for.
  mutating func add(_ voter: Voter) -> Bool {
    guard let mark = Self.marks(voter).first else { return false }
    rows[mark, default: []].append(voter)
    return true
  }

  /// The rows that may be about a person, each once.
  func about(_ person: Voter) -> [Int] {
    guard !rows.isEmpty else { return [] }
    var found: [Int] = []
    for mark in Self.marks(person) {
      for row in rows[mark] ?? [] where !found.contains(row.row) && !Self.contradict(row.birth, person.birth) {
        found.append(row.row)
      }
    }
    return found
  }

  private static func contradict(_ a: CalendarDay, _ b: CalendarDay) -> Bool {
    a.isComplete && b.isComplete && a != b
  }

  /// The surest first.
  private static func marks(_ voter: Voter) -> [UInt64] {
    var marks: [UInt64] = []
    if voter.nik.isFull { marks.append(mixed(voter.nik.bits)) }
    let name = voter.tokens.reduce(UInt64(0)) { $0 &+ mixed(UInt64($1) &+ 1) }
    guard name != 0 else { return marks }
    if voter.areaNumber != 0 { marks.append(mixed(mixed(name) ^ UInt64(voter.areaNumber))) }
    if voter.birth.isComplete { marks.append(mixed(mixed(name ^ 1) ^ UInt64(voter.birth.bits) << 32)) }
    return marks
  }
}
