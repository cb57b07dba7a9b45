/// Why an archive cannot be read; the words are the reader's.
public enum ZipFault: Error, Equatable, Sendable {
  /// No directory at the end: cut off, or no zip at all.
  case noDirectory
  /// The directory says what the file does not hold.
  case contradiction(entry: String)
  case severalDisks
  case tooMany(entries: Int)
  case encrypted(entry: String)
  /// Absolute, or with `..` in it.
  case unsafeName(String)
  case twice(entry: String)
  case overlapping(entry: String)
  /// Neither stored nor deflate.
  case method(entry: String, Int)
  case cutOff(entry: String)
  case damaged(entry: String)
  /// More is unpacked than any honest file holds in so few bytes.
  case bomb(entry: String)
  case tooLarge(entry: String)
}

/// The directory of a zip archive from anywhere, checked as a whole before a byte is unpacked.
///
/// Archives of one disk, with or without zip64; entries stored or deflated. Source: PKWARE's APPNOTE 6.3.10.
public struct ZipArchive: Sendable {
  public struct Entry: Sendable, Equatable {
    /// With `/` between parts, whatever the writer used.
    public let name: String
    public let isDeflated: Bool
    /// Where its packed bytes lie.
    public let packed: Range<Int>
    /// Bytes unpacked, and their check number: tested when they are read.
    public let size: Int
    public let check: UInt32

    public var isFolder: Bool { name.hasSuffix("/") }
  }

  public let entries: [Entry]
  let file: FileBytes

  /// Entries of one archive: office files have some dozens.
  public static let most = 10_000
  /// Bytes that all entries together may unpack to.
  public static let largest = 4 << 30

  /// Reads the directory; O(entries × log entries).
  public init(_ file: FileBytes) throws(ZipFault) {
    self.file = file
    let source = LittleEndian(file)
    let end = try Self.end(source)
    guard end.count <= Self.most else { throw .tooMany(entries: end.count) }
    var found: [(head: Int, entry: Entry)] = []
    var at = end.start
    for _ in 0..<end.count {
      guard at + 46 <= end.place, source.u32(at) == 0x0201_4B50 else { throw .noDirectory }
      let (nameLength, extraLength) = (source.u16(at + 28), source.u16(at + 30))
      let next = at + 46 + nameLength + extraLength + source.u16(at + 32)
      guard next <= end.place else { throw .noDirectory }
      found.append(try Self.entry(source, at, nameLength, extraLength, directory: end.start))
      at = next
    }
    try Self.checkPlaces(found.sorted { $0.head < $1.head })
    entries = found.map(\.entry)
    try checkNamesAndSizes()
  }

