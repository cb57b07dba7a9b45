import Platform
import RollModel
import Testing

@testable import Matchers

/// What a scan of a general roll leaves out, beside what comparing wholly would have kept.
struct GeneralBoundTests {
  /// Records, shares and the model that a scan of the roll starts from.
  private struct Bench {
    let inputs: GeneralInputs
    let bar: GeneralBar

    init(_ made: GeneralRoll) {
      let matching = GeneralMatching(settings: MatchSettings(), threads: 2)
      inputs = matching.inputs(made.data(), [])
      var model = matching.start(inputs)
      model.prior = -10
      bar = GeneralBar(model, floor: GeneralScan.floor)
    }
  }

  /// True pairs, neighbours in the file and random pairs.
  private func pairs(_ made: GeneralRoll, random count: Int) -> [(Int, Int)] {
    var random = SeededGenerator(seed: 6)
    let rows = made.people.count
    let truth = made.owner.enumerated().filter { $0.offset != $0.element }.map { ($0.element, $0.offset) }
    return truth + (1..<rows).map { ($0 - 1, $0) }
      + (0..<count).map { _ in (random.below(rows), random.below(rows)) }.filter { $0 != $1 }
  }

  @Test("the bounds drop no pair that reaches the floor, and keep none below it", arguments: [1, 3])
  func boundIsSafe(household: Int) {
    let made = GeneralRoll(people: 1_500, copies: 900, household: household, seed: 41)
    let bench = Bench(made)
    var comparator = GeneralComparator(bench.inputs, bench.bar)
    var kept = 0
    for (i, j) in pairs(made, random: 40_000) {
      let whole = comparator.compare(i, j)
      let quick = comparator.reached(i, j)
      #expect((quick != nil) == bench.bar.reaches(whole), "\(i) \(j)")
      if let quick {
        kept += 1
        #expect(quick.addressEvents == whole.addressEvents && quick.addressChance == whole.addressChance)
        #expect(quick.person.nameEvents == whole.person.nameEvents)
      }
    }
    #expect(kept > 900)
  }

  @Test("no address is worth more than its bound", arguments: [-20, 0, 10, 25] as [Float])
  func wordsAreBounded(least: Float) {
    var made = GeneralRoll(people: 300, copies: 300, household: 2, seed: 43)
    // Words met twice in an address, written together, and numbers one digit apart.
    for i in stride(from: 0, to: 300, by: 3) {
      made.people[i].address.append(made.people[i].address[1])
      made.people[i + 1].address = [made.people[i].address[1] + made.people[i].address[3], "120\(i % 7)", "UNIT"]
    }
    let bench = Bench(made)
    let comparator = BagComparator(bench.inputs.addresses)
    let m = GeneralModel.addressDefaults.map { log2($0) }
    for (i, j) in pairs(made, random: 20_000) {
      let whole = comparator.compare(i, j)
      var bits = Double(whole.chance)
      for event in NameEvent.allCases {
        let times = Double(whole.events >> (event.rawValue * 8) & 255)
        let own = m[Int(event.rawValue)]
        bits += times * (event == .conflict ? own - log2(Chances.conflict) : event == .extra ? own * 0.3 : own)
      }
      let begun = comparator.begin(i, j)
      let most = comparator.most(i, j, begun, least: least)
      // Where words may be written together it says so only when that decides.
      #expect(Double(most) >= bits || most >= least && comparator.mayJoin(i, j, begun), "\(i) \(j)")
    }
  }

  @Test("bits of an address and bits of its words answer to one another", arguments: [-7, -6.5, -3, 0, 0.9, 1, 4, 30])
  func wordsWorth(needed: Float) {
    let words = Double(GeneralBar.words(worth: needed))
    // Who has moved loses so much whatever the words: nothing is asked of them.
    guard exp2(Double(needed)) > GeneralModel.moved else {
      #expect(words == -.infinity)
      return
    }
    let worth = log2(GeneralModel.moved + (1 - GeneralModel.moved) * exp2(words))
    #expect(worth <= Double(needed))
    #expect(worth > Double(needed) - 1)
  }

