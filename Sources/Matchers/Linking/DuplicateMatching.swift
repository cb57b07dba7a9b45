import Platform
import RollModel

/// From trained pairs within the roll to tiers, groups and proposals.
struct DuplicateMatching {
  let roll: Roll
  let ground: Ground
  let thresholds: TierThresholds
  let trained: Training.Outcome
  private var set: RecordSet { ground.set }

  init(roll: Roll, ground: Ground, thresholds: TierThresholds, trained: Training.Outcome) {
    self.roll = roll
    self.ground = ground
    self.thresholds = thresholds
    self.trained = trained
  }

  /// A pair with its odds, before it has a tier.
  private struct Scored {
    let comparison: Comparison
    var parts: Model.Parts
    var p: Double
    let relation: PairRelation
  }

  struct Outcome: Sendable {
    /// Reported pairs by (a, b).
    var pairs: [Pair] = []
    var falseShare: [(tier: Tier, pairs: Int, share: Double)] = []
    var recall: PassRecall
  }

  /// `passes`: how many passes the run has.
  func outcome(_ kept: [Comparison], passes: Int, threads: Int) -> Outcome {
    let scored = score(kept, threads: threads)
    var recall = PassRecall(kept, passes: passes)
    let rivals = Rivals(scored.filter { $0.relation == .samePerson }.map { ($0.comparison, $0.p) })
    let clusters = cluster(scored)
    var clusterOf: [Int: Int] = [:]
    for (k, rows) in clusters.enumerated() { for row in rows { clusterOf[row] = k + 1 } }
    let proposal = Proposal(roll, rows: clusters.flatMap { $0 })
    var result: [Pair] = []
    var explained: [(pair: Int, item: Int)] = []
    for (k, item) in scored.enumerated() {
      let c = item.comparison
      let a = Int(c.a)
      let b = Int(c.b)
      var tier = Tier.candidate
      switch item.relation {
      case .possibleTwins: tier = item.p >= 0.01 || c.areTwins(set.mode) ? .twin : .candidate
      case .sameNumberOtherName: tier = .candidate
      case .samePerson:
        tier = c.duplicateTier(
          item.p, hasRival: rivals.has(c), mode: set.mode, expected: trained.expected, design: ground.design,
          thresholds: thresholds)
        if c.numberLevel != 0, set.areOfTwoGenerations(c) { tier = min(tier, .verify) }
      }
      // A pair that its group's other members speak against is listed, not proposed.
      let together = clusterOf[a] != nil && clusterOf[a] == clusterOf[b]
      if tier >= .verify, !together { tier = .candidate }
      if tier >= .verify { recall.add(c, item.p) }
      // What is told as no duplicate is one number on two rows all the same.
      let isOneNumber = c.numberLevel == 0 && set.mode == .full && item.p < thresholds.verify
      let relation = tier == .candidate && isOneNumber ? .sameNumberOtherName : item.relation
      let isReported = tier != .candidate || relation == .sameNumberOtherName && set.mode == .full
      guard isReported || item.p >= thresholds.listed else { continue }
      var pair = Pair(
        a: a, b: b, weight: MatchWeight(item.parts.total), probability: Probability(item.p), tier: tier,
        cluster: together ? clusterOf[a] ?? 0 : 0, subject: a, relation: relation)
      if isReported {
        let goes = proposal.goes(a, b)
        pair.subject = goes.row
        pair.subjectReason = goes.reason
        pair.grade = relation == .samePerson ? c.grade(set.mode) : nil
        pair.expectedNamesakes = max(
          ground.names.expectedNamesakes(set, a), ground.names.expectedNamesakes(set, b))
        explained.append((result.count, k))
      }
      result.append(pair)
    }
    explain(explained, scored, &result, threads: threads)
    return Outcome(pairs: result, falseShare: Self.falseShares(result), recall: recall)
  }

  /// Compares the reported pairs once more, hearing how their names align.
  private func explain(_ which: [(pair: Int, item: Int)], _ scored: [Scored], _ pairs: inout [Pair], threads: Int) {
    let explainer = Explainer(trained.model, set)
    let cuts = pieces(of: which.count, size: 1 << 12)
    let made = parallelMap(cuts.count, threads: threads) { cut -> [(lines: [EvidenceLine], words: String)] in
      var comparator = ground.comparator()
      return cuts[cut].map { k in
        let item = scored[which[k].item]
        let c = item.comparison
        let alignment = comparator.alignment(Int(c.a), Int(c.b))
        return (explainer.lines(c, item.parts, alignment), explainer.words(c))
      }
    }
    for (entry, explanation) in zip(which, made.joined()) {
      pairs[entry.pair].explanation = explanation.lines
      pairs[entry.pair].words = explanation.words
    }
  }