  /// The entry of this name; letters may differ in case, as in the package format of office files.
  public subscript(name: String) -> Entry? {
    entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == name.lowercased() }
  }

  private func checkNamesAndSizes() throws(ZipFault) {
    var names = Set<String>()
    var room = Self.largest
    for entry in entries {
      guard names.insert(entry.name).inserted else { throw .twice(entry: entry.name) }
      guard entry.size <= room else { throw .tooLarge(entry: entry.name) }
      room -= entry.size
    }
  }

  /// The end record: where the directory starts, how many entries it has, and where it must have ended.
  private static func end(_ source: LittleEndian) throws(ZipFault) -> (start: Int, count: Int, place: Int) {
    let last = source.count - 22
    guard last >= 0 else { throw .noDirectory }
    var at = last
    while at >= max(0, last - 0xFFFF) {
      if source.u32(at) == 0x0605_4B50, at + 22 + source.u16(at + 20) <= source.count { break }
      at -= 1
    }
    guard at >= max(0, last - 0xFFFF) else { throw .noDirectory }
    guard source.u16(at + 4) == source.u16(at + 6), source.u16(at + 4) == 0 || source.u16(at + 4) == 0xFFFF else {
      throw .severalDisks
    }
    var (count, start, place) = (source.u16(at + 10), source.u32(at + 16), at)
    if count == 0xFFFF || start == 0xFFFF_FFFF || source.u32(at + 12) == 0xFFFF_FFFF {
      guard at >= 20, source.u32(at - 20) == 0x0706_4B50, let wide = source.u64(at - 12), wide + 56 <= at - 20,
        source.u32(wide) == 0x0606_4B50, let wideCount = source.u64(wide + 32), let wideStart = source.u64(wide + 48)
      else { throw .noDirectory }
      (count, start, place) = (wideCount, wideStart, wide)
    }
    guard start <= place else { throw .noDirectory }
    return (start, count, place)
  }

  private static func entry(
    _ source: LittleEndian, _ at: Int, _ nameLength: Int, _ extraLength: Int, directory: Int
  ) throws(ZipFault) -> (head: Int, entry: Entry) {
    let name = String(decoding: source.bytes(at + 46, nameLength), as: UTF8.self).replacing("\\", with: "/")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.hasPrefix("/"), !parts.contains(".."), !name.contains("\0"), !name.contains(":") else {
      throw .unsafeName(name)
    }
    // Bits 0, 6 and 13: encrypted, strongly encrypted, directory hidden.
    guard source.u16(at + 8) & 0x2041 == 0 else { throw .encrypted(entry: name) }
    let method = source.u16(at + 10)
    guard method == 0 || method == 8 else {
      // 99 is AES encryption.
      throw method == 99 ? .encrypted(entry: name) : .method(entry: name, method)
    }
    var wide = WideFields(source, at + 46 + nameLength, extraLength)
    guard let size = wide.value(source.u32(at + 24)), let packed = wide.value(source.u32(at + 20)),
      let head = wide.value(source.u32(at + 42))
    else { throw .contradiction(entry: name) }
    guard head + 30 <= directory, source.u32(head) == 0x0403_4B50 else { throw .cutOff(entry: name) }
    guard source.u16(head + 26) == nameLength, source.u16(head + 8) == method,
      source.bytes(head + 30, nameLength).elementsEqual(source.bytes(at + 46, nameLength))
    else { throw .contradiction(entry: name) }
    let start = head + 30 + nameLength + source.u16(head + 28)
    guard start <= directory, packed <= directory - start else { throw .cutOff(entry: name) }
    guard method == 8 || packed == size else { throw .contradiction(entry: name) }
    let entry = Entry(
      name: name, isDeflated: method == 8, packed: start..<(start + packed), size: size,
      check: UInt32(source.u32(at + 16)))
    return (head, entry)
  }

  /// No entry may lie in another: that is how a small archive unpacks to a huge one.
  private static func checkPlaces(_ sorted: [(head: Int, entry: Entry)]) throws(ZipFault) {
    for (former, next) in zip(sorted, sorted.dropFirst()) where former.entry.packed.upperBound > next.head {
      throw .overlapping(entry: next.entry.name)
    }
  }
}

/// The zip64 field of a directory entry: the numbers that did not fit into 32 bits, in order.
private struct WideFields {
  private let source: LittleEndian
  private var at: Int
  private var left = 0

  init(_ source: LittleEndian, _ start: Int, _ length: Int) {
    self.source = source
    at = start
    while at + 4 <= start + length {
      let size = source.u16(at + 2)
      if source.u16(at) == 1, at + 4 + size <= start + length {
        at += 4
        left = size
        return
      }
      at += 4 + size
    }
  }

  /// The number itself, or the next wide one where it says so; nil when that is missing or absurd.
  mutating func value(_ narrow: Int) -> Int? {
    guard narrow == 0xFFFF_FFFF else { return narrow }
    guard left >= 8, let wide = source.u64(at), wide < 1 << 48 else { return nil }
    at += 8
    left -= 8
    return wide
  }
}

/// Numbers in a file, the low byte first; every place is checked.
private struct LittleEndian {
  private let file: FileBytes
  var count: Int { file.count }

  init(_ file: FileBytes) { self.file = file }

  func u16(_ at: Int) -> Int { number(at, 2) }
  func u32(_ at: Int) -> Int { number(at, 4) }

  /// Nil for what no file can have.
  func u64(_ at: Int) -> Int? {
    let high = number(at + 4, 4)
    return high < 1 << 24 ? high << 32 | number(at, 4) : nil
  }

  func bytes(_ at: Int, _ length: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard at >= 0, length >= 0, at <= count - length else { return file.bytes[0..<0] }
    return file.bytes[at..<(at + length)]
  }

  private func number(_ at: Int, _ length: Int) -> Int {
    guard at >= 0, at <= count - length else { return 0 }
    return (0..<length).reversed().reduce(0) { $0 << 8 | Int(file.base[at + $1]) }
  }
}
