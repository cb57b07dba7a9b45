import ArgumentParser
import Casework
import Documents
import Pipeline

/// `padan jelaskan`: why one finding was made.
struct JelaskanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jelaskan",
    abstract: "Jelaskan satu temuan: bidang demi bidang, dalam bit dan dalam kata-kata.",
    discussion: """
      'Bila satu orang' adalah seberapa sering hal itu terlihat pada dua baris milik satu orang, 'bila kebetulan' \
      pada dua orang yang berbeda. Satu bit melipatduakan peluang. Jumlah semua baris bukti adalah bobot temuan; bobot 0 berarti peluang sama \
      kuat, bobot 10 berarti sekitar 1.000 banding 1.
      """,
    aliases: ["explain"])

  @Argument(help: ArgumentHelp("Folder hasil.", valueName: "hasil"))
  var runFolder: String

  @Argument(help: ArgumentHelp("Id temuan, dari kolom id di temuan.csv.", valueName: "id"))
  var id: String

  @Flag(name: .customLong("json"), help: "Tulis temuan sebagai satu objek JSON.")
  var json = false

  func run() throws {
    let index = try FindingIndex(runFolder: runFolder)
    let named = index.entries.first { $0.id == id.uppercased() || $0.id == id }
    if named == nil, let note = try DataNotes.note(id.uppercased(), in: runFolder) {
      return Terminal.say(json ? Self.json(note) : Self.words(note))
    }
    guard let entry = named else {
      throw RunFailure("Tidak ada temuan dengan id '\(id)' di \(runFolder); lihat kolom id di temuan.csv.")
    }
    if json { return Terminal.say(index.text(entry)) }
    Terminal.say(Explanation(try index.json(entry)).text)
  }
}

extension JelaskanCommand {
  /// A note of data says all it knows in its row.
  private static func words(_ cells: [(column: String, value: String)]) -> String {
    (["Catatan data"] + cells.filter { !$0.value.isEmpty }.map { "  \($0.column): \($0.value)" }).joined(
      separator: "\n")
  }

  private static func json(_ cells: [(column: String, value: String)]) -> String {
    var json = JSONWriter()
    json.object { json in for (name, value) in cells { json.string(name, value) } }
    return json.out.text
  }
}

/// A finding of `temuan.jsonl`, as a person reads it.
struct Explanation {
  let text: String

  init(_ finding: JSONValue) {
    var lines: [String] = []
    let tier = finding.text("keyakinan") ?? ""
    lines.append("Temuan \(finding.text("id") ?? "")")
    for (key, label) in Self.facts {
      let value = Self.plain(finding[key])
      if !value.isEmpty { lines.append("  " + label + String(repeating: " ", count: 14 - label.count) + value) }
    }
    lines.append("  baris         \(Self.place(finding, "berkas", "baris"))")
    let other = Self.place(finding, "berkas_pembanding", "baris_pembanding")
    if !other.isEmpty { lines.append("  pembanding    \(other)") }
    lines += Self.bits(finding)
    lines.append("")
    lines.append("Penjelasan: \(finding.text("penjelasan") ?? "")")
    if let evidence = finding.text("bukti"), !evidence.isEmpty { lines.append("Bukti: \(evidence)") }
    if let held = finding.text("ditahan"), !held.isEmpty { lines.append("Ditahan: \(held)") }
    if let action = finding.text("tindakan"), !action.isEmpty { lines.append("Tindakan: \(action)") }
    if tier == "perlu-verifikasi" { lines.append(Self.caution) }
    text = lines.joined(separator: "\n")
  }

  private static func place(_ finding: JSONValue, _ file: String, _ line: String) -> String {
    guard let name = finding.text(file), !name.isEmpty else { return "" }
    return "\(name) baris \(plain(finding[line]))"
  }

  private static func bits(_ finding: JSONValue) -> [String] {
    let evidence = finding.items("baris_bukti")
    if evidence.isEmpty { return [] }
    var table = TextTable(["bidang", "bila satu orang", "bila kebetulan", "bit", "jumlah"])
    var sum = 0.0
    for line in evidence {
      let bits = line.number("bit") ?? 0
      sum += bits
      let level = line.text("tingkat") ?? ""
      let name = (line.text("bidang") ?? "") + (level.isEmpty ? "" : ": " + level)
      table.add([
        name, share(line.number("m")), share(line.number("u")), bits.decimal(2, signed: true),
        sum.decimal(2, signed: true),
      ])
    }
    let probability = finding.number("peluang").map { ", peluang \($0.decimal(4))" } ?? ""
    return ["", "Bidang demi bidang:", table.text, "  bobot \(sum.decimal(2, signed: true)) bit\(probability)"]
  }

  /// How often a level is seen: a share with four places, or one in so many where it is rare.
  private static func share(_ value: Double?) -> String {
    guard let value else { return "" }
    return value >= 0.001 ? value.decimal(4) : "1 : " + Int(min(1e15, 1 / max(value, 1e-15))).grouped
  }

  private static func plain(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: String(Int(number))
    case .number(let number): number.decimal(4)
    default: ""
    }
  }

  private static let facts: [(key: String, label: String)] = [
    ("aturan", "aturan"), ("kategori", "kategori"), ("kode_tms", "kode TMS"), ("keyakinan", "keyakinan"),
    ("derajat", "derajat"), ("nama", "nama"), ("nik", "NIK"), ("nkk", "NKK"), ("tanggal_lahir", "tanggal lahir"),
    ("kecamatan", "kecamatan"), ("desa", "desa"), ("tps", "TPS"), ("rt", "RT"), ("rw", "RW"),
  ]

  private static let caution =
    "Keyakinan ini meminta verifikasi faktual lebih dahulu; jangan diusulkan dari daftar saja."
}
