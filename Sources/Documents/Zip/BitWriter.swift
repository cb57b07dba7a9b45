/// Bits in the order of deflate, low bit first, into memory that grows.
struct BitWriter: ~Copyable {
  /// Where the next bit goes; a loop that writes many works on a copy of its own and gives it back.
  var cursor: Cursor
  private var capacity: Int

  struct Cursor {
    fileprivate(set) var base: UnsafeMutableRawPointer
    fileprivate(set) var count = 0
    fileprivate var pending: UInt64 = 0
    fileprivate var width = 0

    /// Adds the low `length` (at most 48) bits of `value`, of which the others are 0. Room must have been reserved.
    @inline(__always)
    mutating func put(_ value: UInt64, _ length: Int) {
      pending |= value << UInt64(truncatingIfNeeded: width)
      width &+= length
      base.storeBytes(of: pending.littleEndian, toByteOffset: count, as: UInt64.self)
      let whole = width >> 3
      count &+= whole
      pending >>= UInt64(truncatingIfNeeded: whole << 3)
      width &= 7
    }
  }

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    cursor = Cursor(base: .allocate(byteCount: self.capacity, alignment: 16))
  }

  deinit { cursor.base.deallocate() }

  /// Makes room for `extra` bytes beside the eight that a store may run over.
  mutating func reserve(_ extra: Int) {
    guard cursor.count + extra + 16 > capacity else { return }
    capacity = max(capacity * 2, cursor.count + extra + 16)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: cursor.base, byteCount: cursor.count)
    cursor.base.deallocate()
    cursor.base = larger
  }

  mutating func write(_ value: UInt64, _ length: Int) {
    reserve(8)
    cursor.put(value, length)
  }

  mutating func alignToByte() { if cursor.width > 0 { write(0, 8 - cursor.width) } }

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
      (cursor.base + cursor.count).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      cursor.count += end - start
      start = end
    }
  }

  /// The whole bytes so far.
  var bytes: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: cursor.base, count: cursor.count)) }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from source: UnsafeRawBufferPointer) {
    if let start = source.baseAddress { copyMemory(from: start, byteCount: source.count) }
  }
}
