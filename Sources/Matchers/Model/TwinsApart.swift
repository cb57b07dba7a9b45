import Platform

/// How likely a pair whose numbers cannot part twins is a pair of twins who live apart.
///
/// Twins with whole numbers are known by them (`mayBeTwinsByNumbers`). How many there are with a number missing or
/// miswritten follows from these and from how often numbers are: their names, dates and homes say the same as those of one
/// person misspelled. Counted by what the names differ in and by how far apart the two live, on this roll, for some rolls
/// hold ten times as many twins as others, and some ten times as many missing numbers (decision 0034).
struct TwinsApart {
  /// Pairs of twins for each pair of one person, by kind.
  private let odds: [Double]

  /// - Parameters:
  ///   - pairs: of the roll, with the probability that they are one person if they are no twins.
  ///   - numbered: share of voters with a number that can be compared.
  init(
    _ pairs: some Sequence<(comparison: Comparison, p: Double)>, _ m: Likelihoods, numbered: Double, _ mode: NumberMode
  ) {
    var known = [Double](repeating: 0, count: Kind.homes * Kind.names)
    var alike = [Double](repeating: 0, count: Kind.count)
    if mode == .full {
      for (c, p) in pairs {
        if c.mayBeTwinsByNumbers(mode) {
          if c.familyCard != 1, c.birthLevel == 0 { known[Kind.home(c) * Kind.names + Kind.name(c)] += 1 }
        } else if let kind = Kind(c) {
          alike[kind.index] += p
        }
      }
    }
    let rates = Self.rates(m, numbered: numbered)
    odds = alike.indices.map { index in
      let expected = known[index % known.count] * rates[index / known.count]
      let twins = min(expected, alike[index] * Self.most)
      return twins > 0 ? twins / (alike[index] - twins) : 0
    }
  }

  /// No more than this share of the pairs of a kind are taken for twins, however many there should be: so a pair that is sure
  /// but for that is still looked at in the field.
  private static let most = 0.5

  /// Bits that the chance of twins takes from the odds of a pair. At most 0.
  func bits(_ c: Comparison, odds total: Double) -> Double {
    guard let kind = Kind(c), odds[kind.index] > 0 else { return 0 }
    return -log2(1 + exp2(min(1000, total)) * odds[kind.index])
  }

  /// Twins with such numbers for each pair of twins whose numbers show them as such, by `Kind.Numbers`.
  private static func rates(_ m: Likelihoods, numbered: Double) -> [Double] {
    let missing = numbered > 0 ? (1 - numbered * numbered) / (numbered * numbered) : 0
    let cell = Int(NumberTable.cell(group: .exact, sameKecamatan: true, level: 0))
    let region = m.number[cell + NumberLevel.regionError.rawValue] / m.number[cell]
    let date = m.number[cell + NumberLevel.dateError.rawValue] / m.number[cell]
    // A serial has a third of the digits of region and date together; an error in nine of ten takes it further off.
    return [missing, region, date, (region + date) / 3 * 0.9]
  }

  /// What the numbers, the names and the homes of a pair are like.
  private struct Kind {
    let index: Int

    static let homes = 6
    static let names = 2
    static let count = Numbers.allCases.count * homes * names

    enum Numbers: Int, CaseIterable {
      case missing, regionApart, dateApart, serialApart
    }

    /// Nil for a pair that no error of writing makes of twins, or that a family card tells more of.
    init?(_ c: Comparison) {
      guard c.birthLevel == 0, c.familyCard != 1, c.hasOtherName else { return nil }
      let numbers: Numbers
      switch c.numberLevel {
      case -1: numbers = .missing
      case NumberLevel.sameDate.rawValue: numbers = .regionApart
      case NumberLevel.sameRegion.rawValue: numbers = .dateApart
      case NumberLevel.serialDiffers.rawValue: numbers = .serialApart
      default: return nil
      }
      index = (numbers.rawValue * Self.homes + Self.home(c)) * Self.names + Self.name(c)
    }

    static func home(_ c: Comparison) -> Int { Int(c.residenceLevel) + 1 }
    /// Another given name or another word; a misspelling alone.
    static func name(_ c: Comparison) -> Int { c.given == 0 || c.events(.conflict) > 0 ? 0 : 1 }
  }
}
