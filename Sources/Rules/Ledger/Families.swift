/// Voters of a desa by family card: cards in order of number, the voters of each in the order in which they came.
///
/// Only the distinct numbers are sorted, a third as many as there are voters. O(n + k log k).
struct Families {
  /// Card numbers, ascending.
  let keys: [UInt64]
  /// Where each family starts in `order`, and where the last one ends.
  let starts: [Int]
  /// Places of the voters, family by family.
  let order: [Int]

  init(_ cards: [UInt64]) {
    var index = KeyIndex(expected: cards.count / 2)
    // Most voters stand behind another of their family.
    var last = (card: cards.first ?? 0, family: cards.isEmpty ? 0 : index.number(of: cards[0]))
    let families = cards.map { card in
      if card != last.card { last = (card, index.number(of: card)) }
      return last.family
    }
    let numbers = index.keys
    let sorted = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    keys = sorted.map { numbers[$0] }
    var counts = Array(repeating: 0, count: numbers.count)
    for family in families { counts[family] += 1 }
    // By number of the family: where its next voter goes.
    var next = Array(repeating: 0, count: numbers.count)
    var starts = [0]
    starts.reserveCapacity(numbers.count + 1)
    for family in sorted {
      next[family] = starts[starts.count - 1]
      starts.append(next[family] + counts[family])
    }
    self.starts = starts
    var order = Array(repeating: 0, count: cards.count)
    for (place, family) in families.enumerated() {
      order[next[family]] = place
      next[family] += 1
    }
    self.order = order
  }
}
