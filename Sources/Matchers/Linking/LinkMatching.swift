import Glibc
import RollModel

/// What a list teaches: m, the share of its rows that have a voter, and the class of rows that mean a namesake.
struct LearnedList: Sendable {
  let likelihoods: Likelihoods
  let share: Double
  let namesakes: NamesakeClass
}

/// Links the rows of one list to voters: a posterior for each candidate beside "nobody", then one voter a row.
///
/// Source: matching page, section 7 with D2 and D3 (13.1). A voter may be taken by a second row only when that row is
/// very sure: two offices report one death.
struct LinkMatching {
  let ground: Ground
  let part: RecordSet.ListPart
  let start: Model
  let thresholds: TierThresholds
  private var set: RecordSet { ground.set }
  private var design: Design { ground.design }

  init(ground: Ground, part: RecordSet.ListPart, start: Model, thresholds: TierThresholds) {
    self.ground = ground
    self.part = part
    self.start = start
    self.thresholds = thresholds
  }

  /// Probability from which a voter may be taken again (D2).
  static let reuse = 0.95
  static let rounds = 15

  struct Outcome: Sendable {
    /// Accepted links, by list row.
    var links: [Pair] = []
    /// One NIK, other people (D3), by list row.
    var numberOnly: [Pair] = []
    /// By position in the part: probability that the row's person is on the roll.
    var onRoll: [Double] = []
    /// By position in the part: up to three best voters with the evidence in bits.
    var nearest: [[(row: Int, weight: MatchWeight)]] = []
    var share = 0.5
    var rounds = 0
    var falseShare: [(tier: Tier, pairs: Int, share: Double)] = []
    var recall: PassRecall
    /// What the list taught, as a saved model keeps it.
    var learned: LearnedList?
    /// Of the last expectation that taught, or of the one under a frozen model.
    var sums = Training.Sums()
  }

  private struct Candidate {
    let comparison: Comparison
    var parts: Model.Parts
    var p: Double
    let numberOnly: Bool
    /// The weight of somebody else of this voter's name, beside 2^odds of the voter.
    var namesake = 0.0
    var evidence: Double { parts.evidence + parts.household }
  }

  /// `withExplanation` is off for lists that no finding quotes; `passes` is how many passes the run
  /// has. A `frozen` model is used as it is, with its share of rows that have a voter.
  func run(
    _ kept: [Comparison], passes: Int, withExplanation: Bool, frozen: LearnedList? = nil
  ) -> Outcome {
    var outcome = Outcome(recall: PassRecall(kept, passes: passes))
    var byRow = grouped(kept)
    var model = start
    let voters = Double(max(1, set.rollCount))
    var namesakes = frozen?.namesakes ?? NamesakeClass(isUsed: design.contains(.namesakeClass))
    if let frozen {
      model.likelihoods = frozen.likelihoods
      outcome.share = frozen.share
    } else {
      for _ in 0..<Self.rounds {
        outcome.sums = expectation(&byRow, model, &namesakes, share: outcome.share, voters: voters)
        if design.contains(.training) {
          model.likelihoods = Training(mode: set.mode).maximization(outcome.sums, familyCards: false)
        }
        outcome.share = min(0.98, (outcome.sums.total + 1) / Double(part.rows.count + 2))
        outcome.rounds += 1
      }
    }
    let nobody = Self.nobody(share: outcome.share, namesakes)
    outcome.learned = LearnedList(likelihoods: model.likelihoods, share: outcome.share, namesakes: namesakes)
    let last = expectation(&byRow, model, &namesakes, share: outcome.share, voters: voters)
    if frozen != nil { outcome.sums = last }
    // A row whose number stands on the roll under another name is not called absent: it may be a name misspelled.
    outcome.onRoll = byRow.map { candidates in
      let accepted = candidates.reduce(0) { $0 + $1.p }
      return candidates.filter(\.numberOnly).reduce(accepted) { max($0, 1 / (1 + exp2(-$1.parts.total))) }
    }
    outcome.nearest = byRow.map { candidates in
      candidates.sorted { $0.evidence > $1.evidence }.prefix(3).map {
        (Int($0.comparison.a), MatchWeight($0.parts.total))
      }
    }
    model.prior = log2(outcome.share / voters)
    assign(byRow, model, nobody: nobody, withExplanation: withExplanation, into: &outcome)
    outcome.falseShare = DuplicateMatching.falseShares(outcome.links)
    return outcome
  }

  private func grouped(_ kept: [Comparison]) -> [[Candidate]] {
    var byRow: [[Candidate]] = Array(repeating: [], count: part.rows.count)
    for c in kept {
      byRow[Int(c.b) - part.start].append(
        Candidate(
          comparison: c, parts: Model.Parts(), p: 0, numberOnly: c.isNumberOnlyLink && design.contains(.numberOnlyLinks)
        ))
    }
    return byRow
  }

