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
      AreaGroundwork(data, threads: 2), data: data, matches: MatchResults(),
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
      AreaGroundwork(example.data, threads: 1), data: example.data, matches: MatchResults(),
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

  @Test(arguments: [
    (voters: 100, found: 5, visited: 100, residents: 0, special: 0, index: 35.0),
    (voters: 100, found: 0, visited: 80, residents: 5, special: 5, index: 65.0),
    (voters: 100, found: 0, visited: 100, residents: 0, special: 0, index: 0.0),
    (voters: 0, found: 0, visited: 100, residents: 0, special: 0, index: 0.0),
    (voters: 100, found: 50, visited: 0, residents: 50, special: 50, index: 100.0),
  ])
  func indexIsAWeightedMean(
    _ row: (voters: Int, found: Int, visited: Int, residents: Int, special: Int, index: Double)
  ) {
    var area = AreaSummary(key: AreaKey(kecamatan: 1, desa: 1))
    area.voters = row.voters
    area.householdsExpected = 100
    area.householdsVisited = row.visited
    area.absentResidents = row.residents
    area.specialListGenuine = row.special
    let index = AreaIndex(hasVisits: true, hasResidents: true, hasSpecialList: true)
    #expect(index.value(of: area, found: row.found) == row.index)
  }
}
