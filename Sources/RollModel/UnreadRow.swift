/// What a row that was not used still says of who or what stands on it: enough to claim nothing against it.
public struct UnreadRow: Sendable {
  /// Path inside the case folder.
  public var file: String
  public var role: Role
  /// Physical line (the first is 1).
  public var line: Int
  /// Every sixteen digits that stand together in the row: of a person or of a card.
  public var numbers: [NIK]
  /// Number of the desa; 0 where the row does not tell it.
  public var area: Int
  /// Of rows that count: whether a station is counted; nil where that cannot be told.
  public var isOfStation: Bool?
  /// Number of the station; 0 where none can be read.
  public var station: Int
  /// Whether it says no area at all, or sums up others.
  public var isNoArea: Bool

  public init(
    file: String, role: Role, line: Int, numbers: [NIK] = [], area: Int = 0, isOfStation: Bool? = nil,
    station: Int = 0, isNoArea: Bool = false
  ) {
    (self.file, self.role, self.line) = (file, role, line)
    (self.numbers, self.area) = (numbers, area)
    (self.isOfStation, self.station, self.isNoArea) = (isOfStation, station, isNoArea)
  }
}
