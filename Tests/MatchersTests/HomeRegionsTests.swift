import RollModel
import Testing

@testable import Matchers

struct HomeRegionsTests {
  private func set(_ made: MadeUpRoll) -> (set: RecordSet, frequencies: Frequencies) {
    let data = made.data()
    let set = RecordSet(roll: data.roll, lists: [], mode: .full, table: TokenTable(data.lexicon.tokens), threads: 1)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: 1)
    set.setBits(frequencies, threads: 1)
    return (set, frequencies)
  }

  /// People of three kecamatan, registered where they live (1602 01, 02 and 03), born on few days.
  private func neighbours(_ count: Int = 600) -> MadeUpRoll {
    var made = MadeUpRoll(people: count, copies: 0, seed: 81)
    for i in made.people.indices {
      let kecamatan = i % 3
      made.people[i].area = UInt32([2, 6, 12][kecamatan])
      made.people[i].sex = i / 3 % 2 == 0 ? .male : .female
      made.people[i].birth = CalendarDay(day: 3, month: 4, year: 1980 + i / 60)
      made.people[i].nik = number(region: 160_201 + kecamatan, made.people[i])
      made.people[i].nkk = NIK(number: 1_602_010_101_100_000 + UInt64(i))
    }
    return made
  }

  private func number(region: Int, _ person: MadeUpRoll.Person, serial: UInt64 = 1) -> NIK {
    let day = person.birth.day + (person.sex == .female ? 40 : 0)
    let date = day * 10_000 + person.birth.month * 100 + person.birth.year % 100
    return NIK(number: UInt64(region) * 10_000_000_000 + UInt64(date) * 10_000 + serial)
  }

  @Test("regions one digit apart are no error of writing where each is usual at home")
  func atHome() {
    var made = neighbours()
    // Registered in a kecamatan where nobody of the roll is: one digit from his neighbours'.
    made.people[6].nik = number(region: 160_209, made.people[6])
    let (set, frequencies) = set(made)
    var comparator = PairComparator(set, frequencies, PlaceSpellings(made.data().lexicon.places))
    #expect(comparator.compare(0, 1).numberLevel == NumberLevel.sameDate.rawValue)
    #expect(comparator.compare(1, 2).numberLevel == NumberLevel.sameDate.rawValue)
    #expect(comparator.compare(0, 6).numberLevel == NumberLevel.regionError.rawValue)
    #expect(comparator.compare(6, 1).numberLevel == NumberLevel.regionError.rawValue)
  }

  @Test("a region is usual from one in five of a kecamatan on, and of few people none is")
  func usual() {
    func level(_ bearers: Int, of people: Int) -> Int {
      var made = neighbours(people * 3)
      for i in 0..<bearers { made.people[i * 3].nik = number(region: 160_208, made.people[i * 3]) }
      let (set, frequencies) = set(made)
      var comparator = PairComparator(set, frequencies, PlaceSpellings(made.data().lexicon.places))
      return comparator.compare(0, 1).numberLevel
    }
    #expect(level(20, of: 60) == NumberLevel.sameDate.rawValue)
    #expect(level(4, of: 60) == NumberLevel.regionError.rawValue)
    #expect(level(3, of: 6) == NumberLevel.regionError.rawValue)
  }

  @Test("strangers' numbers are counted among people of one sex, as most who bear one name are")
  func oneSex() {
    var made = neighbours(1_200)
    // All of one kecamatan, every other one from a region one digit away that only strangers to it bear.
    for i in made.people.indices {
      made.people[i].area = UInt32(1 + i / 2 % 20)
      made.people[i].nik = number(region: i % 2 == 0 ? 160_201 + i / 2 % 9 : 160_301 + i / 2 % 9, made.people[i])
    }
    let (set, _) = set(made)
    var chances = NumberChances(set)
    let row = chances.estimate(seed: 1)
    let error = row[NumberLevel.regionError.rawValue]
    // Of one birth date the half that are a man and a woman never come out so.
    var (near, all) = (0.0, 0.0)
    for i in 0..<set.rollCount {
      for j in 0..<i where set.records[i].birth == set.records[j].birth && set.records[i].sex == set.records[j].sex {
        let (x, y) = (set.records[i], set.records[j])
        guard x.kecamatan != y.kecamatan else { continue }
        all += 1
        let level = NumberComparison.level(x, y, mode: .full, homes: set.homeRegions, birthsEqual: true)
        if level == NumberLevel.regionError.rawValue { near += 1 }
      }
    }
    #expect(abs(error / (near / all) - 1) < 0.15)
  }

  @Test("where every number carries its person's birth date, one that does not is no wonder")
  func ownDates() {
    var made = MadeUpRoll(people: 400, copies: 0, seed: 82)
    for i in made.people.indices { made.people[i].nik = number(region: 160_201 + i % 18, made.people[i], serial: 1) }
    let (set, frequencies) = set(made)
    let chances = StartingModels(set, frequencies, seed: 1, hasFamilyCards: []).duplicates.chances.number
    for row in 0..<NumberTable.chanceRows where NumberTable.group(row: row) > 0 {
      let levels = chances[row * 8..<row * 8 + 8]
      #expect(levels.allSatisfy { $0 > 0 })
      #expect(levels.last ?? 1 <= 0.9 + 1e-6, "\(row)")
    }
  }
}
