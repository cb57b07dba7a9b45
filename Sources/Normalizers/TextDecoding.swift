/// Letters beyond ASCII, decoded field by field: UTF-8 where the field is UTF-8, else Windows-1252.
///
/// Field delimiters and digits are ASCII in both, so no file is ever converted as a whole; a file that was pasted together
/// from both encodings is still read right.
public enum TextDecoding {
  /// What a file's `encoding:` setting may say.
  public enum Encoding: Sendable { case automatic, windows1252 }

  /// Calls `body` with each scalar of the field.
  public static func forEachScalar(
    _ text: FieldBytes, encoding: Encoding = .automatic, _ body: (UInt32) -> Void
  ) {
    guard encoding == .automatic, isUTF8(text) else {
      for byte in text { body(scalar(windows1252: byte)) }
      return
    }
    var i = 0
    while i < text.count {
      let (scalar, length) = utf8Scalar(text, at: i)
      body(scalar)
      i += length
    }
  }

  /// Whether the bytes are well-formed UTF-8 (no overlong form, no surrogate).
  public static func isUTF8(_ text: FieldBytes) -> Bool {
    var i = 0
    while i < text.count {
      if text[i] < 128 {
        i += 1
        continue
      }
      let (scalar, length) = utf8Scalar(text, at: i)
      guard scalar != 0xFFFD || length == 3 else { return false }
      i += length
    }
    return true
  }

  /// The field as UTF-8 bytes, control characters as blanks.
  public static func utf8(_ text: FieldBytes, encoding: Encoding = .automatic) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    forEachScalar(text, encoding: encoding) { scalar in
      let safe = scalar < 32 || (0x7F..<0xA0).contains(scalar) ? 32 : scalar
      if safe < 128 {
        out.append(UInt8(safe))
      } else {
        out.append(contentsOf: Array(String(Unicode.Scalar(safe) ?? " ").utf8))
      }
    }
    return out
  }

  /// The field as capital ASCII: accents off, curly quotes straight, long hyphens short, strange blanks plain.
  ///
  /// A letter that has no Latin form is left out.
  public static func folded(_ text: FieldBytes, encoding: Encoding = .automatic) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    forEachScalar(text, encoding: encoding) { scalar in
      switch scalar {
      case 0..<128: out.append(UInt8(scalar).upper)
      case 0xC0...0x17F:
        for byte in folds[Int(scalar) - 0xC0] where byte != 46 { out.append(byte) }
      case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: out.append(32)
      case 0xB4, 0x2018, 0x2019, 0x02BC, 0x2032: out.append(39)
      case 0x2010...0x2015: out.append(45)
      case 0xFF01...0xFF5E: out.append(UInt8(scalar - 0xFEE0).upper)
      case 0x1E00...0x1EFF: out.append(contentsOf: foldedVietnamese(scalar))
      default: break
      }
    }
    return out
  }

  /// The scalar at `i` and its length; U+FFFD with length 1 for a byte that begins no well-formed sequence.
  private static func utf8Scalar(_ text: FieldBytes, at i: Int) -> (UInt32, Int) {
    let first = text[i]
    if first < 128 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), i + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for k in 1..<length {
      guard text[i + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(text[i + k] & 0x3F)
    }
    let floor: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= floor, scalar < 0x110000, !(0xD800..<0xE000).contains(scalar) else { return (0xFFFD, 1) }
    return (scalar, length)
  }

  private static func scalar(windows1252 byte: UInt8) -> UInt32 {
    (0x80..<0xA0).contains(byte) ? high1252[Int(byte) - 0x80] : UInt32(byte)
  }

  /// Latin Extended Additional runs A–Z twice with marks; only the parts with plain vowels matter for names here.
  private static func foldedVietnamese(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0x1EA0...0x1EB7: [65]
    case 0x1EB8...0x1EC7: [69]
    case 0x1EC8...0x1ECB: [73]
    case 0x1ECC...0x1EE3: [79]
    case 0x1EE4...0x1EF1: [85]
    case 0x1EF2...0x1EF9: [89]
    default: []
    }
  }
}

/// Windows-1252 0x80–0x9F. Source: the WHATWG encoding index.
private let high1252: [UInt32] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
  0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0xFFFD, 0x017E, 0x0178,
]

/// Capital ASCII forms of U+00C0–U+017F in order; `.` has none. Source: Unicode decompositions, and AE OE SS TH by hand.
private let folds: [[UInt8]] = """
  A A A A A A AE C E E E E I I I I D N O O O O O . O U U U U Y TH SS
  A A A A A A AE C E E E E I I I I D N O O O O O . O U U U U Y TH Y
  A A A A A A C C C C C C C C D D D D E E E E E E E E E E G G G G
  G G G G H H H H I I I I I I I I I I IJ IJ J J K K K L L L L L L L
  L L L N N N N N N N N N O O O O O O OE OE R R R R R R S S S S S S
  S S T T T T T T U U U U U U U U U U U U W W Y Y Y Z Z Z Z Z Z S
  """.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }).map(Array.init)
