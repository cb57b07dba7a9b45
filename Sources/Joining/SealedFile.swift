import Crypto
import Documents
import Platform

/// The outside of a record file: a head in the clear, then sealed blocks of at most a mebibyte (AES-256-GCM).
///
/// The head binds version, number of blocks, key and salt; each block is bound to the head and to its place, so that a
/// changed, exchanged, missing or foreign block is told from a whole one. See docs/sidik.md.
enum SealedFile {
  static let magic = Array("PADANSDK".utf8)
  static let version: UInt16 = 1
  static let headBytes = 56
  /// Bytes of a block before it is sealed, at most; and what sealing adds.
  static let mostPlain = 1 << 20
  static let tagBytes = 16

  /// The head of a file: 40 bytes, and the first 16 of their SHA-256.
  static func head(blocks: Int, mark: [UInt8], salt: [UInt8]) -> [UInt8] {
    var head = magic
    head += bytes(of: version) + bytes(of: UInt16(0)) + bytes(of: UInt32(blocks)) + mark + salt
    return head + Array(SHA256.hash(data: head).prefix(16))
  }

  static func nonce(_ block: Int) -> [UInt8] { Array(repeating: 0, count: 4) + bytes(of: UInt64(block)) }

  static func bytes<Value: FixedWidthInteger>(of value: Value) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  static func value<Value: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>, as: Value.Type) -> Value {
    bytes.reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
  }

  /// Seals `blocks` into one run of bytes for `sink`.
  static func write<Sink: ByteSink & ~Copyable>(
    _ blocks: [[UInt8]], key: RecordKey, to sink: inout Sink
  ) throws {
    var hash = SHA256()
    for block in blocks {
      hash.update(data: bytes(of: UInt32(block.count)))
      hash.update(data: block)
    }
    let salt = key.salt(hash.finalize())
    let head = head(blocks: blocks.count, mark: key.mark, salt: salt)
    try sink.write(head)
    let fileKey = key.fileKey(salt)
    for (number, block) in blocks.enumerated() {
      let box = try AES.GCM.seal(
        block, using: fileKey, nonce: AES.GCM.Nonce(data: nonce(number)), authenticating: head)
      try sink.write(bytes(of: UInt32(block.count + tagBytes)))
      try sink.write(Array(box.ciphertext) + Array(box.tag))
    }
  }
}

/// Reads the blocks of a record file one after another; every fault is one sentence that names the file.
struct SealedReader: ~Copyable {
  let path: String
  let blocks: Int
  /// Names the content under the key: the same for the same content.
  let salt: [UInt8]
  private let head: [UInt8]
  private let key: SymmetricKey
  private let descriptor: Int32
  private(set) var next = 0

  init(_ path: String, key: RecordKey) throws(JoiningFault) {
    self.path = path
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw JoiningFault("\(path) tidak dapat dibuka; periksa nama dan izinnya.") }
    let head: [UInt8]?
    do throws(JoiningFault) { head = try Self.read(opened, SealedFile.headBytes, path) } catch {
      close(opened)
      throw error
    }
    do throws(JoiningFault) { try Self.check(head ?? [], path, key) } catch {
      close(opened)
      throw error
    }
    let known = head ?? []
    descriptor = opened
    self.head = known
    blocks = Int(SealedFile.value(known[12..<16], as: UInt32.self))
    salt = Array(known[24..<40])
    self.key = key.fileKey(salt)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func check(_ head: [UInt8], _ path: String, _ key: RecordKey) throws(JoiningFault) {
    guard head.starts(with: SealedFile.magic) else {
      throw JoiningFault("\(path) bukan berkas sidik padan; sebutkan sidik.padan dari hasil 'padan periksa --sidik'.")
    }
    guard head.count == SealedFile.headBytes else {
      throw JoiningFault("\(path) terpotong; salin ulang berkas itu dari pengirimnya.")
    }
    let version = SealedFile.value(head[8..<10], as: UInt16.self)
    guard version == SealedFile.version else {
      throw JoiningFault(
        "\(path) ditulis sebagai sidik versi \(version), sedangkan program ini membaca versi \(SealedFile.version); "
          + "buat ulang dengan 'padan periksa --sidik' dari program yang sama.")
    }
    guard Array(SHA256.hash(data: head[..<40]).prefix(16)) == Array(head[40...]) else {
      throw JoiningFault("\(path) rusak pada kepala berkasnya; salin ulang berkas itu dari pengirimnya.")
    }
    guard Array(head[16..<24]) == key.mark else {
      throw JoiningFault("\(path) disegel dengan kunci lain; semua sidik yang digabung harus memakai satu kunci.")
    }
  }

  /// The next block; nil after the last.
  mutating func block() throws(JoiningFault) -> [UInt8]? {
    guard next < blocks else {
      guard try Self.read(descriptor, 1, path)?.isEmpty ?? true else {
        throw JoiningFault(
          "\(path) rusak: masih ada isi sesudah blok terakhir; salin ulang berkas itu dari pengirimnya.")
      }
      return nil
    }
    let size = try Self.read(descriptor, 4, path) ?? []
    guard size.count == 4 else { throw cut }
    let count = Int(SealedFile.value(size[...], as: UInt32.self))
    guard count >= SealedFile.tagBytes, count <= SealedFile.mostPlain + SealedFile.tagBytes else { throw damaged }
    let sealed = try Self.read(descriptor, count, path) ?? []
    guard sealed.count == count else { throw cut }
    let number = next
    next += 1
    let split = count - SealedFile.tagBytes
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: SealedFile.nonce(number)), ciphertext: sealed[..<split], tag: sealed[split...])
      return Array(try AES.GCM.open(box, using: key, authenticating: head))
    } catch {
      throw JoiningFault(
        "\(path) rusak pada blok \(number + 1) dari \(blocks); salin ulang berkas itu dari pengirimnya.")
    }
  }

  private var damaged: JoiningFault {
    JoiningFault("\(path) rusak pada blok \(next + 1) dari \(blocks); salin ulang berkas itu dari pengirimnya.")
  }

  private var cut: JoiningFault {
    JoiningFault("\(path) terpotong pada blok \(next + 1) dari \(blocks); salin ulang berkas itu dari pengirimnya.")
  }

  /// Up to `count` bytes; fewer at the end of the file.
  private static func read(_ descriptor: Int32, _ count: Int, _ path: String) throws(JoiningFault) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        throw JoiningFault("\(path) tidak dapat dibaca sampai habis; periksa media penyimpanannya.")
      }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }
}
