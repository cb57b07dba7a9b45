import Platform

/// Memory that grows while a file is unpacked into it, and becomes a `FileBytes` without a copy.
///
/// Growing moves pages, never bytes. What does not fit under the limit is dropped and remembered in `isFull`: the caller
/// looks now and then, and refuses the file.
public final class GrowingBytes {
  public private(set) var count = 0
  /// Whether bytes were dropped: the limit is reached, or the system has no memory left.
  public private(set) var isFull = false
  private var base: UnsafeMutablePointer<UInt8>
  private var reserved: Int
  /// Bytes that fit without growing.
  private var capacity: Int
  private let limit: Int

  private static let page = Host.pageSize
  /// Zeros behind the end, as `FileBytes` promises.
  private static let slack = 64

  /// Holds at most `limit` bytes.
  public init(limit: Int) {
    self.limit = limit
    reserved = 64 * Self.page
    capacity = min(limit, reserved - Self.slack)
    let start = mmap(nil, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { preconditionFailure("the system has no memory for a quarter mebibyte") }
    base = start.assumingMemoryBound(to: UInt8.self)
  }

  deinit { if reserved > 0 { munmap(base, reserved) } }

  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  public func append(_ byte: UInt8) {
    guard count < capacity || grow(1) else { return }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, room(bytes.count) else { return }
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends `byte` several times.
  public func append(repeating byte: UInt8, count more: Int) {
    guard more > 0, room(more) else { return }
    (base + count).update(repeating: byte, count: more)
    count += more
  }

  /// Lets `fill` write up to `most` bytes behind the end; it says how many it wrote.
  public func append(
    upTo most: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int
  ) rethrows {
    guard room(most) else { return }
    let written = try fill(UnsafeMutableBufferPointer(start: base + count, count: most))
    precondition((0...most).contains(written), "no more is written than there is room for")
    count += written
  }

  /// Forgets what stands behind `length`.
  public func truncate(to length: Int) {
    precondition((0...count).contains(length), "bytes are forgotten, none invented")
    count = length
  }

  /// Hands the memory over; nothing is left here.
  func take() -> (base: UnsafePointer<UInt8>, count: Int, reserved: Int) {
    precondition(reserved > 0, "memory is handed over once")
    (base + count).update(repeating: 0, count: Self.slack)
    let needed = (count + Self.slack + Self.page - 1) / Self.page * Self.page
    if reserved > needed { munmap(base + needed, reserved - needed) }
    defer { (count, reserved, capacity) = (0, 0, 0) }
    return (UnsafePointer(base), count, needed)
  }

  /// Puts bytes before all others, which are moved.
  public func insert(_ bytes: [UInt8]) {
    guard room(bytes.count) else { return }
    (base + bytes.count).update(from: base, count: count)
    bytes.withUnsafeBufferPointer { if let start = $0.baseAddress { base.update(from: start, count: $0.count) } }
    count += bytes.count
  }

  @inline(__always)
  private func room(_ more: Int) -> Bool { count + more <= capacity || grow(more) }

  @inline(never)
  private func grow(_ more: Int) -> Bool {
    guard !isFull, reserved > 0, more <= limit - count else {
      isFull = true
      return false
    }
    let needed = count + more + Self.slack
    let size = (max(needed, min(reserved * 2, limit + Self.slack)) + Self.page - 1) / Self.page * Self.page
    guard size > reserved else { return true }
    guard let moved = Host.growMapping(base, from: reserved, to: size) else {
      isFull = true
      return false
    }
    base = moved.assumingMemoryBound(to: UInt8.self)
    reserved = size
    capacity = min(limit, reserved - Self.slack)
    return true
  }
}
