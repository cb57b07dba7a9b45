import RollModel
import Testing

@testable import Casework

/// A frame whose rows are known to be right or wrong.
struct KnownFrame {
  var frame: SampleFrame
  /// By unit: whether the row of the roll is wrong.
  var isWrong: [Bool] = []

  /// - Parameter classes: rows and share wrong, by class.
  init(_ classes: [(count: Int, wrong: Double)], areas: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var units: [SampleFrame.Unit] = []
    for (kind, (count, wrong)) in classes.enumerated() {
      for _ in 0..<count {
        units.append(.init(fact: random.next(), tie: 0, area: random.below(areas), kind: kind))
        isWrong.append(random.unit() < wrong)
      }
    }
    let names = [SampleFrame.clean] + classes.indices.dropFirst().map { "aturan-\($0)" }
    frame = SampleFrame(.listToPeople, source: "uji", kinds: names, units: units)
  }

  var truth: Double { Double(isWrong.count { $0 }) / Double(isWrong.count) }

  func draw(_ total: Int, seed: String) throws -> SampleDraw {
    let sizes = try #require(Allocation.sizes(frame.populations, total: total))
    return SampleDraw(frame, sizes: sizes, key: SamplingKey(seed: seed))
  }
}

@Suite struct AllocationTests {
  @Test(arguments: [
    ([1000, 100, 10], 60), ([2909, 33, 25, 4, 14, 2, 2, 3, 2], 150), ([5, 5], 100), ([1, 0, 7], 5), ([40, 40], 4),
    ([950_000, 20_000, 400, 3], 1200),
  ])
  func sizesAddUpAndFit(_ populations: [Int], _ total: Int) throws {
    let sizes = try #require(Allocation.sizes(populations, total: total))
    #expect(sizes.reduce(0, +) == min(total, populations.reduce(0, +)))
    for (size, population) in zip(sizes, populations) { #expect(size <= population && size >= min(2, population)) }
  }

  @Test func tooFewAreNone() {
    #expect(Allocation.sizes([10, 10, 1], total: 4) == nil)
    #expect(Allocation.minimum([10, 10, 1]) == 5)
  }

  @Test func largerClassesGetMore() throws {
    let sizes = try #require(Allocation.sizes([10_000, 400, 100], total: 130))
    #expect(sizes == [100, 20, 10])
  }

  @Test(arguments: [0.02, 0.03, 0.05, 0.1])
  func aMarginIsKeptAndNotExceededByMuch(_ margin: Double) throws {
    let populations = [50_000, 900, 250, 30]
    let total = Allocation.total(populations, margin: margin)
    let sizes = try #require(Allocation.sizes(populations, total: total))
    let fewer = try #require(Allocation.sizes(populations, total: total - 1))
    #expect(Allocation.reach(populations, sizes) <= margin)
    #expect(Allocation.reach(populations, fewer) > margin)
    #expect(Allocation.reach(populations, populations) == 0)
  }
}

@Suite struct SampleDrawTests {
  private static let known = KnownFrame([(3000, 0.02), (300, 0.9), (40, 0.5)], areas: 25, seed: 3)

  @Test func orderOfRowsMeansNothing() throws {
    let draw = try Self.known.draw(120, seed: "a")
    var shuffled = Self.known.frame
    var random = SeededGenerator(seed: 9)
    shuffled.units.shuffle(using: &random)
    let again = SampleDraw(shuffled, sizes: draw.sizes, key: SamplingKey(seed: "a"))
    #expect(draw.units.map { Self.known.frame.units[$0].fact } == again.units.map { shuffled.units[$0].fact })
    #expect(draw.strata == again.strata)
    #expect(try Self.known.draw(120, seed: "b").units != draw.units)
  }

