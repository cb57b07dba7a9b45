import Foundation
import Matchers
import SampleRolls

/// The page of tables, in Markdown.
struct AblationPage {
  let bench: Bench
  private static let models: [ErrorModel] = [.ringan, .berat, .lain]

  /// Makes all samples, runs every row on each model and lays the scores out.
  func text() throws -> String {
    var rows: [Design: [Bench.Scores]] = [:]
    let all = [Row.full] + Row.duplicates + Row.deaths + Row.changes + Row.listChanges
    for model in Self.models {
      let samples = try bench.samples(model)
      bench.tell(model.name)
      for row in all where (rows[row.without]?.count ?? 0) < Self.index(of: model) + 1 {
        rows[row.without, default: []].append(bench.run(samples, .full.without(row.without)))
        bench.tell("  " + row.label)
      }
    }
    var page = intro
    let deaths: KeyPath<Bench.Scores, Score> = \.deaths
    let duplicates: KeyPath<Bench.Scores, Score> = \.duplicates
    page += Self.section("Duplicates", [.full] + Row.duplicates, rows, duplicates)
    page += Self.section("Deaths", [.full] + Row.deaths, rows, deaths)
    page += Self.section("Duplicates without one change", [.full] + Row.changes, rows, duplicates)
    page += Self.section("Deaths without one change", [.full] + Row.listChanges, rows, deaths)
    page += try stress()
    return page + Self.reading
  }

  private static func index(of model: ErrorModel) -> Int { models.firstIndex { $0.name == model.name } ?? 0 }

  private static func section(
    _ title: String, _ rows: [Row], _ scores: [Design: [Bench.Scores]], _ kind: KeyPath<Bench.Scores, Score>
  ) -> String {
    var text = "\n## \(title)\n\n| without |"
    for model in models { text += " \(model.name) |" }
    text += "\n|---|" + models.map { _ in "---|" }.joined() + "\n"
    for row in rows {
      text += "| \(row.label) |"
      for score in scores[row.without] ?? [] { text += " \(cell(score[keyPath: kind])) |" }
      text += "\n"
    }
    return text
  }

  /// Best F1; F1, precision and recall of all tiers; precision and recall of the upper tiers; gap of the false share.
  private static func cell(_ score: Score) -> String {
    let parts = [score.best, score.f1, score.precision, score.recall].map { decimals($0, 3) }
    let upper = decimals(score.upper, 3) + "/" + decimals(score.upperRecall, 2)
    let gap = (score.shareGap < 0 ? "−" : "+") + decimals(abs(score.shareGap), 3)
    return "**\(parts[0])** · \(parts[1]) \(parts[2])/\(parts[3]) · \(upper) · \(gap)"
  }

  /// A number with so many places and no leading zero.
  private static func decimals(_ value: Double, _ places: Int) -> String {
    let text = String(format: "%.\(places)f", value)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  /// Matching page, 12.5: rolls that are harder in one way, with the class of households and without it.
  private func stress() throws -> String {
    let designs: [(String, Design)] = [
      ("full design", .full), ("no household class, guard kept, no anchor", .full.without([.householdClass, .anchor])),
    ]
    var text = "\n## Stress: duplicates\n\n| roll | model |" + designs.map { " \($0.0) |" }.joined()
    text += "\n|---|---|---|---|\n"
    for (stress, label) in [
      (ErrorModel.Stress.mistypedNames, "a tenth of all names mistyped"),
      (.familyNames, "60 % of families with the head's first name"),
    ] {
      for model in Self.models {
        let samples = try bench.samples(model, stress: stress)
        bench.tell("\(label), \(model.name)")
        let cells = designs.map { " \(Self.cell(bench.run(samples, $0.1).duplicates)) |" }.joined()
        text += "| \(label) | \(model.name) |" + cells + "\n"
      }
    }
    text += "\n## Weak numbers\n\n| roll | model | duplicates | deaths |\n|---|---|---|---|\n"
    for (numbers, label) in [(NumberWriting.terpotong, "15 digits"), (.tersamar, "10 digits, no birth year")] {
      for model in Self.models {
        let scores = bench.run(try bench.samples(model, numbers: numbers), .full)
        bench.tell("\(label), \(model.name)")
        text += "| \(label) | \(model.name) | \(Self.cell(scores.duplicates)) | \(Self.cell(scores.deaths)) |\n"
      }
    }
    return text
  }

  // MARK: - Words

  private var intro: String {
    """
    # What each part of the matching is worth

    Made by `make ablation`: \(bench.voters) voters, seeds \(bench.seeds.map(String.init).joined(separator: ", ")), no labels; \
    means over the seeds. A row is the whole design with one part taken out, in every run by the same data but for that \
    part. Each cell: **best F1 of any cut** · F1, precision/recall of all tiers · precision/recall of `pasti` and `kuat` · \
    estimated less true share of false pairs. The parts are named in `Sources/Matchers/Model/Design.swift`.

    Pairs that the first scan drops stay dropped, so rows without length, levels of dates or one-number rules are a \
    little too good. "Exact tokens only" still joins words written as one.

    """
  }

  private static let reading = """

    ## Reading the tables

    A part stays when it pays, in F1, in the precision of the upper tiers or in the estimate of false shares, on more than
    one model. Those that pay on one or on none are kept for these reasons:

    * **Anchor and household class.** Without them (guard kept) these rolls come out as well or better, and the estimate of
      false shares worse; on rolls whose families share a name the class is worth .002–.009 and .03 in the estimate.
      Earlier rolls, and weak ones, ran away without the anchor.
    * **Household numbers learned from the roll** cost up to .003 of F1 and pay .005 in the estimate: one run more sure of a
      twin than it should be is worse than a duplicate left to the field.
    * **Sex** says nothing of duplicates by itself, for a second row keeps its sex and so do most strangers of one name; the
      guard of twins needs it, and taken without the name it costs .015 in the estimate.
    * **NIK-date cap, C4, C6, C9, C10, a word in common, a twin's copied number, D3.** They bound what one coincidence can be
      worth, and take cases from the tiers that no official should read there: another name under one number, a twin, a
      glued word of 30 bits. These rolls hold a handful of each.
    * **Addresses of one desa** matter where a list has neither date nor number: deaths on one model.

    """
}
