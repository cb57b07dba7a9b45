/// Numbers of cells as text: plain decimal, never with an exponent, and days of the spreadsheet's calendars.
struct CellNumber {
  /// Digits of the number at hand, the first not 0.
  private var digits: [UInt8] = []

  /// Appends the number that `text` writes; text that is no number is appended as it is.
  ///
  /// A whole number of sixteen digits and more that ends in 0 gets a point behind it: spreadsheets keep fifteen digits,
  /// so its last one may be lost. A fraction is rounded to fifteen digits, as spreadsheets show it.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, to out: GrowingBytes) {
    guard let first = text.first else { return }
    if first != 48 || text.count == 1, text.allSatisfy({ $0 &- 48 < 10 }) {
      out.append(text)
      if text.count > 15, text.last == 48 { out.append(UInt8(ascii: ".")) }
      return
    }
    guard let (isNegative, scale) = parse(text) else { return out.append(clean: text) }
    write(isNegative, scale, to: out)
  }

  /// A whole number without a sign, below 10^15; nil for anything else.
  @inline(__always)
  static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count < 16 else { return nil }
    var value = 0
    for byte in text {
      guard byte &- 48 < 10 else { return nil }
      value = value &* 10 &+ Int(byte &- 48)
    }
    return value
  }

  /// Appends the day of a serial number as `YYYY-MM-DD`, its time of day left off; false for what is no day.
  ///
  /// Serial 1 is 1 January 1900, and 29 February 1900 counts as 60 though it never was; or 0 is 1 January 1904.
  static func append(
    day text: UnsafeBufferPointer<UInt8>, startsIn1904: Bool, to out: GrowingBytes
  ) -> Bool {
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    guard point > 0, var serial = whole(UnsafeBufferPointer(rebasing: text[..<point])) else { return false }
    let fraction = text[min(point + 1, text.count)...]
    guard fraction.allSatisfy({ $0 &- 48 < 10 }) else { return false }
    // A time that rounds to midnight belongs to the next day.
    if fraction.count >= 6, fraction.prefix(6).allSatisfy({ $0 == 57 }) { serial += 1 }
    guard serial <= lastSerial, startsIn1904 || serial > 0 else { return false }
    if !startsIn1904, serial == 60 {
      out.append(digits(1900, 2, 29))
      return true
    }
    // Days since 1 March of year 0.
    let day = startsIn1904 ? serial + 695_361 : serial + (serial < 60 ? 693_900 : 693_899)
    let era = day / 146_097
    let inEra = day - era * 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let month = (5 * inYear + 2) / 153
    out.append(
      digits(
        year + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, inYear - (153 * month + 2) / 5 + 1)
    )
    return true
  }

  /// 31 December 9999.
  private static let lastSerial = 2_958_465
  private static let mostDigits = 15

  private static func digits(_ year: Int, _ month: Int, _ day: Int) -> (UInt64, UInt16) {
    func two(_ value: Int) -> UInt64 { UInt64(48 + value / 10) | UInt64(48 + value % 10) << 8 }
    let dash: UInt64 = 45
    return (
      two(year / 100) | two(year % 100) << 16 | dash << 32 | two(month) << 40 | dash << 56,
      UInt16(truncatingIfNeeded: two(day))
    )
  }

  /// Takes `text` apart into `digits`; `scale` is how many of them stand before the point. Nil for what is no number.
  private mutating func parse(_ text: UnsafeBufferPointer<UInt8>) -> (isNegative: Bool, scale: Int)? {
    digits.removeAll(keepingCapacity: true)
    var at = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { at = 1 }
    var (scale, isFraction, seen) = (0, false, 0)
    while at < text.count {
      let byte = text[at]
      if byte &- 48 < 10 {
        seen += 1
        if byte != 48 || !digits.isEmpty { digits.append(byte) }
        if isFraction {
          if digits.isEmpty { scale -= 1 }
        } else if !digits.isEmpty {
          scale += 1
        }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      at += 1
    }
    guard seen > 0, digits.count <= 400 else { return nil }
    guard at < text.count else { return (isNegative, scale) }
    guard text[at] | 32 == UInt8(ascii: "e") else { return nil }
    at += 1
    let isDown = at < text.count && text[at] == UInt8(ascii: "-")
    if isDown || at < text.count && text[at] == UInt8(ascii: "+") { at += 1 }
    guard let exponent = Self.whole(UnsafeBufferPointer(rebasing: text[at...])), exponent <= 400 else { return nil }
    return (isNegative, scale + (isDown ? -exponent : exponent))
  }

  private mutating func write(_ isNegative: Bool, _ scale: Int, to out: GrowingBytes) {
    var scale = scale
    while digits.last == 48 { digits.removeLast() }
    if digits.count > max(Self.mostDigits, scale) { round(&scale) }
    if digits.isEmpty { return out.append(48) }
    if isNegative { out.append(UInt8(ascii: "-")) }
    if scale <= 0 {
      out.append(48)
      out.append(UInt8(ascii: "."))
      out.append(repeating: 48, count: -scale)
    }
    for (place, digit) in digits.enumerated() {
      if place == scale, place > 0 { out.append(UInt8(ascii: ".")) }
      out.append(digit)
    }
    out.append(repeating: 48, count: scale - digits.count)
    if scale > Self.mostDigits, digits.count < scale || digits.last == 48 { out.append(UInt8(ascii: ".")) }
  }

  /// Rounds to as many digits as a spreadsheet shows, and at least to a whole number.
  private mutating func round(_ scale: inout Int) {
    let kept = max(Self.mostDigits, scale)
    let isUp = digits[kept] >= 53
    digits.removeSubrange(kept...)
    if isUp {
      var place = kept - 1
      while place >= 0, digits[place] == 57 {
        digits[place] = 48
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(49, at: 0)
        scale += 1
      }
    }
    while digits.last == 48 { digits.removeLast() }
  }
}

extension GrowingBytes {
  /// Appends the ten bytes of a date.
  fileprivate func append(_ date: (UInt64, UInt16)) {
    append(upTo: 10) { room in
      let raw = UnsafeMutableRawBufferPointer(room)
      raw.storeBytes(of: date.0.littleEndian, as: UInt64.self)
      raw.storeBytes(of: date.1.littleEndian, toByteOffset: 8, as: UInt16.self)
      return 10
    }
  }
}
