import Documents

/// The bytes that one desa adds to one file.
///
/// Handed from the thread that fills it to the one that writes it; never shared while it grows.
final class Page: @unchecked Sendable {
  // A call writes and returns without handing control to anybody, so overlapping access cannot happen; checking for it
  // at run time took a fifth of the time.
  @exclusivity(unchecked) private var writer: ByteWriter

  init(capacity: Int = 1 << 12) { writer = ByteWriter(capacity: capacity) }

  var count: Int { writer.count }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try writer.withBytes(body)
  }

  /// Forgets the content and keeps the memory.
  func removeAll() { writer.removeAll() }

  func byte(_ value: UInt8) { writer.append(value) }

  func word(_ word: Word) {
    withUnsafeBytes(of: word.bits.littleEndian) {
      writer.append(UnsafeRawBufferPointer(rebasing: $0[..<word.count]))
    }
  }

  func name(_ name: borrowing Name) {
    for i in 0..<name.count {
      if i > 0 { byte(32) }
      word(name[i])
    }
  }

  func text(_ bytes: [UInt8]) { writer.append(contentsOf: bytes) }
  func text(_ text: StaticString) { writer.append(text) }
  func text(_ text: String) { writer.append(text: text) }

  /// A number in decimal, with leading zeros up to `width`.
  func number(_ value: Int, width: Int = 1) { writer.append(integer: value, width: width) }
}
