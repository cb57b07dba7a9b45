import Documents
import RollModel
import TestSupport
import Testing

@testable import Joining

/// Record files that were damaged on the way are refused by name, each with a reason of its own.
@Suite struct SealedFileTests {
  private static let key = testKey(1)

  private static func testKey(_ number: UInt8) -> RecordKey {
    guard let key = try? RecordKey(Array(repeating: number, count: 32), path: "kunci") else {
      preconditionFailure("a key of 32 bytes")
    }
    return key
  }

  private static let blocks: [[UInt8]] = [Array(0..<200), Array(repeating: 7, count: 5000), [], [1]]

  private static func sealed() throws -> [UInt8] {
    var sink = MemorySink()
    try SealedFile.write(blocks, key: key, to: &sink)
    return sink.bytes
  }

  private static func read(_ bytes: [UInt8], key: RecordKey = key) throws -> [[UInt8]] {
    let folder = try Scratch()
    let path = folder.path + "/sidik.padan"
    do {
      var sink = try FileSink(path: path)
      try sink.write(bytes)
    }
    var reader = try SealedReader(path, key: key)
    var blocks: [[UInt8]] = []
    while let block = try reader.block() { blocks.append(block) }
    return blocks
  }

  private static func sentence(_ bytes: [UInt8], key: RecordKey = key) -> String {
    do {
      _ = try read(bytes, key: key)
      return ""
    } catch let fault as JoiningFault { return fault.description } catch { return "\(error)" }
  }

  @Test func whatWasSealedIsRead() throws { #expect(try Self.read(Self.sealed()) == Self.blocks) }

  @Test func sameContentGivesTheSameBytes() throws { #expect(try Self.sealed() == Self.sealed()) }

  @Test func nothingIsReadable() throws {
    let words = Array("MUHAMMAD".utf8)
    var sink = MemorySink()
    try SealedFile.write([words + words + words], key: Self.key, to: &sink)
    #expect(!String(decoding: sink.bytes, as: UTF8.self).contains("MUHAMMAD"))
  }

  /// Every single byte that changes is noticed.
  @Test func anyChangedByteIsRefusedByName() throws {
    let bytes = try Self.sealed()
    for at in stride(from: 0, to: bytes.count, by: 61) {
      var changed = bytes
      changed[at] ^= 16
      let sentence = Self.sentence(changed)
      #expect(sentence.contains("sidik.padan"), "byte \(at): \(sentence)")
    }
  }

  @Test func reasonsAreTold() throws {
    let bytes = try Self.sealed()
    #expect(Self.sentence(Array(bytes.dropLast(5))).contains("terpotong pada blok 4 dari 4"))
    #expect(Self.sentence(bytes + [0]).contains("sesudah blok terakhir"))
    #expect(Self.sentence(bytes, key: Self.testKey(2)).contains("kunci lain"))
    #expect(Self.sentence(Array("nik,nama\n".utf8)).contains("bukan berkas sidik"))
    var version = bytes
    version[8] = 9
    #expect(Self.sentence(version).contains("versi 9"))
    var head = bytes
    head[13] ^= 1
    #expect(Self.sentence(head).contains("kepala"))
    var body = bytes
    body[SealedFile.headBytes + 4 + 3] ^= 1
    #expect(Self.sentence(body).contains("rusak pada blok 1 dari 4"))
  }

  @Test func shortKeysAreRefused() {
    #expect(throws: JoiningFault.self) { try RecordKey(Array(repeating: 1, count: 31), path: "kunci") }
  }
}
