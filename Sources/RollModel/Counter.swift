import Synchronization

/// A shared number that threads draw from, each value once.
public final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  public init() {}
  public func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
