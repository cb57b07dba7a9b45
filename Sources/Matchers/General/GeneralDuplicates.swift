import Platform
import RollModel

/// From trained pairs of a general roll to groups, tiers and proposals.
struct GeneralDuplicates {
  let inputs: GeneralInputs
  let thresholds: TierThresholds
  let trained: GeneralTraining.Outcome

  /// Groups are joined while their mean odds reach this many bits: members vouch for one another. Source: matching page,
  /// section 9, measured there on two general files.
  static let floor = -3.0

  /// A pair with its odds; the comparison stands at `place` of all.
  private struct Scored: BitwiseCopyable, Sendable {
    let a: Int
    let b: Int
    let place: Int
    let total: Double
    let p: Double

    init(_ c: GeneralComparison, at place: Int, _ total: Double) {
      a = Int(c.person.a)
      b = Int(c.person.b)
      self.place = place
      self.total = total
      p = 1 / (1 + exp2(-total))
    }
  }

  /// Reported pairs by (a, b). Every pair of a group is among them, so that the groups can be read from the file.
  func outcome(_ kept: [GeneralComparison], threads: Int) -> DuplicateMatching.Outcome {
    var recall = PassRecall(kept.map(\.person), passes: Pass.general.count)
    var all = kept
    var scored = score(kept, threads: threads)
    let groups = Groups(cluster(&scored, &all), rows: inputs.set.rollCount, inputs.roll)
    let rivals = rivals(scored, groups)
    let cuts = pieces(of: scored.count, size: 1 << 13)
    let made = parallelMap(cuts.count, threads: threads) { [scored, all] k in
      cuts[k].compactMap { i in pair(scored[i], all[scored[i].place], groups, rivals).map { (i, $0) } }
    }
    var pairs: [Pair] = []
    var items: [Scored] = []
    pairs.reserveCapacity(scored.count)
    for (i, pair) in made.joined() {
      pairs.append(pair)
      items.append(scored[i])
      if pair.cluster != 0 { recall.add(all[scored[i].place].person, scored[i].p) }
    }
    explain(&pairs, items, all, threads: threads)
    return DuplicateMatching.Outcome(
      pairs: pairs, falseShare: DuplicateMatching.falseShares(pairs), recall: recall)
  }

  /// The pair without its explanation; nil where it is not listed.
  private func pair(_ item: Scored, _ c: GeneralComparison, _ groups: Groups, _ rivals: [Bool]) -> Pair? {
    let group = groups.together(item.a, item.b)
    guard group != 0 || item.p >= thresholds.listed else { return nil }
    var pair = Pair(
      a: item.a, b: item.b, weight: MatchWeight(item.total), probability: Probability(item.p), tier: .candidate,
      cluster: group, subject: item.a)
    // A pair that its group's other members speak against is listed, not proposed; one that they speak for is proposed
    // for verification whatever it looks like by itself.
    guard group != 0 else { return pair }
    pair.tier = max(.verify, tier(c, item.p, hasRival: rivals[item.a] || rivals[item.b]))
    let goes = groups.goes(item.a, item.b)
    pair.subject = goes.row
    pair.subjectReason = goes.reason
    pair.grade = c.person.grade(.full)
    return pair
  }

  /// Explains the pairs that a finding may rest on: the heaviest one of each row that goes, and those of two rows that the
  /// roll itself has marked. In a group of ten rows they are nine of forty-five.
  private func explain(_ pairs: inout [Pair], _ items: [Scored], _ all: [GeneralComparison], threads: Int) {
    var heaviest = [Double](repeating: -.infinity, count: inputs.set.rollCount)
    for i in pairs.indices { heaviest[pairs[i].subject] = max(heaviest[pairs[i].subject], pairs[i].weight.bits) }
    let codes = inputs.roll.columns.codes
    let which = pairs.indices.filter { i in
      pairs[i].tier >= .verify
        && (pairs[i].weight.bits == heaviest[pairs[i].subject]
          || codes[pairs[i].a].hasMark && codes[pairs[i].b].hasMark)
    }
    let explainer = GeneralExplainer(inputs, trained.model)
    let tables = trained.model.tables()
    let bar = GeneralBar(trained.model, floor: Self.floor)
    let cuts = pieces(of: which.count, size: max(1 << 10, (which.count + threads - 1) / threads))
    let made = parallelMap(cuts.count, threads: threads) { k in
      var comparator = GeneralComparator(inputs, bar)
      return which[cuts[k]].map { i in
        let c = all[items[i].place]
        return (
          lines: explainer.lines(c, tables.weigh(c), comparator.alignment(c)), words: explainer.words(c),
          namesakes: max(
            inputs.names.expectedNamesakes(inputs.set, items[i].a),
            inputs.names.expectedNamesakes(inputs.set, items[i].b))
        )
      }
    }
    for (i, explanation) in zip(which, made.joined()) {
      pairs[i].explanation = explanation.lines
      pairs[i].words = explanation.words
      pairs[i].expectedNamesakes = explanation.namesakes
    }
  }

