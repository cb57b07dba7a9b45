import RollModel
import Testing

@testable import Matchers

struct PairComparatorTests {
  @Test(
    "a comparison is symmetric on 100,000 random pairs, whatever is missing",
    arguments: [NumberMode.full, .truncated, .masked])
  func symmetric(mode: NumberMode) {
    let made = MadeUpRoll.rough(people: 2_000, copies: 400, seed: 3)
    let bench = Bench(made.data(), mode: mode)
    var comparator = bench.comparator()
    let tables = bench.start.duplicates.tables()
    var random = SeededGenerator(seed: 5)
    let near = made.truth + (0..<1_999).map { ($0, $0 + 1) }
    for k in 0..<100_000 {
      let (i, j) = k < near.count ? near[k] : (random.below(bench.set.count), random.below(bench.set.count))
      let forth = comparator.compare(i, j)
      let back = comparator.compare(j, i)
      #expect(Self.levels(forth) == Self.levels(back), "\(i) \(j)")
      #expect(abs(tables.weigh(forth).total - tables.weigh(back).total) < 1e-4, "\(i) \(j)")
    }
  }

  private static func levels(_ c: Comparison) -> [Int] {
    [
      Int(truncatingIfNeeded: c.nameEvents), Int(c.lengthLevel), Int(c.birthLevel), Int(c.numberCell),
      Int(c.familyCard), Int(c.placeLevel),
      Int(c.sexLevel), Int(c.residenceLevel), Int(c.maritalLevel), Int(c.given),
    ]
  }

  @Test("the bound drops no pair that reaches the floor")
  func boundIsSafe() {
    let made = MadeUpRoll.rough(people: 2_000, copies: 400, seed: 4)
    let bench = Bench(made.data())
    var comparator = PairComparator(bench.set, bench.frequencies, bench.places)
    let tables = bench.start.duplicates.scanTables()
    let table = QuickWeights.Table(tables)
    let weights = table.lent
    defer { withExtendedLifetime(table) {} }
    var random = SeededGenerator(seed: 6)
    let pairs =
      made.truth + (0..<1_999).map { ($0, $0 + 1) }
      + (0..<100_000).map { _ in (random.below(bench.set.count), random.below(bench.set.count)) }
    var kept = 0
    for (i, j) in pairs {
      let x = UnsafePointer(bench.set.records.base + i)
      let y = UnsafePointer(bench.set.records.base + j)
      let whole = tables.weigh(comparator.compare(i, j)).total
      var quick = Comparison()
      let floor = PairScan.floor
      let before = comparator.reach(i, x, j, y, weights: weights, floor: floor, into: &quick)
      let mayReach = before.map { comparator.mayReach($0, x, y, floor: floor) } ?? false
      let passed = mayReach && before.map { comparator.finish(x, y, weights, $0, floor, into: &quick) } ?? false
      if passed { kept += 1 }
      #expect(passed || whole < Double(PairScan.floor) + 0.01, "\(i) \(j) \(whole)")
    }
    #expect(kept > made.truth.count / 2)
  }
}
