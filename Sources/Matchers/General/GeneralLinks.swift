import Platform
import RollModel

/// Links the rows of one list to the rows of a general roll: as `LinkMatching`, with addresses as words.
struct GeneralLinks {
  let inputs: GeneralInputs
  let part: RecordSet.ListPart
  let start: GeneralModel
  let thresholds: TierThresholds

  private struct Candidate {
    let comparison: GeneralComparison
    let parts: Model.Parts
    var p: Double
    var evidence: Double { parts.evidence + parts.household }
  }

  /// `withExplanation` is off for lists that no finding quotes.
  func run(_ kept: [GeneralComparison], withExplanation: Bool) -> LinkMatching.Outcome {
    var outcome = LinkMatching.Outcome(recall: PassRecall(kept.map(\.person), passes: Pass.general.count))
    var model = start
    let classes = PairClasses(kept)
    let rows = kept.map { Int($0.person.b) - part.start }
    for _ in 0..<LinkMatching.rounds {
      let sums = expectation(classes, rows, model, share: outcome.share)
      model.person.likelihoods = Training(mode: inputs.set.mode).maximization(sums.person, familyCards: false)
      model.address = GeneralTraining.address(sums.address)
      outcome.share = min(0.98, (sums.person.total + 1) / Double(part.rows.count + 2))
      outcome.rounds += 1
    }
    let byRow = weighed(kept, rows, model, share: outcome.share)
    outcome.onRoll = byRow.map { $0.reduce(0) { $0 + $1.p } }
    outcome.nearest = byRow.map { candidates in
      candidates.sorted { $0.evidence > $1.evidence }.prefix(3).map {
        (Int($0.comparison.person.a), MatchWeight($0.parts.total))
      }
    }
    assign(byRow, model, withExplanation: withExplanation, into: &outcome)
    outcome.falseShare = DuplicateMatching.falseShares(outcome.links)
    return outcome
  }

  /// A prior of `share` of the rows, spread over the voters.
  private func prior(_ model: GeneralModel, share: Double) -> GeneralModel {
    var model = model
    model.prior = log2(share / Double(max(1, inputs.set.rollCount)))
    return model
  }

  /// Sums of posteriors: of each candidate w = share / rows × 2^evidence, beside 1 - share for nobody. `rows`: the list row
  /// of each.
  private func expectation(
    _ classes: PairClasses, _ rows: [Int], _ model: GeneralModel, share: Double
  ) -> (person: Training.Sums, address: [Int64]) {
    let weights = classes.weights(prior(model, share: share))
    var totals = [Double](repeating: 1 - share, count: part.rows.count)
    let odds = zip(classes.items, rows).map { item, row in
      let odds = weights.odds(item)
      let own = odds.person / (1 + odds.onePlace)
      totals[row] += own
      return own
    }
    var sums = PairClasses.Sums(classes)
    for k in rows.indices { sums.add(classes.items[k], odds[k] / totals[rows[k]]) }
    return classes.byLevel(sums)
  }

  /// The candidates of each row with their posteriors.
  private func weighed(
    _ kept: [GeneralComparison], _ rows: [Int], _ model: GeneralModel, share: Double
  ) -> [[Candidate]] {
    let tables = prior(model, share: share).tables()
    var byRow: [[Candidate]] = Array(repeating: [], count: part.rows.count)
    for (c, row) in zip(kept, rows) {
      let parts = tables.weigh(c)
      byRow[row].append(Candidate(comparison: c, parts: parts, p: exp2(min(500, parts.total))))
    }
    for row in byRow.indices {
      let total = byRow[row].reduce(1 - share) { $0 + $1.p }
      for k in byRow[row].indices { byRow[row][k].p /= total }
    }
    return byRow
  }

