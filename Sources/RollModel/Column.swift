import CIntrinsics
import Platform

/// One column of a roll: plain values side by side, outside of Swift's arrays.
///
/// Room that is reserved and never written costs no memory, and what was never written reads as zero, so a column that a
/// list does not have is free. Reading is one load and a check of the index, as an array's. A copy shares the memory: it
/// keeps its own count, and moves to memory of its own when it grows where another has grown.
public struct Column<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  public private(set) var count = 0
  @usableFromInline private(set) var base: UnsafeMutablePointer<Element>
  private var memory: Memory

  public init() {
    memory = Memory(capacity: 0)
    base = memory.base
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable public subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "an index of the column")
      return base[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count, "an index of the column")
      base[index] = newValue
    }
  }

  @inlinable public func makeIterator() -> Iterator { Iterator(self) }

  /// Reads a column from its start; keeps it alive meanwhile.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let column: Column
    @usableFromInline var at = 0

    @inlinable init(_ column: Column) { self.column = column }

    @inlinable public mutating func next() -> Element? {
      guard at < column.count else { return nil }
      defer { at += 1 }
      return column[at]
    }
  }

  /// Elements that can be added where the column stands; 0 for one that must move to grow.
  public var room: Int { memory.filled == count ? memory.capacity - count : 0 }

  public mutating func append(_ element: Element) {
    extend(by: 1)[0] = element
  }

  /// Adds `extra` elements, zero until they are written, and returns where they stand; with room for `room` in all,
  /// where that is more.
  public mutating func extend(by extra: Int, room: Int = 0) -> UnsafeMutablePointer<Element> {
    let needed = Swift.max(count + extra, room)
    if needed > memory.capacity || memory.filled != count {
      grow(to: Swift.max(needed, memory.capacity == 0 ? 64 : memory.capacity * 3 / 2))
    }
    defer {
      count += extra
      memory.filled = count
    }
    return base + count
  }

  /// Asks for the element at `index` before it is needed; harmless for any index.
  @inline(__always) public func prefetch(_ index: Int) { padan_prefetch(base + index) }

  /// Lends the elements side by side.
  public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(memory) { try body(UnsafeBufferPointer(start: base, count: count)) }
  }

  private mutating func grow(to capacity: Int) {
    let larger = Memory(capacity: capacity)
    larger.base.update(from: base, count: count)
    memory = larger
    base = larger.base
  }

  /// A run of zeros that lives as long as a column refers to it.
  private final class Memory {
    let base: UnsafeMutablePointer<Element>
    let capacity: Int
    /// Elements that some column has: what lies behind is still zero.
    var filled = 0
    private let mapped: Int

    /// Elements of less than this many bytes come from the heap.
    private static var leastMapped: Int { 1 << 20 }
    private static var hugePage: Int { 2 << 20 }

    init(capacity: Int) {
      self.capacity = capacity
      let bytes = capacity * MemoryLayout<Element>.stride
      guard bytes >= Self.leastMapped else {
        base = .allocate(capacity: Swift.max(1, capacity))
        UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        mapped = 0
        return
      }
      let room = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      guard let room, room != MAP_FAILED else { preconditionFailure("no memory for \(bytes) bytes of a column") }
      if bytes >= 2 * Self.hugePage { Host.preferLargePages(room, bytes) }
      base = room.bindMemory(to: Element.self, capacity: capacity)
      mapped = bytes
    }

    deinit {
      if mapped == 0 { base.deallocate() } else { munmap(base, mapped) }
    }
  }
}

extension Column: Equatable where Element: Equatable {
  public static func == (a: Column, b: Column) -> Bool { a.elementsEqual(b) }
}

extension Column: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    self.init()
    for element in elements { append(element) }
  }
}

extension Column {
  public static func += (column: inout Column, elements: some Sequence<Element>) {
    for element in elements { column.append(element) }
  }
}
