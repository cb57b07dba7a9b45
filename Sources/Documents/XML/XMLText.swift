/// Text made safe for XML: `&`, `<`, `>` and `"` escaped, characters that XML does not allow dropped.
///
/// The writers of workbooks and letters take values only in this form.
public struct XMLText: Sendable, Equatable {
  public let markup: String

  /// Escapes any text. O(length).
  public init(_ text: String) {
    var out = ByteWriter(capacity: text.utf8.count + 16)
    out.append(xml: text)
    markup = out.text
  }
}

extension ByteWriter {
  public mutating func append(xml text: String) {
    var text = text
    text.withUTF8 { append(xml: UnsafeRawBufferPointer($0)) }
  }

  /// Text of an element or attribute. Control characters but tab and line feed, and U+FFFE and U+FFFF, are dropped;
  /// tab and line feed become references, so that attributes keep them too.
  public mutating func append(xml text: UnsafeRawBufferPointer) {
    var start = 0
    var i = 0
    while true {
      i = text.place(from: i, mayMatch: Self.mayNeedCare, match: Self.needsXMLCare)
      guard i < text.count else { break }
      let byte = text[i]
      let length = Self.forbiddenLength(text, i)
      if byte == 0xEF, length == 0 {
        i += 1
        continue
      }
      append(UnsafeRawBufferPointer(rebasing: text[start..<i]))
      switch byte {
      case 38: append("&amp;")
      case 60: append("&lt;")
      case 62: append("&gt;")
      case 34: append("&quot;")
      case 9: append("&#9;")
      case 10: append("&#10;")
      default: break
      }
      i += max(1, length)
      start = i
    }
    append(UnsafeRawBufferPointer(rebasing: text[start..<text.count]))
  }

  /// Whether a byte is escaped, dropped, or begins something that may be dropped.
  @inline(__always)
  static func needsXMLCare(_ byte: UInt8) -> Bool {
    // Of the bytes up to 63: the controls, `"`, `&`, `<` and `>`.
    let low: UInt64 = 0xFFFF_FFFF | 1 << 34 | 1 << 38 | 1 << 60 | 1 << 62
    return byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte == 0xEF || byte == 127
  }

  /// Whether one of eight bytes needs care: controls, `"` or `&`, `<` or `>`, delete, the first byte of U+FFFE.
  @inline(__always)
  private static func mayNeedCare(_ word: ByteWord) -> Bool {
    word.below(32) | word.equal(34, ignoring: 4) | word.equal(60, ignoring: 2) | word.equal(127) | word.equal(0xEF) != 0
  }

  /// 3 when U+FFFE or U+FFFF starts at `i`, otherwise 0.
  private static func forbiddenLength(_ text: UnsafeRawBufferPointer, _ i: Int) -> Int {
    guard text[i] == 0xEF, i + 2 < text.count, text[i + 1] == 0xBF else { return 0 }
    return text[i + 2] >= 0xBE ? 3 : 0
  }
}
