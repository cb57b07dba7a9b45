/// A fixed run of plain values outside of Swift's arrays: never zeroed, never copied, freed with its owner.
///
/// Hot loops read through `base`. Callers write each element before they read it. The memory comes in fresh pages, so
/// what is reserved and never touched costs nothing.
final class Storage<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let capacity: Int

  init(_ capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: max(1, capacity))
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

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get { base[index] }
    @inline(__always) set { base[index] = newValue }
  }
}
