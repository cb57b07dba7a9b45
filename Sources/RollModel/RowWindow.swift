/// The part of a file that was read last: rows that stand in it need no other reading.
///
/// Each time a row stands just behind the part, twice as much is read; elsewhere little is. So of rows that are asked
/// for in order of place many cost one reading, and rows that stand apart hardly more than themselves.
public struct RowWindow: ~Copyable {
  /// Zeros, or further bytes of the file, that may be read behind what is lent.
  public static let slack = 64
  /// Bytes that are read at once: a row that stands alone, and of rows that stand together.
  private static let least = 256
  private static let most = 1 << 16
  /// How far behind the part a row stands near to it.
  private static let near = 4096

  private let memory: UnsafeMutableRawBufferPointer
  private var file: ObjectIdentifier?
  /// What part of the file stands in memory.
  private var range = 0..<0
  /// Bytes of the last reading.
  private var step = least

  public init() { memory = .allocate(byteCount: Self.most + Self.slack, alignment: 64) }

  deinit { memory.deallocate() }

  /// The bytes of `file` from `offset` on, valid until the next call: at least `length` (at most 64 KiB) of them, fewer
  /// only where the file ends. `read` copies bytes from an offset on and says how many there were.
  public mutating func bytes(
    of file: AnyObject, from offset: Int, atLeast length: Int, _ read: (Int, UnsafeMutableRawBufferPointer) -> Int
  ) -> UnsafeRawBufferPointer {
    precondition(length <= Self.most, "the window is as long as what is asked of it")
    let owner = ObjectIdentifier(file)
    if self.file != owner || offset < range.lowerBound || offset + length > range.upperBound {
      let isNear = self.file == owner && offset >= range.lowerBound && offset <= range.upperBound + Self.near
      step = max(length, isNear ? min(Self.most, step * 2) : Self.least)
      let count = read(offset, UnsafeMutableRawBufferPointer(rebasing: memory[..<step]))
      memory[count..<(count + Self.slack)].initializeMemory(as: UInt8.self, repeating: 0)
      self.file = owner
      range = offset..<(offset + count)
    }
    return UnsafeRawBufferPointer(rebasing: memory[(offset - range.lowerBound)..<range.count])
  }
}
