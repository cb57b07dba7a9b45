import ArgumentParser
import Documents
import Pipeline
import RollModel

/// `padan cari`: one person over all that a case knows.
struct CariCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cari",
    abstract: "Cari satu nama, NIK, atau alamat di semua daftar, hasil, dan register satu kasus.",
    discussion: """
      Nama boleh terbalik, disingkat, atau salah eja, seperti pada pemadanan, dan boleh diikuti tahun atau tanggal \
      lahir ("siti aminah 1975"). NIK atau NKK boleh sebagian (8 angka atau \
      lebih), dengan spasi, titik, atau petik. Teks dengan angka atau kata jalan, dusun, RT dan semacamnya dicari \
      sebagai alamat. Yang terbaik lebih dahulu; NIK disamarkan kecuali dengan --lengkap. Status keluar 0 juga bila \
      tidak ada yang cocok.
      """,
    aliases: ["find"])

  @Argument(help: ArgumentHelp("Folder kasus.", valueName: "kasus"))
  var caseFolder: String

  @Argument(help: ArgumentHelp("Nama, NIK, atau alamat.", valueName: "teks"))
  var text: [String]

  @Option(
    name: [.customLong("maks"), .customLong("limit")],
    help: ArgumentHelp("Paling banyak sebanyak ini yang ditampilkan.", valueName: "n"))
  var limit = 20

  @Option(
    name: [.customLong("hasil"), .customLong("run")],
    help: ArgumentHelp("Folder hasil di luar hasil/ milik kasus; boleh diulang.", valueName: "folder"))
  var runs: [String] = []

  @Flag(name: [.customLong("lengkap"), .customLong("unmasked")], help: "Tampilkan NIK dan NKK tanpa disamarkan.")
  var unmasked = false

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--maks harus bilangan bulat 1 sampai 10000.") }
  }

  func run() throws {
    let folder = try CaseFolder.open(caseFolder)
    let result = try Search(folder, runs: runs, threads: common.threadCount)
      .find(text.joined(separator: " "), limit: limit)
    guard result.rows > 0 || !result.hits.isEmpty || !result.refusals.isEmpty else {
      throw RunFailure(
        "\(caseFolder) tidak berisi daftar yang dapat dicari; sebutkan folder kasus, yang berisi daftar-pemilih/.")
    }
    Terminal.say(common.json ? json(result) : words(result))
    for refusal in result.refusals { Terminal.warn("padan: " + refusal) }
    if !result.refusals.isEmpty { throw ExitCode(2) }
  }
}

// MARK: Words

extension CariCommand {
  private func words(_ result: Search.Result) -> String {
    let looked = "\(result.rows.grouped) baris diperiksa"
    guard !result.hits.isEmpty else {
      return "Tidak ada yang cocok (dicari sebagai \(result.kind.rawValue); \(looked))."
    }
    var rows = [Self.titles + (result.kind == .address ? ["alamat"] : []) + (unmasked ? ["NKK"] : [])]
    rows += result.hits.map { hit in
      [
        (hit.role?.rawValue ?? "hasil") + (hit.quarantine.isEmpty ? "" : " (karantina)"), hit.file, String(hit.line),
        shown(hit.name), shown(hit.birth), number(hit.nik), shown(hit.place), shown(hit.tps), shown(hit.code),
        hit.event, hit.findings, hit.decisions,
      ] + (result.kind == .address ? [shown(hit.address)] : []) + (unmasked ? [hit.nkk] : [])
    }
    var lines = [Self.table(rows.map { $0.map(Self.harmless) })]
    for hit in result.hits where !hit.quarantine.isEmpty {
      lines.append(
        "Dikarantina, jadi tidak dipakai pemeriksaan dan kolomnya mungkin bergeser: \(Self.harmless(hit.file)) baris "
          + "\(hit.line), \(Self.harmless(hit.quarantine)).")
    }
    for hit in result.hits where !hit.complaint.isEmpty {
      lines.append(
        "Laporan \(hit.complaint.map { Self.harmless(shown($0)) }.joined(separator: "; ")) (\(Self.harmless(hit.file)) baris \(hit.line))"
      )
    }
    for hit in result.hits where !hit.events.isEmpty {
      lines.append("Register untuk \(Self.harmless(shown(hit.name))) (\(Self.harmless(hit.file)) baris \(hit.line)):")
      lines += hit.events.map { note in
        let parts = [
          note.event.day, note.event.kind.rawValue, note.what, note.asks, note.event.speaker,
          note.findings.joined(separator: " "),
        ]
        return "  " + parts.filter { !$0.isEmpty }.map(Self.harmless).joined(separator: "  ")
      }
    }
    let more = result.total - result.hits.count
    let rest = more > 0 ? "; \(more.grouped) lagi tidak ditampilkan, persempit teksnya atau naikkan --maks" : ""
    lines.append(
      "\(result.total.grouped) baris cocok, dicari sebagai \(result.kind.rawValue); \(looked)\(rest).")
    return lines.joined(separator: "\n")
  }

