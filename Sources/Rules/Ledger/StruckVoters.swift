import RollModel

/// Voters who stood on the earlier roll unstruck and are struck on this one or gone from it, each with the reason known.
///
/// As many as the flows of the kabupaten count struck, gone and gone as doubles (`RollFlows`).
package struct StruckVoters: Sendable {
  package enum Reason: Sendable, Equatable {
    /// This roll marks the voter.
    case marked(TMSCode)
    /// Gone without a code; this list names the person.
    case named(Role)
    /// Gone without a code; another row of the same person is left.
    case double
    /// Gone without a code, and nothing explains it; `isDoubtful` where the person may stand on this roll all the same.
    case unexplained(isDoubtful: Bool)
  }

  package struct Row: Sendable {
    /// The row of the earlier roll; of a voter of whom nothing else changed that of this one.
    package let reference: RowReference
    package let reason: Reason
  }

  /// Rows of the earlier roll in their order, then those of this one.
  package let rows: [Row]

  /// Nil without an earlier roll, or where numbers are hidden. O(rows).
  package init?(_ data: CaseData, threads: Int) {
    guard let previous = data.lists[.previousRoll], let changes = RollChanges(data, threads: threads) else {
      return nil
    }
    var rows: [Row] = []
    var gone: [Int] = []
    for row in 0..<previous.count where !previous[row].isStruck {
      let now = Int(changes.now[row])
      if changes.doubles.contains(row) {
        rows.append(Row(reference: RowReference(role: .previousRoll, row: row), reason: .double))
      } else if now < 0 {
        gone.append(row)
      } else if data.roll[now].isStruck, let mark = data.roll[now].mark {
        rows.append(Row(reference: RowReference(role: .previousRoll, row: row), reason: .marked(mark)))
      }
    }
    let named = NamedElsewhere(gone.map { previous[$0] }, in: data)
    let joined = JoinedElsewhere(data)
    for row in gone {
      let isElsewhere = joined.tier(of: previous[row]) ?? .candidate >= .strong
      let reason: Reason =
        named.place(of: previous[row]).map { .named($0.role) } ?? (isElsewhere ? .named(.outside) : nil)
        ?? .unexplained(isDoubtful: changes.doubtful.contains(row))
      rows.append(Row(reference: RowReference(role: .previousRoll, row: row), reason: reason))
    }
    rows.sort { $0.reference.row < $1.reference.row }
    for row in data.stayed.isStayed.indices where data.stayed.isStayed[row] {
      guard data.roll[row].isStruck, let mark = data.roll[row].mark else { continue }
      rows.append(Row(reference: RowReference(role: .roll, row: row), reason: .marked(mark)))
    }
    self.rows = rows
  }
}

// MARK: Words

extension StruckVoters.Reason {
  /// The word of law, or what is known of a voter who is gone without a code.
  package var words: String {
    switch self {
    case .marked(let code): code.label
    case .named(let role): Self.gone + "; tercatat pada \(Self.list(role))"
    case .double: Self.gone + "; orang ini tercatat dua kali, baris lainnya masih ada"
    case .unexplained(let isDoubtful):
      Self.gone + (isDoubtful ? "; mungkin masih terdaftar dengan data yang berubah" : "; sebabnya tidak diketahui")
    }
  }

  private static let gone = "hilang tanpa kode"

  private static func list(_ role: Role) -> String {
    switch role {
    case .deaths: "daftar kematian"
    case .moves: "daftar pindah"
    case .military: "daftar anggota TNI"
    case .police: "daftar anggota Polri"
    case .foreigners: "daftar WNA"
    case .revoked: "daftar hak pilih yang dicabut"
    case .outside: "daftar pemilih kabupaten/kota lain (ganda-luar)"
    default: "daftar " + role.rawValue
    }
  }
}
