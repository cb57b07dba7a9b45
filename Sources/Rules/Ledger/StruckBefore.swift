import RollModel

/// Of people on a list of deaths whom this roll does not show: who was struck as dead on the earlier roll, so that nothing
/// is left to do.
///
/// By number as far as both show it: strangers born on one day in one kecamatan share fifteen digits, so whole numbers are
/// compared wholly. Without one by name and desa, and the birth date where both have one.
struct StruckBefore {
  private var whole: Set<UInt64> = []
  private var cut: Set<UInt64> = []
  private var namesakes: [Int: [Voter]] = [:]

  init(_ deaths: Roll, without linked: Set<Int>, _ data: CaseData) {
    guard let previous = data.lists[.previousRoll] else { return }
    let asked = (0..<deaths.count).filter { !linked.contains($0) }
    let wanted = Set(asked.compactMap { SharedDigits.kept.key(deaths[$0].nik) })
    let desa = Set(asked.map { deaths[$0].areaNumber })
    let codes = previous.columns.codes
    for row in 0..<previous.count where codes[row].hasMark && codes[row].mark == .deceased {
      let voter = previous[row]
      if let key = SharedDigits.kept.key(voter.nik), wanted.contains(key) {
        if let all = SharedDigits.all.key(voter.nik) { whole.insert(all) } else { cut.insert(key) }
      }
      if desa.contains(voter.areaNumber) { namesakes[voter.areaNumber, default: []].append(voter) }
    }
  }

  func holds(_ entry: Voter) -> Bool {
    if let key = SharedDigits.kept.key(entry.nik) {
      if cut.contains(key) { return true }
      guard let all = SharedDigits.all.key(entry.nik) else { return whole.contains { $0 / 10 * 10 == key } }
      if whole.contains(all) { return true }
    }
    return (namesakes[entry.areaNumber] ?? []).contains { other in
      let sharesName = entry.tokens.contains { other.tokens.contains($0) }
      guard entry.birth.isComplete, other.birth.isComplete else { return sharesName && entry.hasName(of: other) }
      return entry.birth == other.birth && sharesName
    }
  }
}
