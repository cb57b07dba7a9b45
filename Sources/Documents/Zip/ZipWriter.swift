/// Writes a zip archive entry by entry; every date is 1 January 1980, so the same content gives the same bytes.
///
/// Sizes stand in front of each entry, so a reader needs no second look. No zip64: an archive over 4 GiB is refused.
public struct ZipWriter {
  private struct Entry {
    let name: [UInt8]
    let crc: UInt32
    let packed: Int
    let length: Int
    let offset: Int
  }

  private var entries: [Entry] = []
  private var offset = 0

  public init() {}

  /// Adds the file that the parts make one after another; the last of them must have been compressed as such.
  public mutating func add(
    _ name: String, _ parts: [DeflatedPart], to sink: inout some ByteSink & ~Copyable
  ) throws {
    precondition(parts.last?.isLast == true, "an entry ends with its last part")
    let packed = parts.reduce(0) { $0 + $1.bytes.count }
    let length = parts.reduce(0) { $0 + $1.length }
    let crc = parts.reduce(0 as UInt32) { CRC32.joined($0, $1.crc, length: $1.length) }
    guard offset + packed < Int(UInt32.max), length < Int(UInt32.max), entries.count < 65_534 else {
      throw ZipTooLarge(entry: name)
    }
    let entry = Entry(name: Array(name.utf8), crc: crc, packed: packed, length: length, offset: offset)
    var head = ByteWriter(capacity: 128)
    head.append(little: 0x0403_4b50, bytes: 4)
    head.append(commonFieldsOf: entry.crc, entry.packed, entry.length, entry.name.count)
    head.append(contentsOf: entry.name)
    try sink.write(head)
    for part in parts { try sink.write(part.bytes) }
    offset += head.count + packed
    entries.append(entry)
  }

  public mutating func add(
    _ name: String, _ content: borrowing ByteWriter, to sink: inout some ByteSink & ~Copyable
  ) throws {
    try add(name, [content.withBytes { DeflatedPart($0, isLast: true) }], to: &sink)
  }

  /// Writes the directory; nothing may be added after it.
  public func finish(to sink: inout some ByteSink & ~Copyable) throws {
    var directory = ByteWriter()
    for entry in entries {
      directory.append(little: 0x0201_4b50, bytes: 4)
      directory.append(little: 20, bytes: 2)
      directory.append(commonFieldsOf: entry.crc, entry.packed, entry.length, entry.name.count)
      directory.append(little: 0, bytes: 10)  // comment, disk, attributes
      directory.append(little: UInt64(entry.offset), bytes: 4)
      directory.append(contentsOf: entry.name)
    }
    let size = directory.count
    directory.append(little: 0x0605_4b50, bytes: 4)
    directory.append(little: 0, bytes: 4)
    directory.append(little: UInt64(entries.count), bytes: 2)
    directory.append(little: UInt64(entries.count), bytes: 2)
    directory.append(little: UInt64(size), bytes: 4)
    directory.append(little: UInt64(offset), bytes: 4)
    directory.append(little: 0, bytes: 2)
    try sink.write(directory)
  }
}

/// A compressed run of bytes with what a zip archive must know of it.
public struct DeflatedPart: Sendable {
  public let bytes: [UInt8]
  public let crc: UInt32
  /// Bytes before compression.
  public let length: Int
  public let isLast: Bool

  public init(_ raw: UnsafeRawBufferPointer, isLast: Bool) {
    bytes = Deflate.compress(raw, isLast: isLast)
    crc = CRC32.of(raw)
    length = raw.count
    self.isLast = isLast
  }
}

/// An archive that would pass 4 GiB.
public struct ZipTooLarge: Error, CustomStringConvertible {
  let entry: String
  public var description: String { "Arsip melebihi 4 GiB pada \(entry); bagi hasilnya menurut kecamatan." }
}

extension ByteWriter {
  /// The low `bytes` bytes of a number, lowest first.
  mutating func append(little value: UInt64, bytes: Int) {
    for i in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * i))) }
  }

  /// From "version needed" to "extra length": the same in both headers of an entry. Deflated, names in UTF-8.
  fileprivate mutating func append(commonFieldsOf crc: UInt32, _ packed: Int, _ length: Int, _ nameLength: Int) {
    append(little: 20, bytes: 2)
    append(little: 0x0800, bytes: 2)
    append(little: 8, bytes: 2)
    append(little: 0, bytes: 2)
    append(little: 0x21, bytes: 2)
    append(little: UInt64(crc), bytes: 4)
    append(little: UInt64(packed), bytes: 4)
    append(little: UInt64(length), bytes: 4)
    append(little: UInt64(nameLength), bytes: 2)
    append(little: 0, bytes: 2)
  }
}
