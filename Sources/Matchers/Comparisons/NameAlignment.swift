import Similarity

/// Hears how a comparison aligns two names, token by token.
///
/// The scan compares with `Unheard`, of which nothing is left after compiling; an explanation compares the pair again
/// with a `NameAlignment`. Both run the same code, so that an explanation cannot differ from what was scored.
protocol AlignmentListener {
  /// Tokens `x` of the first name and `y` of the second were taken as one another: one token each, or two neighbours on
  /// one side for `NameEvent.glue`. `before` and `after` are the sums of chances (bits) around it.
  mutating func align(
    _ x: Range<Int>, _ y: Range<Int>, _ event: NameEvent, _ level: TokenLevel, before: Float, after: Float)
}

/// Hears nothing.
struct Unheard: AlignmentListener {
  @inline(__always) mutating func align(
    _ x: Range<Int>, _ y: Range<Int>, _ event: NameEvent, _ level: TokenLevel, before: Float, after: Float
  ) {}
}

/// The alignment of two names as it was made, in the order in which tokens were taken.
struct NameAlignment: AlignmentListener {
  struct Part {
    let x: Range<Int>
    let y: Range<Int>
    let event: NameEvent
    let level: TokenLevel
    /// -log2 u as it went into the sum: differences of the sum itself, so that parts add up to it exactly.
    let chance: Double
  }

  private(set) var parts: [Part] = []

  mutating func align(
    _ x: Range<Int>, _ y: Range<Int>, _ event: NameEvent, _ level: TokenLevel, before: Float, after: Float
  ) {
    parts.append(Part(x: x, y: y, event: event, level: level, chance: Double(after) - Double(before)))
  }

  /// Tokens of the first name that found no partner, of `count`.
  func leftOfFirst(_ count: Int) -> [Int] { (0..<count).filter { k in !parts.contains { $0.x.contains(k) } } }
  func leftOfSecond(_ count: Int) -> [Int] { (0..<count).filter { k in !parts.contains { $0.y.contains(k) } } }
}
