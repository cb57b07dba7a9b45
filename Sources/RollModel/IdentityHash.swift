/// A hash of what makes a row one person's: number, name, birth date, desa; see `Voter.identityHash`.
public struct IdentityHash: Sendable {
  private var state: UInt64

  @inlinable public static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  public init(_ nik: NIK) { state = mixed(nik.bits &+ 1) }

  /// Adds the next word of the name, by the hash of its content.
  public mutating func add(token: UInt64) { state = mixed(state ^ token) }

  public func value(birth: CalendarDay, area: AreaTable.Entry) -> UInt64 {
    var hash = mixed(state ^ UInt64(birth.bits))
    if area.code.isUnknown {
      for byte in (area.kecamatan + "/" + area.desa).utf8 { hash = mixed(hash ^ UInt64(byte)) }
    }
    return mixed(hash ^ area.code.number)
  }

  /// Reads the sixteen hexadecimal digits of `text`; nil for anything else.
  public static func read(_ text: some Sequence<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    for byte in text {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 97...102: digit = byte - 87
      case 65...70: digit = byte - 55
      default: return nil
      }
      value = value << 4 | UInt64(digit)
      count += 1
    }
    return count == 16 ? value : nil
  }
}
