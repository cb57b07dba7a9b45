import RollModel

/// Counts from which the state of a file's number column is decided. Counts add up in any order.
public struct NumberTally: Sendable {
  public var full = 0
  /// Of the full ones.
  public var endingInZero = 0
  /// Of those that end in 0, the ones that say again what the one before said: a family under one card.
  public var repeatedInZero = 0
  @usableFromInline var lastInZero = NIK()
  /// Number cells that end in 0: not among the full ones until the column has told what they are.
  public var rounded = 0
  public var masked = 0
  public var power = 0
  public var malformed = 0
  /// Bit `i`: some masked number shows its digit `i` (0 = leftmost).
  public var shown: UInt16 = 0

  public init() {}

  @inlinable @inline(__always)
  public mutating func note(_ number: NIK, _ form: IdentityNumber.Form) {
    switch form {
    case .full:
      full += 1
      if number.number % 10 == 0 {
        endingInZero += 1
        if number == lastInZero { repeatedInZero += 1 }
        lastInZero = number
      }
    case .rounded: rounded += 1
    case .masked:
      masked += 1
      if !number.isMissing { shown |= Self.shown(number) }
    case .power: power += 1
    case .malformed: malformed += 1
    case .empty: break
    }
  }

  public mutating func add(_ other: NumberTally) {
    full += other.full
    endingInZero += other.endingInZero
    repeatedInZero += other.repeatedInZero
    rounded += other.rounded
    masked += other.masked
    power += other.power
    malformed += other.malformed
    shown |= other.shown
  }

  @usableFromInline
  static func shown(_ number: NIK) -> UInt16 {
    let hidden = (UInt32(1) << UInt32(number.hiddenLength) - 1) << UInt32(number.hiddenStart)
    return ~UInt16(truncatingIfNeeded: hidden)
  }

  public var written: Int { full + rounded + masked + power }

  /// Whether the number cells that end in 0 lost their last digit.
  ///
  /// Serials spread, so of number cells that a program wrote a tenth end in 0: one for every nine that do not. Text cells
  /// bear no mark when they end in 0, so ten times these is how many text cells there are, and what is left of the
  /// unmarked ones are number cells. More marked cells than these can explain by chance (three standard deviations, each
  /// count taken at the end that speaks for loss) have lost their digit.
  public var hasLostDigits: Bool {
    let texts = Double(endingInZero)
    let exact = max(0, Double(full) - 10 * texts - 30 * texts.squareRoot())
    let expected = exact / 9
    return Double(rounded) > expected + 3 * expected.squareRoot()
  }

  /// Numbers of the file that surely came with fifteen digits or fewer; a column wholly truncated has lost all of its.
  public var lost: Int {
    state == .truncated ? full + rounded + power : (hasLostDigits ? rounded : 0) + power
  }

  /// Truncated or masked when more than half of the numbers are; a handful of texts, or of members of one family, proves
  /// nothing about the last digit.
  ///
  /// Source: matching page, section 1.4. By chance alone a tenth of serials end in zero.
  public var state: SourceFile.NumberState {
    guard written > 0 else { return .absent }
    if masked * 2 > written { return .masked }
    let marked = power + (hasLostDigits ? rounded : 0)
    if marked * 2 > written { return .truncated }
    let different = written - repeatedInZero
    let inZero = endingInZero - repeatedInZero + marked
    return inZero * 2 > different && different >= Self.fewest ? .truncated : .full
  }

  /// Fewer numbers than these never make a file truncated by the last digits of its texts.
  static let fewest = 5
}
