import Platform
import RollModel

/// Learns m, the number of pairs of one person and the number of pairs of one place without labels.
///
/// Expectation and maximization over three classes; sums in fixed point, so neither order nor threads change the result.
/// A general file may hold a few repeats or be made of them, so the number of pairs is free; the guard is the share of
/// equal name tokens and at most five repeats a row.
struct GeneralTraining {
  let set: RecordSet
  /// The roll has no dates to speak of.
  private let byName: Bool
  /// Share of pairs that could show two people: those with both dates.
  private let seen: Double

  init(set: RecordSet) {
    self.set = set
    let dated = (0..<set.rollCount).reduce(0) { $0 + (set.records[$1].hasFullDate ? 1 : 0) }
    let share = Double(dated) / Double(max(1, set.rollCount))
    byName = share < 0.5
    seen = byName ? 1 : share * share
  }

  struct Outcome: Sendable {
    var model: GeneralModel
    /// Expected pairs of one person.
    var expected: Double
    var keptDefaults = false
    var rounds = 0
  }

  /// Sums of posteriors by level.
  private struct Sums {
    var person = Training.Sums()
    var address: [Int64] = []
    /// Pairs of one place and two people, among those that are of two people beyond doubt.
    var neighbours: Int64 = 0
    /// Pairs of one person whose dates differ, and whose names do.
    var datesDiffer: Int64 = 0
    var namesDiffer: Int64 = 0
  }

  /// Pairs that a roll of `rows` can hold, as a number; at least 1.
  static func possible(_ rows: Int) -> Double { max(1, Double(rows) * Double(rows - 1) / 2) }

  func run(_ pairs: [GeneralComparison], start: GeneralModel, threads: Int) -> Outcome {
    let classes = PairClasses(pairs)
    let possible = Self.possible(set.rollCount)
    let first = max(1, exp2(start.prior) * possible)
    var outcome = Outcome(model: start, expected: first)
    for _ in 0..<Training.rounds { step(&outcome, classes, possible, threads, teaches: true) }
    let exact = outcome.model.person.likelihoods.name[Int(NameEvent.exact.rawValue)]
    guard outcome.expected > 5 * Double(set.rollCount) || exact < Training.leastExact else { return outcome }
    outcome = Outcome(model: start, expected: first, keptDefaults: true)
    for _ in 0..<20 { step(&outcome, classes, possible, threads, teaches: false) }
    return outcome
  }

  private func step(
    _ outcome: inout Outcome, _ classes: PairClasses, _ possible: Double, _ threads: Int, teaches: Bool
  ) {
    let sums = expectation(classes, outcome.model, threads: threads)
    if teaches {
      outcome.model.person.likelihoods = Training(mode: set.mode).maximization(sums.person, familyCards: false)
      outcome.model.address = Self.address(sums.address)
    }
    outcome.expected = sums.person.total + 1
    outcome.model.prior = Training.logOdds(min(0.5, outcome.expected / possible))
    outcome.model.neighbours = Training.logOdds(min(0.5, neighbours(sums) / possible))
    outcome.rounds += 1
  }

  /// Pairs of one place and two people, at least 1.
  ///
  /// Errors of one person come together: a record with a wrong date more often has a wrong name as well. So twice the
  /// pairs that independent errors would make are not taken for neighbours; without this a file of badly damaged repeats
  /// invents a household for each of them.
  private func neighbours(_ sums: Sums) -> Double {
    let seemingly = Training.Sums.value(sums.neighbours)
    guard !byName else { return seemingly + 1 }
    let together =
      Training.Sums.value(sums.datesDiffer) * Training.Sums.value(sums.namesDiffer) / max(1, sums.person.total)
    return max(0, seemingly - 2 * together) / seen + 1
  }

  static func address(_ sums: [Int64]) -> [Double] {
    let counts = zip(sums, GeneralModel.addressDefaults).map { Training.Sums.value($0) + Training.priorWeight * $1 }
    let total = counts.reduce(0, +)
    return counts.map { $0 / total }
  }

  private func expectation(_ classes: PairClasses, _ model: GeneralModel, threads: Int) -> Sums {
    let weights = classes.weights(model)
    let ofTwoPeople = classes.persons.map { GeneralComparison(person: $0).isOfTwoPeople(byName: byName) }
    let cuts = pieces(of: classes.items.count, size: max(1, (classes.items.count + threads - 1) / threads))
    let parts = parallelMap(cuts.count, threads: threads) { k -> (sums: PairClasses.Sums, neighbours: Int64) in
      var sums = PairClasses.Sums(classes)
      var neighbours: Int64 = 0
      for item in classes.items[cuts[k]] {
        let odds = weights.odds(item)
        let all = 1 + odds.person + odds.onePlace
        sums.add(item, odds.person / all)
        if ofTwoPeople[Int(item.person)] { neighbours += Training.Sums.fixed(odds.onePlace / all) }
      }
      return (sums, neighbours)
    }
    let byClass = parts.reduce(into: PairClasses.Sums(classes)) { $0.add($1.sums) }
    var sums = Sums()
    (sums.person, sums.address) = classes.byLevel(byClass)
    sums.neighbours = parts.reduce(0) { $0 + $1.neighbours }
    for (person, sum) in zip(classes.persons, byClass.persons) {
      let c = GeneralComparison(person: person)
      if c.datesDiffer { sums.datesDiffer += sum }
      if c.namesDiffer { sums.namesDiffer += sum }
    }
    return sums
  }
}
