/// Text in pairs of bytes, as Excel saves "Unicode Text": turned into UTF-8 once, line by line where it was.
public enum WideText {
  /// The text as UTF-8; half a pair, or a pair that is none, becomes U+FFFD.
  ///
  /// - Parameter file: UTF-16 with or without its mark, of either byte order. O(bytes).
  public static func utf8(_ file: FileBytes) -> FileBytes? {
    let bytes = file.bytes
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    // Letters of Latin script have their zero first or second.
    let isBig = isMarked ? bytes[0] == 0xFE : bytes.count > 1 && bytes[0] == 0
    let out = GrowingBytes(limit: 4 << 30)
    var at = isMarked ? 2 : 0
    var high: UInt32 = 0
    while at + 1 < bytes.count {
      let unit = UInt32(isBig ? bytes[at] : bytes[at + 1]) << 8 | UInt32(isBig ? bytes[at + 1] : bytes[at])
      at += 2
      switch unit {
      case 0xD800..<0xDC00:
        if high != 0 { append(0xFFFD, to: out) }
        high = unit
      case 0xDC00..<0xE000:
        append(high == 0 ? 0xFFFD : 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: out)
        high = 0
      default:
        if high != 0 { append(0xFFFD, to: out) }
        high = 0
        append(unit, to: out)
      }
      if out.isFull { return nil }
    }
    if high != 0 || at < bytes.count { append(0xFFFD, to: out) }
    return FileBytes(out)
  }

  private static func append(_ scalar: UInt32, to out: GrowingBytes) {
    switch scalar {
    case 0: break
    case ..<0x80: out.append(UInt8(scalar))
    case ..<0x800:
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 63))
    case ..<0x10000:
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(UInt8(0x80 | scalar >> 6 & 63))
      out.append(UInt8(0x80 | scalar & 63))
    default:
      out.append(UInt8(0xF0 | scalar >> 18))
      out.append(UInt8(0x80 | scalar >> 12 & 63))
      out.append(UInt8(0x80 | scalar >> 6 & 63))
      out.append(UInt8(0x80 | scalar & 63))
    }
  }
}
