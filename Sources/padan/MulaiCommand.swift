import ArgumentParser
import Documents
import Pipeline
import Readers
import RollModel

/// `padan mulai`: from a folder of files to a case with its `padan.yaml`.
struct MulaiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mulai",
    abstract: "Lihat berkas-berkas di satu folder, tebak peran dan kolomnya, dan tulis usulan padan.yaml.",
    discussion: """
      Nama berkas, nama folder, judul kolom, dan bentuk isinya menentukan tebakan; tiap alasan disebutkan dengan \
      nilainya. Isi berkas ditampilkan dengan bentuknya saja: 9 untuk angka, a untuk huruf. padan.yaml yang sudah ada \
      tidak pernah ditimpa, dan berkas lain tidak diubah. Periksa usulannya, lalu jalankan 'padan periksa DIR'.
      """,
    aliases: ["init"])

  @Argument(help: ArgumentHelp("Folder yang berisi berkas-berkas kasus.", valueName: "DIR"))
  var directory: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    do {
      let start = try CaseStart.propose(directory, threads: common.threadCount)
      try start.write()
      Terminal.say(common.json ? Self.json(start) : Self.words(start, directory))
    } catch {
      if common.json { Terminal.say(RunSummary.json(Launch.outcome(of: error))) }
      throw error
    }
  }
}

extension MulaiCommand {
  private static func words(_ start: CaseStart, _ directory: String) -> String {
    var lines: [String] = []
    for guess in start.known {
      lines += ["\(shown(guess.name)) → \(guess.role?.rawValue ?? "")"] + details(guess) + [""]
    }
    if !start.unknown.isEmpty { lines += ["Tidak dapat ditebak atau dibaca; tidak dipakai:", ""] }
    for guess in start.unknown {
      lines += [shown(guess.name) + (guess.problem.map { ": \(shown($0))" } ?? "")]
      lines += (guess.problem == nil || guess.role != nil ? details(guess) : []) + [""]
    }
    if !start.hasRoll { lines += [withoutRoll, ""] }
    lines.append(
      "\(start.known.count) dari \(start.guesses.count) berkas dikenali. "
        + "Usulan ditulis ke \(Terminal.here(start.planPath)).")
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
      lines.append("    \(headers[index])\(gap)  \(uses[index])" + (column.sample.isEmpty ? "" : "  [\(column.sample)]"))
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

  private static func json(_ start: CaseStart) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.string("padan_yaml", start.planPath)
      json.string("wilayah", start.kabupaten)
      json.array("berkas") { json in for guess in start.guesses { write(guess, &json) } }
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
