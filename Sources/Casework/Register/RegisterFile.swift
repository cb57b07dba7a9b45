import Platform

/// `register.jsonl` while it is written to: locked, proved, and only ever made longer.
///
/// Holding it keeps every other program waiting; it is let go when it ends.
package final class RegisterFile {
  package private(set) var register: Register
  /// The file that a torn last line was put into; nil where there was none.
  package let setAside: String?
  private let path: String
  private let handle: Int32

  /// Takes the register at `path` for writing, and begins it with `stamp` and `secret` where there is none.
  ///
  /// - Parameter secret: the key of the facts' hashes, if the register is new.
  package init(_ path: String, stamp: RegisterStamp, secret: KeyedHash) throws(RegisterFault) {
    let opened = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw .system(path, errno) }
    let found: (register: Register, setAside: String?)
    do throws(RegisterFault) { found = try Self.proved(opened, path) } catch {
      close(opened)
      throw error
    }
    self.path = path
    handle = opened
    register = found.register
    setAside = found.setAside
    try mendLastLineEnd()
    if register.events.isEmpty {
      let event = RegisterEvent(.opening, by: stamp, content: [.init("versi", 1), .init("kunci", secret.hexadecimal)])
      try append([event])
      Self.synchronizeFolder(of: path)
    }
  }

  deinit { close(handle) }

  /// Writes events behind all others and returns once they are on the disk; nothing of them stands where it throws.
  package func append(_ events: [RegisterEvent]) throws(RegisterFault) {
    guard !events.isEmpty else { return }
    var grown = register
    var bytes: [UInt8] = []
    for event in events {
      var event = event
      event.number = grown.events.count + 1
      let line = RegisterLine.encode(event, after: grown.head)
      try grown.add(event, line, path)
      bytes += line
      bytes.append(10)
    }
    try write(bytes)
    register = grown
  }

  private func write(_ bytes: [UInt8]) throws(RegisterFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Platform.write(handle, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw takeBack() }
      rest = rest.dropFirst(count)
    }
    guard fsync(handle) == 0 else { throw takeBack() }
  }

  /// Cuts off what was written in vain, and says why it was.
  private func takeBack() -> RegisterFault {
    let code = errno
    ftruncate(handle, off_t(register.wholeBytes))
    return .unwritten(path, code)
  }

  /// A last line that lacks nothing but its end gets it.
  private func mendLastLineEnd() throws(RegisterFault) {
    guard !register.events.isEmpty else { return }
    var last: UInt8 = 10
    pread(handle, &last, 1, off_t(register.wholeBytes - 1))
    guard last != 10 else { return }
    try write([10])
    register = try Register(Self.contents(handle, path), path: path)
  }

  /// Waits for the lock, then proves what is there and puts a torn last line beside.
  private static func proved(
    _ handle: Int32, _ path: String
  ) throws(RegisterFault) -> (register: Register, setAside: String?) {
    try lock(handle, path)
    let bytes = try contents(handle, path)
    let register = try Register(bytes, path: path)
    return (register, try setAside(bytes[register.wholeBytes...], handle, path))
  }

  private static func lock(_ handle: Int32, _ path: String) throws(RegisterFault) {
    var info = stat()
    guard fstat(handle, &info) == 0 else { throw .system(path, errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    while flock(handle, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(path, errno) }
    }
    // A copy may have taken its place while others were waited for.
    var named = stat()
    guard lstat(path, &named) == 0, named.st_ino == info.st_ino, named.st_dev == info.st_dev else {
      throw .replaced(path)
    }
  }

  /// All bytes of an open register.
  static func contents(_ handle: Int32, _ path: String) throws(RegisterFault) -> [UInt8] {
    var info = stat()
    guard fstat(handle, &info) == 0 else { throw .system(path, errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(handle, $0.baseAddress?.advanced(by: filled), $0.count - filled, off_t(filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(path, count < 0 ? errno : EIO) }
      filled += count
    }
    return bytes
  }

  /// Puts a torn last line into a file beside, and only then takes it off the register.
  private static func setAside(
    _ torn: ArraySlice<UInt8>, _ handle: Int32, _ path: String
  ) throws(RegisterFault) -> String? {
    guard !torn.isEmpty else { return nil }
    for number in 1...9999 {
      let place = path + ".sisa-\(number)"
      let beside = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if beside < 0, errno == EEXIST { continue }
      guard beside >= 0 else { throw .unwritten(place, errno) }
      defer { close(beside) }
      let count = torn.withUnsafeBytes { Platform.write(beside, $0.baseAddress, $0.count) }
      guard count == torn.count, fsync(beside) == 0 else { throw .unwritten(place, errno) }
      guard ftruncate(handle, off_t(torn.startIndex)) == 0, fsync(handle) == 0 else { throw .unwritten(path, errno) }
      synchronizeFolder(of: path)
      return place
    }
    throw .unwritten(path, EEXIST)
  }

  /// A new name is safe only when its folder is on the disk too.
  private static func synchronizeFolder(of path: String) {
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let folder = open(above.isEmpty ? "." : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
