import Platform
import RollModel
import Testing

@testable import Matchers

/// Counts without sorting, against a look at everything.
struct TallyTests {
  @Test("a tally of groups equals a dictionary for each")
  func groups() {
    var random = SeededGenerator(seed: 41)
    var tally = GroupTally(most: 400)
    for size in [1, 2, 5, 40, 400, 3, 90] {
      var slow: [[UInt64]: Int] = [:]
      tally.begin(values: size)
      for _ in 0..<(size * 2) {
        let value = UInt64(random.below(size)) << 33
        let kind = UInt32(random.below(2)) << 1
        guard slow[[value, UInt64(kind)]] != nil || slow.count < size else { continue }
        #expect(tally.held(value, kind: kind) == slow[[value, UInt64(kind)], default: 0])
        #expect(tally.count(value, kind: kind) == slow[[value, UInt64(kind)], default: 0])
        slow[[value, UInt64(kind)], default: 0] += 1
      }
    }
  }

  @Test("pairs of one name and decade equal a look at every pair")
  func namesakes() {
    var made = MadeUpRoll.rough(people: 900, copies: 200, seed: 42)
    for row in stride(from: 0, to: 900, by: 7) { made.people[row].name = ["SRI"] }
    let set = Bench(made.data()).set
    var sums = Array(repeating: Array(repeating: 0, count: Frequencies.decades), count: 5)
    for i in 0..<set.rollCount {
      for j in (i + 1)..<max(set.rollCount, i + 1) where set.nameHashes[i] == set.nameHashes[j] {
        let (x, y) = (set.records[i], set.records[j])
        let decade = Frequencies.decade(ofYear: x.year)
        guard x.hasFullDate, y.hasFullDate, decade == Frequencies.decade(ofYear: y.year) else { continue }
        sums[0][decade] += 1
        if x.place == y.place, x.place != Lexicon.nothing { sums[1][decade] += 1 }
        if x.area == y.area, x.area != 0 { sums[2][decade] += 1 }
        if x.nik != 0, y.nik != 0 { sums[3][decade] += 1 }
        if x.nkk != 0, y.nkk != 0 { sums[4][decade] += 1 }
      }
    }
    for k in 0..<5 { sums[k][Frequencies.plainDecade] = 0 }
    let rows = (0..<set.rollCount).sorted { (set.nameHashes[$0], $0) < (set.nameHashes[$1], $1) }
    let keys = Storage(rows.map { UInt64($0) })
    var pairs = NamesakePairs(set, largest: rows.count)
    var i = 0
    while i < rows.count {
      var j = i + 1
      while j < rows.count, set.nameHashes[rows[j]] == set.nameHashes[rows[i]] { j += 1 }
      pairs.count(keys, i..<j, rows: .max, until: rows.count)
      i = j
    }
    #expect([pairs.all, pairs.places, pairs.desa, pairs.numbers, pairs.cards] == sums)
    #expect(sums.allSatisfy { $0.reduce(0, +) > 20 })
  }

  @Test("namesakes expected on a date come from the number of bearers")
  func expectedNamesakes() {
    var made = MadeUpRoll.rough(people: 900, copies: 200, seed: 44)
    for row in stride(from: 0, to: 900, by: 7) { made.people[row].name = ["SRI"] }
    let bench = Bench(made.data())
    let counts = NameCounts(bench.set, dates: bench.frequencies.dateCount)
    for row in stride(from: 0, to: bench.set.rollCount, by: 3) where bench.set.records[row].hasFullDate {
      let bearers = (0..<bench.set.rollCount).filter { bench.set.nameHashes[$0] == bench.set.nameHashes[row] }.count
      let own = bench.set.records[row].birthBits
      #expect(counts.expectedNamesakes(bench.set, row) == Double(bearers - 1) * exp2(-Double(own)))
    }
  }

  @Test("pairs of one family card equal a dictionary of the cards", arguments: [1, 3_000])
  func cards(people: Int) {
    let made = MadeUpRoll.rough(people: people, copies: people / 5, seed: 43)
    let bench = Bench(made.data())
    var members: [UInt64: Int] = [:]
    for row in 0..<bench.set.rollCount where bench.set.records[row].nkk != 0 {
      members[bench.set.records[row].nkk, default: 0] += 1
    }
    let cards = FamilyCards(bench.set, bench.frequencies)
    #expect(cards.pairs == members.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }

  @Test("shares of places equal a count of the area's people", arguments: [false, true])
  func placeShares(byKecamatan: Bool) {
    let bench = Bench(MadeUpRoll.rough(people: 3_000, copies: 300, seed: 45).data())
    let shares = byKecamatan ? bench.frequencies.placesByKecamatan : bench.frequencies.placesByArea
    var held: [UInt32: [UInt32: Int]] = [:]
    for row in 0..<bench.set.rollCount where bench.set.records[row].place != Lexicon.nothing {
      let record = bench.set.records[row]
      held[byKecamatan ? UInt32(record.kecamatan) : record.area, default: [:]][record.place, default: 0] += 1
    }
    let places = Set(held.values.flatMap(\.keys))
    for (area, counts) in held {
      let people = Float(counts.values.reduce(0, +))
      for place in places {
        let bits = area == 0 ? 0 : -log2f(Float(counts[place, default: 1]) / people)
        #expect(shares.bits(group: area, place: place) == bits)
      }
    }
    #expect(held.count > 2 && shares.bits(group: .max, place: 1) == 0)
  }

  @Test("sums added in one run of memory equal the sums by field")
  func sums() {
    var random = SeededGenerator(seed: 47)
    var adder = SumsAdder()
    var slow = Training.Sums()
    for _ in 0..<2_000 {
      var c = Comparison()
      for event in NameEvent.allCases where random.below(3) == 0 { for _ in 0...random.below(3) { c.count(event) } }
      c.lengthLevel = Int8(random.below(4)) - 1
      c.birthLevel = Int8(random.below(10)) - 1
      c.numberCell = Int8(random.below(NumberTable.cells + 1)) - 1
      c.familyCard = Int8(random.below(3)) - 1
      c.placeLevel = Int8(random.below(4)) - 1
      c.sexLevel = Int8(random.below(3)) - 1
      c.residenceLevel = Int8(random.below(6)) - 1
      c.maritalLevel = Int8(random.below(3)) - 1
      c.fatherLevel = Int8(random.below(4)) - 1
      let p = random.below(5) == 0 ? 0 : random.unit()
      adder.add(c, p)
      slow.add(c, p)
    }
    let sums = adder.sums
    #expect(sums.all == slow.all)
    for field in [
      \Training.Sums.name, \.length, \.birth, \.number, \.familyCard, \.place, \.sex, \.residence, \.marital, \.father,
    ] {
      #expect(sums[keyPath: field] == slow[keyPath: field])
    }
  }
}
