import RollModel
import Testing

@testable import Matchers

struct SecondLookTests {
  /// A pair of records as a scan keeps it, and as the second look sees it.
  private func looked(_ made: MadeUpRoll, _ i: Int, _ j: Int, design: Design = .full) -> Comparison {
    let data = made.data()
    let set = RecordSet(
      roll: data.roll, lists: [], mode: .full, table: TokenTable(data.lexicon.tokens), threads: 1)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: 1)
    set.setBits(frequencies, threads: 1)
    var comparator = PairComparator(set, frequencies, PlaceSpellings(data.lexicon.places))
    var kept = PairScan.Kept()
    kept.duplicates = [comparator.compare(i, j)]
    let start = StartingModels(set, frequencies, seed: 1, hasFamilyCards: [])
    let look = SecondLook(set, start.regionPlaces, kept: kept, design: design, threads: 1)
    look.refine(&kept.duplicates, threads: 1)
    return kept.duplicates[0]
  }

  @Test(
    "a card with one error of writing is the same card, within one desa",
    arguments: [
      (1_602_010_101_100_777, 1 as UInt32, true), (1_602_010_101_100_777, 2, false),
      (1_602_010_101_107_077, 1, true), (1_602_010_101_100_999, 1, false), (1_602_010_101_100_778, 1, false),
    ] as [(UInt64, UInt32, Bool)])
  func nearCards(card: UInt64, area: UInt32, isNear: Bool) {
    var made = MadeUpRoll(people: 300, copies: 0, seed: 21)
    var twin = made.people[0]
    made.people[0].nkk = NIK(number: card == 1_602_010_101_100_778 ? 1_602_010_101_100_777 : 1_602_010_101_100_077)
    if card == 1_602_010_101_107_077 { made.people[0].nkk = NIK(number: 1_602_010_101_170_077) }
    // Neighbours' cards differ in the serial alone: only one address makes them one card.
    if card == 1_602_010_101_100_778 { twin.address = "JALAN LAIN" }
    twin.nkk = NIK(number: card)
    twin.area = area
    made.people.append(twin)
    made.people[0].area = 1
    let c = looked(made, 0, 300)
    #expect(c.isNearCard == isNear)
    #expect(c.familyCard == (isNear ? 1 : 0))
    #expect(!looked(made, 0, 300, design: .full.without(.nearCard)).isNearCard)
  }

  @Test("a name that its desa shares is worth less there, an equal address at most its share in the desa")
  func namesOfOneDesa() {
    var made = MadeUpRoll(people: 2_000, copies: 0, seed: 22)
    for i in 0..<40 {
      made.people[i].name = ["SURYANTO", "RAHMAN"]
      made.people[i].area = 3
      made.people[i].birth = CalendarDay(day: 1 + i % 28, month: 1 + i % 12, year: 1950 + i)
    }
    made.people[1].address = made.people[0].address
    let plain = looked(made, 0, 1, design: .full.without([.namesInDesa, .addressInDesa]))
    let seen = looked(made, 0, 1)
    #expect(plain.residenceLevel == 0)
    #expect(seen.residenceChance < plain.residenceChance - 3)
    #expect(seen.residenceChance >= 0)
    // Names of strangers in one desa lift nothing.
    #expect(
      looked(made, 0, 41).residenceChance == looked(made, 0, 41, design: .full.without(.namesInDesa)).residenceChance)
  }

  @Test("heaped dates and birthplaces that tell the region have chances of their own")
  func strata() {
    #expect(NumberTable.chanceRow(group: .exact, stratum: .nothing, heaped: false) == 0)
    var rows = Set<Int8>()
    for group in [BirthGroup.exact, .near, .year, .far] {
      for stratum in NumberTable.Stratum.allCases {
        for heaped in [false, true] {
          let row = NumberTable.chanceRow(group: group, stratum: stratum, heaped: heaped)
          #expect(NumberTable.group(row: Int(row)) == group.rawValue, "\(group) \(stratum) \(heaped)")
          rows.insert(row)
        }
      }
    }
    #expect(rows.count == NumberTable.chanceRows)
  }

  @Test("a comparison stays within a cache line")
  func size() {
    #expect(MemoryLayout<Comparison>.stride <= 64)
  }
}

struct NearNumberTests {
  @Test(
    "one substitution or one swap of neighbours",
    arguments: [
      (1_602_010_101_100_077, 1_602_010_101_100_078, true), (1_602_010_101_100_077, 1_602_010_101_100_077, false),
      (1_602_010_101_100_077, 7_602_010_101_100_077, true), (1_602_010_101_100_077, 1_602_010_110_100_077, true),
      (1_602_010_101_100_077, 6_102_010_101_100_077, true), (1_602_010_101_100_077, 1_602_010_101_100_088, false),
      (1_602_010_101_100_077, 2_601_010_101_100_077, false),
    ] as [(UInt64, UInt64, Bool)])
  func oneError(a: UInt64, b: UInt64, isNear: Bool) {
    #expect(NumberComparison.oneErrorApart(a, b) == isNear)
    #expect(NumberComparison.oneErrorApart(b, a) == isNear)
  }
}

struct NamesakeClassTests {
  @Test("learns how many of a list's rows are somebody else of a voter's name")
  func learns() {
    var namesakes = NamesakeClass(isUsed: true)
    var sums = NamesakeClass.Sums()
    var c = Comparison()
    c.birthLevel = 8
    c.residenceLevel = 1
    for _ in 0..<100 { sums.add(c, 1) }
    namesakes.learn(sums, rows: 1_000)
    #expect(abs(namesakes.share - 100.6 / 1_020) < 1e-6)
    #expect(NamesakeClass(isUsed: false).weights(voters: 10) == nil)
    #expect(NamesakeClass(isUsed: false).share == 0)
  }
}
