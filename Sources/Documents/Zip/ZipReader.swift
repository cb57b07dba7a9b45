/// Reads back the archives that this program writes: every entry, its check number tested.
///
/// For the check of an annex before a letter goes out, and for tests; archives from elsewhere are read elsewhere.
public struct ZipReader: Sendable {
  public struct Entry: Sendable {
    public let name: String
    public let bytes: [UInt8]
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  public let entries: [Entry]

  /// Throws `ZipReadError` at the first thing that does not hold; unpacks at most `limit` bytes in all.
  public init(_ archive: [UInt8], limit: Int = 1 << 30) throws {
    let tail = archive.count - 22
    guard tail >= 0, archive.little(tail, 4) == 0x0605_4b50 else { throw ZipReadError.noDirectory }
    let count = archive.little(tail + 10, 2)
    var at = archive.little(tail + 16, 4)
    var found: [Entry] = []
    var room = limit
    for _ in 0..<count {
      guard at + 46 <= archive.count, archive.little(at, 4) == 0x0201_4b50 else { throw ZipReadError.noDirectory }
      let nameLength = archive.little(at + 28, 2)
      guard at + 46 + nameLength <= archive.count else { throw ZipReadError.noDirectory }
      let name = String(decoding: archive[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      let entry = try Self.entry(named: name, at, in: archive, limit: room)
      room -= entry.bytes.count
      found.append(entry)
      at += 46 + nameLength + archive.little(at + 30, 2) + archive.little(at + 32, 2)
    }
    entries = found
  }

  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  private static func entry(named name: String, _ at: Int, in archive: [UInt8], limit: Int) throws -> Entry {
    let head = archive.little(at + 42, 4)
    guard head + 30 <= archive.count, archive.little(head, 4) == 0x0403_4b50, archive.little(at + 10, 2) == 8 else {
      throw ZipReadError.badEntry(name)
    }
    let start = head + 30 + archive.little(head + 26, 2) + archive.little(head + 28, 2)
    let end = start + archive.little(at + 20, 4)
    guard end <= archive.count else { throw ZipReadError.badEntry(name) }
    let bytes = try Inflate.decompress(archive[start..<end], limit: limit)
    guard bytes.count == archive.little(at + 24, 4), CRC32.of(bytes) == UInt32(archive.little(at + 16, 4)) else {
      throw ZipReadError.badEntry(name)
    }
    return Entry(name: name, bytes: bytes)
  }
}

public enum ZipReadError: Error, Equatable {
  case noDirectory
  case badEntry(String)
}

extension [UInt8] {
  fileprivate func little(_ at: Int, _ bytes: Int) -> Int {
    (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(self[at + $1]) }
  }
}
