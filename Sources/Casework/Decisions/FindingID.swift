/// Ids of findings as people type them again: in small letters, with blanks, O for 0.
package enum FindingID {
  /// Twelve characters of Crockford's base 32, with `-2`, `-3` … for findings alike.
  static let length = 12

  /// The id that was meant; nil for what cannot be one.
  package static func read(_ text: String) -> String? {
    var characters: [UInt8] = []
    for byte in text.uppercased().utf8 where isLetterOrDigit(byte) { characters.append(byte) }
    guard characters.count >= length else { return nil }
    let base = characters.prefix(length).map(meant)
    let ordinal = characters.dropFirst(length)
    guard base.allSatisfy({ alphabet.contains($0) }), ordinal.allSatisfy({ (48...57).contains($0) }),
      ordinal.count <= 3, ordinal.first != 48
    else { return nil }
    let id = String(decoding: base, as: UTF8.self)
    return ordinal.isEmpty ? id : id + "-" + String(decoding: ordinal, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) }

  /// The letters that Crockford's alphabet leaves out stand for the digits that they look like.
  private static func meant(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "O"): UInt8(ascii: "0")
    case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
    default: byte
    }
  }

  private static let alphabet = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
