import Reports
import RollModel

/// What a finished run tells its caller: where it is and what it found, in numbers.
package struct Outcome: Sendable {
  package struct Row: Sendable, Equatable {
    package var rule: String
    package var category: RuleCategory
    package var severity: Severity
    package var total = 0
    package var byTier: [Tier: Int] = [:]
    package var heldBack = 0
  }

  /// The run folder, absolute.
  package var folder: String
  /// Rules with findings, in rulebook order.
  package var rows: [Row]
  /// Notes of data by rule, in rulebook order; these have a file of their own.
  package var notes: [(rule: String, count: Int)]
  package var voters: Int
  package var rowsRead: Int
  package var rowsUsed: Int
  package var rowsQuarantined: Int
  package var rowsOfFurniture: Int
  package var refusals: [String]
  package var notices: [String]
  /// What the register lacks, in a sentence; nil where it is whole.
  package var registerFault: String?
  package var stages: [Stage]
  /// What rules over a threshold find at others.
  package var thresholds: [NeighbouringThresholds] { record.thresholds }
  /// Keeps what was examined until the caller lets go: a process that ends need not give it back piece by piece.
  private let record: RunRecord

  init(folder: String, record: RunRecord, tally: FindingTally) {
    self.folder = folder
    self.record = record
    rows = tally.rules.prefix(record.cards.count).filter { $0.total > 0 }.map { rule in
      Row(
        rule: rule.id, category: rule.category, severity: rule.severity, total: rule.total,
        byTier: rule.byTier.filter { $0.value > 0 }, heldBack: rule.heldBack)
    }
    notes = tally.rules.filter { $0.notes > 0 }.map { ($0.id, $0.notes) }
    voters = record.data.roll.count
    rowsRead = record.data.files.reduce(0) { $0 + $1.rowsRead }
    rowsUsed = record.data.files.reduce(0) { $0 + $1.rowsUsed }
    rowsQuarantined = record.data.files.reduce(0) { $0 + $1.rowsQuarantined }
    rowsOfFurniture = record.data.files.reduce(0) { $0 + $1.rowsOfFurniture }
    refusals = record.data.refusals
    notices =
      WeakNumbers(record.data).columns
      + UncheckedWords(record.unchecked, record.election.kind).lines.map { "Tidak diperiksa: " + $0 }
      + record.data.notices + (record.complaints.map { [Self.words($0)] } ?? []) + record.matches.notices
      + (record.history.map(Self.words) ?? [])
    stages = record.stages
  }

  /// What the register says to the run, in sum.
  private static func words(_ history: CaseHistory) -> [String] {
    var lines: [String] = []
    let totals = history.totals
    if totals.sent > 0 {
      var counts = FollowUpState.allCases.map { state in "\(totals.counts[state] ?? 0) \(state.rawValue)" }
      if totals.withdrawn > 0 { counts.append("\(totals.withdrawn) ditarik kantor") }
      lines.append("Dari \(totals.sent) yang disarankan dalam surat: \(counts.joined(separator: ", ")).")
    }
    if history.closed > 0 { lines.append("\(history.closed) temuan tertutup karena sudah ditolak atau ditarik.") }
    if history.backAsAsked > 0 {
      lines.append("\(history.backAsAsked) pemilih kembali ke daftar sesuai surat, jadi tidak disebut muncul lagi.")
    }
    if history.awaitingWithdrawal > 0 { lines.append(FollowUpWords.awaiting(history.awaitingWithdrawal)) }
    if history.reopened > 0 { lines.append("\(history.reopened) temuan dibuka lagi karena faktanya berubah.") }
    if history.otherRule > 0 {
      lines.append(
        "\(history.otherRule) temuan ditahan karena orangnya sudah diputuskan pada aturan lain yang menanyakan hal yang sama."
      )
    }
    if history.conflicts > 0 { lines.append("\(history.conflicts) temuan belum diputuskan: petugas bertentangan.") }
    return lines
  }

  /// What people told the posko, in sum.
  private static func words(_ complaints: ComplaintRecap) -> String {
    let (total, clusters) = (complaints.total, complaints.lines.map { "\($0.cluster) \($0.complaints)" })
    return "Laporan posko: \(total.complaints) laporan (\(clusters.joined(separator: ", "))); "
      + "\(total.onRoll) orangnya ada di daftar pemilih, \(total.found) ada di temuan."
  }

  package var findingCount: Int { rows.reduce(0) { $0 + $1.total } }

  /// How many findings stand at or above a tier.
  package func count(from tier: Tier) -> Int {
    rows.reduce(0) { sum, row in sum + row.byTier.filter { $0.key >= tier }.reduce(0) { $0 + $1.value } }
  }
}

/// How far a run is, for whoever watches.
package struct RunProgress: Sendable {
  package enum Stage: String, Sendable, CaseIterable {
    case read = "baca"
    case match = "padan"
    case examine = "periksa"
    case write = "tulis"

    /// What the program is doing, in words.
    package var words: String {
      switch self {
      case .read: "membaca"
      case .match: "memadankan"
      case .examine: "menerapkan aturan"
      case .write: "menulis hasil"
      }
    }
  }

  package var stage: Stage
  /// Rows done in this stage.
  package var rows: Int
  /// Rows expected; 0 when not known. While reading it is an estimate from the size of the files.
  package var total: Int

  package init(stage: Stage, rows: Int, total: Int) {
    self.stage = stage
    self.rows = rows
    self.total = total
  }
}
