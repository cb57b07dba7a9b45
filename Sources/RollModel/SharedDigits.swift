/// The digits that an identity number, or each of several, shows: all that comparing them may rest on.
///
/// Two numbers are compared on the digits that both show and on no others. A spreadsheet's fifteen digits equal a whole
/// number on fifteen; equality of the packed bits says nothing there, so rows are never joined by it.
public struct SharedDigits: Hashable, Sendable, BitwiseCopyable {
  /// Bit `i`: digit `i` (0 = leftmost) is shown.
  public let bits: UInt16

  @inlinable public init(bits: UInt16) { self.bits = bits }

  /// The digits that a number shows; none where it is missing.
  @inlinable public init(_ number: NIK) {
    let hidden = (UInt32(1) << UInt32(number.hiddenLength) - 1) << UInt32(number.hiddenStart)
    bits = number.isMissing ? 0 : ~UInt16(truncatingIfNeeded: hidden)
  }

  /// All sixteen.
  @inlinable public static var all: SharedDigits { SharedDigits(bits: .max) }
  /// All but the last: what a spreadsheet's number cell keeps of sixteen.
  @inlinable public static var kept: SharedDigits { SharedDigits(bits: .max >> 1) }

  @inlinable public var count: Int { bits.nonzeroBitCount }

  @inlinable public func intersection(_ other: SharedDigits) -> SharedDigits { SharedDigits(bits: bits & other.bits) }

  @inlinable public func isSubset(of other: SharedDigits) -> Bool { bits & ~other.bits == 0 }

  /// These digits of a number, 0 for the others: equal for two numbers that agree on them; nil where it hides one.
  @inlinable public func key(_ number: NIK) -> UInt64? {
    guard isSubset(of: SharedDigits(number)) else { return nil }
    if self == .all { return number.number }
    if self == .kept { return number.number / 10 * 10 }
    var rest = number.number
    var place: UInt64 = 1
    var key: UInt64 = 0
    for digit in (0..<16).reversed() {
      if bits >> UInt16(digit) & 1 == 1 { key += rest % 10 * place }
      rest /= 10
      place *= 10
    }
    return key
  }
}

/// What a comparison of two numbers says.
public enum NumberAgreement: Equatable, Sendable {
  /// One is missing, or they show no digit in common.
  case unknown
  case different
  /// Equal on so many digits, all that both show: sixteen is one number.
  case same(digits: Int)
}

extension NIK {
  /// Whether digits that both show differ.
  public func contradicts(_ other: NIK) -> Bool { agreement(with: other) == .different }

  /// Compares two numbers on the digits that both show.
  public func agreement(with other: NIK) -> NumberAgreement {
    let shared = SharedDigits(self).intersection(SharedDigits(other))
    guard shared.count > 0, let own = shared.key(self), let theirs = shared.key(other) else { return .unknown }
    return own == theirs ? .same(digits: shared.count) : .different
  }

  /// Fifteen digits are left of sixteen, as of a spreadsheet's number cell.
  @inlinable public var isCut: Bool { bits >> 54 == 15 | 1 << 5 }

  /// Whether both are whole and one number.
  @inlinable public func isWholly(_ other: NIK) -> Bool { isFull && bits == other.bits }
}
