import RollModel
import Testing

@testable import Rules

/// The ledger against a slow and obvious count.
struct LedgerTests {
  @Test(arguments: [1, 2, 3])
  func countsWhatASlowCountCounts(_ seed: UInt64) throws {
    let example = try ExampleCase(RandomExample(seed: seed, families: 120).example())
    let data = example.data
    let ledger = AreaLedger(
      AreaGroundwork(data, threads: 2), RollComparison(data, threads: 2), data: data, matches: MatchResults(),
      referenceDay: example.election.referenceDay)
    let voters = (0..<data.roll.count).map { data.roll[$0] }.filter { !$0.isStruck }
    #expect(ledger.kabupaten[0].summary.voters == voters.count)
    for level in [AreaLevel.kabupaten, .kecamatan, .desa, .station, .neighbourhood] {
      for area in ledger.areas(level) {
        let inside = voters.filter { holds(area.key, $0) }
        #expect(area.summary.voters == inside.count)
        #expect(area.summary.women == inside.count { $0.sex == .female })
        #expect(area.summary.householdsVisited <= area.summary.householdsExpected)
        #expect(
          area.summary.households <= area.summary.householdsExpected + area.householdsUnclear
            || area.summary.households == 0)
        #expect(area.summary.votersVisited <= area.summary.voters)
      }
    }
    for village in ledger.villages {
      let inside = voters.filter { $0.areaNumber == village.key.desa && $0.tps < 901 && !$0.nkk.isMissing }
      let families = Dictionary(grouping: inside, by: \.nkk)
      #expect(village.summary.households == families.count)
      let found = ledger.households.filter { Int($0.area) == village.key.desa }
      #expect(found.map(\.nkk.bits) == families.keys.map(\.bits).sorted())
      for household in found {
        let rows = ledger.members(of: household).map { Int($0) }
        #expect(rows.sorted() == families[household.nkk]?.map(\.row).sorted())
        #expect((household.visit == .visited) == isVisited(household.nkk, data.visits))
      }
    }
  }

  private func holds(_ key: AreaKey, _ voter: Voter) -> Bool {
    (key.kecamatan == 0 || key.kecamatan == voter.area.kecamatanNumber)
      && (key.desa == 0 || key.desa == voter.areaNumber)
      && (key.tps == 0 || key.tps == voter.tps) && (key.rt == 0 || (key.rw, key.rt) == (voter.rw, voter.rt))
  }

  private func isVisited(_ card: NIK, _ log: VisitLog) -> Bool {
    (0..<log.count).contains { log.nkk[$0] == card && !log.date[$0].isUnknown }
  }

  @Test func visitsWithoutNumbersFillTheirNeighbourhood() throws {
    let example = try ExampleCase(
      Example(
        """
        ? | nkk | nama | kode_desa | rt | rw | tps
          | 1602050101100001 | ANI | 1602052001 | 1 | 1 | 1
          | 1602050101100002 | ANA | 1602052001 | 1 | 1 | 1
          | 1602050101100003 | ANU | 1602052001 | 2 | 1 | 2
        [coklit]
          | nkk | kode_desa | rt | rw | tanggal_coklit
          |  | 1602052001 | 1 | 1 | 2026-07-01
          |  | 1602052001 | 2 | 1 | 2026-07-01
          |  | 1602052001 | 2 | 1 | 2026-07-02
        """))
    let ledger = AreaLedger(
      AreaGroundwork(example.data, threads: 1), RollComparison(example.data, threads: 1), data: example.data,
      matches: MatchResults(),
      referenceDay: example.election.referenceDay)
    let visited = ledger.neighbourhoods.map { [$0.summary.householdsVisited, $0.summary.householdsExpected] }
    #expect(visited == [[1, 2], [2, 2]])
    #expect(ledger.stations.map(\.summary.householdsVisited) == [1, 2])
    #expect(ledger.villages.map(\.coverage) == [0.75])
  }

  @Test(arguments: [0, 1, 7, 500])
  func familiesStandInOrderOfCard(_ voters: Int) {
    var random = SeededGenerator(seed: UInt64(voters))
    let cards = (0..<voters).map { _ in UInt64(random.below(max(1, voters / 3))) &* 0x9E37_79B9_7F4A_7C15 }
    let families = Families(cards)
    #expect(families.order == cards.indices.sorted { (cards[$0], $0) < (cards[$1], $1) })
    #expect(families.keys == Set(cards).sorted())
    #expect(families.starts == [0] + families.keys.map { key in cards.count { $0 <= key } })
  }

  @Test func keysAreNumberedInOrderOfArrival() {
    var random = SeededGenerator(seed: 5)
    var index = KeyIndex()
    var slow: [UInt64: Int] = [:]
    for _ in 0..<5000 {
      let key = random.next() & 0x3FF
      let number = slow[key] ?? slow.count
      slow[key] = number
      #expect(index.number(of: key) == number)
    }
    #expect(index.count == slow.count)
    #expect(index.find(1 << 40) == nil)
  }

  private func counts(_ voters: Int, _ found: [RightToVotePart: Int] = [:], unvisited: Int = 0) -> AreaIndex.Counts {
    var counts = AreaIndex.Counts()
    counts.voters = voters
    counts.householdsExpected = 100
    counts.householdsUnvisited = unvisited
    for (part, count) in found { counts.found[part.rawValue] = count }
    return counts
  }

  @Test func indexIsAWeightedMeanOfSixParts() {
    let index = AreaIndex(known: Set(RightToVotePart.allCases), hasVisits: true)
    // 5 of 100 fill the part of those who should go: a quarter of the weights.
    #expect(index.score(of: counts(100, [.unfit: 5]), in: nil).value == 25)
    // A tenth of the families unvisited is half of what fills the part of those not listed.
    #expect(index.score(of: counts(100, [.unfit: 5], unvisited: 10), in: nil).value == 37.5)
    #expect(index.score(of: counts(100, [.unlisted: 5], unvisited: 10), in: nil).value == 25)
    let all = Dictionary(uniqueKeysWithValues: RightToVotePart.allCases.map { ($0, 100) })
    #expect(
      index.score(of: counts(100, all), in: nil)
        == AreaScore(value: 100, lower: 100, upper: 100, parts: Array(repeating: 100, count: 6)))
    #expect(index.score(of: counts(0), in: nil).value == 0)
  }

  @Test func aPartWithoutDataLeavesItsWeightToTheOthers() {
    let score = AreaIndex(known: [.unfit, .doubles], hasVisits: false).score(of: counts(1000, [.unfit: 50]), in: nil)
    #expect(score.value == 62.5)
    #expect(score.parts == [nil, 100, nil, 0, nil, nil])
  }

  @Test func smallAreasAreDrawnTowardsTheAreaAbove() {
    let index = AreaIndex(known: [.unfit], hasVisits: false)
    let above = counts(10_000, [.unfit: 100])
    // One of ten voters: with fifty more at 1 %, 1.5 of 60, half of what fills the part.
    #expect(index.score(of: counts(10, [.unfit: 1]), in: above).value == 50)
    let large = index.score(of: counts(10_000, [.unfit: 100]), in: above)
    let small = index.score(of: counts(100, [.unfit: 1]), in: above)
    #expect(large.value == small.value && large.value == 20)
    #expect(large.lower < large.value && large.value < large.upper)
    #expect(small.upper - small.lower > 3 * (large.upper - large.lower))
  }
}
