import Synchronization

/// A shared number that threads draw from, each value once.
package final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  package init() {}
  package func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
