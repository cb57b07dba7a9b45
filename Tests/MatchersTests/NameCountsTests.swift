import RollModel
import Testing

@testable import Matchers

struct NameCountsTests {
  /// The same counts, every pair of rows looked at.
  private func slow(_ people: [MadeUpRoll.Person]) -> [Int] {
    var counts = [0, 0, 0, 0, 0]
    for i in people.indices {
      for j in (i + 1)..<max(people.count, i + 1) {
        let (a, b) = (people[i], people[j])
        guard a.name == b.name, a.birth == b.birth, a.birth.isComplete else { continue }
        counts[0] += 1
        if a.place == b.place, !a.place.isEmpty { counts[1] += 1 }
        if a.area == b.area, a.area != 0 { counts[2] += 1 }
        if [a.nik, b.nik].allSatisfy({ $0.isFull && !$0.isPlaceholder }), a.nik != b.nik { counts[3] += 1 }
        if a.nkk.isFull, b.nkk.isFull, a.nkk != b.nkk { counts[4] += 1 }
      }
    }
    return counts
  }

  @Test("found pairs by class equal a look at every pair")
  func foundEqualsSlow() {
    var made = MadeUpRoll.rough(people: 1_500, copies: 300, seed: 31)
    for row in stride(from: 0, to: 1_500, by: 9) { made.people[row].name = ["SITI"] }
    for row in stride(from: 0, to: 1_500, by: 18) { made.people[row].birth = CalendarDay(day: 1, month: 1, year: 1970) }
    let bench = Bench(made.data())
    let counts = NameCounts(bench.set, dates: bench.frequencies.dateCount).coincidences
    #expect(counts.map(\.found) == slow(made.people))
    #expect(counts[0].found > 1_000)
  }

  @Test("among unrelated people as many are found as expected")
  func expectedIsFoundByChance() {
    var made = MadeUpRoll(people: 6_000, copies: 0, seed: 32)
    var random = SeededGenerator(seed: 33)
    for row in made.people.indices {
      made.people[row].name = [["SITI", "BUDI", "SRI", "AGUS"][random.below(4)]]
      made.people[row].nkk = NIK(number: 1_602_010_101_000_000 + UInt64(row))
    }
    let bench = Bench(made.data())
    let counts = NameCounts(bench.set, dates: bench.frequencies.dateCount).coincidences
    #expect(counts.count == 5)
    for count in counts {
      let noise = 4 * count.expected.squareRoot() + 1
      #expect(abs(Double(count.found) - count.expected) < noise, "\(count)")
    }
  }

  @Test("weak numbers have no class of different numbers")
  func weakNumbers() {
    let bench = Bench(MadeUpRoll(people: 500, copies: 20, seed: 34).data(), mode: .masked)
    let counts = NameCounts(bench.set, dates: bench.frequencies.dateCount).coincidences
    #expect(!counts.contains { $0.agreement.contains("NIK") })
  }
}