  /// Estimated share of false pairs in each tier: the mean of 1 - p.
  static func falseShares(_ pairs: [Pair]) -> [(tier: Tier, pairs: Int, share: Double)] {
    [Tier.certain, .strong, .verify].compactMap { tier in
      var count = 0
      var sum = 0.0
      for pair in pairs where pair.tier == tier && pair.relation == .samePerson {
        count += 1
        sum = sum + 1 - pair.probability.value
      }
      return count == 0 ? nil : (tier, count, sum / Double(count))
    }
  }

  private func score(_ kept: [Comparison], threads: Int) -> [Scored] {
    let tables = trained.model.tables()
    let cuts = pieces(of: kept.count, size: 1 << 13)
    var scored = parallelMap(cuts.count, threads: threads) { k in
      cuts[k].compactMap { i -> Scored? in
        let c = kept[i]
        let parts = tables.weigh(c)
        let p = 1 / (1 + exp2(-parts.total))
        let numberOnly = c.isNumberOnly && ground.design.contains(.numberOnly)
        if numberOnly, set.mode.isWeak { return nil }
        // One whole number is told however different all else is, and twins however unlike their names are.
        let isTold = numberOnly || c.numberLevel == 0 && set.mode == .full || c.areTwins(set.mode)
        guard isTold || p >= 0.01 else { return nil }
        let relation: PairRelation =
          numberOnly ? .sameNumberOtherName : c.isGuarded(set.mode, ground.design) ? .possibleTwins : .samePerson
        return Scored(comparison: c, parts: parts, p: p, relation: relation)
      }
    }.flatMap { $0 }
    allowForTwinsApart(&scored)
    return scored
  }

  private func allowForTwinsApart(_ scored: inout [Scored]) {
    guard ground.design.contains(.twinGuard) else { return }
    let twins = TwinsApart(
      scored.lazy.map { ($0.comparison, $0.p) }, trained.model.likelihoods,
      numbered: Double(set.numberHolders) / Double(max(1, set.rollCount)), set.mode)
    for i in scored.indices where scored[i].relation == .samePerson {
      let bits = twins.bits(scored[i].comparison, odds: scored[i].parts.total)
      guard bits < 0 else { continue }
      scored[i].parts.twins = bits
      scored[i].p = 1 / (1 + exp2(-scored[i].parts.total))
    }
  }

  /// Groups of rows: edges at the verify threshold, all missing pairs inside a component compared on demand.
  private func cluster(_ scored: [Scored]) -> [[Int]] {
    let edges = scored.filter { $0.relation == .samePerson && $0.p >= thresholds.verify }
    var known: [UInt64: (bits: Double, vetoed: Bool)] = [:]
    for item in scored {
      known[Self.key(Int(item.comparison.a), Int(item.comparison.b))] = verdict(item.comparison, item.parts.total)
    }
    let tables = trained.model.tables()
    var comparator = ground.comparator()
    return Clusters.merged(
      edges: edges.map { (Int($0.comparison.a), Int($0.comparison.b)) },
      floor: log2(thresholds.verify / (1 - thresholds.verify))
    ) { a, b in
      if let found = known[Self.key(a, b)] { return found }
      var c = comparator.compare(a, b)
      ground.secondLook.refine(&c)
      return verdict(c, tables.weigh(c).total)
    }
  }

  private func verdict(_ c: Comparison, _ odds: Double) -> (bits: Double, vetoed: Bool) {
    let numbersDiffer = set.mode == .full && (4...6).contains(c.numberLevel) && 1 / (1 + exp2(-odds)) < 0.95
    return (
      odds,
      c.isGuarded(set.mode, ground.design) || c.isNumberOnly && ground.design.contains(.numberOnly) || numbersDiffer
    )
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}

/// Rows that have more than one candidate worth the name (p > 0.05).
struct Rivals {
  private var candidates: [UInt32: Int] = [:]

  init(_ pairs: [(comparison: Comparison, p: Double)]) {
    for pair in pairs where pair.p > 0.05 {
      candidates[pair.comparison.a, default: 0] += 1
      candidates[pair.comparison.b, default: 0] += 1
    }
  }

  func has(_ c: Comparison) -> Bool { candidates[c.a, default: 0] > 1 || candidates[c.b, default: 0] > 1 }
}
