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
  /// Further rows of the list that were linked to the voter, in order of row.
  package let others: [(pair: Pair, entry: Voter)]
  /// What the list offers as evidence, in words that may be printed.
  package let evidence: String
}

extension RuleContext {
  /// Whether a pair's rows stand in two kabupaten of a province: a matter for both offices (`DuplicateElsewhere`).
  func isAcross(_ pair: Pair) -> Bool {
    guard areas.isProvince else { return false }
    let (a, b) = (roll[pair.a].area.kabupatenNumber, roll[pair.b].area.kabupatenNumber)
    return a != b && a != 0 && b != 0
  }

  /// Pairs of a relation within one kabupaten, the heaviest one of each subject, in order of subject.
  ///
  /// For one person the matchers say which row should go; for other relations neither should, so the subject is the row
  /// with the greater identity hash: a choice that no re-ordering of rows can change.
  func bestPairs(of relation: PairRelation) -> [PairView] {
    let pairs = matches.duplicates
    // By subject, the place of its heaviest pair so far.
    var best: [Int: Int] = [:]
    for place in pairs.indices where pairs[place].relation == relation && !isAcross(pairs[place]) {
      let subject = subject(ofPair: place)
      guard let held = best[subject] else {
        best[subject] = place
        continue
      }
      let (new, old) = (pairs[place].weight.bits, pairs[held].weight.bits)
      if old < new || old == new && content(of: held, beside: subject) < content(of: place, beside: subject) {
        best[subject] = place
      }
    }
    return best.sorted { $0.key < $1.key }.map { view($0.value) }
  }

  /// What decides between pairs of one subject and one weight.
  func content(of place: Int, beside subject: Int) -> UInt64 {
    let pair = matches.duplicates[place]
    return roll[pair.a == subject ? pair.b : pair.a].identityHash
  }

  func subject(ofPair place: Int) -> Int {
    let pairs = matches.duplicates
    let (a, b) = (pairs[place].a, pairs[place].b)
    if pairs[place].relation == .samePerson { return pairs[place].subject == a ? a : b }
    return roll[a].identityHash >= roll[b].identityHash ? a : b
  }

  private func view(_ place: Int) -> PairView {
    let pair = matches.duplicates[place]
    let (a, b) = (roll[pair.a], roll[pair.b])
    let first = subject(ofPair: place) == pair.a
    return PairView(pair: pair, subject: first ? a : b, other: first ? b : a)
  }

  /// Links of a list that reach a row of the roll as the same person, the heaviest one a row, in order of row.
  func bestLinks(of role: Role) -> [ListLink] {
    links(of: role, relation: .samePerson, from: .verify)
  }

  /// Links of a list of one relation, the heaviest one a row of the roll, in order of row.
  ///
  /// - Parameter isAsked: of which voters; by default of all.
  func links(
    of role: Role, relation: PairRelation, from least: Tier, where isAsked: (Voter) -> Bool = { _ in true }
  ) -> [ListLink] {
    guard let list = data.lists[role], let links = matches.links[role] else { return [] }
    var places = links.indices.filter {
      links[$0].relation == relation && links[$0].tier >= least && isAsked(data.roll[Int(links[$0].a)])
    }
    places.sort { x, y in links[x].a != links[y].a ? links[x].a < links[y].a : x < y }
    var said: [UInt32: String] = [:]
    var result: [ListLink] = []
    var start = 0
    while start < places.count {
      let row = links[places[start]].a
      var end = start + 1
      var best = places[start]
      while end < places.count, links[places[end]].a == row {
        if isHeavier(links[places[end]], than: links[best], in: list) { best = places[end] }
        end += 1
      }
      let entry = list[links[best].b]
      let evidence = said[entry.evidenceNumber] ?? ListEvidence.words(of: entry)
      said[entry.evidenceNumber] = evidence
      let others = (start..<end).filter { places[$0] != best }.map { k in
        let pair = links[places[k]]
        return (pair, list[pair.b])
      }
      result.append(
        ListLink(pair: links[best], voter: roll[row], entry: entry, others: others, evidence: evidence))
      start = end
    }
    return result
  }

  /// Order of rival links of one row: by weight, then by content.
  private func isHeavier(_ pair: Pair, than other: Pair, in list: Roll) -> Bool {
    guard pair.weight.bits == other.weight.bits else { return pair.weight.bits > other.weight.bits }
    return list[pair.b].identityHash > list[other.b].identityHash
  }
}

extension Array {
  /// What `check` makes of the elements, whose rows stand anywhere on the roll: `prefetch` asks for them some elements
  /// ahead.
  func checked(ahead prefetch: (Element) -> Void, by check: (Element) -> Finding?) -> [Finding] {
    let rowsAhead = 8
    return indices.compactMap { index in
      if index + rowsAhead < count { prefetch(self[index + rowsAhead]) }
      return check(self[index])
    }
  }
}
