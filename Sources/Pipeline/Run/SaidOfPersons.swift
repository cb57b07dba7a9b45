import Casework

/// What officers said of persons on one question, to be found again by the marks of a finding's rows.
struct SaidOfPersons {
  /// One statement.
  struct Entry {
    let rule: String
    /// Whether its own finding is in the run, on the facts that it had.
    let isThere: Bool
    /// Nil where nothing stands against the person.
    let origin: CarriedDecisions.Origin?
    let traits: TraitMarks
  }

  /// In the order in which they were said.
  private var entries: [Entry] = []
  /// Places in `entries` by a mark of the person, of the row beside, of both together, and of the person as printed.
  private var own: [String: [Int]] = [:]
  private var other: [String: [Int]] = [:]
  private var joint: [String: [Int]] = [:]
  private var printed: [String: [Int]] = [:]

  /// - Parameter printed: marks of a statement of earlier versions, which has no others.
  mutating func add(_ entry: Entry, printed marks: [String]) {
    let place = entries.count
    entries.append(entry)
    for mark in entry.traits.own { own[mark, default: []].append(place) }
    for mark in entry.traits.other { other[mark, default: []].append(place) }
    for mark in entry.traits.joint { joint[mark, default: []].append(place) }
    for mark in marks { printed[mark, default: []].append(place) }
  }

  /// What was last said of a finding's person under another id; nil where nothing was.
  ///
  /// - Parameters:
  ///   - isPair: the question is of two rows, whichever of them is to go: both have to be known again.
  ///   - ofThisRule: leaves out what was said under another rule.
  ///   - isGone: whether nobody else in the list of the finding is who was decided of; asked where a twin may stand there.
  func last(
    on facts: DecisionFacts, of rule: String, isPair: Bool, ofThisRule: Bool = false, isGone: (TraitMarks) -> Bool
  ) -> Entry? {
    var places = Self.places(facts.traits.joint, joint)
    if facts.traits.other.isEmpty {
      places = places.filter {
        let entry = entries[$0]
        return !entry.isThere && entry.rule == rule && (!entry.traits.other.isEmpty || isGone(entry.traits))
      }
    }
    if isPair, !facts.traits.other.isEmpty {
      places.formUnion(ofPair(facts.traits))
    } else {
      places.formUnion(Self.places(facts.traits.own, own))
    }
    places.formUnion(Self.places(Set(facts.persons.marks + [facts.row]), printed))
    // Two findings of one rule were told side by side, and decided so.
    let last = places.filter { place in
      let isOfRule = entries[place].rule == rule
      return !(entries[place].isThere && isOfRule) && (isOfRule || !ofThisRule)
    }.max()
    return last.map { entries[$0] }
  }

  /// Statements on a pair of which both rows are known again, be it in two pairs that have a row in common; and on this
  /// person where no other row was known.
  private func ofPair(_ traits: TraitMarks) -> Set<Int> {
    let first = Self.places(traits.own, own).union(Self.places(traits.own, other))
    guard !first.isEmpty else { return [] }
    let second = Self.places(traits.other, own).union(Self.places(traits.other, other))
    var found = first.intersection(second)
    found.formUnion(Self.places(traits.own, own).filter { entries[$0].traits.other.isEmpty })
    for a in first {
      let rows = entries[a].traits.all
      for b in second where !entries[b].traits.all.isDisjoint(with: rows) { found.formUnion([a, b]) }
    }
    return found
  }

  private static func places(_ marks: Set<String>, _ index: [String: [Int]]) -> Set<Int> {
    Set(marks.lazy.flatMap { index[$0] ?? [] })
  }
}
