import RollModel

/// What a row of the list of moves says of the place where the voter stands.
enum MoveClaim: Equatable {
  /// Nothing against it: the person came there, or stands in another kabupaten of the province than the one left.
  case none
  /// Went to another kabupaten; not clear where the places are not known.
  case away(isClear: Bool)
  /// Went to a desa of the kabupaten, perhaps his own; not sure where the list has him come from outside.
  case toDesa(Int, isSure: Bool)
  /// Went somewhere in the kabupaten: number of the kecamatan, 0 where it is not told.
  case within(kecamatan: Int)
}

extension RuleContext {
  /// The row of the list of moves that counts for a voter.
  struct CountingMove {
    let link: ListLink
    let claim: MoveClaim
    /// Another row says otherwise, and which is later is not told.
    let isContradicted: Bool
  }

  /// Of the rows that name one voter the latest, where they contradict one another; else the one that fits best.
  func countingMove(_ link: ListLink) -> CountingMove {
    let best = CountingMove(link: link, claim: claim(of: link.entry, on: link.voter), isContradicted: false)
    guard !link.others.isEmpty else { return best }
    let all =
      [best]
      + link.others.indices.map { k in
        let other = link.exchanged(with: k)
        return CountingMove(link: other, claim: claim(of: other.entry, on: link.voter), isContradicted: false)
      }
    guard all.contains(where: { $0.claim != best.claim }) else { return best }
    let latest = all.first { one in
      all.allSatisfy { other in
        other.claim == one.claim
          || other.link.entry.event.isSurelyBefore(one.link.entry.event)
            && (other.link.pair.tier <= one.link.pair.tier || other.link.entry.isSurely(one.link.entry))
      }
    }
    if let latest { return latest }
    let told = best.claim == .none ? all.first { $0.claim != .none } ?? best : best
    return CountingMove(link: told.link, claim: told.claim, isContradicted: true)
  }

  private func claim(of entry: Voter, on voter: Voter) -> MoveClaim {
    let (to, from) = (ledger.destinations.place(of: entry), ledger.destinations.origin(of: entry))
    let own = voter.area.kabupatenNumber
    let (origin, now) = (kabupaten(of: from), own)
    // Stands in another kabupaten of the province than the one that he left.
    if origin != 0, now != 0, origin != now { return .none }
    switch to {
    case .desa(let there) where areas[there].kabupatenNumber == own:
      // Listed where the move led to: nothing is left to do, unless he never left the desa.
      if voter.areaNumber == 0 || there == voter.areaNumber && from != .desa(there) { return .none }
      return .toDesa(there, isSure: from != .elsewhere)
    case .within(let kabupaten, let kecamatan) where kabupaten == 0 || kabupaten == own:
      return within(kecamatan, from, voter) ? .within(kecamatan: kecamatan) : .none
    case .unclear, .misspelled: return .away(isClear: false)
    case .unstated, .elsewhere, .desa, .within: return .away(isClear: from != .elsewhere)
    }
  }

  /// Whether a move into a kecamatan (0 where it is not told) may have led away from where the voter stands.
  private func within(_ kecamatan: Int, _ from: MoveDestinations.Place, _ voter: Voter) -> Bool {
    if [.elsewhere, .unclear, .misspelled].contains(from) {
      return kecamatan != 0 && kecamatan != voter.area.kecamatanNumber
    }
    guard case .desa(let left) = from, left != voter.areaNumber, voter.areaNumber != 0 else { return true }
    // Listed in another desa than the one that was left, where the move may have led to.
    return kecamatan != 0 && kecamatan != voter.area.kecamatanNumber
  }

  /// Number of the kabupaten in the case of a province; 0 where it is not told, and elsewhere.
  private func kabupaten(of place: MoveDestinations.Place) -> Int {
    switch place {
    case .desa(let number): areas[number].kabupatenNumber
    case .within(let kabupaten, _): kabupaten
    case .unstated, .elsewhere, .unclear, .misspelled: 0
    }
  }
}

extension ListLink {
  /// The same with another of the rows that were linked to the voter.
  fileprivate func exchanged(with k: Int) -> ListLink {
    var rest = others
    rest[k] = (pair, entry)
    return ListLink(
      pair: others[k].pair, voter: voter, entry: others[k].entry, others: rest,
      evidence: ListEvidence.words(of: others[k].entry))
  }
}

extension Voter {
  /// Whether two rows of a list are one person as far as name, birth date and number tell.
  func isSurely(_ other: Voter) -> Bool {
    hasName(of: other) && birth.isComplete && birth == other.birth && !nik.contradicts(other.nik)
  }
}

extension String {
  static let contradictedMove =
    "; catatan pindah lain tentang orang ini berkata sebaliknya, dan tidak jelas mana yang terbaru"
}
