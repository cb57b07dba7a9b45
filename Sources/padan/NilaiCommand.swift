import ArgumentParser
import Casework
import Documents

/// `padan nilai`: precision and recall of a run against a truth file.
struct NilaiCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "nilai",
    abstract: "Nilai satu hasil terhadap kunci: berapa yang ditanam, ditemukan, dan benar.",
    discussion: """
      Ganda dinilai per pasangan dari pasangan.csv, aturan lain dari temuan.csv. Pasangan yang ditahan pagar kembar \
      tidak dihitung sebagai ganda. Kolom "salah" adalah bagian temuan yang salah menurut kunci, kolom "taksiran" \
      bagian yang salah menurut perkiraan hasil itu sendiri.
      """,
    aliases: ["score"])

  @Argument(help: ArgumentHelp("Folder hasil dari 'padan periksa'.", valueName: "hasil"))
  var folder: String

  @Argument(help: ArgumentHelp("Berkas kunci.csv dari 'padan contoh'.", valueName: "kunci"))
  var truth: String

  @Flag(name: .customLong("json"), help: "Tulis hasil sebagai satu objek JSON.")
  var json = false

  func run() throws {
    let card = try Scorecard(runFolder: folder, truth: truth)
    Terminal.say(json ? Self.json(card) : Self.words(card))
  }

  // MARK: - Words

  private static func words(_ card: Scorecard) -> String {
    var table = TextTable([
      "aturan", "keyakinan", "ditanam", "ditemukan", "benar", "presisi", "jangkauan", "F1", "salah", "taksiran",
    ])
    for row in card.rows {
      for (i, score) in row.scores.enumerated() {
        table.add([
          i == 0 ? row.rule : "", score.band, i == 0 ? row.planted.grouped : "", score.found.grouped,
          score.correct.grouped, share(score.precision), share(score.recall), share(score.f1),
          share(score.falseShare), share(score.estimatedFalseShare),
        ])
      }
    }
    return table.text
  }

  private static func json(_ card: Scorecard) -> String {
    var json = JSONWriter()
    json.object { json in
      json.array("aturan") { json in
        for row in card.rows {
          json.object { json in
            json.string("aturan", row.rule)
            json.integer("ditanam", row.planted)
            json.array("tingkat") { json in
              for score in row.scores { json.object { json in write(score, to: &json) } }
            }
          }
        }
      }
    }
    return json.out.text
  }

  /// Shares that nothing tells are null.
  private static func write(_ score: Scorecard.Score, to json: inout JSONWriter) {
    json.string("keyakinan", score.band)
    json.integer("ditemukan", score.found)
    json.integer("benar", score.correct)
    json.number("presisi", score.precision)
    json.number("jangkauan", score.recall)
    json.number("f1", score.f1)
    json.number("salah", score.falseShare)
    json.number("taksiran", score.estimatedFalseShare)
  }

  private static func share(_ value: Double?) -> String { value.map { $0.decimal(4) } ?? "-" }
}
