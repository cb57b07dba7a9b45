import Crypto
import Documents
import Matchers
import Platform

/// What comparing one part gave, on disk: kept until the join is done, so that a killed one need not do it again.
enum PartResult {
  private static let magic = Array("PADANHSL".utf8)
  private static let headBytes = 8 + 8 * 14

  /// Writes beside `path` and renames: a result is there whole or not at all.
  static func write(_ part: JoinedPart, to path: String) throws {
    unlink(path + ".baru")
    var sink = try FileSink(path: path + ".baru")
    let head = head(part)
    var hash = SHA256()
    hash.update(data: head)
    try sink.write(head)
    try part.pairs.withBytes { bytes in
      hash.update(bufferPointer: bytes)
      try sink.write(bytes)
    }
    try sink.write(Array(hash.finalize()))
    try sink.synchronize()
    guard rename(path + ".baru", path) == 0 else { throw FileSinkError(path: path, code: errno) }
  }

  private static func head(_ part: JoinedPart) -> [UInt8] {
    var words: [UInt64] = [
      UInt64(part.pairs.count), UInt64(part.compared), UInt64(part.skippedBlocks), UInt64(part.skippedRows),
      UInt64(part.namesakes.found), part.namesakes.expected.bitPattern, UInt64(part.looked.count),
    ]
    words += part.looked.map { UInt64($0) }
    words += Array(repeating: 0, count: 14 - words.count)
    return magic + words.flatMap { SealedFile.bytes(of: $0) }
  }

  /// The result at `path`; nil where there is none, or one that is not whole.
  static func read(_ path: String) -> JoinedPart? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    let size = Int(info.st_size)
    guard size >= headBytes + 32, let bytes = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      bytes != MAP_FAILED
    else { return nil }
    defer { munmap(bytes, size) }
    let all = UnsafeRawBufferPointer(start: bytes, count: size)
    var hash = SHA256()
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: all[..<(size - 32)]))
    guard Array(hash.finalize()) == Array(all[(size - 32)...]), all.starts(with: magic) else { return nil }
    let words = (0..<14).map { k -> UInt64 in all.raw(8 + k * 8) }
    guard size == headBytes + Int(words[0]) * JoinedPairs.stride + 32, words[6] <= 7 else { return nil }
    var part = JoinedPart()
    part.pairs.append(bytes: UnsafeRawBufferPointer(rebasing: all[headBytes..<(size - 32)]))
    part.compared = Int(words[1])
    part.skippedBlocks = Int(words[2])
    part.skippedRows = Int(words[3])
    part.namesakes = (Int(words[4]), Double(bitPattern: words[5]))
    part.looked = (0..<Int(words[6])).map { Int(words[7 + $0]) }
    return part
  }
}
