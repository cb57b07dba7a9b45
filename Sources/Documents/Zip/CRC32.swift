import CIntrinsics

/// The check number of zip archives: CRC-32 with the reflected polynomial EDB88320.
public enum CRC32 {
  /// The check number of `bytes` after those that gave `previous`; 0 for a start. O(length).
  public static func of(_ bytes: UnsafeRawBufferPointer, after previous: UInt32 = 0) -> UInt32 {
    let length = canFold ? bytes.count / 64 * 64 : 0
    guard length >= 256, let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return ofTables(bytes, after: previous)
    }
    // The sixteen bytes stand for all of those that were folded; their number starts from nothing.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { folded in
      padan_fold_crc32(start, length, ~previous, folded.baseAddress)
      let crc = ofTables(UnsafeRawBufferPointer(folded), after: ~0)
      return ofTables(UnsafeRawBufferPointer(rebasing: bytes[length...]), after: crc)
    }
  }

  private static let canFold = padan_can_fold_crc32() != 0

  /// The same sixteen bytes a step, about 3 GB/s, on every processor.
  static func ofTables(_ bytes: UnsafeRawBufferPointer, after previous: UInt32) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      var crc = ~previous
      var i = 0
      while i + 16 <= bytes.count {
        let low = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian ^ UInt64(crc)
        let high = bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self).littleEndian
        crc = step(table, low, from: 15) ^ step(table, high, from: 7)
        i += 16
      }
      while i < bytes.count {
        crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[i])]
        i += 1
      }
      return ~crc
    }
  }

  /// Eight bytes through the tables `first`, `first - 1`, …
  @inline(__always)
  private static func step(_ table: UnsafeBufferPointer<UInt32>, _ word: UInt64, from first: Int) -> UInt32 {
    var sum: UInt32 = 0
    for k in 0..<8 { sum ^= table[(first - k) << 8 | Int(word >> UInt64(8 * k) & 255)] }
    return sum
  }

  public static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { of($0) } }

  /// The check number of two runs one after the other, from theirs and the second one's length. O(log length).
  ///
  /// Appending zeros multiplies a check number by a power of x in GF(2)[x] modulo the polynomial.
  public static func joined(_ first: UInt32, _ second: UInt32, length: Int) -> UInt32 {
    var power: UInt32 = 0x8000_0000 >> 8  // x^8: one byte
    var factor: UInt32 = 0x8000_0000  // 1
    var rest = length
    while rest > 0 {
      if rest & 1 == 1 { factor = product(factor, power) }
      power = product(power, power)
      rest >>= 1
    }
    return product(factor, first) ^ second
  }

  /// Product of two polynomials, bit 31 being the coefficient of x^0.
  private static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var result: UInt32 = 0
    var b = b
    for bit in 0..<32 {
      if a & (0x8000_0000 >> UInt32(bit)) != 0 { result ^= b }
      b = b & 1 == 1 ? b >> 1 ^ 0xEDB8_8320 : b >> 1
    }
    return result
  }

  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 4096)
    for i in 0..<256 {
      var crc = UInt32(i)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      tables[i] = crc
    }
    for i in 256..<4096 {
      let before = tables[i - 256]
      tables[i] = before >> 8 ^ tables[Int(before & 255)]
    }
    return tables
  }()
}
