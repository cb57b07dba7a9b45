import ArgumentParser
import Casework
import Documents
import Pipeline

/// `padan banding`: what changed between two runs.
struct BandingCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "banding",
    abstract: "Bandingkan dua hasil: temuan yang baru, yang hilang, yang tetap, yang berubah, dan yang muncul lagi.",
    discussion: """
      Temuan dikenali dari id-nya: fakta yang sama punya id yang sama di setiap pemeriksaan. Muncul lagi: tidak ada di \
      hasil lama, ada di hasil baru, dan ada di suatu hasil sebelum keduanya. Yang dilihat untuk itu folder hasil yang \
      masih ada, di hasil/ kasusnya dan di samping kedua hasil. Berubah: ada di kedua hasil, tetapi keyakinannya, kode \
      atau derajatnya, barisnya, atau ditahan tidaknya dari surat lain; termasuk dalam yang tetap.
      """,
    aliases: ["compare"])

  @Argument(help: ArgumentHelp("Folder hasil yang lebih lama.", valueName: "lama"))
  var old: String

  @Argument(help: ArgumentHelp("Folder hasil yang lebih baru.", valueName: "baru"))
  var new: String

  @Flag(
    name: [.customLong("ketat"), .customLong("strict")],
    help: "Status keluar 1 bila ada yang baru, muncul lagi, hilang, atau berubah.")
  var strict = false

  @Flag(
    name: [.customLong("rinci"), .customLong("details")],
    help: "Sebutkan id setiap temuan yang baru, muncul lagi, hilang, atau berubah.")
  var details = false

  @Flag(name: .customLong("json"), help: "Tulis hasil sebagai satu objek JSON.")
  var json = false

  func run() throws {
    let comparison = Comparison(
      old: try FindingIndex(runFolder: old, withNotes: true, withStanding: true),
      new: try FindingIndex(runFolder: new, withNotes: true, withStanding: true),
      closed: ClosedFindings.ids(ofRun: new), known: { RunsBefore.ids(before: old, and: new, among: $0) })
    Terminal.say(json ? Self.json(comparison) : Self.words(comparison, details: details))
    if strict, !comparison.isSame { throw ExitCode(1) }
  }

  private static func words(_ comparison: Comparison, details: Bool) -> String {
    var table = TextTable(["aturan", "baru", "muncul lagi", "hilang", "tetap", "di antaranya berubah"])
    for row in comparison.rows where row.new + row.back + row.gone + row.open > 0 {
      table.add([row.rule, row.new.grouped, row.back.grouped, row.gone.grouped, row.open.grouped, row.turned.grouped])
    }
    table.add([
      "jumlah", comparison.new.count.grouped, comparison.back.count.grouped, comparison.gone.count.grouped,
      comparison.openCount.grouped, comparison.turned.count.grouped,
    ])
    var lines = [table.text]
    if comparison.closedCount > 0 {
      lines.append(
        "\(comparison.closedCount.grouped) temuan lain dari hasil lama sudah ditolak atau ditarik kantor, jadi bukan hilang."
      )
    }
    if comparison.isSame { lines.append("Temuan kedua hasil sama.") }
    if details {
      lines += comparison.new.map { "+ \($0.id)  \($0.rule)" }
      lines += comparison.back.map { "* \($0.id)  \($0.rule)" }
      lines += comparison.gone.map { "- \($0.id)  \($0.rule)" }
      lines += comparison.turned.map { "~ \($0.entry.id)  \($0.entry.rule): \($0.how.joined(separator: "; "))" }
    }
    return lines.joined(separator: "\n")
  }

  private static func json(_ comparison: Comparison) -> String {
    var json = JSONWriter()
    json.object { json in
      json.integer("jumlah_baru", comparison.new.count)
      json.integer("jumlah_muncul_lagi", comparison.back.count)
      json.integer("jumlah_hilang", comparison.gone.count)
      json.integer("jumlah_tetap", comparison.openCount)
      json.integer("jumlah_berubah", comparison.turned.count)
      json.integer("jumlah_ditutup", comparison.closedCount)
      json.array("aturan") { json in
        for row in comparison.rows {
          json.object { json in
            json.string("aturan", row.rule)
            json.integer("baru", row.new)
            json.integer("muncul_lagi", row.back)
            json.integer("hilang", row.gone)
            json.integer("tetap", row.open)
            json.integer("berubah", row.turned)
            json.integer("ditutup", row.closed)
          }
        }
      }
      json.array("baru") { json in for entry in comparison.new { json.string(nil, entry.id) } }
      json.array("muncul_lagi") { json in for entry in comparison.back { json.string(nil, entry.id) } }
      json.array("hilang") { json in for entry in comparison.gone { json.string(nil, entry.id) } }
      json.array("berubah") { json in for entry in comparison.turned { json.string(nil, entry.entry.id) } }
    }
    return json.out.text
  }
}
