import RollModel

/// Where one list proposes far more voters of a station to go than it does elsewhere, the field looks first: a list that
/// hits one station so hard may be wrong itself, as when the living of a desa were filed as its dead.
///
/// Counts rows of the roll that match rules propose with tier `kuat` or better, list by list. A station is compared with
/// what the list's own rate in this kabupaten makes likely (`StationRate`). Beyond the bound the proposals of the file
/// that brings it there are held back; where only all files of the list together pass it, those are that do not rest on
/// an official record. Tiers stay, for the match is as sure as before. A hard share is an option.
struct StationCap {
  /// Chance below which a station lies beyond the bound.
  let chance: Double
  /// Share of the station's voters that is held whatever the rate; 0 is off.
  let share: Double
  /// Proposals that are always allowed.
  let least: Int
  let context: RuleContext

  private struct Proposal {
    let finding: Int
    let station: Int
    let role: Role
    let file: Int
  }

  func apply(to findings: inout [Finding], at removals: [Int]) -> [StationBound] {
    var stations = KeyIndex(expected: context.ledger.stations.count)
    let voters = context.ledger.stations.map { facts -> Int in
      _ = stations.number(of: Self.key(desa: facts.key.desa, tps: facts.key.tps))
      return facts.summary.voters
    }
    let proposals = removals.compactMap { proposal(findings[$0], at: $0, stations) }
    var bounds: [StationBound] = []
    for role in Role.allCases {
      let own = proposals.filter { $0.role == role }
      guard !own.isEmpty else { continue }
      guard context.areas.isProvince else {
        bounds.append(judge(role, own, voters, Array(voters.indices), &findings))
        continue
      }
      // Each office of a province has lists of its own.
      let places = context.ledger.stations.map { context.areas.kabupaten(of: $0.key) }
      for kabupaten in context.areas.kabupaten {
        let inside = places.indices.filter { places[$0] == kabupaten }
        let part = own.filter { places[$0.station] == kabupaten }
        guard !part.isEmpty else { continue }
        var bound = judge(role, part, voters, inside, &findings)
        bound.kabupaten = kabupaten
        bounds.append(bound)
      }
    }
    if share > 0 { holdByShare(proposals, voters, &findings) }
    return bounds
  }

  private func proposal(_ finding: Finding, at index: Int, _ stations: KeyIndex) -> Proposal? {
    guard finding.weight != nil, finding.tier >= .strong, finding.proposedReason != nil, let row = finding.rollRow
    else {
      return nil
    }
    let voter = context.roll[row]
    guard voter.areaNumber != 0, voter.tps != 0,
      let station = stations.find(Self.key(desa: voter.areaNumber, tps: voter.tps))
    else { return nil }
    let other = finding.counterpart.flatMap { context.data.voter($0) }
    return Proposal(
      finding: index, station: station, role: finding.counterpart?.role ?? .roll, file: other?.fileNumber ?? 0)
  }

  private func isOfficial(_ finding: Finding) -> Bool {
    guard let row = finding.rollRow, let entry = finding.counterpart.flatMap({ context.data.voter($0) }) else {
      return false
    }
    return Self.isOfficial(context.roll[row], entry)
  }

  /// An official record whose number, name and birth date are wholly the voter's.
  private static func isOfficial(_ voter: Voter, _ entry: Voter) -> Bool {
    guard voter.nik.isWholly(entry.nik), voter.hasName(of: entry), voter.birth.isComplete, voter.birth == entry.birth
    else { return false }
    return ListEvidence.isOfficial(entry.evidence)
  }

  /// `stations`: places of those that are compared with one another.
  private func judge(
    _ role: Role, _ proposals: [Proposal], _ voters: [Int], _ stations: [Int], _ findings: inout [Finding]
  ) -> StationBound {
    var counts = Array(repeating: 0, count: voters.count)
    for proposal in proposals { counts[proposal.station] += 1 }
    let rate = StationRate(stations.map { (counts[$0], voters[$0]) }, chance: chance)
    let beyond = Set(rate.beyond.map { stations[$0] }.filter { counts[$0] > least })
    let doubted = beyond.isEmpty ? [] : proposals.filter { beyond.contains($0.station) }
    var byFile: [Int: [Int: Int]] = [:]
    // Of duplicates the roll is the only list there is.
    for proposal in doubted {
      byFile[proposal.station, default: [:]][role == .roll ? 0 : proposal.file, default: 0] += 1
    }
    var held = 0
    for proposal in doubted {
      let station = proposal.station
      let most = max(least, rate.law.bound(of: voters[station], chance: chance))
      let files = byFile[station] ?? [:]
      let culprits = files.filter { $0.value > most }
      let isCulprit = culprits[role == .roll ? 0 : proposal.file] != nil
      guard isCulprit || culprits.isEmpty && !isOfficial(findings[proposal.finding]) else { continue }
      held += 1
      findings[proposal.finding].holdBack(
        .beyond(
          isCulprit ? files[role == .roll ? 0 : proposal.file] ?? 0 : counts[station], of: voters[station],
          list: name(role, isCulprit ? proposal.file : nil), most: most, rate: rate.law.mean, chance: chance))
    }
    return StationBound(
      role: role, proposals: proposals.count, held: held, stations: stations.count, stationsBeyond: beyond.count,
      rate: rate.law.mean, correlation: rate.law.correlation, expectedBeyond: chance * Double(stations.count))
  }

  private func name(_ role: Role, _ file: Int?) -> String {
    guard role != .roll else { return "pemadanan antarbaris daftar pemilih" }
    guard let file, let path = context.data.lists[role]?.files[file].path else { return "daftar \(role.rawValue)" }
    return path
  }

  private func holdByShare(_ proposals: [Proposal], _ voters: [Int], _ findings: inout [Finding]) {
    var counts = Array(repeating: 0, count: voters.count)
    for proposal in proposals { counts[proposal.station] += 1 }
    for proposal in proposals where findings[proposal.finding].heldBack.isEmpty {
      let station = proposal.station
      guard counts[station] > max(least, Int(Double(voters[station]) * share)) else { continue }
      findings[proposal.finding].holdBack(.tooMany(counts[station], of: voters[station], share: share))
    }
  }

  private static func key(desa: Int, tps: Int) -> UInt64 { UInt64(desa) << 16 | UInt64(tps) }
}

extension String {
  fileprivate static func beyond(
    _ count: Int, of voters: Int, list: String, most: Int, rate: Double, chance: Double
  ) -> String {
    """
    \(count) usulan dari \(list) di antara \(voters) pemilih TPS ini; menurut laju kabupaten \(Percent.text(rate)) yang \
    wajar paling banyak \(most) (batas \(Percent.text(1 - chance))); periksa daftar itu dahulu di lapangan
    """
  }

  fileprivate static func tooMany(_ count: Int, of voters: Int, share: Double) -> String {
    """
    usulan mencapai \(count) dari \(voters) pemilih, lebih dari \(Percent.text(share)) pemilih TPS ini; \
    verifikasi lapangan dahulu
    """
  }
}
