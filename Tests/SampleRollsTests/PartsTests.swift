import RollModel
import TestSupport
import Testing

@testable import SampleRolls

@Suite("Parts that samples are made of")
struct PartsTests {
  @Test("words join, cut and read back", arguments: [("SU", "PARMAN"), ("", "SITI"), ("ABDURRAHMAN", "SYAH")])
  func words(a: String, b: String) {
    #expect(Word(a).joined(Word(b)).bytes == Array((a + b).utf8))
    #expect(Word(a).count == a.utf8.count)
  }

  @Test("a word never grows over its capacity")
  func longWords() {
    #expect(Word("ABCDEFGHIJKLMNOPQRS").count == Word.capacity)
    #expect(Word("ABCDEFGHIJ").joined(Word("KLMNOPQ")) == Word("ABCDEFGHIJ"))
  }

  @Test("names insert and remove in place")
  func names() {
    var name = Name(Word.table("SITI NUR AISYAH"))
    name.insert(Word("HJ."), at: 0)
    name.remove(at: 2)
    #expect(name.all == Word.table("HJ. SITI AISYAH"))
    for _ in 0..<9 { name.append(Word("X")) }
    #expect(name.count == Name.capacity)
  }

  @Test("a stratum takes exactly one in each block", arguments: [1, 7, 100, 333])
  func strata(size: Int) {
    let population = size * 40
    var stratum = Stratum(rate: 1 / Double(size), population: population, salt: 5, from: 0)
    let taken = (0..<population).filter { stratum.takes($0) }
    #expect(taken.map { $0 / size } == Array(0..<40))
    // Begun in the middle, it takes the same ones.
    var late = Stratum(rate: 1 / Double(size), population: population, salt: 5, from: size * 3 + 1)
    #expect((size * 3 + 1..<population).filter { late.takes($0) } == taken.filter { $0 > size * 3 })
  }

  @Test("a table of kinds is drawn in proportion")
  func weights() {
    var random = SeededGenerator(seed: 9)
    let table = Weighted<Int>([(0, 1), (1, 3), (2, 6)])
    var counts = [0, 0, 0]
    for _ in 0..<20_000 { counts[table.draw(&random)] += 1 }
    #expect((1800...2200).contains(counts[0]) && (11_600...12_400).contains(counts[2]))
  }

  @Test(
    "each fault writes the name otherwise",
    arguments: [
      (NameFault.deletion, "SUPARMAN"), (.doubling, "SITI"), (.substitution, "WATI"), (.sound, "SYAFRUDIN"),
      (.oldSpelling, "SUJONO"), (.abbreviation, "MUHAMMAD ALI"), (.initial, "BUDI SANTOSO"), (.drop, "SRI WAHYUNI"),
      (.glue, "SRI WAHYUNI"), (.split, "NURHAYATI"), (.swap, "AGUS SALIM"), (.headNickname, "SUPARMAN"),
      (.tailNickname, "WAGIMAN"), (.vowelless, "NGADIMAN"), (.title, "AMINAH"), (.lookalike, "MARNI"),
    ])
  func faults(fault: NameFault, text: String) {
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      var name = Name(Word.table(text))
      fault.apply(to: &name, added: .empty, &random)
      #expect(name.all != Word.table(text), "seed \(seed)")
      #expect(name.count > 0 && name.all.allSatisfy { !$0.isEmpty })
    }
  }

  @Test("a misread number has a valid form and another value")
  func misread() {
    var random = SeededGenerator(seed: 2)
    for serial in 1...200 {
      let number = 1_602_054_505_900_000 + UInt64(serial)
      let other = ErrorModel.Damage.misread(number, &random)
      #expect(other != number && NIK(number: other).hasValidForm)
    }
  }

  @Test("a date fault gives a date of the calendar and makes no child of a voter")
  func dates() {
    var random = SeededGenerator(seed: 3)
    let faults: [DateFault] = [.swapped, .firstOfJanuary, .day, .month, .year, .yearDigit, .dayByOne, .firstOfJuly]
    for fault in faults {
      for ordinal in stride(from: 710_000, to: 732_000, by: 97) {
        let date = fault.apply(to: CalendarDay(ordinal: ordinal), &random)
        #expect(date.isPossible && date.isComplete && date.year <= 2009, "\(fault) \(date)")
      }
    }
  }

  @Test("family cards of one kecamatan are all different")
  func cards() {
    let cards = (0..<30_000).map { Village.card(SampleArea(code: Gazetteer.kabupaten), kecamatan: 3, ordinal: $0) }
    #expect(Set(cards).count == cards.count)
  }
}
