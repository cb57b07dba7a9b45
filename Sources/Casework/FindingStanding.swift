/// What a run says of a finding beyond that it is there: how sure it is, which row it asks to strike and for what reason,
/// and whether it is held back from letters. The id stays where any of these turn.
package struct FindingStanding: Sendable, Equatable {
  /// `keyakinan`, as printed.
  package var tier = ""
  /// `kode_tms` and `derajat`.
  package var reason = ""
  /// The person and the place of the row that the finding stands on.
  package var row = ""
  /// Why it is held back; empty where nothing holds it, nil where the run folder came without its details.
  package var heldBack: String?

  package init() {}

  /// Takes the cells of a row of `temuan.csv`.
  init(_ cells: [(column: String, value: String)]) {
    for (column, value) in cells {
      switch column {
      case "keyakinan": tier = value
      case "kode_tms", "derajat": reason += value + " "
      case "kode_desa", "tps", "nik", "nama", "tanggal_lahir": row += value + "\u{1F}"
      default: break
      }
    }
  }

  /// What turned since `older`, in words of the reader; nothing where both stand alike.
  package func turns(since older: FindingStanding) -> [String] {
    var told: [String] = []
    if tier != older.tier { told.append("keyakinan \(older.tier) → \(tier)") }
    if reason != older.reason { told.append("kode atau derajat lain") }
    if row != older.row { told.append("isi atau tempat barisnya lain") }
    if let now = heldBack, let before = older.heldBack, now.isEmpty != before.isEmpty {
      told.append(now.isEmpty ? "tidak lagi ditahan dari surat" : "ditahan dari surat")
    }
    return told
  }
}
