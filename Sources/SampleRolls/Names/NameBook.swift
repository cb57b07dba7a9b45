import RollModel

/// Makes names: which well a person of a people, sex and cohort draws from, and how the words follow one another.
///
/// Word counts follow real rolls: 50 % one word, 34 % two, 13.7 % three, 1.9 % four (domain page, section 2).
struct NameBook: Sendable {
  private let peoples: [PeopleWells]
  private let islamic: [NameWell]
  private let christian: [NameWell]
  private let modern: [NameWell]
  private let islamicSeconds: [NameWell]
  private let modernSeconds: [NameWell]
  private let afterAbdul: NameWell
  private let afterSiti: NameWell
  private let abdul = Word("ABDUL")
  private let siti = Word("SITI")
  private let nur = Word("NUR")

  private struct PeopleWells: Sendable {
    let text: PeopleText
    let firsts: [NameWell]
    let seconds: [NameWell]
    let families: [Word]
  }

  init() {
    peoples = People.allCases.map { people in
      let text = people.text
      return PeopleWells(
        text: text, firsts: [NameWell(text.male), NameWell(text.female)],
        seconds: [NameWell(.init(common: text.maleSeconds)), NameWell(.init(common: text.femaleSeconds))],
        families: Word.table(text.families))
    }
    islamic = [NameWell(NamesShared.islamicMale), NameWell(NamesShared.islamicFemale)]
    christian = [NameWell(NamesShared.christianMale), NameWell(NamesShared.christianFemale)]
    modern = [NameWell(NamesShared.modernMale), NameWell(NamesShared.modernFemale)]
    islamicSeconds = [
      NameWell(.init(common: NamesShared.islamicMaleSeconds)),
      NameWell(.init(common: NamesShared.islamicFemaleSeconds)),
    ]
    modernSeconds = [
      NameWell(.init(common: NamesShared.modernMaleSeconds)), NameWell(.init(common: NamesShared.modernFemaleSeconds)),
    ]
    afterAbdul = NameWell(.init(common: NamesShared.afterAbdul))
    afterSiti = NameWell(.init(common: NamesShared.afterSiti))
  }

  /// The family name of a household of this people, or the empty word.
  func family(_ people: People, _ random: inout SeededGenerator) -> Word {
    let families = peoples[people.rawValue].families
    guard peoples[people.rawValue].text.grammar == .clan, !families.isEmpty else { return .empty }
    return families[random.below(families.count)]
  }

  /// A name for somebody of `people` born in `year`.
  ///
  /// - Parameters:
  ///   - family: word that the whole household bears last; the empty word for none.
  ///   - order: order of birth among siblings, for peoples that name by it.
  func name(
    _ people: People, _ sex: Sex, year: Int, family: Word, order: Int, _ random: inout SeededGenerator
  ) -> Name {
    let s = sex == .male ? 0 : 1
    let era = min(1, max(0, Double(year - 1940) / 68))
    let cohort = year < 1965 ? 0 : year < 1990 ? 1 : 2
    let wells = peoples[people.rawValue]
    var words = wordCount(cohort, &random)
    var name = Name()
    switch wells.text.grammar {
    case .balinese:
      words = max(words, 2)
      if random.chance(0.8) { name.append(Self.balinesePrefixes[s]) }
      name.append(random.pick(Self.balineseOrders[order % 4]))
      words = words == 4 ? 2 : 1
    case .chinese where cohort == 0 || random.chance(0.15):
      name.append(random.pick(wells.families))
      words = 2
    case .ranked where !wells.families.isEmpty && random.chance(0.08):
      name.append(wells.families[people == .acehnese ? s : 0])
      words = max(1, words - 1)
    case .clan where !family.isEmpty:
      words = max(1, words - 1)
    default: break
    }
    appendFirst(wells, s, era, cohort, words, to: &name, &random)
    if !family.isEmpty { name.append(family) }
    return name
  }

  private func appendFirst(
    _ wells: PeopleWells, _ s: Int, _ era: Double, _ cohort: Int, _ words: Int, to name: inout Name,
    _ random: inout SeededGenerator
  ) {
    let shares = wells.text.shares(cohort)
    var left = words
    let u = random.unit()
    let source: Int
    if u < shares.own {
      name.append(wells.firsts[s].draw(&random, era: era))
      source = 0
    } else if u < shares.own + shares.islamic {
      var first = islamic[s].draw(&random, era: era)
      if left > 1, random.chance(0.16) { first = s == 0 ? (random.chance(0.55) ? Self.muhammad : abdul) : siti }
      // ABDUL is never a name by itself, SITI and NUR rarely; what follows them comes from a short list.
      if left < 2, first == abdul || (first == siti || first == nur) && random.chance(0.9) {
        first = (s == 0 ? islamic[s] : afterSiti).draw(&random, era: era)
        if first == abdul { first = islamicSeconds[s].draw(&random, era: era) }
      }
      name.append(first)
      if left > 1, first == abdul || first == siti && random.chance(0.8) || first == nur && random.chance(0.5) {
        name.append((s == 0 ? afterAbdul : afterSiti).draw(&random, era: era))
        left -= 1
      }
      source = 1
    } else if u < shares.own + shares.islamic + shares.christian {
      name.append(christian[s].draw(&random, era: era))
      source = 2
    } else {
      name.append(modern[s].draw(&random, era: era))
      source = 2
    }
    while left > 1 {
      let v = random.unit()
      let second =
        v < 0.25
        ? wells.firsts[s].draw(&random, era: era)
        : v < 0.55
          ? wells.seconds[s].draw(&random, era: era)
          : (source == 1 || v > 0.9 ? islamicSeconds : modernSeconds)[s].draw(&random, era: era)
      if second != name.last { name.append(second) }
      left -= 1
    }
  }

  private func wordCount(_ cohort: Int, _ random: inout SeededGenerator) -> Int {
    let u = random.unit()
    let bounds = Self.wordCounts[cohort]
    return u < bounds.0 ? 1 : u < bounds.1 ? 2 : u < bounds.2 ? 3 : 4
  }

  /// Cumulative shares of one, two and three words by cohort; the three cohorts together give the real shares.
  private static let wordCounts = [(0.72, 0.955, 0.995), (0.60, 0.91, 0.991), (0.45, 0.835, 0.978)]
  private static let muhammad = Word("MUHAMMAD")
  private static let balinesePrefixes = [Word("I"), Word("NI")]
  private static let balineseOrders = ["WAYAN PUTU GEDE", "MADE KADEK", "NYOMAN KOMANG", "KETUT"].map(Word.table)
}

extension PeopleText {
  fileprivate func shares(_ cohort: Int) -> (own: Double, islamic: Double, christian: Double) {
    switch cohort {
    case 0: (own.0, islamic.0, christian.0)
    case 1: (own.1, islamic.1, christian.1)
    default: (own.2, islamic.2, christian.2)
    }
  }
}
