/// A station's whole code: ten digits of its desa, then three of its number, together or with marks between:
/// `1602052001003`, `16.02.05.2001.003`. Source: KPU's numbering of stations within the area codes of the ministry.
public struct StationCode: Equatable, Sendable {
  /// Ten digits.
  public let desa: [UInt8]
  /// 1 to 999.
  public let number: UInt16

  /// Nil for anything else.
  public init?(_ text: FieldBytes) {
    var digits: [UInt8] = []
    for byte in text {
      if byte.isDigit { digits.append(byte) } else if ![32, 45, 46, 47].contains(byte) { return nil }
      if digits.count > 13 { return nil }
    }
    guard digits.count == 13 else { return nil }
    desa = Array(digits.prefix(10))
    number = digits.suffix(3).reduce(0) { $0 * 10 + UInt16($1 - 48) }
    guard number > 0 else { return nil }
  }
}