  @Test func strataAddUp() throws {
    let draw = try Self.known.draw(120, seed: "x")
    #expect(draw.units.count == 120 && Set(draw.units).count == 120)
    for kind in 0..<3 {
      let strata = draw.strata.filter { $0.kind == kind }
      #expect(strata.reduce(0) { $0 + $1.drawn } == draw.sizes[kind])
      #expect(strata.reduce(0) { $0 + $1.population } == draw.populations[kind])
      #expect(strata.allSatisfy { $0.drawn <= $0.population })
      #expect(draw.units.count { Int(Self.known.frame.units[$0].kind) == kind } == draw.sizes[kind])
      // Each desa gets its share, rounded down or up.
      let rate = Double(draw.sizes[kind]) / Double(draw.populations[kind])
      for stratum in strata { #expect(abs(Double(stratum.drawn) - rate * Double(stratum.population)) < 1 + 1e-9) }
    }
  }

  /// Rows in small desa and in large ones have one chance.
  @Test func everyRowOfAClassHasTheSameChance() throws {
    let known = KnownFrame([(60, 0), (20, 0)], areas: 7, seed: 5)
    var times = Array(repeating: 0, count: known.frame.units.count)
    let draws = 2000
    for seed in 0..<draws { for unit in try known.draw(20, seed: "s\(seed)").units { times[unit] += 1 } }
    let sizes = try #require(Allocation.sizes(known.frame.populations, total: 20))
    for (unit, times) in times.enumerated() {
      let kind = Int(known.frame.units[unit].kind)
      let chance = Double(sizes[kind]) / Double(known.frame.populations[kind])
      let spread = (chance * (1 - chance) / Double(draws)).squareRoot()
      #expect(abs(Double(times) / Double(draws) - chance) < 4.5 * spread)
    }
  }

  @Test func namesAreReadableAndDiffer() {
    let key = SamplingKey(seed: "a")
    let names = (0..<1000).map { key.name(UInt64($0), attempt: 0) }
    #expect(Set(names).count == 1000)
    #expect(names.allSatisfy { $0.wholeMatch(of: #/UP-[0-9A-HJKMNP-TV-Z]{10}/#) != nil })
    #expect(key.name(1, attempt: 0) != key.name(1, attempt: 1))
  }
}

@Suite struct SampleEstimateTests {
  /// 7 of 50, worked out apart.
  @Test func wilsonIsWilson() {
    let interval = ShareInterval(7, of: 50, from: .max)
    #expect(abs(interval.lower - 0.069_526) < 1e-4 && abs(interval.upper - 0.261_854) < 1e-4)
    #expect(ShareInterval(3, of: 10, from: 10) == ShareInterval(3, of: 10, from: 9))
    #expect(ShareInterval(3, of: 10, from: 10).lower == 0.3)
    #expect(ShareInterval(0, of: 0, from: 10).upper == 1)
    let near = ShareInterval(7, of: 50, from: 100)
    // By hand: 50 of 100 tell as much as 50 × 99 / 50 = 99 draws; (0.14 + 3.8415/198) / (1 + 3.8415/99) = 0.15345 in the
    // middle, and 1.96 / 1.0388 × √(0.14 × 0.86 / 99 + 3.8415 / (4 × 99²)) = 0.06840 on either side.
    #expect(abs(near.lower - 0.08505) < 1e-5 && abs(near.upper - 0.22184) < 1e-5)
  }

  @Test func aCensusIsExact() {
    let share = StratifiedShare([
      .init(population: 90, answered: 90, wrong: 9), .init(population: 10, answered: 10, wrong: 5),
    ])
    #expect(abs(share.share - 0.14) < 1e-12)
    #expect(abs(share.lower - 0.14) < 1e-12 && abs(share.upper - 0.14) < 1e-12 && share.known == 1)
  }

  @Test func whatNobodyAnsweredIsOpen() {
    let share = StratifiedShare([
      .init(population: 90, answered: 90, wrong: 9), .init(population: 10, answered: 0, wrong: 0),
    ])
    #expect(abs(share.known - 0.9) < 1e-12 && abs(share.share - 0.1) < 1e-12)
    #expect(abs(share.lower - 0.09) < 1e-12 && abs(share.upper - 0.19) < 1e-12)
  }

  /// The interval holds the truth in 95 of 100 draws, and the estimate is right on average.
  @Test(
    arguments: [
      ([(3000, 0.02), (300, 0.85), (80, 0.6), (12, 0.5)], 260), ([(2500, 0.006), (150, 0.95), (40, 0.9)], 200),
      ([(2000, 0.2), (250, 0.5)], 120),
    ] as [([(count: Int, wrong: Double)], Int)])
  func intervalsCoverTheTruth(_ classes: [(count: Int, wrong: Double)], _ total: Int) throws {
    let known = KnownFrame(classes, areas: 30, seed: 77)
    let draws = 400
    var covered = 0
    var sum = 0.0
    for seed in 0..<draws {
      let draw = try known.draw(total, seed: "\(seed)")
      let parts = classes.indices.map { kind in
        let units = draw.units.filter { Int(known.frame.units[$0].kind) == kind }
        return StratifiedShare.Part(
          population: draw.populations[kind], answered: units.count, wrong: units.count { known.isWrong[$0] })
      }
      let share = StratifiedShare(parts)
      covered += share.lower <= known.truth && known.truth <= share.upper ? 1 : 0
      sum += share.share
    }
    #expect(Double(covered) / Double(draws) >= 0.93, "\(covered) of \(draws)")
    #expect(abs(sum / Double(draws) - known.truth) < 0.004, "\(sum / Double(draws)) for \(known.truth)")
  }
}
