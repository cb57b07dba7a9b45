/// Base64 of RFC 4648, with padding.
public enum Base64 {
  public static func encoded(_ bytes: [UInt8]) -> String {
    var out = ByteWriter(capacity: (bytes.count + 2) / 3 * 4)
    bytes.withUnsafeBytes { out.append(base64: $0) }
    return out.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  fileprivate static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
}

extension ByteWriter {
  /// Appends bytes as base64, four letters for three bytes.
  public mutating func append(base64 bytes: UnsafeRawBufferPointer) {
    let letters = Base64.alphabet.utf8Start
    reserve((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for byte in group { value = value << 8 | Int(byte) }
      value <<= 8 * (3 - group.count)
      for place in 0..<4 { append(place <= group.count ? letters[value >> (18 - 6 * place) & 63] : 61) }
    }
  }
}
