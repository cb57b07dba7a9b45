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

  private struct Scored: Sendable {
    let comparison: GeneralComparison
    let parts: Model.Parts
    let p: Double
    var a: Int { Int(comparison.person.a) }
    var b: Int { Int(comparison.person.b) }
  }

  /// Reported pairs by (a, b). Every pair of a group is among them, so that the groups can be read from the file.
  func outcome(_ kept: [GeneralComparison], threads: Int) -> DuplicateMatching.Outcome {
    var recall = PassRecall(kept.map(\.person), passes: GeneralPass.all.count)
    var scored = score(kept, threads: threads)
    let clusters = cluster(&scored)
    var clusterOf: [Int: Int] = [:]
    for (k, rows) in clusters.enumerated() { for row in rows { clusterOf[row] = k + 1 } }
    let rivals = rivals(scored, clusterOf)
    let proposal = Proposal(inputs.roll, rows: clusters.flatMap { $0 })
    let explainer = GeneralExplainer(inputs, trained.model)
    let names = inputs.names
    var comparator = GeneralComparator(inputs)
    var pairs: [Pair] = []
    for item in scored {
      let group = clusterOf[item.a] ?? 0
      let together = group != 0 && group == clusterOf[item.b]
      guard together || item.p >= thresholds.listed else { continue }
      var pair = Pair(
        a: item.a, b: item.b, weight: MatchWeight(item.parts.total), probability: Probability(item.p),
        tier: .candidate, cluster: together ? group : 0, subject: item.a)
      // A pair that its group's other members speak against is listed, not proposed; one that they speak for is proposed
      // for verification whatever it looks like by itself.
      if together {
        pair.tier = max(.verify, tier(item, hasRival: rivals.contains(item.a) || rivals.contains(item.b)))
        recall.add(item.comparison.person, item.p)
        let goes = proposal.goes(item.a, item.b)
        pair.subject = goes.row
        pair.subjectReason = goes.reason
        pair.grade = item.comparison.person.grade(.full)
        pair.expectedNamesakes = max(
          names.expectedNamesakes(inputs.set, item.a), names.expectedNamesakes(inputs.set, item.b))
        pair.explanation = explainer.lines(item.comparison, item.parts, comparator.alignment(item.comparison))
        pair.words = explainer.words(item.comparison)
      }
      pairs.append(pair)
    }
    return DuplicateMatching.Outcome(
      pairs: pairs, falseShare: DuplicateMatching.falseShares(pairs), recall: recall)
  }

  private func tier(_ item: Scored, hasRival: Bool) -> Tier {
    let tier = item.comparison.person.generalTier(
      item.p, isSure: !hasRival, certain: thresholds.certainWithoutNumber,
      strong: max(thresholds.strong, thresholds.strongInGeneralRolls), verify: thresholds.verify)
    return item.comparison.mayBeTwins ? min(tier, .verify) : tier
  }

  private func score(_ kept: [GeneralComparison], threads: Int) -> [Scored] {
    let tables = trained.model.tables()
    let cuts = pieces(of: kept.count, size: 1 << 13)
    return parallelMap(cuts.count, threads: threads) { k in
      cuts[k].compactMap { i -> Scored? in
        let parts = tables.weigh(kept[i])
        let p = 1 / (1 + exp2(-parts.total))
        return p >= 0.001 ? Scored(comparison: kept[i], parts: parts, p: p) : nil
      }
    }.flatMap { $0 }
  }

  /// Groups of rows: edges at the verify threshold, pairs inside a component that blocking did not bring compared on
  /// demand. Those that end in one group join `scored`.
  private func cluster(_ scored: inout [Scored]) -> [[Int]] {
    var known: [UInt64: Int] = [:]
    for (k, item) in scored.enumerated() { known[Self.key(item.a, item.b)] = k }
    let edges = scored.filter { $0.p >= thresholds.verify && !$0.comparison.isAddressOnly }.map { ($0.a, $0.b) }
    let tables = trained.model.tables()
    var comparator = GeneralComparator(inputs)
    var asked: [Scored] = []
    let groups = Clusters.merged(edges: edges, floor: Self.floor) { a, b in
      if let k = known[Self.key(a, b)] { return (scored[k].parts.total, false) }
      let c = comparator.compare(min(a, b), max(a, b))
      let parts = tables.weigh(c)
      asked.append(Scored(comparison: c, parts: parts, p: 1 / (1 + exp2(-parts.total))))
      return (parts.total, false)
    }
    var groupOf: [Int: Int] = [:]
    for (k, rows) in groups.enumerated() { for row in rows { groupOf[row] = k } }
    scored += asked.filter { groupOf[$0.a] != nil && groupOf[$0.a] == groupOf[$0.b] }
    scored.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return groups
  }

  /// Rows that have a candidate worth the name outside of their group.
  private func rivals(_ scored: [Scored], _ clusterOf: [Int: Int]) -> Set<Int> {
    var rows = Set<Int>()
    for item in scored where item.p > 0.05 {
      let group = clusterOf[item.a] ?? 0
      if group == 0 || group != clusterOf[item.b] { rows.formUnion([item.a, item.b]) }
    }
    return rows
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}

extension Comparison {
  /// The tier of a pair of a general roll. `isSure`: neither row has another candidate.
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
