import Crypto

/// The key that seals record files: who has it can read them, nobody else.
package struct RecordKey: Sendable {
  private let master: SymmetricKey

  /// A key file shorter than this can be guessed.
  package static let fewestBytes = 32
  package static let mostBytes = 4096

  /// From the bytes of a key file.
  package init(_ bytes: [UInt8], path: String) throws(JoiningFault) {
    guard bytes.count >= Self.fewestBytes, bytes.count <= Self.mostBytes else {
      throw JoiningFault(
        "\(path) bukan berkas kunci: isinya \(bytes.count) bita, seharusnya \(Self.fewestBytes) sampai "
          + "\(Self.mostBytes) bita acak.")
    }
    master = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), info: Array("padan sidik kunci".utf8), outputByteCount: 32)
  }

  /// Tells one key from another and nothing of either: eight bytes.
  var mark: [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: Array("tanda kunci".utf8), using: master).prefix(8)) }

  /// Sixteen bytes that hang on the key and on a content: the same content is sealed into the same bytes.
  func salt(_ content: SHA256.Digest) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(content), using: master).prefix(16))
  }

  /// The key of one file.
  func fileKey(_ salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: master, salt: salt, info: Array("padan sidik 1".utf8), outputByteCount: 32)
  }
}
