/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each letter edited
/// once.
///
/// Bit-parallel after Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003): one
/// step a letter of `b`. Letters are told apart by their low five bits, so A–Z only. `a` is cut at 64 letters.
///
/// The scratch table of 32 words is zero before and after a call; a caller keeps one per thread.
public struct AlignmentDistance: ~Copyable {
  private let positions: UnsafeMutablePointer<UInt64>

  public init() {
    positions = .allocate(capacity: 32)
    positions.initialize(repeating: 0, count: 32)
  }

  deinit { positions.deallocate() }

  /// The distance between two runs of letters. O(`b.count`).
  @inlinable public func callAsFunction(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    measure(a, b)
  }

  @usableFromInline func measure(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let m = min(a.count, 64)
    guard m > 0 else { return b.count }
    for i in 0..<m { positions[Int(a[i] & 31)] |= 1 &<< UInt64(i) }
    var verticalPositive = ~UInt64(0)
    var verticalNegative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    var distance = m
    let last: UInt64 = 1 &<< UInt64(m &- 1)
    for letter in b {
      let match = positions[Int(letter & 31)]
      let swapped = ((~diagonal & match) &<< 1) & previous
      diagonal =
        (((match & verticalPositive) &+ verticalPositive) ^ verticalPositive) | match | verticalNegative | swapped
      var horizontalPositive = verticalNegative | ~(diagonal | verticalPositive)
      var horizontalNegative = diagonal & verticalPositive
      if horizontalPositive & last != 0 { distance &+= 1 }
      if horizontalNegative & last != 0 { distance &-= 1 }
      horizontalPositive = horizontalPositive &<< 1 | 1
      horizontalNegative = horizontalNegative &<< 1
      verticalPositive = horizontalNegative | ~(diagonal | horizontalPositive)
      verticalNegative = horizontalPositive & diagonal
      previous = match
    }
    for i in 0..<m { positions[Int(a[i] & 31)] = 0 }
    return distance
  }

  /// The distance between two arrays of letters; for tests and one-off use.
  public func callAsFunction(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in measure(a, b) } }
  }
}
