/// A trained matching model as `model.json` keeps it: shares of levels by name, and nothing of any person.
///
/// What is counted on every roll anew (how common a name, a date, a place is) is not part of it.
public struct SavedModel: Sendable, Equatable {
  /// Raised when an older program could no longer read the file.
  public static let format = 1

  /// How far the identity numbers could be compared when the model was trained.
  public var numbers: SourceFile.NumberState
  /// Seed of the sampling behind the u tables.
  public var seed: UInt64
  /// Voters of the roll that taught it.
  public var voters: Int
  /// Pairs of voters with one family card, for each voter, and the share of them that look like twins.
  public var cardPairsPerVoter: Double
  public var twinShare: Double
  /// How often levels of the number are seen between two people of one household (m), and between strangers (u).
  public var household: [Table]
  public var duplicates: Part
  public var lists: [Role: Part]

  /// The model of the pairs within the roll, or of one list.
  public struct Part: Sendable, Equatable {
    /// Expected duplicate pairs for each voter, or the share of list rows that have a voter.
    public var prior: Double
    /// The runaway guard fired: m stayed at its defaults.
    public var keptDefaults: Bool
    public var tables: [Table]
    /// Lists: share of rows that mean a namesake who is on no row of the roll, and where those live.
    public var namesakeShare: Double
    public var namesakes: Table?

    public init(
      prior: Double, keptDefaults: Bool, tables: [Table], namesakeShare: Double = 0, namesakes: Table? = nil
    ) {
      self.prior = prior
      self.keptDefaults = keptDefaults
      self.tables = tables
      self.namesakeShare = namesakeShare
      self.namesakes = namesakes
    }
  }

  /// Levels of one field, best first.
  public struct Table: Sendable, Equatable {
    public var field: String
    /// For which pairs the table holds; empty for all.
    public var group: String
    /// Pairs of one person (expected) that taught it; pseudo-counts left out.
    public var pairs: Double
    public var levels: [Level]

    public init(field: String, group: String = "", pairs: Double, levels: [Level]) {
      self.field = field
      self.group = group
      self.pairs = pairs
      self.levels = levels
    }
  }

  public struct Level: Sendable, Equatable {
    public var name: String
    /// How often the level is seen between two records of one person.
    public var m: Double
    /// The same between two people; nil where it is the share of the value itself.
    public var u: Double?

    public init(name: String, m: Double, u: Double?) {
      self.name = name
      self.m = m
      self.u = u
    }
  }

  public init(
    numbers: SourceFile.NumberState, seed: UInt64, voters: Int, cardPairsPerVoter: Double, twinShare: Double,
    household: [Table], duplicates: Part, lists: [Role: Part]
  ) {
    self.numbers = numbers
    self.seed = seed
    self.voters = voters
    self.cardPairsPerVoter = cardPairsPerVoter
    self.twinShare = twinShare
    self.household = household
    self.duplicates = duplicates
    self.lists = lists
  }
}

/// A field of which a frozen model no longer tells the truth: the shares of its levels have moved.
public struct FieldDrift: Sendable, Equatable {
  public var field: String
  /// The level that moved most, with its share in the model and now.
  public var level: String
  public var frozen: Double
  public var now: Double
  /// Total variation between both tables, 0...1.
  public var variation: Double
  /// Expected pairs of one person behind `now`.
  public var pairs: Double

  public init(field: String, level: String, frozen: Double, now: Double, variation: Double, pairs: Double) {
    self.field = field
    self.level = level
    self.frozen = frozen
    self.now = now
    self.variation = variation
    self.pairs = pairs
  }
}
