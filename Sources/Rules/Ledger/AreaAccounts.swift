import RollModel

/// The balance of every area between two rolls, with where new voters come from; empty without an earlier roll.
struct AreaAccounts {
  let all: [AreaAccount]

  init(_ context: RuleContext) {
    guard let changes = context.ledger.changes else {
      all = []
      return
    }
    let origins = Origins(context, changes)
    let strikes = Self.strikes(context, changes)
    all = RollFlows(context.data, changes).levels.map { key, flow in
      var account = AreaAccount(key: key)
      account.before = SexCount(flow.before)
      account.struck = strikes[key] ?? [:]
      account.came = SexCount(flow.came)
      account.left = SexCount(flow.left)
      account.gone = SexCount(flow.gone) + SexCount(flow.doubles)
      account.back = SexCount(flow.back)
      account.new = origins.counts[key] ?? account.new
      return account
    }
  }

  /// Voters of the earlier roll whom this one strikes, by the code that it gives them, where they stood.
  private static func strikes(_ context: RuleContext, _ changes: RollChanges) -> [AreaKey: [TMSCode: SexCount]] {
    var strikes: [AreaKey: [TMSCode: SexCount]] = [:]
    func add(_ voter: Voter, _ code: TMSCode?) {
      for key in voter.areaKeys where key.tps == 0 {
        strikes[key, default: [:]][code ?? .unknownPerson, default: SexCount()].add(voter.sex == .male)
      }
    }
    let stayed = context.data.stayed.isStayed
    for row in stayed.indices where stayed[row] && context.roll.columns.codes[row].hasMark {
      if context.roll[row].isStruck { add(context.roll[row], context.roll[row].mark) }
    }
    guard let previous = context.data.lists[.previousRoll] else { return strikes }
    for row in 0..<previous.count {
      let now = Int(changes.now[row])
      guard now >= 0, !previous[row].isStruck, !changes.doubles.contains(row), context.roll[now].isStruck else {
        continue
      }
      add(previous[row], context.roll[now].mark)
    }
    return strikes
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
