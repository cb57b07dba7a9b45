import RollModel

/// A threshold that a rule counts over: where it is set, and values beside the usual one, for a reader who asks what
/// another would give.
package enum Threshold: Sendable {
  case whole(Setting<Int>, [Int])
  case share(Setting<Double>, [Double])
  /// `pemilihan.kapasitas_tps`.
  case capacity([Int])
  /// `coklit.ambang_cakupan`.
  case coverage([Double])

  var name: String {
    switch self {
    case .whole(let setting, _): setting.key
    case .share(let setting, _): setting.key
    case .capacity: "pemilihan.kapasitas_tps"
    case .coverage: "coklit.ambang_cakupan"
    }
  }

  /// Values beside the usual one, as `padan.yaml` writes them.
  package var neighbours: [String] {
    switch self {
    case .whole(_, let values), .capacity(let values): values.map(\.written)
    case .share(_, let values), .coverage(let values): values.map(\.written)
    }
  }

  /// Counts what a rule finds at the values beside the one in force, where it has found `found`.
  func counts(
    of rule: any Rule.Type, found: Int, settings: RuleValues, in context: RuleContext
  ) -> NeighbouringThresholds {
    var counts: [NeighbouringThresholds.Count]
    switch self {
    case .whole(let setting, let values):
      counts = Self.ordered(values, own: settings[setting], found) { value in
        rule.init(settings: settings.replacing(setting.key, by: value)).count(in: context)
      }
    case .share(let setting, let values):
      counts = Self.ordered(values, own: settings[setting], found) { value in
        rule.init(settings: settings.replacing(setting.key, by: value)).count(in: context)
      }
    case .capacity(let values):
      counts = Self.ordered(values, own: context.election.stationCapacity, found) { value in
        var other = context
        other.election.stationCapacity = value
        return rule.init(settings: settings).count(in: other)
      }
    case .coverage(let values):
      counts = Self.ordered(values, own: context.visits.coverageThreshold, found) { value in
        var other = context
        other.visits.coverageThreshold = value
        return rule.init(settings: settings).count(in: other)
      }
    }
    return NeighbouringThresholds(rule: rule.card.id, name: name, counts: counts)
  }

  private static func ordered<Value: SettingValue & Comparable & Hashable>(
    _ values: [Value], own: Value, _ found: Int, _ count: (Value) -> Int
  ) -> [NeighbouringThresholds.Count] {
    Set(values + [own]).sorted().map {
      .init(value: $0.written, findings: $0 == own ? found : count($0), isOwn: $0 == own)
    }
  }
}

extension Rule {
  /// How many findings the rule has.
  fileprivate func count(in context: RuleContext) -> Int {
    switch scope {
    case .rows(let rule): rule.scan(0..<context.roll.count, in: context).count
    case .whole(let rule): rule.findings(in: context).count
    }
  }
}