  @Test("classes of pairs weigh as pairs do one by one")
  func classesWeigh() {
    let made = GeneralRoll(people: 500, copies: 400, household: 2, seed: 44)
    let bench = Bench(made)
    var comparator = GeneralComparator(bench.inputs, bench.bar)
    let compared = pairs(made, random: 5_000).map { comparator.compare($0, $1) }
    let classes = PairClasses(compared)
    #expect(classes.persons.count < compared.count / 2)
    var model = GeneralMatching(settings: MatchSettings(), threads: 1).start(bench.inputs)
    model.person.likelihoods.name[0] = 0.61
    model.address[2] = 0.2
    let tables = model.tables()
    let weights = classes.weights(model)
    var sums = PairClasses.Sums(classes)
    var person = Training.Sums()
    for (c, item) in zip(compared, classes.items) {
      let parts = tables.weigh(c)
      let odds = weights.odds(item)
      #expect(abs(log2(odds.person) - (parts.prior + parts.evidence)) < 1e-9)
      #expect(abs(-log2(1 + odds.onePlace) - parts.household) < 1e-9)
      let p = odds.person / (1 + odds.person + odds.onePlace)
      #expect(abs(p - 1 / (1 + exp2(-parts.total))) < 1e-12)
      sums.add(item, p)
      person.add(c.person, p)
    }
    let byLevel = classes.byLevel(sums)
    #expect(byLevel.person.name == person.name && byLevel.person.birth == person.birth)
    #expect(byLevel.person.length == person.length && byLevel.person.sex == person.sex)
    #expect(byLevel.person.all == person.all)
  }

  @Test("people who share two words are counted by date and by name, whichever are fewer")
  func wordPairs() throws {
    var random = SeededGenerator(seed: 45)
    let addresses = (0..<400).map { _ in (0..<5).map { _ in UInt32(random.below(12)) } }
    let people = (0..<400).map { _ in WordPairs.Person(date: UInt64(random.below(90)), name: UInt64(random.below(60))) }
    let all = Storage(addresses.flatMap { $0 })
    let pairs = WordPairs(
      rows: 400, vocabulary: 12, words: { UnsafeBufferPointer(start: all.base + $0 * 5, count: 5) },
      person: { people[$0] })
    func count(_ words: Set<UInt32>) -> Int {
      let rows = addresses.indices.filter { words.isSubset(of: addresses[$0]) }
      return min(Set(rows.map { people[$0].date }).count, Set(rows.map { people[$0].name }).count)
    }
    for a in 0..<UInt32(12) {
      for b in 0..<UInt32(12) where a != b {
        let together = count([a, b])
        #expect(together >= 3)
        let bits = try #require(pairs.bits(of: a, given: b))
        #expect(abs(bits - max(0, log2f(Float(count([b]) - 1)) - log2f(Float(together - 2)))) < 1e-5)
      }
    }
    withExtendedLifetime(all) {}
  }

  @Test("two words that fewer than three people share are no phrase")
  func rarePairs() {
    let all = Storage<UInt32>([0, 1, 0, 1, 0, 1, 0, 2, 0, 2, 0, 2])
    // Words 0 and 1 are of one name, 0 and 2 of three people.
    let pairs = WordPairs(
      rows: 6, vocabulary: 3, words: { UnsafeBufferPointer(start: all.base + $0 * 2, count: 2) },
      person: { WordPairs.Person(date: UInt64($0), name: $0 < 3 ? 7 : UInt64($0)) })
    #expect(pairs.bits(of: 1, given: 0) == nil)
    #expect(pairs.bits(of: 2, given: 0) != nil)
    withExtendedLifetime(all) {}
  }

  @Test("a record's keys in a pass are distinct, and hang on no order of its words")
  func keys() {
    var made = GeneralRoll(people: 40, copies: 0, seed: 46)
    for i in 0..<40 where i % 2 == 1 {
      made.people[i] = made.people[i - 1]
      made.people[i].name.reverse()
      made.people[i].address.reverse()
    }
    for i in 0..<40 { made.people[i].address += ["A\(i / 2)", "STREET", "STREET", "B\(i / 2)", "NSW"] }
    let bench = Bench(made)
    let keys = GeneralKeys(set: bench.inputs.set, addresses: bench.inputs.addresses)
    for pass in Pass.general {
      guard case .general(let kind) = pass.kind else { continue }
      func made(_ i: Int) -> [UInt64] {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: GeneralKeys.most) { out in
          guard let base = out.baseAddress else { return [] }
          return Array(out[..<keys.make(kind, i, bench.inputs.set.records[i], base)])
        }
      }
      for i in stride(from: 0, to: 40, by: 2) {
        #expect(Set(made(i)).count == made(i).count)
        #expect(Set(made(i)) == Set(made(i + 1)), "\(pass.name)")
        #expect(!made(i).isEmpty)
      }
    }
  }
}
