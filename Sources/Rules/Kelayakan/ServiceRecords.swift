import RollModel

extension RuleContext {
  /// The finding on a voter whom a list of soldiers or police names; nil for one who has retired by what the list says.
  ///
  /// Where one row says so and another does not, the later one counts; where that is not told, the field asks.
  func finding(_ card: RuleCard, onServing link: ListLink, _ claim: String) -> Finding? {
    let records = [(link.pair, link.entry)] + link.others
    let states = records.map { ServiceState($0.1, on: referenceDay) }
    let ends = states.indices.filter { states[$0] != .serving }
    guard !ends.isEmpty else { return finding(card, on: link, claim) }
    let serving = states.indices.filter { states[$0] == .serving }
    let hasEnded = ends.contains { end in
      guard case .retired(let since) = states[end] else { return false }
      return serving.allSatisfy {
        records[$0].1.event.isSurelyBefore(since) && records[$0].0.tier <= records[end].0.tier
      }
    }
    if hasEnded { return nil }
    var finding = finding(card, on: link, atMost: .verify, claim)
    finding?.explanation += serving.isEmpty ? .unclear : .contradicted
    return finding
  }
}

extension String {
  fileprivate static let unclear = "; daftar itu menyebut pensiun, tetapi tidak jelas apakah sudah berlaku"
  fileprivate static let contradicted = "; baris lain pada daftar itu menyebut orang ini pensiun"
}
