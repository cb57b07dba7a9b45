import Platform

/// Writes a new file that only its owner may read; an existing one is never overwritten.
public struct FileSink: ByteSink, ~Copyable {
  private let descriptor: Int32
  private let path: String
  public private(set) var bytesWritten = 0

  /// Creates `path` with mode 0600; throws `FileSinkError` when it exists or cannot be made.
  public init(path: String) throws(FileSinkError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw FileSinkError(path: path, code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let done = Platform.write(descriptor, start, rest.count)
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { throw FileSinkError(path: path, code: errno) }
      bytesWritten += done
      rest = UnsafeRawBufferPointer(rebasing: rest[done...])
    }
  }

  /// Waits until the bytes are on the disk.
  public mutating func synchronize() throws(FileSinkError) {
    guard fsync(descriptor) == 0 else { throw FileSinkError(path: path, code: errno) }
  }
}

/// A file that could not be made or filled: its path and the system's reason.
public struct FileSinkError: Error, Equatable, CustomStringConvertible {
  public let path: String
  public let code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  public var description: String {
    switch code {
    case ENOSPC, EDQUOT: "\(path) tidak dapat ditulis: ruang penyimpanan habis."
    case EACCES, EPERM, EROFS: "\(path) tidak dapat ditulis: tidak ada izin menulis di sana."
    case EEXIST: "\(path) sudah ada dan tidak ditimpa."
    case ENOENT: "\(path) tidak dapat dibuat: foldernya tidak ada."
    default: "\(path) tidak dapat ditulis: \(SystemWords.reason(code))."
    }
  }
}
