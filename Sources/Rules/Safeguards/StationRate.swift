import RollModel

/// What a list usually proposes in a station of this kabupaten, learned from all of its stations.
///
/// Mean and correlation are those of the stations that lie within the bound themselves: found by moments, again and again
/// until the stations beyond stay the same, so that a few which a wrong list hits do not make themselves usual. The first
/// mean leaves out the quarter of the stations with most, and the first correlation is a generous one. A few imagined
/// stations at a usual rate keep a small case sane.
struct StationRate {
  let law: BetaBinomial
  /// Stations beyond the bound.
  let beyond: Set<Int>
  /// Stations that were looked at.
  let count: Int

  /// Voters and proposals of the imagined stations: one in a hundred.
  private static let presumed = (voters: 600.0, proposals: 6.0)
  /// Stations of one kabupaten differ at least so much; the dead are older where the old live.
  private static let leastCorrelation = 0.002
  private static let firstCorrelation = 0.02
  private static let rounds = 8

  /// - Parameters:
  ///   - stations: proposals and voters of each.
  ///   - chance: below which a station lies beyond the bound.
  init(_ stations: [(proposals: Int, voters: Int)], chance: Double) {
    var beyond: Set<Int> = []
    let byRate = stations.indices.sorted { a, b in
      stations[a].proposals * stations[b].voters < stations[b].proposals * stations[a].voters
    }
    let trimmed = Self.law(stations, without: Set(byRate.dropFirst(stations.count * 3 / 4)))
    var law = BetaBinomial(mean: trimmed.mean, correlation: Self.firstCorrelation)
    for round in 0..<Self.rounds {
      if round > 0 { law = Self.law(stations, without: beyond) }
      let fresh = Set(
        stations.indices.filter { i in
          let (proposals, voters) = stations[i]
          guard proposals > 1, Double(proposals) > law.mean * Double(voters) else { return false }
          return law.atLeast(proposals, of: voters) < chance
        })
      guard fresh != beyond || round == 0 else { break }
      beyond = fresh
    }
    (self.law, self.beyond, count) = (law, beyond, stations.count)
  }

  private static func law(_ stations: [(proposals: Int, voters: Int)], without: Set<Int>) -> BetaBinomial {
    var (voters, proposals) = (presumed.voters, presumed.proposals)
    for (i, station) in stations.enumerated() where !without.contains(i) {
      voters += Double(station.voters)
      proposals += Double(station.proposals)
    }
    let mean = proposals / voters
    var surplus = 0.0
    var weight = 0.0
    for (i, station) in stations.enumerated() where !without.contains(i) && station.voters > 1 {
      let n = Double(station.voters)
      let distance = Double(station.proposals) - n * mean
      surplus += distance * distance - n * mean * (1 - mean)
      weight += n * (n - 1) * mean * (1 - mean)
    }
    let correlation = weight > 0 ? min(0.5, max(leastCorrelation, surplus / weight)) : leastCorrelation
    return BetaBinomial(mean: mean, correlation: correlation)
  }
}
