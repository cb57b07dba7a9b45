import Crypto
import Platform

/// Name, size and SHA-256 of one input or output.
package struct Fingerprint: Sendable, Equatable {
  package var name: String
  package var bytes: Int
  /// 64 hexadecimal digits; empty for what could not be read.
  package var sha256: String

  package init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Reads the file at `path` in pieces that stay in the cache until they are hashed; what is not a readable plain file
  /// has no hash.
  package init(of path: String, name: String) {
    self.name = name
    bytes = 0
    sha256 = ""
    guard FileSystem.target(path) == .file else { return }
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    defer { close(handle) }
    var hash = SHA256()
    let isWhole = withUnsafeTemporaryAllocation(byteCount: Self.bytesAtOnce, alignment: 64) { buffer in
      while true {
        let count = read(handle, buffer.baseAddress, buffer.count)
        guard count > 0 else { return count == 0 }
        bytes += count
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    guard isWhole else { return }
    sha256 = Self.hexadecimal(hash.finalize())
  }

  private static let bytesAtOnce = 128 << 10

  /// SHA-256 of a text, 64 hexadecimal digits.
  static func hash(of text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
