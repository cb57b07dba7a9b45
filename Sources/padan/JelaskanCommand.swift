import ArgumentParser
import Casework
import Documents
import Pipeline
import RollModel

/// `padan jelaskan`: why one finding was made.
struct JelaskanCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "jelaskan",
    abstract: "Jelaskan satu temuan: bidang demi bidang, dalam bit dan dalam kata-kata.",
    discussion: """
      'Bila satu orang' adalah seberapa sering hal itu terlihat pada dua baris milik satu orang, 'bila kebetulan' \
      pada dua orang yang berbeda. Satu bit melipatduakan peluang. Jumlah semua baris bukti adalah bobot temuan; \
      bobot 0 berarti peluang sama \
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
    let wanted = id.uppercased()
    if let finding = try FoundFinding.read(runFolder, where: { found, _ in found == wanted || found == id }).first {
      return Terminal.say(json ? Self.json(finding) : Explanation(finding).text)
    }
    if let note = try DataNotes.note(wanted, in: runFolder) {
      return Terminal.say(json ? Self.json(note) : Self.words(note))
    }
    throw RunFailure("Tidak ada temuan dengan id\(SpokenText.id(id)) di \(runFolder); lihat kolom id di temuan.csv.")
  }
}

extension JelaskanCommand {
  /// A note of data says all it knows in its row.
  private static func words(_ cells: [(column: String, value: String)]) -> String {
    (["Catatan data"] + cells.filter { !$0.value.isEmpty }.map { "  \($0.column): \($0.value)" }).joined(
      separator: "\n")
  }

  private static func json(_ finding: FoundFinding) -> String {
    var json = JSONWriter()
    finding.write(to: &json)
    return json.out.text
  }

  private static func json(_ cells: [(column: String, value: String)]) -> String {
    var json = JSONWriter()
    json.object { json in for (name, value) in cells { json.string(name, value) } }
    return json.out.text
  }
}

/// A finding, as a person reads it.
struct Explanation {
  let text: String

  init(_ finding: FoundFinding) {
    var lines = ["Temuan \(finding["id"] ?? "")"]
    for (key, label) in Self.facts {
      if let value = finding[key] {
        lines.append("  " + label + String(repeating: " ", count: 14 - label.count) + value)
      }
    }
    if let file = finding["berkas"] { lines.append("  baris         \(file) baris \(finding["baris"] ?? "")") }
    if let file = finding["berkas_pembanding"] {
      lines.append("  pembanding    \(file) baris \(finding["baris_pembanding"] ?? "")")
    }
    lines += Self.bits(finding)
    lines.append("")
    lines.append("Penjelasan: \(finding["penjelasan"] ?? "")")
    // Runs of the first versions do not say so in their tables.
    let isSaid = finding["penjelasan"]?.hasSuffix(Finding.held(finding.heldBack)) == true
    if !finding.heldBack.isEmpty, !isSaid { lines.append("Ditahan: \(finding.heldBack)") }
    if let evidence = finding["bukti"] { lines.append("Bukti: \(evidence)") }
    if let action = finding["tindakan"] { lines.append("Tindakan: \(action)") }
    if finding["keyakinan"] == Tier.verify.label { lines.append(Self.caution) }
    text = lines.joined(separator: "\n")
  }

  private static func bits(_ finding: FoundFinding) -> [String] {
    if finding.lines.isEmpty { return [] }
    var table = TextTable(["bidang", "bila satu orang", "bila kebetulan", "bit", "jumlah"])
    var sum = 0.0
    for line in finding.lines {
      sum += line.weight.bits
      let name = line.comparison + (line.level.isEmpty ? "" : ": " + line.level)
      table.add([
        name, share(line.m), share(line.u), line.weight.bits.decimal(2, signed: true), sum.decimal(2, signed: true),
      ])
    }
    let probability = finding["peluang"].flatMap { Double($0) }.map { ", peluang \($0.decimal(4))" } ?? ""
    return ["", "Bidang demi bidang:", table.text, "  bobot \(sum.decimal(2, signed: true)) bit\(probability)"]
  }

  /// How often a level is seen: a share with four places, or one in so many where it is rare.
  private static func share(_ value: Double?) -> String {
    guard let value else { return "" }
    return value >= 0.001 ? value.decimal(4) : "1 : " + Int(min(1e15, 1 / max(value, 1e-15))).grouped
  }

  private static let facts: [(key: String, label: String)] = [
    ("aturan", "aturan"), ("kategori", "kategori"), ("kode_tms", "kode TMS"), ("keyakinan", "keyakinan"),
    ("derajat", "derajat"), ("nama", "nama"), ("nik", "NIK"), ("nkk", "NKK"), ("tanggal_lahir", "tanggal lahir"),
    ("kecamatan", "kecamatan"), ("desa", "desa"), ("tps", "TPS"), ("rt", "RT"), ("rw", "RW"),
    ("keputusan", "keputusan"),
    ("surat", "surat"),
  ]

  private static let caution =
    "Keyakinan ini meminta verifikasi faktual lebih dahulu; jangan diusulkan dari daftar saja."
}
