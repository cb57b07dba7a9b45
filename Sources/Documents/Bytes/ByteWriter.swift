/// A growing run of bytes that text and numbers are written to without a `String` in between.
///
/// Every append costs a length check and a copy. `removeAll` keeps the memory, so one writer serves many rows.
public struct ByteWriter: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var end = 0

  @inlinable public var count: Int { end }

  public init(capacity: Int = 4096) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for `extra` more bytes; amortized O(1) a byte.
  @inlinable @inline(__always)
  public mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(extra) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    end += 1
  }

  @inlinable @inline(__always)
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    UnsafeMutableRawPointer(base + count).copyMemory(from: source, byteCount: bytes.count)
    end += bytes.count
  }

  /// Appends what stands in `range` of the content once more.
  public mutating func append(again range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a part of the content")
    reserve(range.count)
    (base + count).update(from: base + range.lowerBound, count: range.count)
    end += range.count
  }

  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func append(text: borrowing String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in text.utf8 { append(byte) } }
  }

  public mutating func append(contentsOf bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

  /// Decimal digits of a whole number, padded with zeros on the left to `width`.
  public mutating func append(integer value: Int, width: Int = 1) {
    if value < 0 { append(45) }
    append(digits: value.magnitude, width: width)
  }

  /// `value` with exactly `decimals` (at most 9) digits after the point, rounded to nearest; numbers that do not fit
  /// are written as they print.
  public mutating func append(fixed value: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else {
      append(text: String(value))
      return
    }
    let whole = UInt(scaled)
    if value < 0, whole != 0 { append(45) }
    append(digits: whole / UInt(scale), width: 1)
    guard decimals > 0 else { return }
    append(46)
    append(digits: whole % UInt(scale), width: decimals)
  }

  private mutating func append(digits value: UInt, width: Int) {
    reserve(24 + width)
    if value < 10_000, width <= 4 {
      append(fewDigits: UInt32(truncatingIfNeeded: value), width: width)
      return
    }
    var length = 1
    var bound: UInt = 10
    while length < 20, value >= bound {
      length += 1
      bound &*= 10
    }
    let total = max(length, width)
    var rest = value
    var at = count + total
    for _ in 0..<total {
      at -= 1
      base[at] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    end += total
  }

  /// Four digits worked out side by side, of which the leading zeros beyond `width` are left out. Room must have been
  /// made for four bytes.
  @inline(__always)
  private mutating func append(fewDigits value: UInt32, width: Int) {
    let hundreds = value / 100
    let rest = value % 100
    let digits = (hundreds / 10) | (hundreds % 10) << 8 | (rest / 10) << 16 | (rest % 10) << 24
    let length = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4
    let total = max(length, width)
    let bytes = (digits | 0x3030_3030) >> UInt32(truncatingIfNeeded: 8 * (4 - total))
    UnsafeMutableRawPointer(base + count).storeBytes(of: bytes.littleEndian, as: UInt32.self)
    end += total
  }

  /// Forgets the content and keeps the memory.
  public mutating func removeAll() { end = 0 }

  /// The content so far, valid inside `body` only.
  public borrowing func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A copy of the content.
  public var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let target = buffer.baseAddress { target.update(from: base, count: count) }
      filled = count
    }
  }

  /// The content as a block that threads may hand on; the writer is used up.
  public consuming func finished() -> ByteBlock {
    let block = ByteBlock(base: base, count: count)
    discard self
    return block
  }

  /// The content as text; bytes that are no UTF-8 are replaced.
  public var text: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }
}

/// Finished bytes on their way from the thread that made them to the one that writes them; never copied.
public final class ByteBlock: Sendable {
  private nonisolated(unsafe) let base: UnsafeMutablePointer<UInt8>
  public let count: Int

  fileprivate init(base: UnsafeMutablePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  deinit { base.deallocate() }

  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
