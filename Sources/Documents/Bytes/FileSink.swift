#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a new file that only its owner may read; an existing one is never overwritten.
package struct FileSink: ByteSink, ~Copyable {
  private let descriptor: Int32
  private let path: String
  package private(set) var bytesWritten = 0

  /// Creates `path` with mode 0600; throws `FileSinkError` when it exists or cannot be made.
  package init(path: String) throws(FileSinkError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw FileSinkError(path: path, code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let done = Glibc.write(descriptor, start, rest.count)
      #elseif canImport(Musl)
        let done = Musl.write(descriptor, start, rest.count)
      #else
        let done = Darwin.write(descriptor, start, rest.count)
      #endif
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { throw FileSinkError(path: path, code: errno) }
      bytesWritten += done
      rest = UnsafeRawBufferPointer(rebasing: rest[done...])
    }
  }

  /// Waits until the bytes are on the disk.
  package mutating func synchronize() throws(FileSinkError) {
    guard fsync(descriptor) == 0 else { throw FileSinkError(path: path, code: errno) }
  }
}

/// A file that could not be made or filled: its path and the system's reason.
package struct FileSinkError: Error, Equatable, CustomStringConvertible {
  package let path: String
  package let code: Int32

  package var description: String {
    switch code {
    case ENOSPC, EDQUOT: "\(path) tidak dapat ditulis: ruang penyimpanan habis."
    case EACCES, EPERM, EROFS: "\(path) tidak dapat ditulis: tidak ada izin menulis di sana."
    case EEXIST: "\(path) sudah ada dan tidak ditimpa."
    case ENOENT: "\(path) tidak dapat dibuat: foldernya tidak ada."
    default: "\(path) tidak dapat ditulis: \(String(cString: strerror(code)))."
    }
  }
}
