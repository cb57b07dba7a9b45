import RollModel
import Testing

@testable import Matchers

struct PairComparatorTests {
  private struct Bench {
    let set: RecordSet
    let frequencies: Frequencies
    let places: PlaceSpellings
    let start: StartingModels

    init(_ data: CaseData) {
      set = RecordSet(
        roll: data.roll, lists: [], mode: .full, table: TokenTable(data.roll.lexicon.tokens), threads: 2)
      frequencies = Frequencies(set, lexicon: data.roll.lexicon, threads: 2)
      set.setBits(frequencies, threads: 2)
      places = PlaceSpellings(data.roll.lexicon.places)
      start = StartingModels(set, frequencies, seed: 1, hasFamilyCards: [])
    }
  }

  @Test("a comparison is symmetric on 100,000 random pairs")
  func symmetric() {
    let bench = Bench(MadeUpRoll(people: 2_000, copies: 400, seed: 3).data())
    var comparator = PairComparator(bench.set, bench.frequencies, bench.places)
    let tables = bench.start.duplicates.tables()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100_000 {
      let i = random.below(bench.set.count)
      let j = random.below(bench.set.count)
      let forth = comparator.compare(i, j)
      let back = comparator.compare(j, i)
      #expect(abs(tables.weigh(forth).total - tables.weigh(back).total) < 1e-4, "\(i) \(j)")
    }
  }

  @Test("the bound drops no pair that reaches the floor")
  func boundIsSafe() {
    let made = MadeUpRoll(people: 2_000, copies: 400, seed: 4)
    let bench = Bench(made.data())
    var comparator = PairComparator(bench.set, bench.frequencies, bench.places)
    let tables = bench.start.duplicates.tables()
    let weights = QuickWeights(tables)
    var random = SeededGenerator(seed: 6)
    let pairs = made.truth + (0..<100_000).map { _ in (random.below(bench.set.count), random.below(bench.set.count)) }
    var kept = 0
    for (i, j) in pairs {
      let x = UnsafePointer(bench.set.records.base + i)
      let y = UnsafePointer(bench.set.records.base + j)
      let whole = tables.weigh(comparator.compare(i, j)).total
      var quick = Comparison()
      let passed = comparator.compare(i, x, j, y, weights: weights, floor: PairScan.floor, into: &quick)
      if passed { kept += 1 }
      #expect(passed || whole < Double(PairScan.floor) + 0.01, "\(i) \(j) \(whole)")
    }
    #expect(kept > made.truth.count / 2)
  }

  @Test("lines of an explanation sum to the odds")
  func explanationSums() {
    let data = MadeUpRoll(people: 1_500, copies: 60, seed: 8).data()
    let results = Matcher(threads: 2).run(data)
    let explained = results.duplicates.filter { !$0.explanation.isEmpty }
    #expect(explained.count > 20)
    for pair in explained {
      let sum = pair.explanation.reduce(0) { $0 + $1.weight.bits }
      #expect(abs(sum - pair.weight.bits) < 1e-9)
      #expect(!pair.words.isEmpty)
    }
  }
}
