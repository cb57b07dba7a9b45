extension GrowingBytes {
  /// Appends text of a cell: control bytes, line breaks among them, become blanks.
  public func append(clean run: UnsafeBufferPointer<UInt8>) {
    append(upTo: run.count) { room in
      for (place, byte) in run.enumerated() { room[place] = byte < 32 || byte == 127 ? 32 : byte }
      return run.count
    }
  }

  /// Replaces what workbooks write for characters that XML cannot hold: `_x000D_` is a carriage return and becomes a
  /// blank, `_x005F_` is the underscore itself. Looks at what stands behind `start`. O(length).
  func unescape(from start: Int) {
    guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    let old = bytes
    guard old[first...].indices.contains(where: { Self.escaped(old, $0) != nil }) else { return }
    let text = Array(old[first...])
    truncate(to: first)
    text.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        guard let code = Self.escaped(text, at), let scalar = UnicodeScalar(code) else {
          append(text[at])
          at += 1
          continue
        }
        if code < 32 || code == 127 {
          append(32)
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { append(byte) }
        }
        at += 7
      }
    }
  }

  /// The code of `_xHHHH_` at `at`; nil where no such thing stands.
  private static func escaped(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
    guard text[at] == UInt8(ascii: "_"), at + 7 <= text.count, text[at + 1] | 32 == UInt8(ascii: "x"),
      text[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var code: UInt32 = 0
    for byte in text[(at + 2)..<(at + 6)] {
      switch byte {
      case 48...57: code = code << 4 | UInt32(byte - 48)
      case 65...70, 97...102: code = code << 4 | UInt32((byte | 32) - 87)
      default: return nil
      }
    }
    return code
  }
}
