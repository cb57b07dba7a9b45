import RollModel

/// A growing buffer of bytes that rows are written into without an allocation a field.
///
/// Handed from the thread that fills it to the one that writes it; never shared while it grows.
final class ByteSink: @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 12) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Makes room for `extra` more bytes.
  @inline(__always)
  func reserve(_ extra: Int) {
    if count + extra > capacity { grow(extra) }
  }

  private func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inline(__always)
  func byte(_ value: UInt8) {
    reserve(1)
    base[count] = value
    count += 1
  }

  @inline(__always)
  func word(_ word: Word) {
    reserve(16)
    UnsafeMutableRawPointer(base + count).storeBytes(of: word.bits.littleEndian, as: UInt128.self)
    count += word.count
  }

  func name(_ name: borrowing Name) {
    for i in 0..<name.count {
      if i > 0 { byte(32) }
      word(name[i])
    }
  }

  func text(_ bytes: [UInt8]) {
    reserve(bytes.count)
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { (base + count).update(from: start, count: source.count) }
    }
    count += bytes.count
  }

  func text(_ string: StaticString) {
    reserve(string.utf8CodeUnitCount)
    (base + count).update(from: string.utf8Start, count: string.utf8CodeUnitCount)
    count += string.utf8CodeUnitCount
  }

  func text(_ string: String) {
    for byte in string.utf8 { self.byte(byte) }
  }

  /// A number in decimal, with leading zeros up to `width`.
  func number(_ value: Int, width: Int = 1) {
    reserve(24)
    var digits = 1
    var bound = 10
    while digits < 19, value >= bound {
      digits += 1
      bound *= 10
    }
    digits = max(digits, width)
    var rest = value
    var i = digits
    while i > 0 {
      i -= 1
      base[count + i] = 48 + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }
}
