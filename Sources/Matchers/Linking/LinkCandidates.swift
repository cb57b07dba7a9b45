import Platform
import RollModel

/// The kept pairs of a list by its rows, with what the last expectation made of each.
struct LinkCandidates {
  /// Pairs of one row stand side by side.
  let comparisons: [Comparison]
  /// One number, other people (D3): never linked, but told.
  let numberOnly: [Bool]
  /// Probability that the row means the voter; during an expectation 2^odds.
  let p: Storage<Double>
  /// The weight of somebody else of the voter's name, beside 2^odds of the voter.
  let namesake: Storage<Double>
  /// What each pair's household takes back, in bits: no round of learning changes it.
  let household: [Double]
  /// Set by `weigh`.
  private(set) var parts: [Model.Parts] = []
  /// The pairs of row `k` stand at `starts[k]..<starts[k + 1]`.
  private let starts: [Int]

  /// Groups `kept` by list row, in their order within a row. O(pairs + rows).
  init(_ kept: [Comparison], of part: RecordSet.ListPart, _ tables: Model.Tables, withNumberOnly: Bool) {
    var starts = [Int](repeating: 0, count: part.rows.count + 1)
    for c in kept { starts[Int(c.b) - part.start + 1] += 1 }
    for row in part.rows.indices { starts[row + 1] += starts[row] }
    var next = starts
    var grouped = [Comparison](repeating: Comparison(), count: kept.count)
    for c in kept {
      let row = Int(c.b) - part.start
      grouped[next[row]] = c
      next[row] += 1
    }
    comparisons = grouped
    numberOnly = grouped.map { withNumberOnly && $0.isNumberOnlyLink }
    p = Storage(repeating: 0, count: kept.count)
    namesake = Storage(repeating: 0, count: kept.count)
    household = grouped.map { tables.householdBits($0) }
    self.starts = starts
  }

  /// Where the pairs of a row stand.
  func places(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Weighs every pair under the model that is final.
  mutating func weigh(_ tables: Model.Tables) { parts = comparisons.indices.map { weigh($0, tables) } }

  /// Weighs pair `k`.
  @inline(__always) func weigh(_ k: Int, _ tables: Model.Tables) -> Model.Parts {
    tables.weigh(comparisons[k], household: household[k])
  }

  /// Evidence of a pair in bits, with what its household takes back.
  func evidence(_ k: Int) -> Double { parts[k].evidence + parts[k].household }

  /// Probability that the row's person is on the roll.
  ///
  /// A row whose number stands on the roll under another name is not called absent: it may be a name misspelled. Of pairs of
  /// which `isOther` knows that they mean somebody else nothing is heard.
  func onRoll(_ row: Int, without isOther: (Int) -> Bool = { _ in false }) -> Double {
    var (accepted, left, numbered) = (0.0, 1.0, 0.0)
    for k in places(row) {
      if isOther(k) {
        left -= p[k]
        continue
      }
      accepted += p[k]
      if numberOnly[k] { numbered = max(numbered, 1 / (1 + exp2(-parts[k].total))) }
    }
    // What is left without them is shared out anew.
    return max(left < 1 ? min(1, accepted / max(left, 1e-9)) : accepted, numbered)
  }

  /// Up to three voters with the most evidence.
  func nearest(_ row: Int) -> [(row: Int, weight: MatchWeight)] {
    let places = places(row)
    let best = places.count < 2 ? Array(places) : places.sorted { evidence($0) > evidence($1) }
    return best.prefix(3).map { (Int(comparisons[$0].a), MatchWeight(parts[$0].total)) }
  }

  /// The voter with the most evidence among the pairs of a row that are as asked; nil where there is none.
  func best(_ row: Int, where isMeant: (Int) -> Bool) -> Int? {
    places(row).filter(isMeant).max { evidence($0) < evidence($1) }.map { Int(comparisons[$0].a) }
  }

  /// By how many bits pair `k` of a row leads its best other pair; nil where there is none.
  func lead(_ row: Int, _ k: Int) -> Double? {
    var second: Double?
    for other in places(row) where other != k { second = max(second ?? -.infinity, evidence(other)) }
    return second.map { evidence(k) - $0 }
  }

  /// The best other voter who bears the row's name and birth date, and whether the row fits him as well as the voter of pair
  /// `k`, to half a bit; nil where its number tells them apart.
  func rival(_ row: Int, _ k: Int) -> (row: Int, isEqual: Bool)? {
    guard comparisons[k].numberLevel != 0 else { return nil }
    let others = places(row).filter { other in
      let c = comparisons[other]
      return other != k && c.birthLevel == 0 && c.given > 0 && c.numberLevel != 0
    }
    return others.max { evidence($0) < evidence($1) }.map { other in
      (Int(comparisons[other].a), evidence(k) - evidence(other) < 0.5)
    }
  }

  /// What stands against pair `k` of a row: nobody, somebody of a voter's name, and the row's other pairs, as a weight
  /// beside 2^odds.
  func others(_ row: Int, _ k: Int, nobody: Double) -> Double {
    places(row).reduce(nobody) { sum, other in
      let voter = other == k || numberOnly[other] ? 0 : exp2(min(500, parts[other].total))
      return sum + voter + namesake[other]
    }
  }
}
