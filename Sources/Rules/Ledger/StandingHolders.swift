import RollModel

/// What rows of the roll that it does not strike bear of some people: their number, or their name and birth date.
///
/// Whole numbers are compared wholly: strangers born on one day in one kecamatan share fifteen digits. A row that lost its
/// last digit is compared on the rest.
struct StandingHolders {
  private var whole: Set<UInt64> = []
  private var cut: Set<UInt64> = []
  private var born: [CalendarDay: [Voter]] = [:]

  /// One pass over the roll; few people are asked for, so that most rows are passed over at one look.
  init(_ people: [Voter], _ roll: Roll) {
    let numbers = Set(people.compactMap { SharedDigits.kept.key($0.nik) })
    let days = Set(people.filter { $0.nik.isMissing && $0.birth.isComplete }.map(\.birth))
    guard !numbers.isEmpty || !days.isEmpty else { return }
    let (mayBeNumber, mayBeDay) = (KeyFilter(numbers), KeyFilter(days.map { UInt64($0.bits) }))
    for row in 0..<roll.count {
      let birth = roll.columns.birth[row]
      if mayBeDay.mayHold(UInt64(birth.bits)), days.contains(birth), !roll[row].isStruck {
        born[birth, default: []].append(roll[row])
      }
      let nik = roll.columns.nik[row]
      guard let key = SharedDigits.kept.key(nik), mayBeNumber.mayHold(key), numbers.contains(key), !roll[row].isStruck
      else { continue }
      if let all = SharedDigits.all.key(nik) { whole.insert(all) } else { cut.insert(key) }
    }
  }

  /// Whether a row bears the number, as far as both show it.
  func bearNumber(of person: Voter) -> Bool {
    guard let key = SharedDigits.kept.key(person.nik) else { return false }
    if cut.contains(key) { return true }
    guard let all = SharedDigits.all.key(person.nik) else { return whole.contains { $0 / 10 * 10 == key } }
    return whole.contains(all)
  }

  /// Whether a row bears a word of the name and the whole birth date.
  func bearNameAndBirth(of person: Voter) -> Bool {
    (born[person.birth] ?? []).contains { other in person.tokens.contains { other.tokens.contains($0) } }
  }
}
