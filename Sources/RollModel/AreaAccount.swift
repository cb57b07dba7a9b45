/// Men and women; others are counted as women, as the balance of a roll counts them.
public struct SexCount: Sendable, Equatable {
  public var men: Int
  public var women: Int

  public init(men: Int = 0, women: Int = 0) { (self.men, self.women) = (men, women) }

  public var all: Int { men + women }
  public static func + (a: Self, b: Self) -> Self { Self(men: a.men + b.men, women: a.women + b.women) }
  public static func - (a: Self, b: Self) -> Self { Self(men: a.men - b.men, women: a.women - b.women) }
  public mutating func add(_ isMan: Bool) { if isMan { men += 1 } else { women += 1 } }
}

/// The balance of one area between two rolls, as the daily form counts it: a row of `neraca.csv`.
public struct AreaAccount: Sendable {
  /// Where new voters come from, as far as the case tells.
  public enum Origin: Int, Sendable, CaseIterable {
    /// Turned seventeen since the earlier roll.
    case ofAge
    /// A list of moves says that they came here.
    case arrived
    case other

    public var label: String {
      switch self {
      case .ofAge: "genap 17 tahun"
      case .arrived: "pindah masuk"
      case .other: "asal lain"
      }
    }

    /// The label as part of a column's name.
    public var key: String { label.split(separator: " ").joined(separator: "_") }
  }

  public var key: AreaKey
  public var before = SexCount()
  /// By `Origin.rawValue`.
  public var new = [SexCount](repeating: SexCount(), count: Origin.allCases.count)
  public var struck: [TMSCode: SexCount] = [:]
  /// Came from another area of the level, and left for one.
  public var came = SexCount()
  public var left = SexCount()
  /// Gone without a code, a double's row among them; struck before and back.
  public var gone = SexCount()
  public var back = SexCount()

  public init(key: AreaKey) { self.key = key }

  public var newInAll: SexCount { new.reduce(SexCount(), +) }
  public var struckInAll: SexCount { struck.values.reduce(SexCount(), +) }
  /// Voters of this roll.
  public var now: SexCount { before + newInAll + came - left - struckInAll - gone + back }
}
