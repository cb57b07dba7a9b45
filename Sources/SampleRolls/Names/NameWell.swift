import RollModel

/// Text of a source of first names: common ones in order of age of fashion, and parts that compose the long tail.
struct WellText: Sendable {
  var common: String
  var heads = ""
  var middles = ""
  var tails = ""
  /// Share of draws that compose a name instead of taking a common one.
  var composed = 0.0
}

/// A source of names of one people and sex: few names that many bear, many that few bear.
struct NameWell: Sendable {
  private let common: [Word]
  private let heads: [Word]
  private let middles: [Word]
  private let tails: [Word]
  private let composed: Double
  private let ranks: ZipfRanks
  private let headRanks: ZipfRanks?
  private let middleRanks: ZipfRanks?
  private let tailRanks: ZipfRanks?

  init(_ text: WellText) {
    common = Word.table(text.common)
    heads = Word.table(text.heads)
    middles = Word.table(text.middles)
    tails = Word.table(text.tails)
    let parts = !heads.isEmpty && !middles.isEmpty && !tails.isEmpty
    composed = parts ? text.composed : 0
    ranks = ZipfRanks(count: common.count, exponent: 0.8, shift: 4)
    headRanks = parts ? ZipfRanks(count: heads.count, exponent: 0.7) : nil
    middleRanks = parts ? ZipfRanks(count: middles.count, exponent: 0.6) : nil
    tailRanks = parts ? ZipfRanks(count: tails.count, exponent: 0.8) : nil
  }

  /// A name as somebody born at `era` (0 the oldest cohort, 1 the youngest) would bear it.
  func draw(_ random: inout SeededGenerator, era: Double) -> Word {
    if let headRanks, let middleRanks, let tailRanks, random.chance(composed) {
      return heads[headRanks.draw(&random)].joined(middles[middleRanks.draw(&random)])
        .joined(tails[tailRanks.draw(&random)])
    }
    // Half by popularity of all times, half from the window of the list that was in fashion.
    guard random.next() & 1 == 0 else { return common[ranks.draw(&random)] }
    let width = Double(common.count) * 0.45
    let start = era * (Double(common.count) - width)
    let spread = random.unit() * (0.4 + 0.6 * random.unit())
    return common[min(common.count - 1, Int(start + width * spread))]
  }
}
