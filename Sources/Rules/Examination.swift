import RollModel
import Synchronization

/// Runs the rulebook over a case: findings with their ids, in order, and a summary of every area.
///
/// The result does not depend on the number of threads, and its set of findings not on the order of rows.
package struct Examination: Sendable {
  private let data: CaseData
  private let matches: MatchResults
  private let election: Election
  private let visits: VisitPeriod
  private let settings: RuleSettings
  private let groundwork: AreaGroundwork
  private let comparison: RollComparison
  private let threads: Int

  /// The groundwork may have been laid before, and the rolls compared, for neither needs a match.
  package init(
    data: CaseData, matches: MatchResults, election: Election, visits: VisitPeriod,
    settings: RuleSettings = RuleSettings(), groundwork: AreaGroundwork? = nil, comparison: RollComparison? = nil,
    threads: Int = 1
  ) {
    self.data = data
    self.matches = matches
    self.election = election
    self.visits = visits
    self.settings = settings
    self.groundwork = groundwork ?? AreaGroundwork(data, threads: threads)
    self.comparison = comparison ?? RollComparison(data, threads: threads)
    self.threads = threads
  }

  /// Rules that make no claim on some file, for want of what its columns or the plan show.
  package var unchecked: [UncheckedRule] { Self.unchecked(data, settings, visits) }

  /// The same without an examination.
  package static func unchecked(
    _ data: CaseData, _ settings: RuleSettings, _ visits: VisitPeriod
  ) -> [UncheckedRule] {
    Rulebook.rules.filter { settings.isActive($0.card.id) }.unchecked(data, visits)
  }

  package struct Result: Sendable {
    package let findings: [Finding]
    package let areas: [AreaSummary]
    package let bounds: [StationBound]
    /// Of the rules that count over a threshold, in rulebook order.
    package let thresholds: [NeighbouringThresholds]
    /// Of kabupaten, kecamatan and desa, in order of key; empty without an earlier roll.
    package let accounts: [AreaAccount]
  }

  package func run() -> Result {
    let ledger = AreaLedger(groundwork, comparison, data: data, matches: matches, referenceDay: election.referenceDay)
    let context = RuleContext(data: data, matches: matches, election: election, visits: visits, ledger: ledger)
    var (findings, removals, counts) = raw(context)
    let bounds = Safeguards(settings: settings.values(of: Safeguards.section))
      .apply(to: &findings, at: removals, in: context)
    let thresholds = neighbours(context, counts)
    let summaries = AreaSummaries(
      context: context, findings: findings, removals: removals, settings: settings.values(of: AreaIndex.section))
    let order = FindingOrder(data: data, rules: Rulebook.cards.map(\.id), threads: threads)
    let collected = Mutex(findings)
    findings = []
    let (arranged, areas) = parallelPair(threads: threads) {
      collected.withLock { findings in
        order.arrange(&findings)
        return findings
      }
    } _: {
      summaries.all
    }
    return Result(
      findings: arranged, areas: areas, bounds: bounds, thresholds: thresholds, accounts: AreaAccounts(context).all)
  }

  /// What rules over a threshold would find at others; of rules that have their lists and claim anything.
  private func neighbours(_ context: RuleContext, _ found: [String: Int]) -> [NeighbouringThresholds] {
    let rules = Rulebook.rules.filter { rule in
      rule.threshold != nil && settings.isActive(rule.card.id) && rule.missingList(in: data) == nil
        && rule.withheld(in: data) == nil
    }
    return parallelMap(rules.count, threads: threads) { k in
      let id = rules[k].card.id
      return rules[k].threshold?.counts(
        of: rules[k], found: found[id] ?? 0, settings: settings.values(of: id), in: context)
    }.compactMap { $0 }
  }

  /// What the rules say, rule by rule in rulebook order, before safeguards; and where those findings stand that may
  /// propose a voter to go: an eighth of all, and all that safeguards look at; with how many there are of each rule.
  private func raw(_ context: RuleContext) -> (findings: [Finding], removals: [Int], counts: [String: Int]) {
    let active = Rulebook.rules.filter { settings.isActive($0.card.id) }
    let scopes = active.map { $0.init(settings: settings.values(of: $0.card.id)).scope }
    let ranges = pieces(of: data.roll.count, size: Self.rowsAtOnce)
    // One list of work: first whole rules, which may be long, then the pieces of the roll under all voter rules.
    let wholes = scopes.indices.filter { if case .whole = scopes[$0] { true } else { false } }
    let found = parallelMap(wholes.count + ranges.count, threads: threads) { task -> [[Finding]] in
      if task < wholes.count, case .whole(let rule) = scopes[wholes[task]] { return [rule.findings(in: context)] }
      return scopes.map { scope in
        guard case .rows(let rule) = scope else { return [] }
        return rule.scan(ranges[task - wholes.count], in: context)
      }
    }
    var findings: [Finding] = []
    findings.reserveCapacity(found.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } })
    var removals: [Int] = []
    var counts: [String: Int] = [:]
    for rule in scopes.indices {
      let start = findings.count
      if let place = wholes.firstIndex(of: rule) {
        findings += found[place][0]
      } else {
        for piece in found[wholes.count...] { findings += piece[rule] }
      }
      context.unread.lower(&findings[start...], absentFrom: active[rule].absentFrom, in: data)
      counts[active[rule].card.id] = findings.count - start
      if active[rule].card.severity == .tms { removals += start..<findings.count }
    }
    return (findings, removals, counts)
  }

  /// Rows that a voter rule is given at once: their columns stay in the cache while the other rules look at them.
  private static let rowsAtOnce = 8192
}
