/// Packs bytes as a gzip file (RFC 1952) of one member, without name or time: the same input gives the same bytes.
public enum GzipWriter {
  /// O(length).
  public static func pack(_ input: UnsafeRawBufferPointer) -> [UInt8] {
    // Deflate; no flags, no time, no level told, no system told.
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    packed += Deflate.compress(input)
    for number in [CRC32.of(input), UInt32(truncatingIfNeeded: input.count)] {
      withUnsafeBytes(of: number.littleEndian) { packed += $0 }
    }
    return packed
  }
}
