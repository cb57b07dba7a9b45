import RollModel

/// Facts of places of one kind within a desa, by key: a TPS number, or RW and RT.
struct PlaceTable {
  private var index = KeyIndex()
  var facts: [AreaFacts] = []
  /// Rows of one place stand together.
  private var last = (key: UInt64.max, number: 0)

  mutating func number(of key: UInt64) -> Int {
    if key == last.key { return last.number }
    let number = index.number(of: key)
    if number == facts.count { facts.append(AreaFacts(key: AreaKey())) }
    last = (key, number)
    return number
  }

  mutating func countVoter(_ sex: UInt32, at key: UInt64) {
    let number = number(of: key)
    facts[number].countVoter(sex)
  }

  /// The number of an RT, added if it is new. Where one side leaves out the RW, the RT alone decides if it is the only
  /// one of its number.
  mutating func resolve(rw: Int, rt: Int) -> Int {
    let key = UInt64(rw) << 16 | UInt64(rt)
    if let number = index.find(key) { return number }
    let sameRT = index.keys.indices.filter { number in
      let other = index.keys[number]
      return other & 0xFFFF == UInt64(rt) && (rw == 0 || other >> 16 == 0)
    }
    return sameRT.count == 1 ? sameRT[0] : number(of: key)
  }

  /// Takes out what was counted at places whose key does not fit.
  mutating func keep(_ fits: (UInt64) -> Bool) {
    guard !index.keys.allSatisfy(fits) else { return }
    var kept = PlaceTable()
    for (key, facts) in zip(index.keys, facts) where fits(key) { kept.facts[kept.number(of: key)] = facts }
    self = kept
  }

  func sorted(_ key: (UInt64) -> AreaKey) -> [AreaFacts] {
    zip(index.keys, facts).sorted { $0.0 < $1.0 }.map { raw, facts in
      var facts = facts
      facts.summary.key = key(raw)
      return facts
    }
  }
}

extension AreaFacts {
  mutating func countVoter(_ sex: UInt32) {
    summary.voters += 1
    if sex == 1 { summary.men += 1 }
    if sex == 2 { summary.women += 1 }
  }

  mutating func countHousehold(_ visit: HouseholdVisit) {
    summary.households += 1
    switch visit {
    case .visited: rollHouseholdsVisited += 1
    case .unclear: householdsUnclear += 1
    case .unvisited: break
    }
  }

  /// Households of the roll that no visit names.
  var householdsUnvisited: Int { summary.households - rollHouseholdsVisited - householdsUnclear }

  /// One visit that names no family: of a household of the roll, or of one that the roll does not have.
  mutating func takeVisit(fills: Bool) {
    guard fills, householdsUnvisited > 0 else {
      summary.householdsVisited += 1
      return
    }
    let unvisitedVoters = summary.voters - summary.votersVisited
    summary.votersVisited += unvisitedVoters / householdsUnvisited
    rollHouseholdsVisited += 1
  }
}
