import RollModel

/// What the matching of a run expects to be wrong, set beside what people found.
struct Expectations {
  /// By rule that rests on a match: the list that it is matched with.
  private var lists: [String: Role] = [:]
  private let matches: MatchResults

  init(_ record: RunRecord) {
    matches = record.matches
    for finding in record.findings where !finding.lines.isEmpty && lists[finding.rule] == nil {
      lists[finding.rule] = finding.counterpart?.role
    }
  }

  private func share(_ rule: String, _ tier: Tier) -> Double? {
    guard let role = lists[rule] else { return nil }
    let report = role == .roll ? matches.duplicateReport : matches.linkReports[role]
    return report?.estimatedFalseShare.first { $0.tier == tier }?.share
  }

  func beside(_ shares: [RejectedShare]) -> [RejectedShare] {
    shares.map { share in
      var share = share
      share.estimate = self.share(share.rule, share.tier)
      return share
    }
  }

  func beside(_ samples: [ScoredSample]) -> [ScoredSample] {
    samples.map { sample in
      var sample = sample
      for place in sample.rules.indices {
        guard let tier = Tier(label: sample.rules[place].tier) else { continue }
        sample.rules[place].expected = share(sample.rules[place].rule, tier)
      }
      return sample
    }
  }
}
