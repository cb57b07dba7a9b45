import RollModel

/// A NIK or NKK that someone asks for, whole or in part, compared with numbers as files write them.
public struct NumberQuery: Sendable {
  /// Eight to sixteen digits as ASCII.
  public let digits: [UInt8]
  public static let shortest = 8
  public static let longest = 16
  /// Worth of the number itself.
  public static let exact = 1000

  /// Digits with blanks, dots and apostrophes between them; nil for anything else and for fewer than eight digits.
  public init?(_ text: String) {
    let parts: Set<Unicode.Scalar> = [" ", ".", "'", "`", "’", "\u{A0}", "\t"]
    let signs = text.unicodeScalars.filter { !parts.contains($0) }
    let digits = signs.compactMap { UInt8(exactly: $0.value) }
    guard digits.count == signs.count, digits.allSatisfy(\.isDigit),
      (Self.shortest...Self.longest).contains(digits.count)
    else { return nil }
    self.digits = digits
  }

  /// How well a trimmed, padded field answers, 0...1000: the number itself, one with a single digit wrong or two
  /// neighbours swapped, one that holds the part asked for, one whose visible digits agree. O(length).
  public func worth(of field: FieldBytes) -> Int {
    guard !field.isEmpty else { return 0 }
    if field.count == 16, IdentityNumber.sixteenDigits(field) != nil { return worth(digits: field) }
    let number = IdentityNumber.read(field).number
    if number.isRounded { return worth(masked: Array(number.settled(isLost: true).description.utf8)) }
    let kept = field.filter { $0 > 32 && $0 != 39 && $0 != 96 && $0 != 46 && $0 < 128 }
    if kept.allSatisfy(\.isDigit), !kept.isEmpty {
      return kept.withUnsafeBufferPointer { $0.count == 16 ? worth(digits: $0) : worth(odd: $0) }
    }
    guard number.isMasked else { return 0 }
    return worth(masked: Array(number.description.utf8))
  }

  private func worth(digits other: FieldBytes) -> Int {
    guard digits.count == 16 else { return holds(other) ? 600 + 25 * digits.count : 0 }
    var (unlike, first) = (0, 0)
    for i in 0..<16 where digits[i] != other[i] {
      if unlike == 0 { first = i }
      unlike += 1
      if unlike > 2 { return 0 }
    }
    switch unlike {
    case 0: return Self.exact
    // A spreadsheet writes 0 for a last digit that it lost.
    case 1: return first == 15 && other[15] == 48 ? Self.lastLost : Self.oneOff
    default:
      let isSwapped =
        first < 15 && digits[first] == other[first + 1] && digits[first + 1] == other[first]
        && digits[first] != digits[first + 1]
      return isSwapped ? Self.oneOff : 0
    }
  }

  private static let oneOff = 850
  private static let lastLost = 700
  private static let lengthOff = oneOff - 50

  /// Whether the worth is that of another number, one slip away: more often another person's than a misprint.
  public static func isOneSlipAway(_ worth: Int) -> Bool { worth == oneOff || worth == lengthOff }

  /// A number of more or fewer digits than sixteen.
  private func worth(odd other: FieldBytes) -> Int {
    if digits.count < 16 { return holds(other) ? 600 + 25 * digits.count - 50 : 0 }
    guard other.count == 15 || other.count == 17 else { return 0 }
    let (short, long) = other.count < 16 ? (Array(other), digits) : (digits, Array(other))
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...]) ? Self.lengthOff : 0
  }

  /// The digits that a mask leaves agree, and there are eight of them at least.
  private func worth(masked other: [UInt8]) -> Int {
    if digits.count == 16 {
      let visible = zip(digits, other).count { $1.isDigit }
      return visible >= Self.shortest && zip(digits, other).allSatisfy { !$1.isDigit || $0 == $1 }
        ? 500 + 10 * visible : 0
    }
    return other.withUnsafeBufferPointer { holds($0) } ? 550 + 10 * digits.count : 0
  }

  private func holds(_ other: FieldBytes) -> Bool {
    guard other.count >= digits.count else { return false }
    return digits.withUnsafeBufferPointer { part in
      for start in 0...(other.count - part.count) where other[start] == part[0] {
        var i = 1
        while i < part.count, other[start + i] == part[i] { i += 1 }
        if i == part.count { return true }
      }
      return false
    }
  }
}
