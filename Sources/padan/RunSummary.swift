import Documents
import Pipeline
import Reports
import RollModel

/// What a finished run says at its end.
enum RunSummary {
  private static let tiers: [Tier] = [.certain, .strong, .verify, .twin]

  static func words(_ outcome: Outcome) -> String {
    var lines = [
      "\(outcome.voters.grouped) pemilih; \(outcome.rowsRead.grouped) baris dibaca = \(outcome.rowsUsed.grouped) dipakai "
        + "+ \(outcome.rowsQuarantined.grouped) dikarantina"
        + (outcome.rowsOfFurniture > 0 ? " + \(outcome.rowsOfFurniture.grouped) perabot halaman." : ".")
    ]
    lines += outcome.notices.map { "Catatan: " + $0 }
    lines.append("")
    if outcome.rows.isEmpty {
      lines.append("Tidak ada temuan.")
    } else {
      lines.append(table(outcome))
    }
    if !outcome.notes.isEmpty {
      let sum = outcome.notes.reduce(0) { $0 + $1.count }
      let parts = outcome.notes.map { "\($0.rule) \($0.count.grouped)" }.joined(separator: ", ")
      lines += ["", "Catatan data di catatan-data.csv: \(sum.grouped) (\(parts))."]
    }
    let seconds = outcome.stages.reduce(0) { $0 + $1.seconds }
    lines += ["", "Hasil: \(Terminal.here(outcome.folder)) (\(seconds.decimal(1)) detik)"]
    return lines.joined(separator: "\n")
  }

  private static func table(_ outcome: Outcome) -> String {
    let held = outcome.rows.reduce(0) { $0 + $1.heldBack }
    var table = TextTable(["temuan"] + tiers.map(\.label) + ["jumlah"] + (held > 0 ? ["ditahan"] : []))
    for row in outcome.rows {
      let heldBack = held > 0 ? [row.heldBack.orDash] : []
      table.add([row.rule] + tiers.map { (row.byTier[$0] ?? 0).orDash } + [row.total.grouped] + heldBack)
    }
    let sums = tiers.map { tier in outcome.rows.reduce(0) { $0 + ($1.byTier[tier] ?? 0) } }
    table.add(["jumlah"] + sums.map(\.orDash) + [outcome.findingCount.grouped] + (held > 0 ? [held.grouped] : []))
    guard let among = HeldWords.among(held) else { return table.text }
    return table.text + "\nDari jumlah itu \(among): pengaman meminta pemeriksaan lapangan lebih dahulu, jadi tidak "
      + "masuk surat."
  }

  static func json(_ outcome: Outcome, status: Int32) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.integer("status", Int(status))
      json.string("hasil", outcome.folder)
      json.integer("pemilih", outcome.voters)
      json.integer("baris_dibaca", outcome.rowsRead)
      json.integer("baris_dipakai", outcome.rowsUsed)
      json.integer("baris_dikarantina", outcome.rowsQuarantined)
      json.integer("baris_perabot", outcome.rowsOfFurniture)
      json.array("temuan") { json in
        for row in outcome.rows {
          json.object { json in
            json.string("aturan", row.rule)
            json.integer("jumlah", row.total)
            json.integer("ditahan", row.heldBack)
            json.object("keyakinan") { json in
              for tier in tiers { json.integer(tier.label, row.byTier[tier] ?? 0) }
            }
          }
        }
      }
      json.object("catatan_data") { json in for note in outcome.notes { json.integer(note.rule, note.count) } }
      json.array("catatan") { json in for notice in outcome.notices { json.string(nil, notice) } }
      json.array("ditolak") { json in for refusal in outcome.refusals { json.string(nil, refusal) } }
      json.array("tahap") { json in
        for stage in outcome.stages {
          json.object { json in
            json.string("nama", stage.name)
            json.number("detik", stage.seconds, decimals: 3)
            json.integer("puncak_memori_mib", stage.peakMiB)
          }
        }
      }
    }
    return json.out.text
  }

  /// A verb that ended without a result.
  static func json(_ failure: (message: String, status: Int32)) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "gagal")
      json.integer("status", Int(failure.status))
      json.string("pesan", SpokenText.withoutNumbers(failure.message))
    }
    return json.out.text
  }
}

extension Int {
  fileprivate var orDash: String { self == 0 ? "–" : grouped }
}
