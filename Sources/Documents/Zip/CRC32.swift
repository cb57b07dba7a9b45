/// The check number of zip archives: CRC-32 with the reflected polynomial EDB88320, eight bytes a step.
package enum CRC32 {
  /// The check number of `bytes` after those that gave `previous`; 0 for a start. O(length), about 2 GB/s.
  package static func of(_ bytes: UnsafeRawBufferPointer, after previous: UInt32 = 0) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      var crc = ~previous
      var i = 0
      while i + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian ^ UInt64(crc)
        crc =
          table[1792 + Int(word & 255)] ^ table[1536 + Int(word >> 8 & 255)] ^ table[1280 + Int(word >> 16 & 255)]
          ^ table[1024 + Int(word >> 24 & 255)] ^ table[768 + Int(word >> 32 & 255)]
          ^ table[512 + Int(word >> 40 & 255)] ^ table[256 + Int(word >> 48 & 255)] ^ table[Int(word >> 56)]
        i += 8
      }
      while i < bytes.count {
        crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[i])]
        i += 1
      }
      return ~crc
    }
  }

  package static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { of($0) } }

  /// The check number of two runs one after the other, from theirs and the second one's length. O(log length).
  ///
  /// Appending zeros multiplies a check number by a power of x in GF(2)[x] modulo the polynomial.
  package static func joined(_ first: UInt32, _ second: UInt32, length: Int) -> UInt32 {
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
    var tables = [UInt32](repeating: 0, count: 2048)
    for i in 0..<256 {
      var crc = UInt32(i)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      tables[i] = crc
    }
    for i in 256..<2048 {
      let before = tables[i - 256]
      tables[i] = before >> 8 ^ tables[Int(before & 255)]
    }
    return tables
  }()
}
