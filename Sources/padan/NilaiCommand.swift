import ArgumentParser
import Casework

/// `padan nilai`: precision and recall of a run against a truth file.
struct NilaiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nilai",
    abstract: "Nilai satu hasil terhadap kunci: berapa yang ditanam, ditemukan, dan benar.",
    discussion: """
      Ganda dinilai per pasangan dari pasangan.csv, aturan lain dari temuan.csv. Pasangan yang ditahan pagar kembar \
      tidak dihitung sebagai ganda. Kolom "salah" adalah bagian temuan yang salah menurut kunci, kolom "taksiran" \
      bagian yang salah menurut perkiraan hasil itu sendiri.
      """,
    aliases: ["score"])

  @Argument(help: ArgumentHelp("Folder hasil dari 'padan periksa'.", valueName: "HASIL"))
  var folder: String

  @Argument(help: ArgumentHelp("Berkas kunci.csv dari 'padan contoh'.", valueName: "KUNCI"))
  var truth: String

  func run() throws {
    do {
      Terminal.say(Self.words(try Scorecard(runFolder: folder, truth: truth)))
    } catch {
      Terminal.warn("padan: \(error.description)")
      throw ExitCode(2)
    }
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

  private static func share(_ value: Double?) -> String { value.map { $0.decimal(4) } ?? "-" }
}
