/// A row of `ganda-luar`: a voter of this roll who may be one person with a voter of another kabupaten's roll.
///
/// Names no one: the voter is known by the hash of the row (`Voter.identityHash`), the other only by kabupaten and desa.
public struct OutsidePair: Sendable {
  /// Names the pair in both kabupaten's lists.
  public var pair: UInt64
  public var rowHash: UInt64
  public var relation: PairRelation
  public var tier: Tier
  public var weight: MatchWeight
  public var probability: Probability
  public var otherKabupaten: AreaCode
  public var otherName: String
  public var otherDesa: AreaCode
  public var otherStation: Int
  /// Other people of the joined population expected by chance with this name and birth date.
  public var namesakes: Double
  /// Voters of the joined population.
  public var population: Int
  /// What agrees and what does not, without a personal value.
  public var agreement: String
  /// File among those of the role, and physical line.
  public var file: Int
  public var line: Int

  public init(
    pair: UInt64, rowHash: UInt64, relation: PairRelation, tier: Tier, weight: MatchWeight, probability: Probability,
    otherKabupaten: AreaCode, otherName: String, otherDesa: AreaCode, otherStation: Int, namesakes: Double,
    population: Int, agreement: String, file: Int = 0, line: Int = 0
  ) {
    self.pair = pair
    self.rowHash = rowHash
    self.relation = relation
    self.tier = tier
    self.weight = weight
    self.probability = probability
    self.otherKabupaten = otherKabupaten
    self.otherName = otherName
    self.otherDesa = otherDesa
    self.otherStation = otherStation
    self.namesakes = namesakes
    self.population = population
    self.agreement = agreement
    self.file = file
    self.line = line
  }

  /// Column names of the list, in order. `berkas`, `baris` and `nik` are for people who look at it; the reader goes by hash.
  public static let columns: [String] = [
    Field.pairID.rawValue, Field.rowHash.rawValue, "berkas", "baris", "kode_desa", "tps", "nik",
    Field.relation.rawValue,
    Field.tier.rawValue, Field.weight.rawValue, Field.probability.rawValue, Field.otherArea.rawValue,
    Field.otherAreaName.rawValue, Field.otherDesa.rawValue, Field.otherStation.rawValue, Field.namesakes.rawValue,
    Field.population.rawValue, Field.agreement.rawValue,
  ]
}

extension PairRelation {
  /// The word of `ganda-luar`.
  public var label: String {
    switch self {
    case .samePerson: "satu-orang"
    case .possibleTwins: "kembar"
    case .sameNumberOtherName: "satu-nik-dua-orang"
    }
  }

  public init?(label: String) {
    guard let found = [Self.samePerson, .possibleTwins, .sameNumberOtherName].first(where: { $0.label == label }) else {
      return nil
    }
    self = found
  }
}
