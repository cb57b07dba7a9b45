/// How the proposals of one list were judged station by station: for the page and the summary.
public struct StationBound: Sendable, Equatable {
  public var role: Role
  /// In the case of a province: number of the kabupaten whose stations these are; else 0.
  public var kabupaten = 0
  /// Proposals of all stations, and of these held for the field.
  public var proposals: Int
  public var held: Int
  public var stations: Int
  /// Stations with more proposals than chance makes likely.
  public var stationsBeyond: Int
  /// Mean share of voters proposed, and how much stations differ (intra-class correlation).
  public var rate: Double
  public var correlation: Double
  /// Stations that chance alone would put beyond the bound.
  public var expectedBeyond: Double

  public init(
    role: Role, proposals: Int, held: Int, stations: Int, stationsBeyond: Int, rate: Double, correlation: Double,
    expectedBeyond: Double
  ) {
    self.role = role
    self.proposals = proposals
    self.held = held
    self.stations = stations
    self.stationsBeyond = stationsBeyond
    self.rate = rate
    self.correlation = correlation
    self.expectedBeyond = expectedBeyond
  }
}
