import Foundation
import Matchers
import RollModel
import Testing

@testable import Rules

/// What pages of rules say of method and scope is what the rules do.
struct CardWordTests {
  /// The deviation of `perubahan-tidak-wajar`, from the formula on its page.
  @Test(arguments: 1...10)
  func deviationIsThatOfThePage(_ seed: UInt64) throws {
    #expect(UnusualChange.card.why.contains("r = 2√n (asin √(x/n) − asin √p)"))
    #expect(UnusualChange.card.why.contains("s = median |r| / 0,6745, paling sedikit 1"))
    var random = SeededGenerator(seed: seed)
    let areas = (0..<31).map { _ in
      let cases = 100 + random.below(2000)
      return (count: random.below(cases / 5), cases: cases)
    }
    let rates = try #require(RobustRates(areas, leastCases: 100))
    // Every voter once, with the share of his area.
    let shares = areas.flatMap { area in Array(repeating: Double(area.count) / Double(area.cases), count: area.cases) }
      .sorted()
    let p = shares[(shares.count - 1) / 2]
    #expect(abs(rates.rate - p) < 1e-12)
    func r(_ area: (count: Int, cases: Int)) -> Double {
      let n = Double(area.cases)
      return 2 * n.squareRoot() * (asin((Double(area.count) / n).squareRoot()) - asin(p.squareRoot()))
    }
    let s = max(1, areas.map { abs(r($0)) }.sorted()[15] / 0.6745)
    for area in areas { #expect(abs(rates.deviation(area.count, of: area.cases) - r(area) / s) < 1e-9) }
  }

  /// Lists that `sumber-lama` judges are those that its page names.
  @Test func listsThatGrowOldAreNamed() throws {
    let roles = Role.allCases.filter(\.isPersons)
    let table = roles.map { "[\($0.rawValue)]\n\($0 == .roll ? "?" : " ") | nama\n  | ANI" }.joined(separator: "\n")
    let example = try ExampleCase(Example(table), rule: OldSource.card.id)
    var data = example.data
    for i in data.files.indices { data.files[i].issued = CalendarDay(iso: "2025-01-01") ?? CalendarDay() }
    let result = Examination(
      data: data, matches: Matcher(threads: 1).run(data), election: example.election, visits: example.visits,
      settings: example.settings, threads: 1
    ).run()
    let found = result.findings.filter { $0.rule == OldSource.card.id }.map(\.evidence).sorted()
    let words = try #require(OldSource.card.why.firstMatch(of: #/Yang dinilai berkas (.*), bila namanya/#)).output.1
    let named = words.replacing(" dan ", with: " ").split(separator: ", ").map { $0.filter { $0 != " " } }
    let paths = data.files.filter { named.contains($0.role.rawValue) }.map(\.path).sorted()
    #expect(found == paths && paths.count == named.count)
  }
}
