/// Groups of rows found to be one person: average linkage inside connected components, with vetoes.
///
/// Plain components chain strangers together (matching page, section 9). Components of more than `largest` rows are left
/// as pairs. Of clusters with one mean of clipped odds those with the greater odds are merged, so that it is not the order of
/// rows that says which of two sure pairs comes first; only what is equal in that too goes by record number.
struct Clusters {
  static let largest = 400
  /// Odds are clipped to this many bits before they are averaged.
  static let clip = 12.0

  /// Asks for the odds of a pair that blocking did not bring; `vetoed` pairs are never in one cluster.
  typealias Odds = (_ a: Int, _ b: Int) -> (bits: Double, vetoed: Bool)

  /// Merges while the mean odds between two clusters reach `floor` bits. Returns clusters of two and more, each in order,
  /// by first record.
  static func merged(edges: [(Int, Int)], floor: Double, odds: Odds) -> [[Int]] {
    var components = Components()
    for (a, b) in edges { components.join(a, b) }
    var result: [[Int]] = []
    for members in components.groups() {
      if members.count == 2 || members.count > largest {
        if members.count == 2 { result.append(members) }
        continue
      }
      result += averageLinkage(members, floor: floor, odds: odds)
    }
    return result.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private static func averageLinkage(_ members: [Int], floor: Double, odds: Odds) -> [[Int]] {
    let n = members.count
    var sum = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    var whole = sum
    var veto = Array(repeating: Array(repeating: false, count: n), count: n)
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        let pair = odds(members[i], members[j])
        sum[i][j] = min(clip, max(-clip, pair.bits))
        sum[j][i] = sum[i][j]
        whole[i][j] = pair.bits
        whole[j][i] = pair.bits
        veto[i][j] = pair.vetoed
        veto[j][i] = pair.vetoed
      }
    }
    var groups: [[Int]?] = (0..<n).map { [$0] }
    while true {
      var best = (mean: -Double.infinity, whole: -Double.infinity)
      var pick: (Int, Int)?
      for i in 0..<n {
        guard let a = groups[i] else { continue }
        for j in (i + 1)..<max(n, i + 1) {
          guard let b = groups[j], !veto[i][j] else { continue }
          let count = Double(a.count * b.count)
          let mean = (mean: sum[i][j] / count, whole: whole[i][j] / count)
          if mean > best {
            best = mean
            pick = (i, j)
          }
        }
      }
      guard let (i, j) = pick, best.mean >= floor, let moved = groups[j] else { break }
      groups[i]?.append(contentsOf: moved)
      groups[j] = nil
      for k in 0..<n {
        sum[i][k] += sum[j][k]
        sum[k][i] = sum[i][k]
        whole[i][k] += whole[j][k]
        whole[k][i] = whole[i][k]
        veto[i][k] = veto[i][k] || veto[j][k]
        veto[k][i] = veto[i][k]
      }
    }
    return groups.compactMap { $0 }.filter { $0.count > 1 }.map { $0.map { members[$0] }.sorted() }
  }
}

/// Connected components by union and find over sparse numbers.
struct Components {
  private var parent: [Int: Int] = [:]

  mutating func join(_ a: Int, _ b: Int) {
    let p = root(a)
    let q = root(b)
    if p != q { parent[max(p, q)] = min(p, q) }
  }

  private mutating func root(_ x: Int) -> Int {
    var x = x
    while let up = parent[x], up != x {
      if let above = parent[up] { parent[x] = above }
      x = up
    }
    parent[x] = x
    return x
  }

  /// Components of two and more, each in order, by first member.
  mutating func groups() -> [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for member in parent.keys.sorted() { byRoot[root(member), default: []].append(member) }
    return byRoot.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
