import Readers
import RollModel

/// The text of a proposed `padan.yaml`: settings to fill in, then every file with its reasons as comments.
struct PlanDraft {
  let text: String

  init(_ guesses: [FileGuess], kabupaten: String) {
    let stage = StageGuess(guesses)
    var lines = [Self.opening]
    lines.append("  jenis: \(stage.kind.rawValue)   # pdpb, pemilu, atau pilkada; \(Self.comment(stage.reason))")
    lines.append(Self.day)
    lines.append(Self.area(kabupaten))
    lines += stage.keys + [""]
    let usable = guesses.filter(\.isUsable)
    if !usable.isEmpty, let note = stage.fileNote { lines.append(note) }
    lines.append(usable.isEmpty ? "sumber: []" : "sumber:")
    for guess in usable { lines += Self.entry(guess) }
    let others = guesses.filter { !$0.isUsable }
    if !others.isEmpty {
      lines += ["", Self.unknown]
      for guess in others { lines += Self.hint(guess) }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ guess: FileGuess) -> [String] {
    var lines = [""]
    lines.append("  # \(guess.rowWords); \(comment(guess.reading.joined(separator: ", ")))")
    lines += guess.reasons.map { "  # alasan: \(comment($0))" }
    lines += guess.columns.map { "  #   " + comment(column($0)) }
    lines.append("  - berkas: \(quoted(guess.name))")
    lines.append("    peran: \(guess.role?.rawValue ?? "")")
    if let row = guess.headerRow { lines.append("    baris_judul: \(row)") }
    if let form = guess.dateForm { lines.append("    bentuk_tanggal: \(form)") }
    if let table = guess.codeTable { lines.append("    kode_tms: \(quoted(table.rawValue))") }
    if !guess.specs.isEmpty {
      lines.append("    kolom:")
      for spec in guess.specs {
        let headers = spec.headers.map(quoted)
        lines.append(
          "      \(spec.field.rawValue): \(headers.count == 1 ? headers[0] : "[\(headers.joined(separator: ", "))]")")
      }
    }
    if !guess.hasArea { lines.append("    # wilayah: \"16.02.05\"   # " + withoutArea) }
    return lines
  }

  private static func hint(_ guess: FileGuess) -> [String] {
    var lines = ["  # - berkas: \(quoted(guess.name))", "  #   peran: \(guess.role?.rawValue ?? "")"]
    if let problem = guess.problem { lines.append("  #   # \(comment(problem))") }
    lines += guess.reasons.map { "  #   # \(comment($0))" }
    lines += guess.columns.map { "  #   #   " + comment(column($0)) }
    return lines
  }

  private static func column(_ column: FileGuess.Column) -> String {
    var text = "\(column.header) → \(column.use)"
    if !column.sample.isEmpty { text += ", seperti \(column.sample)" }
    if column.field == nil || column.isProposed { text += " (\(column.looks))" }
    return text
  }

  /// A YAML text between double quotes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        out += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// A comment stays on its line.
  private static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 }))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}

// MARK: Words

extension FileGuess {
  /// `12 baris`, or `sekitar 12000 baris` where they were not counted.
  package var rowWords: String { "\(isRowCountExact ? "" : "sekitar ")\(rows) baris" }
}

extension FileGuess.Column {
  /// What becomes of the column.
  package var use: String {
    guard let field else {
      return nearest.map { "tidak dipakai; judul terdekat \($0)" } ?? "tidak dipakai"
    }
    return field.rawValue + (isProposed ? " (dari kolom:)" : "")
  }
}

extension PlanDraft {
  private static let opening = """
    # Usulan dari 'padan mulai'. Periksa tiap tebakan di bawah, ubah yang keliru, lalu jalankan: padan periksa
    # Isian ditampilkan dengan bentuknya saja: 9 untuk angka, a untuk huruf. Semua kunci ada di docs/setelan.md.

    kantor:
      nama: ""          # nama kantor sebagaimana tertulis di kop surat
      alamat: ""
      kode_surat: ""    # bagian tengah nomor surat, misalnya K.SS-09
      ketua: ""
    pemilihan:
    """

  private static let day = """
      # tanggal_acuan: 2026-11-21   # hari yang menentukan usia; bila kosong, tanggal hari pemeriksaan
    """

  private static func area(_ kabupaten: String) -> String {
    kabupaten.isEmpty
      ? "# wilayah: \"1602\"   # kode kabupaten/kota, empat angka; tidak dapat ditebak dari berkas"
      : "wilayah: \"\(kabupaten)\"   # ditebak dari kode wilayah atau NIK di dalam berkas"
  }

  private static let unknown = """
    # Yang tidak dapat ditebak atau tidak dapat dibaca. Isi peran: lalu buang tanda # di depan tiap barisnya,
    # atau biarkan bila berkasnya memang bukan bagian dari kasus.
    """

  private static let withoutArea = "tidak ada kolom wilayah; isi dan buang tanda # bila semua baris dari satu wilayah"
}
