import Platform
import RollModel

/// What is decided of all pairs between the joined rolls.
package struct JoinedVerdict: Sendable {
  /// Rows are those of the roll that was judged; `passes` of each pair by number of pass are told in `report`.
  package var pairs: [Pair] = []
  /// Pairs of one person that are expected among all possible ones.
  package var expected = 0.0
  package var keptDefaults = false
  package var rounds = 0
  package var falseShare: [(tier: Tier, pairs: Int, share: Double)] = []
  package var found = 0.0
  package var missed = 0.0
  /// By pass: share of the expected true pairs that it brings.
  package var recall: [Double] = []

  package init() {}
}

extension JoinedPopulation {
  /// Trains on the pairs and decides.
  ///
  /// - Parameters:
  ///   - roll: the rows that stand in any pair.
  ///   - numbers: their numbers among all rolls, ascending.
  ///   - bearers: people of the population by `nameHash` of the names of these rows.
  package func judge(
    _ pairs: consuming JoinedPairs, _ roll: Roll, numbers: [UInt32], bearers: [UInt64: Int], threads: Int
  ) -> JoinedVerdict {
    var verdict = JoinedVerdict()
    guard pairs.count > 0 else { return verdict }
    var list = pairs.list
    pairs = JoinedPairs()
    var rows: [UInt32: UInt32] = [:]
    rows.reserveCapacity(numbers.count)
    for (row, number) in numbers.enumerated() { rows[number] = UInt32(row) }
    let set = records(roll, threads: threads)
    for k in list.indices {
      list[k].a = rows[list[k].a] ?? 0
      list[k].b = rows[list[k].b] ?? 0
      seeBearers(&list[k], set, bearers)
    }
    let trained = Training(mode: mode).duplicates(
      list, voters: voters, possible: possible, start: start.duplicates, threads: threads)
    var kept = PairScan.Kept()
    kept.duplicates = list
    let ground = Ground(
      set: set, frequencies: frequencies, places: places, names: NameCounts(bearers: bearers),
      secondLook: SecondLook(set, start.regionPlaces, kept: kept, design: .full, threads: threads))
    let outcome = DuplicateMatching(roll: roll, ground: ground, thresholds: TierThresholds(), trained: trained)
      .outcome(list, passes: JoinedKey.passNames.count, threads: threads)
    // Rows of one area come together in a group now and then: they are their own case's.
    verdict.pairs = outcome.pairs.filter { roll.columns.area[$0.a] != roll.columns.area[$0.b] }
    for k in verdict.pairs.indices {
      for (words, above) in Words.oneStepUp { verdict.pairs[k].words.replace(words, with: above) }
    }
    verdict.expected = trained.expected
    verdict.keptDefaults = trained.keptDefaults
    verdict.rounds = trained.rounds
    verdict.falseShare = outcome.falseShare
    verdict.found = outcome.recall.found
    verdict.missed = outcome.recall.missed(used: JoinedKey.passNames.count)
    verdict.recall = JoinedKey.passNames.indices.map { outcome.recall.share($0) }
    return verdict
  }

  /// A whole equal name is at least as common as it is found to be, the pair itself left out.
  private func seeBearers(_ c: inout Comparison, _ set: RecordSet, _ bearers: [UInt64: Int]) {
    guard c.hasEqualNames else { return }
    let others = max(bearers[set.nameHashes[Int(c.a)], default: 0], bearers[set.nameHashes[Int(c.b)], default: 0]) - 2
    guard others > 0 else { return }
    c.nameChance = min(c.nameChance, -log2f(Float(others) / Float(max(1, voters))))
  }
}
