#if OfficeFiles
  extension GrowingBytes {
    /// A number cell in plain decimal digits, whatever exponent it was written with; false, and nothing written, where
    /// `number` is no decimal number of at most 60 places.
    ///
    /// A whole number of 16 digits or more that ends in 0 gets a point behind it: spreadsheets keep 15 digits, and its
    /// last ones may be lost.
    func append(decimal number: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let decimal = Decimal(number) else { return false }
      decimal.write(to: self)
      return true
    }
  }

  /// The digits of a decimal number without zeros in front, and where its point stands among them.
  private struct Decimal {
    private static let mostDigits = 60

    private var isNegative = false
    private var digits: [UInt8] = []
    /// Digits before the point: negative for 0.001, more than there are for 1E+15.
    private var point = 0

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var rest = text[...]
      if let sign = rest.first, sign == 43 || sign == 45 {
        isNegative = sign == 45
        rest = rest.dropFirst()
      }
      guard rest.count <= Self.mostDigits + 10 else { return nil }
      var hasPoint = false
      var hasDigit = false
      while let byte = rest.first, byte == 46 || (byte >= 48 && byte <= 57) {
        rest = rest.dropFirst()
        if byte == 46 {
          guard !hasPoint else { return nil }
          hasPoint = true
          continue
        }
        hasDigit = true
        if digits.isEmpty, byte == 48 {
          if hasPoint { point -= 1 }
          continue
        }
        digits.append(byte)
        if !hasPoint { point += 1 }
      }
      guard hasDigit, let exponent = Self.exponent(rest) else { return nil }
      while digits.last == 48 { digits.removeLast() }
      point = digits.isEmpty ? 0 : point + exponent
      guard digits.count <= Self.mostDigits, abs(point) <= Self.mostDigits else { return nil }
    }

    /// The number behind `E`; 0 where nothing stands there, nil where something else does.
    private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
      guard let mark = text.first else { return 0 }
      guard mark | 32 == 101, text.count <= 5 else { return nil }
      return Int(String(decoding: text.dropFirst(), as: UTF8.self))
    }

    func write(to text: GrowingBytes) {
      if isNegative, !digits.isEmpty { text.append(45) }
      if point <= 0 { text.append(48) }
      for place in 0..<max(0, point) { text.append(place < digits.count ? digits[place] : 48) }
      if digits.count > point, !digits.isEmpty {
        text.append(46)
        text.append(repeating: 48, count: max(0, -point))
        for digit in digits[max(0, point)...] { text.append(digit) }
      } else if point >= 16, point > digits.count {
        text.append(46)
      }
    }
  }
#endif
