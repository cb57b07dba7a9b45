import RollModel

/// A pair within the roll as a rule sees it: the row that the finding stands on, and the other.
package struct PairView {
  package let pair: Pair
  package let subject: Voter
  package let other: Voter
}

/// A row of the roll and the row of a list that is taken to be the same person.
package struct ListLink {
  package let pair: Pair
  package let voter: Voter
  package let entry: Voter
  /// How many further rows of the list were linked to the voter.
  package let repeats: Int
}

extension RuleContext {
  /// Pairs of a relation, the heaviest one of each subject, in order of subject.
  ///
  /// For one person the matchers say which row should go; for other relations neither should, so the subject is the row
  /// with the greater identity hash: a choice that no re-ordering of rows can change.
  func bestPairs(of relation: PairRelation) -> [PairView] {
    var best: [(view: PairView, rank: Rank)] = []
    var places: [Int: Int] = [:]
    for pair in matches.duplicates where pair.relation == relation {
      let view = view(pair)
      let rank = Rank(weight: pair.weight.bits, content: view.other.identityHash)
      if let place = places[view.subject.row] {
        if best[place].rank < rank { best[place] = (view, rank) }
      } else {
        places[view.subject.row] = best.count
        best.append((view, rank))
      }
    }
    return best.map(\.view).sorted { $0.subject.row < $1.subject.row }
  }

  private func view(_ pair: Pair) -> PairView {
    let (a, b) = (roll[pair.a], roll[pair.b])
    let first = pair.relation == .samePerson ? pair.subject == pair.a : a.identityHash >= b.identityHash
    return PairView(pair: pair, subject: first ? a : b, other: first ? b : a)
  }

  /// Links of a list that reach a row of the roll as the same person, the heaviest one a row, in order of row.
  func bestLinks(of role: Role) -> [ListLink] {
    links(of: role, relation: .samePerson, from: .verify)
  }

  func links(of role: Role, relation: PairRelation, from least: Tier) -> [ListLink] {
    guard let list = data.lists[role], let links = matches.links[role] else { return [] }
    let ranked = links.filter { $0.relation == relation && $0.tier >= least }.map { pair in
      (pair, Rank(weight: pair.weight.bits, content: list[pair.b].identityHash))
    }.sorted { x, y in x.0.a != y.0.a ? x.0.a < y.0.a : y.1 < x.1 }
    var result: [ListLink] = []
    var start = 0
    while start < ranked.count {
      let pair = ranked[start].0
      let end = ranked[start...].firstIndex { $0.0.a != pair.a } ?? ranked.count
      result.append(ListLink(pair: pair, voter: roll[pair.a], entry: list[pair.b], repeats: end - start - 1))
      start = end
    }
    return result
  }

  /// Order of rival pairs: by weight, then by content.
  private struct Rank: Comparable {
    var weight: Double
    var content: UInt64
    static func < (a: Rank, b: Rank) -> Bool { (a.weight, a.content) < (b.weight, b.content) }
  }
}
