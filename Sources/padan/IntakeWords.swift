import Casework
import Documents
import Pipeline
import Reports

/// What `padan putuskan` says at its end.
enum IntakeWords {
  /// Rows that are listed one by one; of more, only those that were refused or that a reason is given for.
  private static let listed = 40

  static func words(_ result: DecisionRun.Result) -> String {
    var lines: [String] = []
    for file in result.files where file.fault.isEmpty { lines += words(file) }
    for item in result.withdrawals where item.reason.isEmpty {
      lines.append(
        result.ownDecisions.contains(item.id)
          ? "\(item.id): keputusan petugas ini ditarik; keputusan petugas lain dan usulan di surat tetap."
          : "\(item.id) ditarik.")
    }
    if !result.conflicts.isEmpty {
      lines += ["", "Bertentangan, jadi belum diputuskan:"]
      for conflict in result.conflicts {
        let words = conflict.opinions.map { "\($0.word.rawValue) (\($0.officer), \($0.day))" }
        lines.append("  \(conflict.id)  \(words.joined(separator: ", "))")
      }
      lines.append(
        "Putuskan lagi bersama, atau petugas yang keliru menarik keputusannya sendiri: --batal ID --petugas NAMA.")
    }
    if !result.awaitingWithdrawal.isEmpty { lines += awaiting(result.awaitingWithdrawal) }
    if result.waiting > 0 { lines.append("\(result.waiting.grouped) temuan menunggu petugas kedua.") }
    if let place = result.setAside {
      lines.append(
        "Baris terakhir register tidak selesai ditulis sebelumnya; sisanya dipindahkan ke \(Terminal.here(place)).")
    }
    lines.append(
      result.saved > 0
        ? "\(result.saved.grouped) tersimpan di \(Terminal.here(result.registerPath)) (kini \(result.lines.grouped) baris)."
        : "Tidak ada yang baru; register tidak berubah.")
    return lines.joined(separator: "\n")
  }

  private static func awaiting(_ ids: [String]) -> [String] {
    let more = ids.count > listed ? " …" : ""
    return [FollowUpWords.awaiting(ids.count), "  " + ids.prefix(listed).joined(separator: " ") + more]
  }

  /// Sah that has no letter to go into.
  private static func outside(_ file: DecisionRun.FileResult) -> [String] {
    let rules = file.outsideLetters
    guard !rules.isEmpty else { return [] }
    let count = rules.reduce(0) { $0 + $1.count }
    return [
      "  \(count.grouped) sah tercatat, tetapi tidak masuk surat karena aturannya tidak pernah disuratkan: "
        + rules.map { "\($0.rule) \($0.count.grouped)" }.joined(separator: ", ") + "."
    ]
  }

