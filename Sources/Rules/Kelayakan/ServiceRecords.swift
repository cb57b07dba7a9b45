import RollModel

extension RuleContext {
  /// The finding on a voter whom a list of soldiers or police names; nil for one who serves no more, or never did, by what
  /// the list says.
  ///
  /// Where one row says so and another does not, the later one counts; where that is not told, the field asks.
  func finding(_ card: RuleCard, onServing link: ListLink, _ claim: String) -> Finding? {
    let records = [(link.pair, link.entry)] + link.others
    let states = records.map { ServiceState($0.1, on: referenceDay) }
    let ends = states.indices.filter { states[$0] != .serving }
    guard !ends.isEmpty else { return finding(card, on: link, claim) }
    let serving = states.indices.filter { states[$0] == .serving }
    let hasEnded = ends.contains { end in
      guard let since = states[end].end else { return false }
      return serving.allSatisfy {
        records[$0].1.event.isSurelyBefore(since) && records[$0].0.tier <= records[end].0.tier
      }
    }
    if hasEnded { return nil }
    var finding = finding(card, on: link, atMost: .verify, claim)
    finding?.explanation += ends.first.map { states[$0].words(isContradicted: !serving.isEmpty) } ?? ""
    return finding
  }
}

extension ServiceState {
  /// The day on which service ended, unknown where it is not told or there was none; nil of those who serve, or may.
  fileprivate var end: CalendarDay? {
    switch self {
    case .retired(let since), .outside(let since, _): since
    case .serving, .unclear: nil
    }
  }

  /// Why the field is asked.
  fileprivate func words(isContradicted: Bool) -> String {
    let word: String? =
      switch self {
      case .outside(_, let word): word
      case .unclear(let word): word
      case .serving, .retired: nil
      }
    let said = word.map { "«\($0)»" } ?? "pensiun"
    if isContradicted { return "; baris lain pada daftar itu menyebut orang ini \(said)" }
    return "; daftar itu menyebut \(said), tetapi tidak jelas apakah "
      + (word == nil ? "sudah berlaku" : "orang ini berdinas")
  }
}
