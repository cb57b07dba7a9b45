/// The bytes of one field as they stand in a file: a view that must not outlive the file's buffer.
///
/// Behind a field that is called padded 64 more bytes can be read: those of rows and of `withFieldBytes` are.
public typealias FieldBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// No byte at all.
  @inlinable @inline(__always)
  public static var nothing: Self { Self(start: nil, count: 0) }

  /// Without blanks, tabs and line ends at both sides.
  public var trimmed: FieldBytes {
    var start = 0
    var end = count
    while end > start, self[end - 1] <= 32 { end -= 1 }
    while start < end, self[start] <= 32 { start += 1 }
    return start == 0 && end == count ? self : FieldBytes(rebasing: self[start..<end])
  }

  /// The part between two positions.
  public func part(_ range: Range<Int>) -> FieldBytes { FieldBytes(rebasing: self[range]) }

  /// Whether a whole field is the word that a program writes where there is nothing: `nan`, `NULL`, `None`, `NaT`, `#N/A`.
  public var isNothingWord: Bool {
    guard count <= 6 else { return false }
    return nothingWords.contains { $0.elementsEqual(lazy.filter { $0.isLetter || $0 > 126 }.map(\.upper)) }
      && !contains { $0.isDigit }
  }

  /// Whether a whole field says that nobody knows: `tidak tahu`, `Tidak diketahui`, `lupa`, `belum ada`.
  public var isUnknownWord: Bool {
    guard (4...32).contains(count), self[0].isLetter else { return false }
    let letters = lazy.filter { $0.isLetter || $0 > 126 }.map(\.upper)
    return unknownWords.contains { $0.elementsEqual(letters) } && !contains { $0.isDigit }
  }

  /// Whether all are blanks, letters, digits and signs of ASCII. O(length / 8).
  public var isPlainASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    guard raw.count >= 8 else { return raw.allSatisfy { $0 >= 32 && $0 < 127 } }
    var odd: UInt64 = 0
    var i = 0
    while i < raw.count {
      // The last eight may overlap those before.
      let word = raw.loadUnaligned(fromByteOffset: Swift.min(i, raw.count - 8), as: UInt64.self)
      // Of bytes below 128, the high bit after adding is set from 32 on, and after adding one only at 127.
      let low = word & 0x7F7F_7F7F_7F7F_7F7F
      odd |= word | ~(low &+ 0x6060_6060_6060_6060) | (low &+ 0x0101_0101_0101_0101)
      i += 8
    }
    return odd & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a byte of 128 or more is among them. O(length / 8).
  public var isASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var i = 0
    while i + 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      i += 8
    }
    while i < raw.count {
      if raw[i] >= 128 { return false }
      i += 1
    }
    return true
  }
}

/// What data frames, databases and worksheets write for an empty cell.
private let unknownWords = [
  "TIDAKTAHU", "TIDAKDIKETAHUI", "TIDAKADA", "TIDAKADADATA", "TIDAKJELAS", "TIDAKTERCATAT", "TIDAKTERDATA",
  "TIDAKTERTULIS", "TIDAKINGAT", "TIDAKDIISI", "TIDAKDISEBUT", "TIDAKDISEBUTKAN", "TIDAKTERBACA", "TDKTAHU",
  "TDKDIKETAHUI", "TDKADA", "TDKJELAS", "TAKTAHU", "TAKDIKETAHUI", "TAKADA", "BELUMADA", "BELUMADADATA",
  "BELUMDIKETAHUI",
  "BELUMTAHU", "BELUMTERDATA", "BELUMDIISI", "BLMADA", "BLMTAHU", "LUPA", "KOSONG", "NIHIL", "UNKNOWN",
].map { Array($0.utf8) }

private let nothingWords = ["NAN", "NULL", "NONE", "NAT", "NA"].map { Array($0.utf8) }

/// Single bytes, classified by arithmetic: no table, no look-up.
extension UInt8 {
  public var isDigit: Bool { self &- 48 < 10 }
  /// A–Z or a–z.
  public var isLetter: Bool { (self | 32) &- 97 < 26 }
  public var upper: UInt8 { self &- 97 < 26 ? self & 0xDF : self }
  /// A sign that hides a digit: `*`, `x`, `X`, `-`, and `#` where a spreadsheet had no room.
  public var isMask: Bool { self == 42 || self | 32 == 120 || self == 45 || self == 35 }
}

/// Gives `body` the bytes of a string, padded: for settings, tests and everything that is not a hot loop.
public func withFieldBytes<Result>(_ text: String, _ body: (FieldBytes) -> Result) -> Result {
  withPaddedBytes(Array(text.utf8), body)
}

/// Gives `body` a copy of the bytes, padded.
public func withPaddedBytes<Result>(_ bytes: [UInt8], _ body: (FieldBytes) -> Result) -> Result {
  (bytes + [UInt8](repeating: 0, count: 64)).withUnsafeBufferPointer { body(FieldBytes(rebasing: $0[..<bytes.count])) }
}
