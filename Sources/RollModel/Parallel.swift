import Dispatch

/// Runs `body` for 0..<count on up to `threads` threads and returns the results in order.
///
/// Work is handed out one index at a time, so unequal pieces balance; which thread ran what never shows in the result.
public func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1, threads > 1 else { return (0..<count).map(body) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    nonisolated(unsafe) let results = buffer
    let next = Counter()
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let index = next.take()
        guard index < count else { return }
        (results.baseAddress.unsafelyUnwrapped + index).initialize(to: body(index))
      }
    }
    filled = count
  }
}

/// Does two works side by side where there are threads for both, and returns what each gave.
public func parallelPair<A: Sendable, B: Sendable>(
  threads: Int, _ a: @Sendable () -> A, _ b: @Sendable () -> B
) -> (A, B) {
  let done = parallelMap(2, threads: threads) { k -> (a: A?, b: B?) in k == 0 ? (a(), nil) : (nil, b()) }
  guard let first = done[0].a, let second = done[1].b else { preconditionFailure("both works were done") }
  return (first, second)
}

/// Cuts 0..<count into ranges of `size` (the last one shorter): pieces of work that do not depend on the thread count.
public func pieces(of count: Int, size: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: max(1, size)).map { $0..<min(count, $0 + max(1, size)) }
}