  private static let titles = [
    "peran", "berkas", "baris", "nama", "tanggal lahir", "NIK", "desa", "TPS", "kode TMS", "peristiwa", "temuan",
    "keputusan",
  ]

  private func number(_ text: String) -> String { unmasked ? text : NIK.mask(text) }
  /// What a file writes beside the numbers.
  private func shown(_ text: String) -> String { unmasked ? text : PrintedText.masked(text) }

  /// All columns to the left; columns that are empty in every row are left out.
  private static func table(_ rows: [[String]]) -> String {
    let columns = rows[0].indices.filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, width) in zip(columns, widths) {
        let cell = row[column]
        line += "  " + cell + String(repeating: " ", count: width - cell.count)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// What a list writes, without anything that a terminal would obey.
  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: " "
          default: scalar
          }
        }))
  }

  private func json(_ result: Search.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("dicari_sebagai", result.kind.rawValue)
      json.integer("cocok", result.total)
      json.integer("baris_diperiksa", result.rows)
      json.array("baris") { json in
        for hit in result.hits { json.object { json in write(hit, to: &json) } }
      }
      json.array("tidak_terbaca") { json in for refusal in result.refusals { json.string(nil, refusal) } }
    }
    return json.out.text
  }

  private func write(_ hit: Search.Hit, to json: inout JSONWriter) {
    json.string("peran", (hit.role?.rawValue ?? "hasil"))
    json.string("berkas", hit.file)
    json.integer("baris", hit.line)
    json.string("nama", shown(hit.name))
    json.string("tanggal_lahir", shown(hit.birth))
    json.string("nik", number(hit.nik))
    json.string("nkk", number(hit.nkk))
    json.string("kode_desa", hit.areaCode)
    json.string("desa", shown(hit.desa))
    json.string("alamat", shown(hit.address))
    json.string("tps", shown(hit.tps))
    json.string("kode_tms", shown(hit.code))
    json.string("tanggal_peristiwa", hit.event)
    if !hit.quarantine.isEmpty { json.string("karantina", hit.quarantine) }
    if !hit.complaint.isEmpty {
      json.array("laporan") { json in for part in hit.complaint { json.string(nil, shown(part)) } }
    }
    json.array("temuan") { json in
      for found in hit.notes {
        json.object { json in
          json.string("id", found.note.id)
          json.string("aturan", found.note.rule)
          json.string("keyakinan", found.note.tier)
          json.string("keputusan", found.note.decision)
          json.boolean("sebagai_pembanding", found.note.isCounterpart)
          json.string("hasil", found.run)
        }
      }
    }
    json.array("register") { json in
      for note in hit.events {
        json.object { json in
          json.string("waktu", note.event.time)
          json.string("tanggal", note.event.day)
          json.string("jenis", note.event.kind.rawValue)
          json.string("isi", note.what)
          if !note.asks.isEmpty { json.string("diminta", note.asks) }
          json.string("oleh", note.event.speaker)
          json.array("temuan") { json in for id in note.findings { json.string(nil, id) } }
        }
      }
    }
  }
}

extension Search.Hit {
  fileprivate var place: String { desa.isEmpty ? areaCode : desa }

  /// Each finding by id and rule; a `*` says that the row is the finding's other one.
  fileprivate var findings: String {
    notes.map { "\($0.note.id) \($0.note.rule)\($0.note.isCounterpart ? "*" : "")" }.joined(separator: ", ")
  }

  fileprivate var decisions: String {
    var seen: [String] = []
    for note in notes where !note.note.decision.isEmpty && !seen.contains(note.note.decision) {
      seen.append(note.note.decision)
    }
    return seen.joined(separator: ", ")
  }
}
