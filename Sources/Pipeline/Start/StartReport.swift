import Documents
import Readers
import RollModel

extension CaseStart {
  /// What was found, file by file, for a terminal; `plan` is the path of what was written.
  package func words(_ directory: String, plan: String) -> String {
    var lines: [String] = []
    for guess in known {
      lines += ["\(Self.shown(guess.name)) → \(guess.role?.rawValue ?? "")"] + Self.details(guess) + [""]
    }
    if !unknown.isEmpty { lines += ["Tidak dapat ditebak atau dibaca; tidak dipakai:", ""] }
    for guess in unknown {
      lines += [Self.shown(guess.name) + (guess.problem.map { ": \(Self.shown($0))" } ?? "")]
      lines += (guess.problem == nil || guess.role != nil ? Self.details(guess) : []) + [""]
    }
    if !hasRoll { lines += [Self.withoutRoll, ""] }
    lines.append(
      "\(known.count) dari \(guesses.count) berkas dikenali. "
        + "Usulan ditulis ke \(plan).")
    lines.append("Periksa dan ubah bila perlu, lalu jalankan: padan periksa \(directory)")
    return lines.joined(separator: "\n")
  }

  private static func details(_ guess: FileGuess) -> [String] {
    var lines = ["  \(guess.rowWords); \(shown(guess.reading.joined(separator: ", ")))"]
    lines += guess.reasons.map { "  alasan: " + shown($0) }
    let headers = guess.columns.map { shown(String($0.header.prefix(24))) }
    let width = headers.map(\.count).max() ?? 0
    let uses = guess.columns.map { $0.use + ($0.field == nil || $0.isProposed ? "; \($0.looks)" : "") }
    for (index, column) in guess.columns.enumerated() {
      let gap = String(repeating: " ", count: width - headers[index].count)
      lines.append(
        "    \(headers[index])\(gap)  \(uses[index])" + (column.sample.isEmpty ? "" : "  [\(column.sample)]"))
    }
    return lines
  }

  /// Names and headers come from files: nothing in them may steer a terminal.
  private static func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || (0x7F..<0xA0).contains($0.value) ? "?" : $0 }))
  }

  private static let withoutRoll =
    "Tidak ada berkas yang tampak sebagai daftar pemilih; isi peran: daftar-pemilih untuk berkasnya sebelum memeriksa."

  /// The same as one JSON object.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.string("padan_yaml", planPath)
      json.string("wilayah", kabupaten)
      json.array("berkas") { json in for guess in guesses { Self.write(guess, &json) } }
    }
    return json.out.text
  }

  private static func write(_ guess: FileGuess, _ json: inout JSONWriter) {
    json.object { json in
      json.string("berkas", guess.name)
      json.string("peran", guess.role?.rawValue ?? "")
      json.boolean("dipakai", guess.isUsable)
      json.string("masalah", guess.problem ?? "")
      json.integer("baris", guess.rows)
      json.boolean("baris_pasti", guess.isRowCountExact)
      json.array("alasan") { json in for reason in guess.reasons { json.string(nil, reason) } }
      json.array("pembacaan") { json in for part in guess.reading { json.string(nil, part) } }
      json.array("kolom") { json in
        for column in guess.columns {
          json.object { json in
            json.string("judul", column.header)
            json.string("bidang", column.field?.rawValue ?? "")
            json.boolean("usulan", column.isProposed)
            json.string("terdekat", column.nearest ?? "")
            json.string("isinya", column.looks)
            json.string("contoh", column.sample)
          }
        }
      }
    }
  }
}