  private static func words(_ file: DecisionRun.FileResult) -> [String] {
    var lines = [file.name]
    let shown =
      file.verdicts.count <= listed
      ? file.verdicts : file.verdicts.filter { $0.outcome == .refused || !$0.reason.isEmpty }
    if !shown.isEmpty {
      var table = TextTable(["baris", "id", "isi", "keadaan"])
      for verdict in shown { table.add(cells(verdict)) }
      lines.append(table.text)
    }
    for verdict in shown where !verdict.reason.isEmpty {
      lines.append("  baris \(place(verdict)) \(verdict.outcome.rawValue): \(verdict.reason).")
    }
    let counts = DecisionIntake.Verdict.Outcome.allCases.compactMap { outcome -> String? in
      let count = file.verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count.grouped) \(outcome.rawValue)"
    }
    return lines + ["  " + (counts.isEmpty ? "tidak ada baris" : counts.joined(separator: ", "))]
      + outside(file) + unrecorded(file) + [""]
  }

  /// What was written on sheets of struck voters: no word of it is lost unsaid.
  private static func unrecorded(_ file: DecisionRun.FileResult) -> [String] {
    Dictionary(grouping: file.unrecorded, by: \.sheet).sorted { $0.key < $1.key }.map { sheet, rows in
      let place = sheet.isEmpty ? "daftar tercoret" : "lembar «\(sheet)»"
      return "  \(rows.count.grouped) isian di \(place) belum dapat dicatat (baris "
        + "\(rows.map { "\($0.row)" }.joined(separator: ", "))): simpan berkasnya dan tindak lanjuti dengan tangan."
    }
  }

  /// Of a file of which no filled row was taken.
  static func refused(_ file: DecisionRun.FileResult) -> String {
    let count = file.verdicts.count { $0.outcome == .refused }
    return
      "\(file.name): tidak satu pun barisnya diterima (\(count.grouped) tidak diterima). Periksa apakah berkas ini berasal "
      + "dari hasil ini dan kolomnya tidak bergeser."
  }

  private static func cells(_ verdict: DecisionIntake.Verdict) -> [String] {
    let content = verdict.word.isEmpty ? (verdict.kind.isEmpty ? "–" : verdict.kind) : verdict.word
    return [place(verdict), verdict.id.isEmpty ? "–" : verdict.id, content, verdict.outcome.rawValue]
  }

  private static func place(_ verdict: DecisionIntake.Verdict) -> String {
    verdict.sheet.isEmpty ? "\(verdict.row)" : "\(verdict.sheet.prefix(20)):\(verdict.row)"
  }

  static func json(_ result: DecisionRun.Result, _ warnings: [String]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.integer("tersimpan", result.saved)
      json.integer("baris_register", result.lines)
      json.array("berkas") { json in for file in result.files { write(file, &json) } }
      json.array("penarikan") { json in
        for item in result.withdrawals {
          json.object { json in
            json.string("id", item.id)
            json.string("keadaan", item.reason.isEmpty ? "tersimpan" : "tidak diterima")
            json.boolean("hanya_keputusan_petugas", result.ownDecisions.contains(item.id))
            json.string("alasan", item.reason)
          }
        }
      }
      json.array("bertentangan") { json in
        for conflict in result.conflicts {
          json.object { json in
            json.string("id", conflict.id)
            json.array("pendapat") { json in
              for opinion in conflict.opinions {
                json.object { json in
                  json.string("petugas", opinion.officer)
                  json.string("keputusan", opinion.word.rawValue)
                  json.string("tanggal", opinion.day)
                }
              }
            }
          }
        }
      }
      json.integer("menunggu_petugas_kedua", result.waiting)
      json.array("menunggu_surat_penarikan") { json in for id in result.awaitingWithdrawal { json.string(nil, id) } }
      json.string("disisihkan", result.setAside ?? "")
      json.array("peringatan") { json in for warning in warnings { json.string(nil, warning) } }
    }
    return json.out.text
  }

  private static func write(_ file: DecisionRun.FileResult, _ json: inout JSONWriter) {
    json.object { json in
      json.string("berkas", file.name)
      json.string("sha256", file.sha256)
      json.string("kesalahan", file.fault)
      for outcome in DecisionIntake.Verdict.Outcome.allCases {
        json.integer(
          outcome.rawValue.split(separator: " ").joined(separator: "_"),
          file.verdicts.count { $0.outcome == outcome })
      }
      json.array("sah_di_luar_surat") { json in
        for rule in file.outsideLetters {
          json.object { json in
            json.string("aturan", rule.rule)
            json.integer("jumlah", rule.count)
          }
        }
      }
      json.array("belum_dapat_dicatat") { json in
        for place in file.unrecorded {
          json.object { json in
            json.string("lembar", place.sheet)
            json.integer("baris", place.row)
          }
        }
      }
      json.array("baris") { json in
        for verdict in file.verdicts {
          json.object { json in
            if !verdict.sheet.isEmpty { json.string("lembar", verdict.sheet) }
            json.integer("baris", verdict.row)
            json.string("id", verdict.id)
            json.string("jenis", verdict.kind)
            json.string("keputusan", verdict.word)
            json.string("keadaan", verdict.outcome.rawValue)
            json.string("alasan", verdict.reason)
          }
        }
      }
    }
  }
}
