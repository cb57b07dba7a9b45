import RollModel
import Testing

@testable import Matchers

struct ExplanationTests {
  /// Sums that a reader would make by adding up the printed lines.
  private func sum(_ lines: [EvidenceLine]) -> Double { lines.reduce(0) { $0 + $1.weight.bits } }

  @Test("lines sum to the odds on 20,000 pairs of rough records", arguments: [NumberMode.full, .truncated, .masked])
  func linesSumToOdds(mode: NumberMode) {
    let made = MadeUpRoll.rough(people: 2_000, copies: 500, seed: 8)
    let bench = Bench(made.data(), mode: mode)
    var comparator = bench.comparator()
    let model = bench.start.duplicates
    let tables = model.tables()
    let explainer = Explainer(model, bench.set)
    var random = SeededGenerator(seed: 9)
    let near = made.truth + (0..<1_999).map { ($0, $0 + 1) }
    var seen: [String: Int] = [:]
    for k in 0..<20_000 {
      let (i, j) = k < near.count ? near[k] : (random.below(bench.set.count), random.below(bench.set.count))
      let c = comparator.compare(i, j)
      let parts = tables.weigh(c)
      let alignment = comparator.alignment(i, j)
      #expect(alignment.parts.reduce(0) { $0 + $1.chance } == Double(c.nameChance), "\(i) \(j)")
      #expect(alignment.parts.count == c.alignedTokens, "\(i) \(j)")
      let lines = explainer.lines(c, parts, alignment)
      #expect(abs(sum(lines) - parts.total) <= 1e-9, "\(i) \(j)")
      for line in lines { seen[line.comparison, default: 0] += 1 }
      for line in lines {
        guard let m = line.m, let u = line.u, line.comparison != Words.length else { continue }
        #expect(m > 0 && m <= 1 && u > 0 && u <= 1.001, "\(line)")
      }
    }
    for name in [Words.name, Words.length, Words.birth, Words.number, Words.familyCard, Words.household] {
      #expect(seen[name, default: 0] > 20, "\(name)")
    }
    if mode == .full { #expect(seen[Words.numberCap, default: 0] > 0) }
  }

  @Test("lines of every reported pair and link sum to its odds")
  func reportedPairs() throws {
    let made = MadeUpRoll.rough(people: 3_000, copies: 200, seed: 10)
    var dead = MadeUpRoll(people: 100, copies: 0, seed: 99)
    var random = SeededGenerator(seed: 12)
    for row in 0..<400 {
      var person = made.people[row * 5]
      person.damage(&random)
      dead.people.append(person)
    }
    let results = Matcher(threads: 2).run(made.data(lists: [.deaths: dead]))
    let links = try #require(results.links[.deaths])
    for (pairs, prior) in [(results.duplicates, Words.twoRows), (links, Words.rowAndVoter)] {
      let explained = pairs.filter { !$0.explanation.isEmpty }
      #expect(explained.count > 50)
      for pair in explained {
        #expect(abs(sum(pair.explanation) - pair.weight.bits) <= 1e-9)
        #expect(pair.explanation.first?.level == prior)
        #expect(!pair.words.isEmpty)
        #expect(abs(pair.weight.probability.value - pair.probability.value) < 1e-9)
      }
    }
    #expect(links.contains { $0.explanation.contains { $0.comparison == Words.others && $0.weight.bits > 0 } })
  }

  @Test(
    "each token has its line",
    arguments: [
      (["SITI", "AMINAH"], ["SITI", "AMINA"], ["SITI sama", "AMINAH – AMINA: sama bunyinya", "sama"]),
      (["SUL", "ASTRI"], ["SULASTRI"], ["SUL ASTRI – SULASTRI: ditulis serangkai", "sama"]),
      (["SULASTRI"], ["SUL", "ASTRI"], ["SULASTRI – SUL ASTRI: ditulis serangkai", "sama"]),
      (["M", "YUSUF"], ["MARDI", "YUSUF"], ["YUSUF sama", "M – MARDI: huruf awalnya saja", "sama"]),
      (["SUPARNO"], ["SUPARMO"], ["SUPARNO – SUPARMO: beda satu huruf", "sama"]),
      (["SUHARTO"], ["SUWARNO"], ["SUHARTO – SUWARNO: bunyinya beda satu huruf", "sama"]),
      (["BUDI", "HASAN"], ["BUDI"], ["BUDI sama", "selisih satu; HASAN hanya pada satu baris"]),
      (["BUDI", "HASAN"], ["BUDI", "RETNO"], ["BUDI sama", "HASAN – RETNO: berbeda", "sama"]),
      (["NGADIMAN"], ["NGDMN"], ["NGADIMAN – NGDMN: tanpa huruf vokal", "sama"]),
    ])
  func tokenLines(a: [String], b: [String], expected: [String]) {
    var made = MadeUpRoll(people: 300, copies: 0, seed: 13)
    made.people[0].name = a
    made.people[1].name = b
    let bench = Bench(made.data())
    var comparator = bench.comparator()
    let c = comparator.compare(0, 1)
    let explainer = Explainer(bench.start.duplicates, bench.set)
    let lines = explainer.lines(c, bench.start.duplicates.tables().weigh(c), comparator.alignment(0, 1))
    #expect(lines.filter { $0.comparison == Words.name || $0.comparison == Words.length }.map(\.level) == expected)
  }
}
