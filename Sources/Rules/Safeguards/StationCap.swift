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
    var byStation: [AreaKey: [Int]] = [:]
    for i in removals
    where findings[i].weight != nil && findings[i].tier >= .strong && findings[i].proposedReason != nil {
      guard let row = findings[i].rollRow else { continue }
      let voter = context.roll[row]
      guard voter.areaNumber != 0, voter.tps != 0 else { continue }
      let key = AreaKey(kecamatan: voter.area.kecamatanNumber, desa: voter.areaNumber, tps: voter.tps)
      byStation[key, default: []].append(i)
    }
    for station in context.ledger.stations {
      guard let proposals = byStation[station.key], proposals.count > cap(of: station) else { continue }
      for i in proposals {
        findings[i].holdBack(.tooMany(proposals.count, of: station.summary.voters, share: share))
      }
    }
  }

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
