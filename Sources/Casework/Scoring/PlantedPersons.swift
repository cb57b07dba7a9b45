/// What was planted of a rule: pairs of rows that share a row are one person.
struct PlantedPersons {
  private var person: [TruthKey: Int] = [:]
  let count: Int

  /// - Parameter together: false where each pair counts by itself.
  init(_ planted: Set<TruthKey>, together: Bool) {
    var parent: [RowKey: RowKey] = [:]
    func root(_ row: RowKey) -> RowKey {
      var row = row
      while let next = parent[row], next != row { row = next }
      return row
    }
    if together {
      for case .pair(let a, let b) in planted {
        let (x, y) = (root(a), root(b))
        parent[x] = min(x, y)
        parent[y] = min(x, y)
      }
    }
    var numbers: [RowKey: Int] = [:]
    var count = 0
    for key in planted {
      if together, case .pair(let a, _) = key {
        let known = numbers[root(a)]
        person[key] = known ?? count
        guard known == nil else { continue }
        numbers[root(a)] = count
      } else {
        person[key] = count
      }
      count += 1
    }
    self.count = count
  }

  /// How many of the persons these findings name.
  func count(in found: Set<TruthKey>) -> Int { Set(found.compactMap { person[$0] }).count }
}
