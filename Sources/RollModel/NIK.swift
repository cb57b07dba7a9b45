/// A sixteen-digit identity number, of a person (NIK) or of a family card (NKK), with the digits a mask hides.
///
/// Packed into 64 bits: the number in the low 54 (hidden digits read 0), then the start of the hidden run in 5 and its
/// length in 5. A fully visible number is therefore just its value, and 0 means that there is none.
/// Shape: `PPKKCC DDMMYY SSSS`, day + 40 for women in a NIK; source: domain page, section 4.
public struct NIK: Hashable, Sendable, BitwiseCopyable {
  public let bits: UInt64

  @inlinable public init(bits: UInt64) { self.bits = bits }
  @inline(__always) public init() { bits = 0 }

  /// A number of which the digits `start..<start + length` (0 = leftmost) are hidden.
  @inline(__always) public init(number: UInt64, hiddenStart: Int = 0, hiddenLength: Int = 0) {
    bits = number & Self.numberMask | UInt64(hiddenStart) << 54 | UInt64(hiddenLength) << 59
  }

  @inline(__always) public static var numberMask: UInt64 { (1 << 54) - 1 }

  @inline(__always) public var isMissing: Bool { bits == 0 }
  /// All sixteen digits are visible.
  @inlinable public var isFull: Bool { bits != 0 && bits >> 54 == 0 }
  /// Written where there is no number, so shared by strangers: one digit sixteen times, or a serial of 0000, which nobody
  /// is given.
  @inlinable public var isPlaceholder: Bool {
    isFull && (number % 10_000 == 0 || number % 1_111_111_111_111_111 == 0)
  }
  @inlinable public var isMasked: Bool { bits >> 59 != 0 }
  @inline(__always) public var number: UInt64 { bits & Self.numberMask }
  @inlinable public var hiddenStart: Int { Int(bits >> 54 & 31) }
  @inlinable public var hiddenLength: Int { Int(bits >> 59) }
  /// Sixteen digits of a spreadsheet's number cell that end in 0, of which the column has yet to tell whether the last is
  /// the person's; only while reading, for `settled` takes it away. Packed as a run of no length that starts at the end.
  @inlinable public init(rounded number: UInt64) { bits = number & Self.numberMask | 15 << 54 }
  @inlinable public var isRounded: Bool { bits >> 54 == 15 }
  /// The number of a rounded cell as it stands, or without its last digit.
  @inlinable public func settled(isLost: Bool) -> NIK {
    isLost ? NIK(number: number / 10 * 10, hiddenStart: 15, hiddenLength: 1) : NIK(number: number)
  }

  /// Whether all digits of `range` (0 = leftmost) are visible.
  @inlinable public func shows(_ range: Range<Int>) -> Bool {
    guard isMasked else { return !isMissing }
    return range.upperBound <= hiddenStart || range.lowerBound >= hiddenStart + hiddenLength
  }
  /// How many digits from the left are visible.
  @inlinable public var visiblePrefix: Int { isMissing ? 0 : isMasked ? hiddenStart : 16 }

  /// Digits 1–6: province, kabupaten, kecamatan of first registration.
  @inlinable public var region: Int { Int(number / 10_000_000_000) }
  /// Digits 7–12 as they stand (day + 40 for women).
  @inlinable public var dateDigits: Int { Int(number / 10_000 % 1_000_000) }
  /// Digits 13–16.
  @inlinable public var serial: Int { Int(number % 10_000) }
  @inlinable public var dayDigits: Int { dateDigits / 10_000 }
  /// Day of birth with the + 40 of women taken off.
  @inlinable public var day: Int { dayDigits > 40 ? dayDigits - 40 : dayDigits }
  @inlinable public var month: Int { dateDigits / 100 % 100 }
  /// Two digits of the birth year.
  @inlinable public var yearDigits: Int { dateDigits % 100 }
  /// Sex that the day carries; nil for a number that shows no day.
  public var sex: Sex? { shows(6..<8) ? (dayDigits > 40 ? .female : .male) : nil }

  /// Whether a fully visible number has the form of a NIK: day, month, serial and province code can stand.
  public var hasValidForm: Bool { isFull && defects.isEmpty }

  /// What the form forbids, of the visible digits.
  public var defects: [Defect] {
    guard !isMissing else { return [] }
    var found: [Defect] = []
    if shows(0..<2), !Self.provinces.contains(region / 10_000) { found.append(.province) }
    if shows(6..<8), !(1...31).contains(dayDigits), !(41...71).contains(dayDigits) { found.append(.day) }
    if shows(8..<10), !(1...12).contains(month) { found.append(.month) }
    if shows(12..<16), serial == 0 { found.append(.serial) }
    return found
  }

  /// Whether `defects` would find any: cheap enough to ask of every row.
  public var hasVisibleDefect: Bool {
    if isMissing { return false }
    if isMasked { return !defects.isEmpty }
    let province = UInt64(number / 100_000_000_000_000)
    let known = province < 64 ? Self.provinceBits.0 >> province & 1 : Self.provinceBits.1 >> (province - 64) & 1
    if known == 0 { return true }
    let date = dateDigits
    let day = date / 10_000
    if day == 0 || day > 71 || (32...40).contains(day) { return true }
    let month = date / 100 % 100
    return month == 0 || month > 12 || serial == 0
  }

  private static let provinceBits: (UInt64, UInt64) = provinces.reduce(into: (0, 0)) { bits, province in
    if province < 64 { bits.0 |= 1 << UInt64(province) } else { bits.1 |= 1 << UInt64(province - 64) }
  }

  public enum Defect: String, Sendable { case province, day, month, serial }

  /// Province codes in use now or before; old ones stay valid for life. Source: domain page, section 4.
  public static let provinces: Set<Int> = Set(
    Array(11...19) + [21] + Array(31...36) + Array(51...53) + Array(61...65) + Array(71...76) + [81, 82]
      + Array(91...97))
}

extension NIK: CustomStringConvertible {
  /// Sixteen characters, `*` for hidden digits; empty when missing.
  public var description: String {
    guard !isMissing else { return "" }
    var text = Array(String(number).utf8)
    text = Array(repeating: 48, count: max(0, 16 - text.count)) + text
    for i in hiddenStart..<(hiddenStart + hiddenLength) where i < 16 { text[i] = 42 }
    return String(decoding: text, as: UTF8.self)
  }

  /// First six and last four digits, the rest starred: the only form that leaves the program outside of an annex.
  public var masked: String { Self.mask(description) }

  /// Stars all but the first six and the last four characters of an identifier; a short one is starred whole.
  public static func mask(_ text: String) -> String {
    let count = text.count
    guard count > 10 else { return String(repeating: "*", count: count) }
    return text.prefix(6) + String(repeating: "*", count: count - 10) + text.suffix(4)
  }
}
