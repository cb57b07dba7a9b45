import RollModel
import Testing

@testable import Matchers

struct EqualNumbersTests {
  /// Models that a scan of `made` begins with.
  private func start(_ made: MadeUpRoll, mode: NumberMode = .full) -> (RecordSet, StartingModels) {
    let data = made.data()
    let set = RecordSet(roll: data.roll, lists: [], mode: mode, table: TokenTable(data.lexicon.tokens), threads: 1)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: 1)
    set.setBits(frequencies, threads: 1)
    return (set, StartingModels(set, frequencies, seed: 1, hasFamilyCards: []))
  }

  /// Three hundred people of three birth dates, each with a number that differs in the serial; of `shared` pairs both have
  /// one number, as an error of writing makes it.
  private func roll(shared: Int) -> MadeUpRoll {
    var made = MadeUpRoll(people: 300, copies: 0, seed: 71)
    for i in 0..<300 {
      made.people[i].name = [Self.word(i)]
      made.people[i].nkk = NIK(number: 1_602_040_101_100_000 + UInt64(i))
      made.people[i].birth = CalendarDay(day: 3 + i % 3, month: 4, year: 1980)
      let serial = UInt64(i % 2 == 1 && i / 2 < shared ? i : i + 1)
      made.people[i].nik = NIK(number: 1_602_040_304_800_000 + UInt64(i % 3) * 1_000_000 + serial)
    }
    for i in stride(from: 1, to: shared * 2, by: 2) {
      made.people[i].birth = made.people[i - 1].birth
      made.people[i].nik = made.people[i - 1].nik
      made.people[i].sex = made.people[i - 1].sex
    }
    return made
  }

  /// Words no two of which are alike.
  private static func word(_ i: Int) -> String {
    let parts = ["BAKO", "DIMU", "FERA", "GULI", "HOTE", "JAVU", "KERI", "LOMA", "NUPE", "RISO"]
    return parts[i / 100] + parts[i / 10 % 10] + parts[i % 10]
  }

  @Test("one number of two names is counted, and an equal number is worth less by as much")
  func counted() {
    let (_, few) = start(roll(shared: 0))
    let (_, many) = start(roll(shared: 40))
    let row = NumberTable.Stratum.kecamatan.rawValue * 8
    let (rare, common) = (few.duplicates.chances.number[row], many.duplicates.chances.number[row])
    #expect(rare >= NumberChances.Start.defaults[0][0])
    #expect(common > rare * 10)
  }

  @Test("what the roll shows of one row holds for every row by its numbers one error apart, and rows sum to 1")
  func rows() {
    var near = EqualNumbers.Near()
    near.pairs = 90_000
    near.shares[1] = 0.5
    near.shares[2] = 1e-9
    let (set, _) = start(roll(shared: 40))
    let equal = EqualNumbers(set, near, acrossAreas: false)
    #expect(abs(equal.chance - 41 / 100_000) < 1e-9)
    let plain = (0..<NumberTable.chanceRows).flatMap { _ in [1e-7] + Array(repeating: (1 - 1e-7) / 7, count: 7) }
    let raised = equal.raising(plain, near)
    #expect(abs(raised[8] - 41 / 100_000 / 2) < 1e-6)
    #expect(abs(raised[16] - 1e-7) < 1e-12)
    for row in 0..<NumberTable.chanceRows {
      #expect(abs(raised[row * 8..<row * 8 + 8].reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("a family card, another sex or a word in common make no strangers")
  func strangers() {
    var near = EqualNumbers.Near()
    near.pairs = 0
    func found(_ change: (inout MadeUpRoll.Person, MadeUpRoll.Person) -> Void) -> Double {
      var made = roll(shared: 1)
      change(&made.people[1], made.people[0])
      let (set, _) = start(made)
      return (EqualNumbers(set, near, acrossAreas: false).chance * 10_000).rounded() - 1
    }
    #expect(found { _, _ in } == 1)
    #expect(found { $0.nkk = $1.nkk } == 0)
    #expect(found { $0.name = $1.name + ["TUNE"] } == 0)
    #expect(found { $0.sex = $1.sex == .male ? .female : .male } == 0)
    #expect(found { person, _ in person.birth = CalendarDay(day: 9, month: 9, year: 1999) } == 0)
  }

  @Test("a scan keeps numbers under two names: there an equal number is as rare as it was issued")
  func scan() {
    let (_, many) = start(roll(shared: 40))
    let model = many.duplicates
    #expect(model.scanTables().number[8] > model.tables().number[8] + 3)
    #expect(abs(model.scanTables().number[9] - model.tables().number[9]) < 1e-9)
  }
}