  /// Best evidence first; a row takes one voter, a voter one row unless a later row is sure of it.
  private func assign(
    _ byRow: [[Candidate]], _ model: GeneralModel, withExplanation: Bool, into outcome: inout LinkMatching.Outcome
  ) {
    var order: [(bits: Double, tie: UInt64, row: Int, k: Int)] = []
    for row in byRow.indices {
      for k in byRow[row].indices where byRow[row][k].p >= 0.001 && !byRow[row][k].comparison.isAddressOnly {
        order.append((byRow[row][k].evidence, tie(byRow[row][k].comparison), row, k))
      }
    }
    order.sort { ($0.bits, $0.tie) > ($1.bits, $1.tie) }
    var takenVoters = Set<UInt32>()
    var takenRows = Set<Int>()
    let explainer = GeneralExplainer(inputs, model)
    var comparator = GeneralComparator(inputs, GeneralBar(model, floor: GeneralScan.floor))
    for entry in order {
      let candidate = byRow[entry.row][entry.k]
      let c = candidate.comparison.person
      guard !takenRows.contains(entry.row), !takenVoters.contains(c.a) || candidate.p >= LinkMatching.reuse else {
        continue
      }
      takenRows.insert(entry.row)
      takenVoters.insert(c.a)
      guard candidate.p >= thresholds.listed else { continue }
      let second = byRow[entry.row].indices.filter { $0 != entry.k }.map { byRow[entry.row][$0].evidence }.max()
      let lead = second.map { candidate.evidence - $0 } ?? 50
      let others = others(byRow[entry.row], entry.k, share: outcome.share)
      let odds = MatchWeight(candidate.parts.total - log2(others))
      var pair = Pair(
        a: Int(c.a), b: Int(part.rows[Int(c.b) - part.start]), weight: odds,
        probability: Probability(1 / (1 + exp2(-odds.bits))), tier: tier(candidate, lead: lead), subject: Int(c.a))
      if pair.tier >= .verify { outcome.recall.add(c, candidate.p) }
      if withExplanation, pair.tier >= .verify {
        pair.explanation = explainer.lines(
          candidate.comparison, candidate.parts, comparator.alignment(candidate.comparison), others: others)
        pair.words = explainer.words(candidate.comparison)
        pair.grade = c.grade(inputs.set.mode)
        pair.expectedNamesakes = inputs.names.expectedNamesakes(inputs.set, pair.a)
      }
      outcome.links.append(pair)
    }
    outcome.links.sort { $0.b < $1.b }
  }

  /// What stands against candidate `k` of a row: nobody, and the row's other candidates, as a weight beside 2^odds.
  private func others(_ candidates: [Candidate], _ k: Int, share: Double) -> Double {
    candidates.indices.reduce(1 - share) { sum, other in
      other == k ? sum : sum + exp2(min(500, candidates[other].parts.total))
    }
  }

  private func tier(_ candidate: Candidate, lead: Double) -> Tier {
    let tier = candidate.comparison.person.generalTier(
      candidate.p,
      isSure: lead >= thresholds.linkCertainLead && inputs.haveFullDates(candidate.comparison.person),
      certain: thresholds.certainWithoutNumber,
      strong: thresholds.linkStrong, verify: thresholds.linkVerify)
    let c = candidate.comparison.person
    let isClear =
      lead >= thresholds.linkStrongLead && !candidate.comparison.mayBeTwins && !inputs.set.areOfTwoGenerations(c)
      && !inputs.set.areYearsApart(c) && c.sexLevel != 1 && candidate.comparison.isGroundedLink
    return isClear ? tier : min(tier, .verify)
  }

  /// Breaks ties of evidence by content, never by row.
  private func tie(_ c: GeneralComparison) -> UInt64 {
    var h: UInt64 = 11
    for record in [Int(c.person.a), Int(c.person.b)] {
      let token = inputs.set.tokenPointer(record)
      for k in 0..<inputs.set.tokenCount(record) { h = mixed(h ^ inputs.set.table.codes[Int(token[k])].spellingHash) }
      for word in inputs.addresses.of(record) { h = mixed(h ^ inputs.addresses.table.codes[Int(word)].spellingHash) }
      h = mixed(h ^ UInt64(inputs.set.records[record].birth))
    }
    return h
  }
}
