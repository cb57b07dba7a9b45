import Foundation
import Matchers
import RollModel
import SampleRolls

/// Makes samples, runs the matcher on them with some parts of the design taken out, and keeps the scores.
struct Bench {
  let scratch: URL
  let voters: Int
  let seeds: [UInt64]
  let threads: Int
  let tell: (String) -> Void

  /// Scores of duplicates and of deaths.
  typealias Scores = (duplicates: Score, deaths: Score)

  func samples(
    _ model: ErrorModel, stress: ErrorModel.Stress = .tanpa, numbers: NumberWriting = .penuh
  ) throws -> [Sample] {
    try seeds.map { seed in
      try Sample(
        in: scratch.appendingPathComponent("\(model.name)-\(seed)"), model: model.under(stress), name: model.name,
        seed: seed, voters: voters, numbers: numbers, threads: threads)
    }
  }

  /// The mean over the samples.
  func run(_ samples: [Sample], _ design: Design) -> Scores {
    var duplicates: [Score] = []
    var deaths: [Score] = []
    for sample in samples {
      var settings = MatchSettings()
      settings.design = design
      let results = Matcher(settings: settings, threads: threads).run(sample.data)
      duplicates.append(
        Score(results.duplicates, truth: sample.duplicates, expected: results.duplicateReport.prior))
      let rows = Double(sample.data.lists[.deaths]?.count ?? 0)
      deaths.append(
        Score(
          results.links[.deaths] ?? [], truth: sample.deaths,
          expected: (results.linkReports[.deaths]?.prior ?? 0) * rows))
    }
    return (Score.mean(duplicates), Score.mean(deaths))
  }
}