  /// Posteriors of every candidate: w = share / voters × 2^evidence, beside somebody else of the voter's name, and
  /// beside nobody on the roll.
  private func expectation(
    _ byRow: inout [[Candidate]], _ model: Model, _ namesakes: inout NamesakeClass, share: Double, voters: Double
  ) -> Training.Sums {
    var model = model
    model.prior = log2(share / voters)
    let tables = model.tables()
    let weights = namesakes.weights(voters: voters)
    let nobody = Self.nobody(share: share, namesakes)
    var sums = Training.Sums()
    var learned = NamesakeClass.Sums()
    for row in byRow.indices {
      var total = nobody
      for k in byRow[row].indices {
        let c = byRow[row][k].comparison
        byRow[row][k].parts = tables.weigh(c)
        let candidate = byRow[row][k]
        byRow[row][k].p = candidate.numberOnly ? 0 : exp2(min(500, candidate.parts.total))
        byRow[row][k].namesake = weights?.bits(c, candidate.parts).map { exp2(min(500, $0)) } ?? 0
        total += byRow[row][k].p + byRow[row][k].namesake
      }
      for k in byRow[row].indices {
        byRow[row][k].p /= total
        sums.add(byRow[row][k].comparison, byRow[row][k].p)
        learned.add(byRow[row][k].comparison, byRow[row][k].namesake / total)
      }
    }
    namesakes.learn(learned, rows: byRow.count)
    return sums
  }

  /// Best evidence first; a row takes one voter, a voter one row unless a later row is sure of it.
  private func assign(
    _ byRow: [[Candidate]], _ model: Model, nobody: Double, withExplanation: Bool, into outcome: inout Outcome
  ) {
    var order: [(bits: Double, tie: UInt64, row: Int, k: Int)] = []
    for row in byRow.indices {
      for k in byRow[row].indices where !byRow[row][k].numberOnly && byRow[row][k].p >= 0.001 {
        let c = byRow[row][k].comparison
        order.append((byRow[row][k].evidence, Self.tie(set, c), row, k))
      }
    }
    order.sort { ($0.bits, $0.tie) > ($1.bits, $1.tie) }
    var takenVoters = Set<UInt32>()
    var takenRows = Set<Int>()
    let explainer = Explainer(model, set)
    var comparator = ground.comparator()
    for entry in order {
      let candidate = byRow[entry.row][entry.k]
      let c = candidate.comparison
      let isFree = !takenVoters.contains(c.a) || candidate.p >= Self.reuse && design.contains(.voterReuse)
      if design.contains(.oneToOne) { guard !takenRows.contains(entry.row), isFree else { continue } }
      takenRows.insert(entry.row)
      takenVoters.insert(c.a)
      let second = byRow[entry.row].indices.filter { $0 != entry.k }.map { byRow[entry.row][$0].evidence }.max()
      let tier = c.linkTier(
        candidate.p, lead: second.map { candidate.evidence - $0 } ?? 50, mode: set.mode, design: design,
        thresholds: thresholds)
      guard candidate.p >= thresholds.listed else { continue }
      if tier >= .verify { outcome.recall.add(c, candidate.p) }
      let others = Self.others(byRow[entry.row], entry.k, nobody: nobody)
      var pair = pair(candidate, others: others, tier: tier)
      if withExplanation, tier >= .verify { explain(&pair, candidate, others: others, explainer, &comparator) }
      outcome.links.append(pair)
    }
    outcome.links.sort { $0.b < $1.b }
    // Fifteen digits, or the visible ones, are shared by strangers: nothing is said of them alone.
    for row in byRow.indices where !takenRows.contains(row) && !set.mode.isWeak {
      for (k, candidate) in byRow[row].enumerated() where candidate.numberOnly {
        let others = Self.others(byRow[row], k, nobody: nobody)
        var pair = pair(candidate, others: others, tier: .candidate)
        pair.relation = .sameNumberOtherName
        if withExplanation { explain(&pair, candidate, others: others, explainer, &comparator) }
        outcome.numberOnly.append(pair)
      }
    }
  }

  private func pair(_ candidate: Candidate, others: Double, tier: Tier) -> Pair {
    let c = candidate.comparison
    let odds = MatchWeight(candidate.parts.total - log2(others))
    return Pair(
      a: Int(c.a), b: Int(part.rows[Int(c.b) - part.start]), weight: odds,
      probability: Probability(1 / (1 + exp2(-odds.bits))), tier: tier, subject: Int(c.a))
  }

  /// The share of rows that mean nobody on the roll, nor anybody of a voter's name.
  private static func nobody(share: Double, _ namesakes: NamesakeClass) -> Double {
    max(0.01, 1 - share - namesakes.share)
  }

  /// What stands against candidate `k` of a row: nobody, somebody of a voter's name, and the row's other candidates, as a
  /// weight beside 2^odds.
  private static func others(_ candidates: [Candidate], _ k: Int, nobody: Double) -> Double {
    candidates.indices.reduce(nobody) { sum, other in
      let candidate = candidates[other]
      let voter = other == k || candidate.numberOnly ? 0 : exp2(min(500, candidate.parts.total))
      return sum + voter + candidate.namesake
    }
  }

  /// Compares the pair once more, hearing how the names align.
  private func explain(
    _ pair: inout Pair, _ candidate: Candidate, others: Double, _ explainer: Explainer,
    _ comparator: inout PairComparator
  ) {
    let c = candidate.comparison
    let alignment = comparator.alignment(Int(c.a), Int(c.b))
    pair.explanation = explainer.lines(c, candidate.parts, alignment, others: others)
    pair.words = explainer.words(c)
    pair.grade = c.grade(set.mode)
    pair.expectedNamesakes = ground.names.expectedNamesakes(set, pair.a)
  }

  /// Breaks ties of evidence by content, never by row.
  private static func tie(_ set: RecordSet, _ c: Comparison) -> UInt64 {
    let x = set.records[Int(c.a)]
    let y = set.records[Int(c.b)]
    return mixed(
      mixed(x.nik &+ UInt64(x.birth) << 40 &+ x.nkk) ^ mixed(y.nik &+ UInt64(y.birth) &+ UInt64(y.area) << 32))
  }
}
