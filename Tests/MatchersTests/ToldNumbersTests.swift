import RollModel
import Testing

@testable import Matchers

/// Pairs that are told for their numbers though nothing else makes them likely: in a roll of any size.
struct ToldNumbersTests {
  private static let size = 4000

  private static func roll() -> MadeUpRoll {
    var made = MadeUpRoll(people: size, copies: 0, seed: 5)
    for i in 0..<size {
      made.people[i].area = UInt32(1 + i % 3)
      made.people[i].nkk = NIK(number: 1_602_050_303_110_000 + UInt64(i))
    }
    return made
  }

  private static func pairs(_ made: MadeUpRoll, _ a: Int, _ b: Int) -> [Pair] {
    Matcher(threads: 1).run(made.data()).duplicates.filter { Set([$0.a, $0.b]) == [a, b] }
  }

  private static func person(
    _ made: inout MadeUpRoll, _ i: Int, _ name: String, _ nik: UInt64, _ birth: (Int, Int, Int), _ sex: Sex
  ) {
    made.people[i].name = name.split(separator: " ").map(String.init)
    made.people[i].nik = NIK(number: nik)
    made.people[i].birth = CalendarDay(day: birth.0, month: birth.1, year: birth.2)
    made.people[i].sex = sex
  }

  @Test("one whole number on two different people is told, wherever they live", arguments: [1, 2, 3])
  func oneNumber(area: Int) {
    var made = Self.roll()
    Self.person(&made, 10, "HENDRA", 1_602_051_203_850_070, (12, 3, 1985), .male)
    Self.person(&made, 3000, "SUMIYATI", 1_602_051_203_850_070, (1, 7, 1962), .female)
    (made.people[10].area, made.people[3000].area) = (1, UInt32(area))
    (made.people[10].place, made.people[3000].place) = ("KAYUAGUNG", "JEJAWI")
    #expect(Self.pairs(made, 10, 3000).map(\.relation) == [.sameNumberOtherName])
  }

  @Test("and so it is where they have a word of their names in common")
  func oneNumberAndOneWord() {
    var made = Self.roll()
    for i in 0..<1000 { made.people[i].name[0] = "SITI" }
    Self.person(&made, 10, "SITI HENDRAWATI", 1_602_055_203_850_070, (12, 3, 1985), .female)
    Self.person(&made, 3000, "SITI MARKONAH", 1_602_055_203_850_070, (1, 7, 1962), .female)
    (made.people[10].place, made.people[3000].place) = ("KAYUAGUNG", "JEJAWI")
    #expect(Self.pairs(made, 10, 3000).map(\.relation) == [.sameNumberOtherName])
  }

  @Test("a number on very many rows is told of each of them once")
  func aNumberOfMany() {
    var made = Self.roll()
    for i in 100..<130 { made.people[i].nik = NIK(number: 1_602_051_203_850_070) }
    let found = Matcher(threads: 1).run(made.data()).duplicates
      .filter { (100..<130).contains($0.a) && (100..<130).contains($0.b) }
    #expect(Set(found.flatMap { [$0.a, $0.b] }) == Set(100..<130))
    #expect((20..<60).contains(found.count { $0.relation == .sameNumberOtherName }))
  }

  @Test("twins of one card are listed however unlike their names are")
  func twins() {
    var made = Self.roll()
    // Ten strangers a date, all of one region, so that such numbers say next to nothing.
    for i in 0..<2000 {
      let day = CalendarDay(day: 1 + i / 10 % 28, month: 1 + i / 280 % 12, year: 1985)
      made.people[i].birth = day
      made.people[i].sex = .male
      let front = 160_205 * 1_000_000 + UInt64(day.day * 10_000 + day.month * 100 + 85)
      made.people[i].nik = NIK(number: front * 10_000 + UInt64(100 + i % 10 * 7))
    }
    Self.person(&made, 10, "HASAN BASRI SALEH IDRUS", 1_602_051_203_850_001, (12, 3, 1985), .male)
    Self.person(&made, 3000, "TUKIMAN WIJAYA PUJI", 1_602_051_203_850_002, (12, 3, 1985), .male)
    (made.people[10].place, made.people[3000].place) = ("KAYUAGUNG", "JEJAWI")
    made.people[3000].nkk = made.people[10].nkk
    made.people[3000].area = made.people[10].area
    let found = Self.pairs(made, 10, 3000)
    #expect(found.map(\.relation) == [.possibleTwins] && found.map(\.tier) == [.twin])
    #expect(found.allSatisfy { $0.probability.value < 0.01 })
  }
}
