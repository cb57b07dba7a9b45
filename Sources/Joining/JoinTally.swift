import RollModel

/// The pairs that are told, counted: in all, and between each two kabupaten.
package struct JoinTally: Sendable {
  /// What a pair is counted as, in order of the columns.
  package enum Class: Int, CaseIterable, Sendable {
    case certain, strong, verify, twin, sameNumber

    package var label: String {
      switch self {
      case .certain: Tier.certain.label
      case .strong: Tier.strong.label
      case .verify: Tier.verify.label
      case .twin: Tier.twin.label
      case .sameNumber: PairRelation.sameNumberOtherName.label
      }
    }

    init?(_ pair: Pair) {
      if pair.relation == .sameNumberOtherName {
        self = .sameNumber
        return
      }
      switch pair.tier {
      case .certain: self = .certain
      case .strong: self = .strong
      case .verify: self = .verify
      case .twin: self = .twin
      case .candidate: return nil
      }
    }
  }

  /// Between two kabupaten, by their numbers, the lower first.
  package struct Cell: Sendable {
    package let a: Int
    package let b: Int
    package var counts = [Int](repeating: 0, count: Class.allCases.count)
    package var total: Int { counts.reduce(0, +) }
  }

  package private(set) var counts = [Int](repeating: 0, count: Class.allCases.count)
  /// Those with a pair, by both numbers.
  package private(set) var cells: [Cell] = []

  package init(_ outcome: JoinOutcome) {
    guard let roll = outcome.roll else { return }
    var known: [UInt64: Cell] = [:]
    for pair in outcome.told {
      guard let kind = Class(pair) else { continue }
      let areas = [Int(roll.columns.area[pair.a]), Int(roll.columns.area[pair.b])].sorted()
      counts[kind.rawValue] += 1
      known[UInt64(areas[0]) << 32 | UInt64(areas[1]), default: Cell(a: areas[0], b: areas[1])]
        .counts[kind.rawValue] += 1
    }
    cells = known.values.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