  private func tier(_ c: GeneralComparison, _ p: Double, hasRival: Bool) -> Tier {
    let tier = c.person.generalTier(
      p, isSure: !hasRival && inputs.haveFullDates(c.person), certain: thresholds.certainWithoutNumber,
      strong: max(thresholds.strong, thresholds.strongInGeneralRolls), verify: thresholds.verify)
    return c.mayBeTwins || inputs.set.areOfTwoGenerations(c.person) ? min(tier, .verify) : tier
  }

  private func score(_ kept: [GeneralComparison], threads: Int) -> [Scored] {
    let tables = trained.model.tables()
    let cuts = pieces(of: kept.count, size: 1 << 13)
    return parallelMap(cuts.count, threads: threads) { k in
      cuts[k].compactMap { i -> Scored? in
        let item = Scored(kept[i], at: i, tables.weigh(kept[i]).total)
        return item.p >= 0.001 ? item : nil
      }
    }.flatMap { $0 }
  }

  /// Groups of rows: edges at the verify threshold, pairs inside a component that blocking did not bring compared on
  /// demand. Those that end in one group join `scored`, and their comparisons `all`.
  private func cluster(_ scored: inout [Scored], _ all: inout [GeneralComparison]) -> [[Int]] {
    let known = PairPlaces(scored.map { ($0.a, $0.b) }, rows: inputs.set.rollCount)
    let edges = scored.filter { $0.p >= thresholds.verify && !all[$0.place].isAddressOnly }.map { ($0.a, $0.b) }
    let tables = trained.model.tables()
    var comparator = GeneralComparator(inputs, GeneralBar(trained.model, floor: Self.floor))
    var asked: [Scored] = []
    let groups = Clusters.merged(edges: edges, floor: Self.floor) { a, b in
      if let k = known.place(min(a, b), max(a, b)) { return (scored[k].total, false) }
      let c = comparator.compare(min(a, b), max(a, b))
      asked.append(Scored(c, at: all.count, tables.weigh(c).total))
      all.append(c)
      return (asked[asked.count - 1].total, false)
    }
    var groupOf = [Int32](repeating: -1, count: inputs.set.rollCount)
    for (k, rows) in groups.enumerated() { for row in rows { groupOf[row] = Int32(k) } }
    let joining = asked.filter { groupOf[$0.a] >= 0 && groupOf[$0.a] == groupOf[$0.b] }
    guard !joining.isEmpty else { return groups }
    scored += joining
    scored.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return groups
  }

  /// Rows that have a candidate worth the name outside of their group.
  private func rivals(_ scored: [Scored], _ groups: Groups) -> [Bool] {
    var rows = [Bool](repeating: false, count: inputs.set.rollCount)
    for item in scored where item.p > 0.05 && groups.together(item.a, item.b) == 0 {
      rows[item.a] = true
      rows[item.b] = true
    }
    return rows
  }
}

/// Which group each row is in, and which of its rows goes before which.
private struct Groups: Sendable {
  /// By row: the number of its group, from 1; 0 for none.
  private var groupOf: [Int32]
  /// By row: where its order stands.
  private var orderOf: [Int32]
  private var orders: [Proposal.Order] = []

  init(_ groups: [[Int]], rows: Int, _ roll: Roll) {
    groupOf = Array(repeating: 0, count: rows)
    orderOf = groupOf
    let proposal = Proposal(roll, rows: groups.flatMap { $0 })
    for (k, members) in groups.enumerated() {
      for row in members {
        groupOf[row] = Int32(k + 1)
        orderOf[row] = Int32(orders.count)
        orders.append(proposal.order(row))
      }
    }
  }

  /// The group that both rows are in; 0 for none.
  func together(_ a: Int, _ b: Int) -> Int { groupOf[a] == groupOf[b] ? Int(groupOf[a]) : 0 }

  func goes(_ a: Int, _ b: Int) -> (row: Int, reason: String) {
    Proposal.goes(a, orders[Int(orderOf[a])], b, orders[Int(orderOf[b])])
  }
}

/// Where each pair stands in a list by (a, b).
private struct PairPlaces: Sendable {
  private let pairs: [(a: Int, b: Int)]
  /// By row: its first pair.
  private var first: [Int32]

  init(_ pairs: [(a: Int, b: Int)], rows: Int) {
    self.pairs = pairs
    first = Array(repeating: Int32(pairs.count), count: rows + 1)
    for k in pairs.indices.reversed() { first[pairs[k].a] = Int32(k) }
  }

  /// The place of a pair, the smaller row first.
  func place(_ a: Int, _ b: Int) -> Int? {
    var k = Int(first[a])
    while k < pairs.count, pairs[k].a == a, pairs[k].b < b { k += 1 }
    return k < pairs.count && pairs[k].a == a && pairs[k].b == b ? k : nil
  }
}

extension Comparison {
  /// The tier of a pair of a general roll. `isSure`: neither row has another candidate, and both give a whole birth date.
  ///
  /// Without one name token in common, or with birth dates that differ wholly, only the field can tell.
  func generalTier(_ p: Double, isSure: Bool, certain: Double, strong: Double, verify: Double) -> Tier {
    var tier = Tier.candidate
    if p >= verify { tier = .verify }
    if p >= strong { tier = .strong }
    if p >= certain, isSure, birthLevel == 0, given > 0 { tier = .certain }
    return alignedTokens == 0 || birthLevel == BirthLevel.different.rawValue ? min(tier, .verify) : tier
  }
}
