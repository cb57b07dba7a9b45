import RollModel

/// Where more voters of one TPS would be proposed to go than a share of them, the field looks first.
///
/// Counts rows of the roll that match rules propose with tier `kuat` or better. Above the cap all of them in that TPS
/// are held back from letters: a list that hits one station so hard may be wrong itself. Their tiers stay, for the match
/// is as sure as before.
struct StationCap {
  /// Share of the station's voters.
  let share: Double
  /// Proposals that are always allowed.
  let least: Int
  let context: RuleContext

  func apply(to findings: inout [Finding], at removals: [Int]) {
    var stations = KeyIndex(expected: context.ledger.stations.count)
    var counts: [Int] = []
    var proposals: [(finding: Int, station: Int)] = []
    for i in removals
    where findings[i].weight != nil && findings[i].tier >= .strong && findings[i].proposedReason != nil {
      guard let row = findings[i].rollRow else { continue }
      let voter = context.roll[row]
      guard voter.areaNumber != 0, voter.tps != 0 else { continue }
      let station = stations.number(of: Self.key(desa: voter.areaNumber, tps: voter.tps))
      if station == counts.count { counts.append(0) }
      counts[station] += 1
      proposals.append((i, station))
    }
    // By number of the station: why its proposals are held back.
    var reasons: [String?] = Array(repeating: nil, count: counts.count)
    for facts in context.ledger.stations {
      guard let station = stations.find(Self.key(desa: facts.key.desa, tps: facts.key.tps)),
        counts[station] > cap(of: facts)
      else { continue }
      reasons[station] = .tooMany(counts[station], of: facts.summary.voters, share: share)
    }
    for (i, station) in proposals {
      if let reason = reasons[station] { findings[i].holdBack(reason) }
    }
  }

  private static func key(desa: Int, tps: Int) -> UInt64 { UInt64(desa) << 16 | UInt64(tps) }

  private func cap(of station: AreaFacts) -> Int { max(least, Int(Double(station.summary.voters) * share)) }
}

extension String {
  fileprivate static func tooMany(_ count: Int, of voters: Int, share: Double) -> String {
    """
    usulan mencapai \(count) dari \(voters) pemilih, lebih dari \(Percent.text(share)) pemilih TPS ini; \
    verifikasi lapangan dahulu
    """
  }
}
