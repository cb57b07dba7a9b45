extension ByteWriter {
  /// A probability to four significant digits: fixed point down to a hundred-thousandth, with an exponent below.
  public mutating func append(share value: Double) {
    guard value.isFinite, value > 1e-300 else {
      append(json: value == 0 ? 0 : nil)
      return
    }
    var exponent = 0
    var mantissa = value
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    if exponent >= -5 {
      append(fixed: value, decimals: 3 - exponent)
    } else {
      append(fixed: mantissa, decimals: 3)
      append("e")
      append(integer: exponent)
    }
  }
}

extension JSONWriter {
  /// A probability to four significant digits; null where there is none.
  public mutating func share(_ key: String? = nil, _ value: Double?) {
    begin(key)
    if let value { out.append(share: value) } else { out.append("null") }
  }
}
