import RollModel

/// Voters struck as moved who are residents of another desa of the case now, and stand on no row that counts: between the
/// old desa, which struck them rightly, and the new one, which has not put them on the roll, they would lose their vote.
struct MovedResidents {
  /// A resident, his struck row of the roll, and how many digits of the NIK say that they are one.
  struct Moved {
    let resident: Voter
    let struck: Voter
    let digits: Int

    /// A whole number and one birth date.
    var isPlain: Bool { digits == 16 && resident.birth.isComplete && resident.birth == struck.birth }
  }

  let all: [Moved]

  init(_ context: RuleContext) {
    guard let residents = context.data.lists[.residents] else {
      all = []
      return
    }
    let others = SamePersons(context)
    let struck = context.struck(for: .moved).filter { !others.isStanding($0.row) }
    let listed = NamedElsewhere(struck, in: context.data, on: [.residents])
    let moved: [Moved] = struck.compactMap { voter in
      guard let place = listed.place(of: voter) else { return nil }
      let resident = residents[place.row]
      guard resident.areaNumber != 0, resident.areaNumber != voter.areaNumber, !resident.isStruck,
        resident.isEligible(on: context.referenceDay)
      else { return nil }
      return Moved(resident: resident, struck: voter, digits: place.digits)
    }
    let holders = StandingHolders(moved.map(\.resident), context.roll)
    let settled = StandingNamesakes(moved.map { ($0.resident, $0.resident.areaNumber) }, context.roll)
    all = moved.filter { !holders.bearNumber(of: $0.resident) && !settled.has($0.resident, in: $0.resident.areaNumber) }
  }
}
