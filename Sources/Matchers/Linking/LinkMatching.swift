import Platform
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
    /// By position in the part: of a row that is rather absent, up to three best voters with the evidence in bits.
    var nearest: [[(row: Int, weight: MatchWeight)]] = []
    /// By position in the part: of a row that is rather absent, the best voter who was left out as its twin.
    var twins: [Int: Int] = [:]
    var share = 0.5
    var rounds = 0
    var falseShare: [(tier: Tier, pairs: Int, share: Double)] = []
    var recall: PassRecall
    /// What the list taught, as a saved model keeps it.
    var learned: LearnedList?
    /// Of the last expectation that taught, or of the one under a frozen model.
    var sums = Training.Sums()
  }

  /// `withExplanation` is off for lists that no finding quotes; `passes` is how many passes the run
  /// has. A `frozen` model is used as it is, with its share of rows that have a voter. `list` are all rows of the list,
  /// those that a number has settled as well.
  func run(
    _ kept: [Comparison], of list: RollColumns, passes: Int, withExplanation: Bool, frozen: LearnedList? = nil
  ) -> Outcome {
    var outcome = Outcome(recall: PassRecall(kept, passes: passes))
    var candidates = LinkCandidates(
      kept, of: part, start.tables(), withNumberOnly: design.contains(.numberOnlyLinks))
    var model = start
    let voters = Double(max(1, set.rollCount))
    var namesakes = frozen?.namesakes ?? NamesakeClass(isUsed: design.contains(.namesakeClass))
    if let frozen {
      model.likelihoods = frozen.likelihoods
      outcome.share = frozen.share
    } else {
      for _ in 0..<Self.rounds {
        outcome.sums = expectation(candidates, model, &namesakes, share: outcome.share, voters: voters)
        if design.contains(.training) {
          model.likelihoods = Training(mode: set.mode).maximization(outcome.sums, familyCards: false)
        }
        outcome.share = min(0.98, (outcome.sums.total + 1) / Double(part.rows.count + 2))
        outcome.rounds += 1
      }
    }
    let nobody = Self.nobody(share: outcome.share, namesakes)
    outcome.learned = LearnedList(likelihoods: model.likelihoods, share: outcome.share, namesakes: namesakes)
    let last = expectation(candidates, model, &namesakes, share: outcome.share, voters: voters)
    if frozen != nil { outcome.sums = last }
    model.prior = log2(outcome.share / voters)
    candidates.weigh(model.tables())
    let twins = twinsListed(kept, list)
    let taken = assign(
      candidates, model, nobody: nobody, twins: twins, withExplanation: withExplanation, into: &outcome)
    for row in part.rows.indices {
      // A voter whom another row means is not this row's person too, if the two may be twins.
      func isTwin(_ k: Int) -> Bool {
        let c = candidates.comparisons[k]
        guard !taken.rows[row], c.mayBeTwinsByNumbers(set.mode) else { return false }
        return taken.voters.has(Int(c.a)) || twins.contains(Int(c.a))
      }
      let p = candidates.onRoll(row) { k in
        let c = candidates.comparisons[k]
        return isTwin(k) || c.hasNumberConflict && set.areOfTwoGenerations(c)
      }
      outcome.onRoll.append(p)
      outcome.nearest.append(p < Absence.most ? candidates.nearest(row) : [])
      if p < Absence.most { outcome.twins[row] = candidates.best(row, where: isTwin) }
    }
    outcome.falseShare = DuplicateMatching.falseShares(outcome.links)
    return outcome
  }

  /// Posteriors of every candidate: w = share / voters × 2^evidence, beside somebody else of the voter's name, and
  /// beside nobody on the roll.
  private func expectation(
    _ candidates: LinkCandidates, _ model: Model, _ namesakes: inout NamesakeClass, share: Double, voters: Double
  ) -> Training.Sums {
    var model = model
    model.prior = log2(share / voters)
    let tables = model.tables()
    let weights = namesakes.weights(voters: voters)
    let nobody = Self.nobody(share: share, namesakes)
    var sums = SumsAdder()
    var learned = NamesakeClass.Sums()
    for row in part.rows.indices {
      let places = candidates.places(row)
      var total = nobody
      for k in places {
        let parts = candidates.weigh(k, tables)
        let voter = candidates.numberOnly[k] ? 0 : exp2(min(500, parts.total))
        let other = weights?.bits(candidates.comparisons[k], parts).map { exp2(min(500, $0)) } ?? 0
        candidates.p[k] = voter
        candidates.namesake[k] = other
        total += voter + other
      }
      for k in places {
        let p = candidates.p[k] / total
        candidates.p[k] = p
        sums.add(candidates.comparisons[k], p)
        learned.add(candidates.comparisons[k], candidates.namesake[k] / total)
      }
    }
    namesakes.learn(learned, rows: part.rows.count)
    return sums.sums
  }

  /// Voters whom a row may take for its twin, and whose own number is on the list.
  private func twinsListed(_ kept: [Comparison], _ list: RollColumns) -> Set<Int> {
    let voters = Set(kept.lazy.filter { $0.mayBeTwinsByNumbers(set.mode) }.map { Int($0.a) })
    guard !voters.isEmpty else { return [] }
    let numbers = Set(voters.map { set.records[$0].nik })
    // Lists are long and such voters few: a mark for the low bits of a number spares nearly all look-ups.
    var mayBeWanted = [Bool](repeating: false, count: 1 << 16)
    for number in numbers { mayBeWanted[Int(truncatingIfNeeded: number) & 0xFFFF] = true }
    var found: Set<UInt64> = []
    for nik in list.nik {
      let number = set.mode.value(nik)
      if mayBeWanted[Int(truncatingIfNeeded: number) & 0xFFFF], numbers.contains(number) { found.insert(number) }
    }
    return voters.filter { found.contains(set.records[$0].nik) }
  }

  /// Best evidence first; a row takes one voter, a voter one row unless a later row is sure of it and is no twin's. Returns which
  /// voters and which rows are taken.
  private func assign(
    _ candidates: LinkCandidates, _ model: Model, nobody: Double, twins: Set<Int>, withExplanation: Bool,
    into outcome: inout Outcome
  ) -> (voters: RecordMarks, rows: [Bool]) {
    var order: [(bits: Double, row: Int, k: Int)] = []
    for row in part.rows.indices {
      for k in candidates.places(row) where !candidates.numberOnly[k] && candidates.p[k] >= 0.001 {
        order.append((candidates.evidence(k), row, k))
      }
    }
    order.sort { one, other in
      guard one.bits == other.bits else { return one.bits > other.bits }
      return tie(candidates.comparisons[one.k]) > tie(candidates.comparisons[other.k])
    }
    var takenVoters = RecordMarks(set.rollCount)
    var takenRows = [Bool](repeating: false, count: part.rows.count)
    var accepted: [(row: Int, k: Int, tier: Tier)] = []
    for entry in order {
      let c = candidates.comparisons[entry.k]
      let p = candidates.p[entry.k]
      let mayBeTwin = c.mayBeTwinsByNumbers(set.mode)
      let isMeant = takenVoters.has(Int(c.a)) || mayBeTwin && twins.contains(Int(c.a))
      let isFree = !isMeant || !mayBeTwin && p >= Self.reuse && design.contains(.voterReuse)
      if design.contains(.oneToOne) { guard !takenRows[entry.row], isFree else { continue } }
      takenRows[entry.row] = true
      takenVoters.mark(Int(c.a))
      let lead = candidates.lead(entry.row, entry.k) ?? 50
      var tier = c.linkTier(p, lead: lead, mode: set.mode, design: design, thresholds: thresholds)
      if set.areOfTwoGenerations(c) { tier = min(tier, c.hasNumberConflict ? .candidate : .verify) }
      guard p >= thresholds.listed else { continue }
      if tier >= .verify { outcome.recall.add(c, p) }
      accepted.append((entry.row, entry.k, tier))
    }
    accepted.sort { $0.row < $1.row }
    let explainer = Explainer(model, set)
    var comparator = ground.comparator()
    outcome.links.reserveCapacity(accepted.count)
    for (row, k, tier) in accepted {
      let c = candidates.comparisons[k]
      let others = candidates.others(row, k, nobody: nobody)
      var pair = pair(c, candidates.parts[k], others: others, tier: tier)
      if withExplanation, tier >= .verify {
        explain(&pair, c, candidates.parts[k], others: others, explainer, &comparator)
        if let rival = candidates.rival(row, k) { (pair.rival, pair.rivalIsEqual) = (rival.row, rival.isEqual) }
      }
      outcome.links.append(pair)
    }
    // Fifteen digits, or the visible ones, are shared by strangers: nothing is said of them alone.
    for row in part.rows.indices where !takenRows[row] && !set.mode.isWeak {
      for k in candidates.places(row) where candidates.numberOnly[k] {
        let c = candidates.comparisons[k]
        let others = candidates.others(row, k, nobody: nobody)
        var pair = pair(c, candidates.parts[k], others: others, tier: .candidate)
        pair.relation = .sameNumberOtherName
        if withExplanation { explain(&pair, c, candidates.parts[k], others: others, explainer, &comparator) }
        outcome.numberOnly.append(pair)
      }
    }
    return (takenVoters, takenRows)
  }

  private func pair(_ c: Comparison, _ parts: Model.Parts, others: Double, tier: Tier) -> Pair {
    let odds = MatchWeight(parts.total - log2(others))
    return Pair(
      a: Int(c.a), b: Int(part.rows[Int(c.b) - part.start]), weight: odds,
      probability: Probability(1 / (1 + exp2(-odds.bits))), tier: tier, subject: Int(c.a))
  }

  /// The share of rows that mean nobody on the roll, nor anybody of a voter's name.
  private static func nobody(share: Double, _ namesakes: NamesakeClass) -> Double {
    max(0.01, 1 - share - namesakes.share)
  }

  /// Compares the pair once more, hearing how the names align.
  private func explain(
    _ pair: inout Pair, _ c: Comparison, _ parts: Model.Parts, others: Double, _ explainer: Explainer,
    _ comparator: inout PairComparator
  ) {
    let alignment = comparator.alignment(Int(c.a), Int(c.b))
    pair.explanation = explainer.lines(c, parts, alignment, others: others)
    pair.words = explainer.words(c)
    if c.mayBeTwinsByNumbers(set.mode) { pair.words += Words.perhapsTwin }
    pair.grade = c.grade(set.mode)
    pair.expectedNamesakes = ground.names.expectedNamesakes(set, pair.a)
  }

  /// Breaks ties of evidence by content, never by row.
  private func tie(_ c: Comparison) -> UInt64 {
    let x = set.records[Int(c.a)]
    let y = set.records[Int(c.b)]
    return mixed(
      mixed(x.nik &+ UInt64(x.birth) << 40 &+ x.nkk) ^ mixed(y.nik &+ UInt64(y.birth) &+ UInt64(y.area) << 32))
  }
}
