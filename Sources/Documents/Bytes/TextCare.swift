/// What keeps a text from standing in a format as it is: found for all formats in one look at its bytes.
public struct TextCare: Sendable, BitwiseCopyable {
  @usableFromInline let bits: UInt8

  @inlinable init(bits: UInt8) { self.bits = bits }

  /// Nothing does.
  @inlinable public static var none: TextCare { TextCare(bits: 0) }
  /// A CSV field needs quotes.
  @inlinable static var csv: TextCare { TextCare(bits: 1) }
  /// A JSON string needs escapes.
  @inlinable static var json: TextCare { TextCare(bits: 2) }
  /// The text of a worksheet's cell needs escapes, or a second look.
  @inlinable static var xml: TextCare { TextCare(bits: 4) }
  /// A spreadsheet would take the text for a formula.
  @inlinable static var formula: TextCare { TextCare(bits: 8) }

  @inlinable static func | (a: TextCare, b: TextCare) -> TextCare { TextCare(bits: a.bits | b.bits) }
  @inlinable func has(_ any: TextCare) -> Bool { bits & any.bits != 0 }

  /// O(length), a byte a cycle.
  public init(of text: UnsafeRawBufferPointer) {
    var bits: UInt8 = 0
    if let first = text.first, startsFormula(first) { bits = Self.formula.bits }
    Self.table.withUnsafeBufferPointer { table in
      for byte in text { bits |= table[Int(byte)] }
    }
    self.bits = bits
  }

  private static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    var bits: UInt8 = 0
    if ByteWriter.needsQuotes(byte) { bits |= csv.bits }
    if ByteWriter.needsJSONEscape(byte) { bits |= json.bits }
    if ByteWriter.needsXMLCare(byte) || byte == ByteWriter.characterNumberMark { bits |= xml.bits }
    return bits
  }
}

/// A text that was looked through once and is printed to several formats.
public struct ScannedText {
  /// Sixteen bytes more may be read behind the text.
  public let bytes: UnsafeRawBufferPointer
  public let care: TextCare

  @inlinable public init(_ bytes: UnsafeRawBufferPointer, _ care: TextCare) {
    self.bytes = bytes
    self.care = care
  }
}

extension ByteWriter {
  /// Copies bytes behind which sixteen more may be read, in steps of sixteen: most texts are short.
  @inlinable @inline(__always)
  public mutating func append(padded bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count + 16)
    let target = UnsafeMutableRawPointer(base + count)
    var done = 0
    while done < bytes.count {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self), toByteOffset: done,
        as: SIMD16<UInt8>.self)
      done += 16
    }
    end += bytes.count
  }

  /// One CSV field of text.
  @inlinable @inline(__always)
  public mutating func append(csv text: ScannedText) {
    if text.care.has(.csv | .formula) { append(csv: text.bytes) } else { append(padded: text.bytes) }
  }

  /// What stands between the quotes of a JSON string.
  @inlinable @inline(__always)
  public mutating func append(jsonContent text: ScannedText) {
    if text.care.has(.json) { append(jsonContent: text.bytes) } else { append(padded: text.bytes) }
  }
}
