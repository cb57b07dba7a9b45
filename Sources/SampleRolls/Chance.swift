import RollModel

extension SeededGenerator {
  /// True with probability `p`.
  mutating func chance(_ p: Double) -> Bool { p > 0 && unit() < p }

  /// An element of a collection that is not empty, each as likely.
  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

  /// A number of the closed range, each as likely.
  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
}

/// Kinds with weights, drawn in proportion: the form in which error models are declared.
struct Weighted<Kind: Sendable>: Sendable {
  let kinds: [Kind]
  private let bounds: [Double]

  /// Weights need not add up to one.
  init(_ table: [(Kind, Double)]) {
    precondition(!table.isEmpty, "a table of kinds has at least one row")
    kinds = table.map(\.0)
    let total = table.reduce(0) { $0 + $1.1 }
    var sum = 0.0
    bounds = table.map { row in
      sum += row.1 / total
      return sum
    }
  }

  func draw(_ random: inout SeededGenerator) -> Kind {
    let u = random.unit()
    return kinds[min(bounds.firstIndex { u < $0 } ?? 0, kinds.count - 1)]
  }
}

/// Ranks that fall off like Zipf's law, drawn by one table look-up.
struct ZipfRanks: Sendable {
  private let quantiles: [UInt16]

  /// Ranks 0..<count with weights 1 / (rank + shift)^exponent, to 1/2048.
  init(count: Int, exponent: Double, shift: Double = 2) {
    precondition(count > 0 && count <= 65_535, "ranks are numbered in sixteen bits")
    let weights = (0..<count).map { Self.power(Double($0) + shift, -exponent) }
    let total = weights.reduce(0, +)
    var table = [UInt16]()
    table.reserveCapacity(2048)
    var sum = weights[0]
    var rank = 0
    for i in 0..<2048 {
      while sum / total < (Double(i) + 0.5) / 2048, rank < count - 1 {
        rank += 1
        sum += weights[rank]
      }
      table.append(UInt16(rank))
    }
    quantiles = table
  }

  func draw(_ random: inout SeededGenerator) -> Int { Int(quantiles[Int(random.next() & 2047)]) }

  /// x to the power y for x >= 1, by squaring roots: exact enough for weights, and the same on every machine.
  private static func power(_ x: Double, _ y: Double) -> Double {
    let whole = abs(y).rounded(.down)
    var result = 1.0
    for _ in 0..<Int(whole) { result *= x }
    var fraction = abs(y) - whole
    var root = x
    for _ in 0..<24 {
      root = root.squareRoot()
      fraction *= 2
      if fraction >= 1 {
        result *= root
        fraction -= 1
      }
    }
    return y < 0 ? 1 / result : result
  }
}

/// Stratified selection over numbered persons: exactly one in each block of `size`, chosen by a hash of the block.
///
/// Counts are therefore exact to one whatever the sample's size, and person `i` can be judged without the others.
struct Stratum: Sendable {
  let size: Int
  private let salt: UInt64
  private(set) var next: Int

  /// One in `1 / rate` persons, but at least `least` among `population`; nobody where the rate is 0.
  init(rate: Double, least: Int = 0, population: Int, salt: UInt64, from first: Int) {
    self.salt = salt
    guard rate > 0, population > 0 else {
      size = 0
      next = Int.max
      return
    }
    let byRate = max(1, Int((1 / rate).rounded()))
    size = least > 0 ? max(1, min(byRate, population / least)) : byRate
    next = 0
    next = Self.chosen(block: first / size, size: size, salt: salt)
    if next < first { next = Self.chosen(block: first / size + 1, size: size, salt: salt) }
  }

  /// Whether person `index` is selected; indices must come in rising order.
  mutating func takes(_ index: Int) -> Bool {
    while next < index { advance() }
    guard next == index else { return false }
    advance()
    return true
  }

  private mutating func advance() {
    next = Self.chosen(block: next / size + 1, size: size, salt: salt)
  }

  private static func chosen(block: Int, size: Int, salt: UInt64) -> Int {
    block * size + Int(mixed(mixed(salt) ^ UInt64(block)) % UInt64(size))
  }
}
