import CIntrinsics
import Platform

/// The bytes of one input file, read-only: mapped from disk, or made in memory from another format.
///
/// At least 64 zero bytes can be read beyond the end, so that vector loads never leave the buffer, whatever the file's
/// size. Pages that are not needed any more can be given back with `release`.
public final class FileBytes: @unchecked Sendable {
  public let base: UnsafePointer<UInt8>
  public let count: Int
  private let reserved: Int
  private let isOwned: Bool
  /// The file, to read some of its bytes without mapping them; -1 where the mapping has to do.
  private let descriptor: Int32
  /// The mapping's number among those that a fault can name; -1 for memory of our own.
  private let mapping: Int32

  /// Why a file cannot be read.
  public enum Failure: Error, Sendable, Equatable {
    case missing, directory, notAFile, noPermission, empty
    /// The system's error number.
    case system(Int32)
  }

  /// Maps a regular file; anything else is refused without being opened, so that a pipe cannot block.
  public init(path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.failure(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .directory
    default: throw .notAFile
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    // A process has not many descriptors; files beyond these are only mapped.
    let isHeld = descriptor < Self.mostHeld
    var isMapped = false
    defer { if !isHeld || !isMapped { close(descriptor) } }
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno) }
    let size = Int(status.st_size)
    guard size > 0 else { throw .empty }
    // An anonymous mapping one page longer than the file lies under it: the bytes behind the end are its zeros.
    let page = Host.pageSize
    reserved = (size + page - 1) / page * page + page
    let whole = mmap(nil, reserved, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let whole, whole != MAP_FAILED else { throw Self.failure(errno) }
    let mapped = mmap(whole, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      let number = errno
      munmap(whole, reserved)
      throw Self.failure(number)
    }
    madvise(mapped, size, MADV_SEQUENTIAL)
    isMapped = true
    mapping = padan_note_mapping(mapped, size, path)
    self.descriptor = isHeld ? descriptor : -1
    base = UnsafePointer(mapped.assumingMemoryBound(to: UInt8.self))
    count = size
    isOwned = false
  }

  /// Owns a copy of `bytes`: for formats that are unpacked into rows of text, and for tests.
  public init(_ bytes: [UInt8]) {
    let page = 4096
    reserved = (bytes.count + page - 1) / page * page + page
    let whole = mmap(nil, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let whole, whole != MAP_FAILED else {
      preconditionFailure("memory for a file's bytes is given or none is left")
    }
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: whole, count: $0.count).copyMemory(from: $0) }
    base = UnsafePointer(whole.assumingMemoryBound(to: UInt8.self))
    count = bytes.count
    isOwned = true
    descriptor = -1
    mapping = -1
  }

  /// Takes over memory that grew while a file was unpacked; nothing is copied.
  public init(_ grown: GrowingBytes) {
    (base, count, reserved) = grown.take()
    isOwned = true
    descriptor = -1
    mapping = -1
  }

  /// Descriptors below this number are kept: few where the system allows few, for outputs need some too.
  private static let mostHeld = Int32(clamping: Host.openFileLimit.map { min(512, $0 - 48) } ?? 64)

  deinit {
    padan_forget_mapping(mapping)
    munmap(UnsafeMutableRawPointer(mutating: base), reserved)
    if descriptor >= 0 { close(descriptor) }
  }

  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Copies the bytes from `offset` on into `buffer`, as far as there are any, and returns how many: for a row that is
  /// asked for once, which would otherwise bring sixteen pages of the file into memory.
  public func copy(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let length = min(buffer.count, count - offset)
    guard length > 0, let start = buffer.baseAddress else { return 0 }
    if descriptor < 0 || pread(descriptor, start, length, off_t(offset)) != length {
      start.copyMemory(from: base + offset, byteCount: length)
    }
    return length
  }

  /// Gives the pages that lie wholly in `range` back to the system; they are read again when next asked for.
  public func release(_ range: Range<Int>) {
    guard !isOwned else { return }
    let page = Host.pageSize
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound == count ? reserved - page : range.upperBound / page * page
    guard end > start else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED)
  }

  private static func failure(_ number: Int32) -> Failure {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .noPermission
    case EISDIR: .directory
    default: .system(number)
    }
  }
}
