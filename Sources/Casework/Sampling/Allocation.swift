/// How many rows of each class are drawn.
///
/// In proportion to the square root of the class's size, which serves the roll as a whole and each class together: a
/// power allocation. Source: M. D. Bankier, "Power allocations: determining sample sizes for subnational areas", The
/// American Statistician 42 (1988), 174–177. Two at least of each class, so that a spread can be told.
package enum Allocation {
  /// Rows drawn of each class at least.
  static let least = 2

  /// Sizes that add up to `total`, or to all rows where there are fewer; nil where `total` is less than `minimum`.
  package static func sizes(_ populations: [Int], total: Int) -> [Int]? {
    guard total >= minimum(populations) else { return nil }
    let wanted = min(total, populations.reduce(0, +))
    var sizes = populations.map { min(least, $0) }
    // Classes that are full give what they cannot take to the others.
    var open = populations.indices.filter { populations[$0] > sizes[$0] }
    while !open.isEmpty {
      let fixed = sizes.indices.filter { !open.contains($0) }.reduce(0) { $0 + sizes[$1] }
      let roots = open.reduce(0) { $0 + Double(populations[$1]).squareRoot() }
      let share = Double(wanted - fixed) / roots
      let settled = open.filter { k in
        let size = share * Double(populations[k]).squareRoot()
        return size >= Double(populations[k]) || size < Double(min(least, populations[k]))
      }
      // One at a time, those that are full first: what is settled changes the share of the others.
      guard
        let next = settled.max(by: {
          excess(share, populations[$0]) < excess(share, populations[$1])
        })
      else {
        round(open, share, populations, total: wanted - fixed, &sizes)
        return sizes
      }
      if share * Double(populations[next]).squareRoot() >= Double(populations[next]) {
        sizes[next] = populations[next]
      }
      open.removeAll { $0 == next }
    }
    return sizes
  }

  /// The fewest rows that a sample of these classes has.
  package static func minimum(_ populations: [Int]) -> Int { populations.reduce(0) { $0 + min(least, $1) } }

  /// The fewest rows whose estimate for the whole lies within `margin` of the truth in 95 of 100 draws, whatever the
  /// truth: each class is taken to be half wrong.
  package static func total(_ populations: [Int], margin: Double) -> Int {
    var (low, high) = (minimum(populations), populations.reduce(0, +))
    while low < high {
      let middle = (low + high) / 2
      if let sizes = sizes(populations, total: middle), reach(populations, sizes) <= margin {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// Half the width of the 95 % interval where each class is half wrong.
  package static func reach(_ populations: [Int], _ sizes: [Int]) -> Double {
    let all = Double(populations.reduce(0, +))
    let variance = zip(populations, sizes).reduce(0.0) { sum, pair in
      let (population, size) = (Double(pair.0), Double(pair.1))
      guard size > 0 else { return sum }
      let weight = population / all
      return sum + weight * weight * (1 - size / population) * 0.25 / size
    }
    return ShareInterval.ninetyFive * variance.squareRoot()
  }

  private static func excess(_ share: Double, _ population: Int) -> Double {
    share * Double(population).squareRoot() / Double(population)
  }

  /// Whole numbers that add up: the largest rests are rounded up, of equals the first.
  private static func round(
    _ open: [Int], _ share: Double, _ populations: [Int], total: Int, _ sizes: inout [Int]
  ) {
    var rests: [(rest: Double, kind: Int)] = []
    for kind in open {
      let size = share * Double(populations[kind]).squareRoot()
      sizes[kind] = Int(size)
      rests.append((size - Double(Int(size)), kind))
    }
    let missing = total - open.reduce(0) { $0 + sizes[$1] }
    for (_, kind) in rests.sorted(by: { ($1.rest, $0.kind) < ($0.rest, $1.kind) }).prefix(max(0, missing)) {
      sizes[kind] += 1
    }
  }
}
