import Platform

/// A fixed run of plain values outside of Swift's arrays: never zeroed, never copied, freed with its owner.
///
/// Hot loops read through `base`. Callers write each element before they read it. The memory comes in fresh pages, so
/// what is reserved and never touched costs nothing.
final class Storage<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let capacity: Int

  init(_ capacity: Int) {
    self.capacity = capacity
    base = Self.memory(max(1, capacity))
  }

  convenience init(repeating value: Element, count: Int) {
    self.init(count)
    base.initialize(repeating: value, count: count)
  }

  convenience init(_ values: [Element]) {
    self.init(values.count)
    values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
    }
  }

  deinit { free(base) }

  /// Large runs ask for huge pages: records are read in no order, and a small page's address is rarely at hand. Small
  /// ones do not, for each would round up to two megabytes (speed page, section 6).
  private static func memory(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let bytes = capacity * MemoryLayout<Element>.stride
    let hugePage = 2 << 20
    var start: UnsafeMutableRawPointer?
    let isLarge = bytes >= 2 * hugePage
    let failure = posix_memalign(&start, isLarge ? hugePage : 64, bytes)
    guard failure == 0, let start else { preconditionFailure("no memory for \(bytes) bytes of a table") }
    if isLarge { Host.preferLargePages(start, bytes) }
    return start.bindMemory(to: Element.self, capacity: capacity)
  }

  subscript(index: Int) -> Element {
    @inline(__always) get { base[index] }
    @inline(__always) set { base[index] = newValue }
  }
}
