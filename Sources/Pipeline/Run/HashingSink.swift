import Crypto
import Documents

/// Writes a file of a run folder and takes its fingerprint on the way.
struct HashingSink: ByteSink, ~Copyable {
  private var file: FileSink
  private var hash = SHA256()
  private let name: String

  init(folder: String, name: String) throws(FileSinkError) {
    file = try FileSink(path: folder + "/" + name)
    self.name = name
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    try file.write(bytes)
    hash.update(bufferPointer: bytes)
  }

  /// The fingerprint of all that was written.
  consuming func finish() -> Fingerprint {
    Fingerprint(name: name, bytes: file.bytesWritten, sha256: Fingerprint.hexadecimal(hash.finalize()))
  }
}
