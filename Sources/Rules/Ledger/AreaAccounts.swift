import RollModel

/// The balance of every area between two rolls, with where new voters come from; empty without an earlier roll.
struct AreaAccounts {
  let all: [AreaAccount]

  init(_ context: RuleContext) {
    guard let changes = context.ledger.changes, let flows = context.ledger.flows else {
      all = []
      return
    }
    let origins = Origins(context, changes)
    all = flows.levels.filter { $0.key.tps == 0 }.map { key, flow in
      var account = AreaAccount(key: key)
      account.before = SexCount(flow.before)
      account.struck = flow.struckByCode.mapValues { SexCount($0) }
      account.came = SexCount(flow.came)
      account.left = SexCount(flow.left)
      account.gone = SexCount(flow.gone) + SexCount(flow.doubles)
      account.back = SexCount(flow.back)
      account.new = origins.counts[key] ?? account.new
      return account
    }
  }

  /// New voters of every area by where they come from.
  private struct Origins {
    private(set) var counts: [AreaKey: [SexCount]] = [:]

    init(_ context: RuleContext, _ changes: RollChanges) {
      let arrived = Self.arrived(context)
      let since = Self.earlierDay(context)
      let roll = context.roll
      for row in 0..<roll.count where !changes.wasThere[row] {
        let voter = roll[row]
        if voter.isStruck { continue }
        let origin: AreaAccount.Origin =
          arrived.contains(row) ? .arrived : Self.turned(voter.birth, since, context.referenceDay) ? .ofAge : .other
        for key in voter.areaKeys where key.tps == 0 {
          counts[key, default: Array(repeating: SexCount(), count: AreaAccount.Origin.allCases.count)][origin.rawValue]
            .add(voter.sex == .male)
        }
      }
    }

    /// Rows of the roll whose person a list of moves says came to the desa where they stand.
    private static func arrived(_ context: RuleContext) -> Set<Int> {
      guard let moves = context.data.lists[.moves] else { return [] }
      return Set(
        (context.matches.links[.moves] ?? []).filter { pair in
          pair.relation == .samePerson
            && context.ledger.destinations.place(of: moves[pair.b]) == .desa(Int(context.roll.columns.area[pair.a]))
        }.map(\.a))
    }

    /// The day of the earlier roll, where its files state one; else a year before the reference day.
    private static func earlierDay(_ context: RuleContext) -> CalendarDay {
      let stated = context.data.files.filter { $0.role == .previousRoll && $0.issued.isComplete }.map(\.issued).max()
      let day = context.referenceDay
      return stated ?? CalendarDay(day: min(day.day, 28), month: day.month, year: day.year - 1)
    }

    private static func turned(_ birth: CalendarDay, _ since: CalendarDay, _ day: CalendarDay) -> Bool {
      guard birth.isComplete, let before = birth.age(on: since), let now = birth.age(on: day) else { return false }
      return before < 17 && now >= 17
    }
  }
}

extension SexCount {
  fileprivate init(_ count: RollFlow.Count) { self.init(men: count.men, women: count.women) }
}
