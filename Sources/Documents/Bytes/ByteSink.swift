/// Where finished bytes go: a file, memory, or both with a hash taken on the way.
public protocol ByteSink: ~Copyable {
  /// Takes all of `bytes`, in order; throws when they cannot be kept.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink where Self: ~Copyable {
  public mutating func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  public mutating func write(_ writer: borrowing ByteWriter) throws { try writer.withBytes { try write($0) } }

  public mutating func write(_ text: StaticString) throws {
    try write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// Keeps everything in memory.
public struct MemorySink: ByteSink, Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
