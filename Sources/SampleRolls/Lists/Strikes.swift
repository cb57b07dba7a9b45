import RollModel

/// Whom the roll strikes and for what reason, and who of them was struck wrongly.
extension Scribe {
  /// The TMS code of a voter's row; 0 for none.
  func strike(of index: Int) -> UInt8 {
    let marks = village.persons[index].marks
    if plan.isClean { return marks.contains(.dead) ? 1 : marks.contains(.moved) ? 4 : 0 }
    if marks.contains(.struck) {
      // Some were struck as under age, which nobody of these is.
      return lot(index, 0x7E5) % 8 == 0 ? 3 : [1, 1, 1, 2, 4, 4, 8][Int(lot(index, 0x57C) % 7)]
    }
    if let group = group(of: index), plan.strikesAllRows(of: village.persons[index], group: group) { return 2 }
    return namesakes.contains(index) ? 1 : 0
  }

  /// What became of a voter who was struck as moved.
  enum Trace { case listed, lost, stayed }

  /// nil for all who were not struck as moved.
  func trace(of index: Int) -> Trace? {
    guard village.persons[index].marks.contains(.struck), strike(of: index) == 4 else { return nil }
    switch lot(index, 0x404) % 8 {
    case 0...4: return .listed
    case 5, 6: return .lost
    default: return village.persons[index].marks.contains(.notResident) ? .lost : .stayed
    }
  }

  /// Notes what is wrong with a strike.
  mutating func noteStrike(of index: Int, _ record: borrowing Record, row: Int) {
    let marks = village.persons[index].marks
    switch record.mark {
    case 1:
      if marks.contains(.lifeSign) { note("tms-terbantah", row) }
      if namesakes.contains(index) { note("senama-dicoret", row) }
    case 2: if marks.contains(.struck) { note("tms-terbantah", row) }
    case 3: if (record.birth.age(on: plan.referenceDay) ?? 0) >= 17 { note("tms-terbantah", row) }
    case 4:
      if trace(of: index) == .lost { note("pindah-hilang", row) }
      if trace(of: index) == .stayed { note("tms-terbantah", row) }
    default: break
    }
  }

  /// A fixed number of a person for one purpose.
  func lot(_ index: Int, _ purpose: UInt64) -> UInt64 {
    mixed(plan.seed ^ purpose << 40 ^ UInt64(desa) << 32 ^ UInt64(index))
  }

  /// Living voters who are struck for a dead namesake of the desa: of every second dead one, where there is a namesake of
  /// whom nothing else is planted.
  static func namesakes(in village: Village, isFree: (Int) -> Bool) -> Set<Int> {
    var free: [[UInt8]: [Int]] = [:]
    for (index, person) in village.persons.enumerated()
    where person.isVoter && person.marks.isEmpty && person.numberOwner < 0 && isFree(index) {
      free[key(person), default: []].append(index)
    }
    var chosen: Set<Int> = []
    for (index, person) in village.persons.enumerated()
    where person.isVoter && person.marks.contains(.dead) && index % 2 == 0 {
      if let namesake = free[key(person)]?.popLast() { chosen.insert(namesake) }
    }
    return chosen
  }

  /// Name and sex.
  private static func key(_ person: Person) -> [UInt8] {
    person.name.all.reduce(into: [person.sex.rawValue]) { $0 += $1.bytes + [32] }
  }
}

extension SamplePlan {
  /// Of one in forty people who stand on the roll twice, every row is struck as a duplicate.
  func strikesAllRows(of person: Person, group: Int32) -> Bool {
    person.marks.bits == 1 << UInt32(Mark.duplicate.rawValue) && mixed(seed ^ 0xB07 << 40 ^ UInt64(group)) % 40 == 0
  }
}
