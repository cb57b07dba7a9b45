import Documents
import Matchers
import RollModel

/// Writes `ringkasan.json` and `matriks.csv` of a join.
struct JoinSummary {
  let outcome: JoinOutcome
  let tally: JoinTally
  let version: String

  func write(to folder: String) throws {
    var json = try FileSink(path: folder + "/ringkasan.json")
    try json.write(summary)
    var csv = try FileSink(path: folder + "/matriks.csv")
    try csv.write(matrix)
  }

  private var summary: [UInt8] {
    let verdict = outcome.verdict
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("versi", version)
      json.integer("pemilih", outcome.rolls.count)
      json.number("pasangan_mungkin", outcome.possible, decimals: 0)
      json.array("kabupaten") { json in
        for kabupaten in outcome.rolls.kabupaten.dropFirst() {
          json.object { json in
            json.string("kode", kabupaten.code.description)
            json.string("nama", kabupaten.name)
            json.integer("baris", kabupaten.rows)
            json.integer("sudah_tms", kabupaten.struck)
            json.string("nik", kabupaten.numbers.rawValue)
          }
        }
      }
      json.array("sidik") { json in
        for part in outcome.rolls.parts {
          json.object { json in
            json.string("kabupaten", part.reader.head.kabupaten.description)
            json.integer("baris", part.reader.head.rows)
            json.string("tanda_isi", part.reader.mark)
          }
        }
      }
      json.array("lintasan") { json in
        for (k, name) in JoinedKey.passNames.enumerated() {
          json.object { json in
            json.string("nama", name)
            json.integer("pasangan_dilihat", k < outcome.looked.count ? outcome.looked[k] : 0)
            json.number("bagian_terbawa", k < verdict.recall.count ? verdict.recall[k] : 0, decimals: 4)
          }
        }
      }
      json.integer("nama_dibandingkan", outcome.compared)
      json.integer("pasangan_disimpan", outcome.kept)
      json.integer("kelompok_dilewati", outcome.skippedBlocks)
      json.integer("baris_dilewati", outcome.skippedRows)
      json.number("satu_orang_diharapkan", verdict.expected, decimals: 1)
      json.number("satu_orang_ditemukan", verdict.found, decimals: 1)
      json.number("satu_orang_terlewat_paling_sedikit", verdict.missed, decimals: 1)
      json.boolean("bobot_bawaan", verdict.keptDefaults)
      json.array("keyakinan") { json in
        for kind in JoinTally.Class.allCases {
          json.object { json in
            json.string("nama", kind.label)
            json.integer("pasangan", tally.counts[kind.rawValue])
            if let share = verdict.falseShare.first(where: { $0.tier.label == kind.label }) {
              json.number("perkiraan_keliru", share.share, decimals: 4)
            }
          }
        }
      }
      json.object("kebetulan") { json in
        json.string("kesamaan", "nama dan tanggal lahir sama, kabupaten berbeda")
        json.integer("ditemukan", outcome.namesakes.found)
        json.number("diharapkan", outcome.namesakes.expected, decimals: 1)
        json.string("arti", CoincidenceWords.meaning(outcome))
      }
      json.array("matriks") { json in
        for cell in tally.cells {
          json.object { json in
            json.string("kabupaten_a", outcome.rolls.kabupaten[cell.a].code.description)
            json.string("kabupaten_b", outcome.rolls.kabupaten[cell.b].code.description)
            for kind in JoinTally.Class.allCases { json.integer(kind.label, cell.counts[kind.rawValue]) }
          }
        }
      }
    }
    json.newLine()
    return json.out.bytes
  }

  private var matrix: [UInt8] {
    var out = ByteWriter()
    out.append(
      csvHeader: ["kabupaten_a", "nama_a", "kabupaten_b", "nama_b"] + JoinTally.Class.allCases.map(\.label) + ["jumlah"]
    )
    for cell in tally.cells {
      let (a, b) = (outcome.rolls.kabupaten[cell.a], outcome.rolls.kabupaten[cell.b])
      let fields = [a.code.description, a.name, b.code.description, b.name] + cell.counts.map { String($0) }
      for field in fields {
        out.append(csv: field)
        out.append(44)
      }
      out.append(csv: String(cell.total))
      out.append(10)
    }
    return out.withBytes { Array($0) }
  }
}

/// What namesakes of one birth date say among so many.
enum CoincidenceWords {
  static func meaning(_ outcome: JoinOutcome) -> String {
    let (found, expected) = outcome.namesakes
    let excess = max(0, Double(found) - expected)
    let share = found > 0 ? Int((expected / Double(found) * 100).rounded()) : 0
    guard found > 0 else {
      return "Tidak ada dua pemilih dari kabupaten berbeda yang senama dan bertanggal lahir sama."
    }
    let opening =
      "Di antara \(grouped(outcome.rolls.count)) pemilih, \(grouped(found)) pasangan dari kabupaten berbeda senama dan "
      + "bertanggal lahir sama; \(grouped(Int(expected.rounded()))) (\(min(100, share)) %) di antaranya wajar karena "
      + "kebetulan belaka."
    return opening
      + (excess * 2 < Double(found)
        ? " Nama dan tanggal lahir saja tidak membuktikan apa pun."
        : " Nama dan tanggal lahir saja tetap bukan bukti.")
  }

  /// A count with points between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { k, digit in
      (digits.count - k) % 3 == 0 && k > 0 ? "." + String(digit) : String(digit)
    }.joined()
  }
}
