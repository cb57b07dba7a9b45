/// Where finished bytes go: a file, memory, or both with a hash taken on the way.
package protocol ByteSink: ~Copyable {
  /// Takes all of `bytes`, in order; throws when they cannot be kept.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink where Self: ~Copyable {
  package mutating func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  package mutating func write(_ writer: borrowing ByteWriter) throws { try writer.withBytes { try write($0) } }

  package mutating func write(_ text: StaticString) throws {
    try write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// Keeps everything in memory.
package struct MemorySink: ByteSink, Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
