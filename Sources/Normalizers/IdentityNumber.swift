import RollModel

/// NIK and NKK as written, to sixteen digits some of which may be hidden.
///
/// Reads masks of any shape (visible start, run of `*`, `x`, `X`, `#` or `-`, visible end), what a spreadsheet makes of a number
/// (`.0`, `1.60205450509E+15`), and separators. Sources: domain page, sections 2 and 4.
public enum IdentityNumber {
  public enum Form: Sendable {
    case empty, full, masked
    /// A spreadsheet's number cell of sixteen digits that ends in 0: the last digit may be lost, which only the whole
    /// column can tell. Written with a point behind it: `1602054505090000.`
    case rounded
    /// A spreadsheet's power-of-ten text, of which the last digits are gone.
    case power
    /// Something is written, but it is no number of sixteen digits nor a mask of one.
    case malformed

    /// Written out: a derived one is called through a table from other modules, for every row.
    @inlinable @inline(__always)
    public static func == (a: Form, b: Form) -> Bool {
      switch (a, b) {
      case (.empty, .empty), (.full, .full), (.masked, .masked), (.rounded, .rounded), (.power, .power),
        (.malformed, .malformed):
        true
      default: false
      }
    }
  }

  /// Reads a trimmed field. O(length).
  @inlinable @inline(__always)
  public static func read(_ text: FieldBytes) -> (number: NIK, form: Form) {
    if text.count == 16, let value = sixteenDigits(text) { return (NIK(number: value), value == 0 ? .empty : .full) }
    return text.isEmpty ? (NIK(), .empty) : readSlowly(text)
  }

  /// The value of sixteen ASCII digits; nil when one of them is something else.
  @inlinable @inline(__always)
  public static func sixteenDigits(_ text: FieldBytes) -> UInt64? {
    let raw = UnsafeRawBufferPointer(text)
    let high = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let low = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard areDigits(high), areDigits(low) else { return nil }
    return eight(high) &* 100_000_000 &+ eight(low)
  }

  @inlinable @inline(__always)
  public static func areDigits(_ word: UInt64) -> Bool {
    let tops = word & 0xF0F0_F0F0_F0F0_F0F0
    let carries = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
    return tops | carries >> 4 == 0x3333_3333_3333_3333
  }

  /// Eight digits to their value in three multiplications.
  @inlinable @inline(__always)
  public static func eight(_ word: UInt64) -> UInt64 {
    var x = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
    x = ((x & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    return ((x & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
  }

  @usableFromInline
  static func readSlowly(_ text: FieldBytes) -> (number: NIK, form: Form) {
    if text.isNothingWord { return (NIK(), .empty) }
    // `="1602…"` keeps a number from being one in a worksheet.
    let isFormula = text.count > 3 && text[0] == 61 && text[1] == 34 && text[text.count - 1] == 34
    let shown = isFormula ? text.part(2..<text.count - 1) : text
    var kept = shown.filter { $0 > 32 && $0 != 39 && $0 != 96 && $0 < 128 }
    if kept.count > 2, kept.suffix(2) == [46, 48] || kept.suffix(2) == [44, 48] { kept.removeLast(2) }
    if let power = power(kept) { return power }
    if kept.count == 17, kept[16] == 46, kept[15] == 48, kept[..<16].allSatisfy(\.isDigit) {
      let number = value(Array(kept[..<16]))
      return number == 0 ? (NIK(), .empty) : (NIK(rounded: number), .rounded)
    }
    kept.removeAll { $0 == 46 || $0 == 44 }
    let digits = kept.filter(\.isDigit)
    guard kept.contains(where: \.isDigit) || kept.contains(where: { !$0.isMask }) else {
      // Nothing but mask signs: a lone dash is an empty cell, a row of stars is a wholly hidden number.
      return (NIK(), kept.count < 4 ? .empty : .masked)
    }
    if digits.allSatisfy({ $0 == 48 }), kept.count == digits.count { return (NIK(), .empty) }
    if digits.count == 16, kept.allSatisfy({ $0.isDigit || $0 == 45 }) { return (NIK(number: value(digits)), .full) }
    if let number = masked(kept) { return number }
    // Where other signs hide the digits, dashes part the number.
    guard kept.contains(where: { $0.isMask && $0 != 45 }) else { return (NIK(), .malformed) }
    kept.removeAll { $0 == 45 }
    return masked(kept) ?? (NIK(), .malformed)
  }

  /// Visible start, hidden run, visible end. Of several hidden runs in sixteen signs, what lies between them is hidden too.
  private static func masked(_ text: [UInt8]) -> (number: NIK, form: Form)? {
    let start = text.prefix(while: \.isDigit)
    var run = text[start.endIndex...].prefix(while: \.isMask)
    if text.count == 16, text.allSatisfy({ $0.isDigit || $0.isMask }), let last = text.lastIndex(where: \.isMask) {
      run = text[start.endIndex...max(last, start.endIndex)]
    }
    let end = text[run.endIndex...]
    guard !run.isEmpty, end.allSatisfy(\.isDigit), start.count + end.count < 16 else { return nil }
    guard text.count == 16 || run.count >= 2 else { return nil }
    let hidden = 16 - start.count - end.count
    if hidden == 16 { return (NIK(), .masked) }
    let number = value(Array(start) + Array(repeating: 48, count: hidden) + Array(end))
    return (NIK(number: number, hiddenStart: start.count, hiddenLength: hidden), .masked)
  }

  /// `1.60205450509E+15` or `1,6E15`: the digits of the mantissa are visible, at most fifteen of them are right.
  private static func power(_ text: [UInt8]) -> (number: NIK, form: Form)? {
    guard let e = text.firstIndex(where: { $0 | 32 == 101 }), e > 0 else { return nil }
    let exponent = text[(e + 1)...].filter { $0 != 43 }
    guard exponent == [49, 53], text[0].isDigit, text[..<e].allSatisfy({ $0.isDigit || $0 == 46 || $0 == 44 }) else {
      return nil
    }
    guard e == 1 || text[1] == 46 || text[1] == 44 else { return nil }
    let digits = Array(text[..<e].filter(\.isDigit).prefix(15))
    let hidden = 16 - digits.count
    let number = value(digits + Array(repeating: 48, count: hidden))
    return (NIK(number: number, hiddenStart: digits.count, hiddenLength: hidden), .power)
  }

  private static func value(_ digits: [UInt8]) -> UInt64 { digits.reduce(0) { $0 * 10 + UInt64($1 - 48) } }
}
