/// Bits in the order of deflate, low bit first, into memory that grows.
struct BitWriter: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0
  private var pending: UInt64 = 0
  private var width = 0

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  /// Makes room for `extra` bytes beside the eight that a store may run over.
  mutating func reserve(_ extra: Int) {
    guard count + extra + 16 > capacity else { return }
    capacity = max(capacity * 2, count + extra + 16)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
  }

  /// Adds the low `length` (at most 48) bits of `value`, of which the others are 0. Room must have been reserved.
  @inline(__always)
  mutating func put(_ value: UInt64, _ length: Int) {
    pending |= value << UInt64(width)
    width += length
    base.storeBytes(of: pending.littleEndian, toByteOffset: count, as: UInt64.self)
    let whole = width >> 3
    count += whole
    pending >>= UInt64(whole << 3)
    width &= 7
  }

  mutating func write(_ value: UInt64, _ length: Int) {
    reserve(8)
    put(value, length)
  }

  mutating func alignToByte() { if width > 0 { write(0, 8 - width) } }

  /// Head of a stored block of at most 65,535 bytes.
  mutating func writeStoredHeader(length: Int, isFinal: Bool) {
    write(isFinal ? 1 : 0, 3)
    alignToByte()
    write(UInt64(length), 16)
    write(UInt64(~UInt16(length)), 16)
  }

  mutating func writeStored(_ bytes: UnsafeRawBufferPointer, isFinal: Bool) {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 65_535)
      writeStoredHeader(length: end - start, isFinal: isFinal && end == bytes.count)
      reserve(end - start)
      (base + count).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      count += end - start
      start = end
    }
  }

  /// The whole bytes so far.
  var bytes: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: base, count: count)) }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from source: UnsafeRawBufferPointer) {
    if let start = source.baseAddress { copyMemory(from: start, byteCount: source.count) }
  }
}
