import RollModel

/// Puts a comparison of a general roll into lines of bits and into a sentence.
struct GeneralExplainer {
  private let base: Explainer

  init(_ inputs: GeneralInputs, _ model: GeneralModel) {
    base = Explainer(model.person, inputs.set)
  }

  /// Lines of a pair within the roll; their weights sum to the odds.
  func lines(_ c: GeneralComparison, _ parts: Model.Parts, _ alignment: NameAlignment) -> [EvidenceLine] {
    base.lines(c.person, withoutPlace(parts), alignment) + place(c, parts)
  }

  /// Lines of a link; `others` is the chance (share) that the row means another candidate or nobody on the roll.
  func lines(
    _ c: GeneralComparison, _ parts: Model.Parts, _ alignment: NameAlignment, others: Double
  ) -> [EvidenceLine] {
    base.lines(c.person, withoutPlace(parts), alignment, others: others) + place(c, parts)
  }

  private func withoutPlace(_ parts: Model.Parts) -> Model.Parts {
    var parts = parts
    parts.household = 0
    return parts
  }

  private func place(_ c: GeneralComparison, _ parts: Model.Parts) -> [EvidenceLine] {
    guard c.addressEvents != 0 else { return [] }
    func line(_ comparison: String, _ level: String, _ bits: Double) -> EvidenceLine {
      EvidenceLine(comparison: comparison, level: level, m: nil, u: nil, weight: MatchWeight(bits))
    }
    let address = line(Words.address, Words.address(c), parts.residence)
    guard parts.household != 0 else { return [address] }
    return [address, line(Words.onePlace, Words.onePlaceLevel, parts.household)]
  }

  /// What agrees and what does not, in one sentence.
  func words(_ c: GeneralComparison) -> String {
    let sentence = base.words(c.person)
    guard c.addressEvents != 0 else { return sentence }
    return (sentence.isEmpty ? "" : sentence + "; ") + Words.address + ": " + Words.address(c)
  }
}

extension Words {
  static let address = "alamat"
  static let notFrozen =
    "Daftar ini tidak memuat NIK dan NKK, jadi bobotnya dipelajari dari daftar ini sendiri; model beku tidak dipakai."
  static let onePlace = "koreksi satu alamat"
  static let onePlaceLevel = "orang lain di alamat yang sama atau berdekatan juga mungkin"

  static func address(_ c: GeneralComparison) -> String {
    NameEvent.allCases.filter { c.words($0) > 0 }
      .map { "\(c.words($0)) \(events[Int($0.rawValue)])" }.joined(separator: " + ")
  }
}
