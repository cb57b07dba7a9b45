import Documents

/// A zip archive whose entries are not packed, so that a mutation of its input is a mutation of an entry.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: some Collection<UInt8>) {
    let content = Array(content)
    let offset = body.count
    let fields = Self.common(CRC32.of(content), content.count, name.utf8.count)
    body += Self.little(0x0403_4b50, 4) + fields + Array(name.utf8) + content
    directory += Self.little(0x0201_4b50, 4) + Self.little(20, 2) + fields + Self.little(0, 10)
    directory += Self.little(offset, 4) + Array(name.utf8)
    count += 1
  }

  var bytes: [UInt8] {
    let sizes = Self.little(count, 2) + Self.little(count, 2) + Self.little(directory.count, 4)
    return body + directory + Self.little(0x0605_4b50, 4) + Self.little(0, 4) + sizes + Self.little(body.count, 4)
      + Self.little(0, 2)
  }

  /// From "version needed" to "extra length".
  private static func common(_ check: UInt32, _ length: Int, _ nameLength: Int) -> [UInt8] {
    let start: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
    return start + little(Int(check), 4) + little(length, 4) + little(length, 4) + little(nameLength, 2) + little(0, 2)
  }

  private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
