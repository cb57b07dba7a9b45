import RollModel

@testable import Matchers

extension MadeUpRoll {
  /// People of whom hardly a record is whole: fields and parts of dates missing, names cut, joined, misspelled and
  /// abbreviated, numbers mistyped, twins beside their brothers. `truth` holds pairs of one person.
  static func rough(people: Int, copies: Int, seed: UInt64) -> MadeUpRoll {
    var made = MadeUpRoll(people: people, copies: copies, seed: seed)
    var random = SeededGenerator(seed: seed &+ 1)
    for row in made.people.indices {
      for _ in 0..<random.below(3) { made.people[row].damage(&random) }
    }
    for row in stride(from: 0, to: people - 1, by: 7) {
      let twin = made.people[row]
      made.people[row + 1].nkk = twin.nkk
      made.people[row + 1].birth = twin.birth
      made.people[row + 1].nik = NIK(number: twin.nik.number ^ 3)
    }
    return made
  }
}

extension MadeUpRoll.Person {
  /// One fault of many kinds.
  mutating func damage(_ random: inout SeededGenerator) {
    switch random.below(14) {
    case 0: nik = NIK()
    case 1: nkk = NIK()
    case 2: birth = CalendarDay(day: birth.day, month: birth.month)
    case 3: birth = CalendarDay(year: birth.year)
    case 4:
      birth =
        random.below(2) == 0
        ? CalendarDay() : CalendarDay(day: birth.month, month: min(12, birth.day), year: birth.year)
    case 5: place = random.below(2) == 0 ? "" : misspelled(place, &random)
    case 6: area = 0
    case 7: address = ""
    case 8: name = random.below(4) == 0 ? [] : name.reversed()
    case 9: if name.count > 1 { name = [name[0] + name[1]] + name.dropFirst(2) }
    case 10: if let first = name.first { name[0] = String(first.prefix(1 + random.below(3))) }
    case 11: if !name.isEmpty { name[name.count - 1] = misspelled(name[name.count - 1], &random) }
    case 12: name.append(["HASAN", "SITI", "M", "NUR", "SUPARNO"][random.below(5)])
    default: nik = NIK(number: nik.number + [1, 10, 10_000, 100_000_000, 10_000_000_000][random.below(5)])
    }
  }

  private func misspelled(_ word: String, _ random: inout SeededGenerator) -> String {
    guard word.count > 2 else { return word + "A" }
    var letters = Array(word)
    let at = random.below(letters.count - 1)
    if random.below(2) == 0 { letters.swapAt(at, at + 1) } else { letters[at] = "E" }
    return String(letters)
  }
}

/// Everything between a roll and the odds of a pair.
struct Bench {
  let set: RecordSet
  let frequencies: Frequencies
  let places: PlaceSpellings
  let start: StartingModels

  init(_ data: CaseData, mode: NumberMode = .full) {
    let lists = data.lists.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { data.lists[$0] }
    set = RecordSet(
      roll: data.roll, lists: lists.map { ($0, (0..<Int32($0.count)).map { $0 }) }, mode: mode,
      table: TokenTable(data.lexicon.tokens), threads: 2)
    frequencies = Frequencies(set, lexicon: data.lexicon, threads: 2)
    set.setBits(frequencies, threads: 2)
    places = PlaceSpellings(data.lexicon.places)
    start = StartingModels(set, frequencies, seed: 1, hasFamilyCards: lists.map { _ in true })
  }

  func comparator() -> PairComparator { PairComparator(set, frequencies, places) }
}
