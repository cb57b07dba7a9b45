import Dispatch
import Synchronization

/// Runs `body` for 0..<count on up to `threads` threads and returns the results in order.
///
/// Work is handed out one index at a time, so unequal pieces balance; which thread ran what never shows in the result.
/// A body may call this again: the caller works along, and helpers that come when all is handed out leave at once.
public func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1, threads > 1 else { return (0..<count).map(body) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    nonisolated(unsafe) let results = buffer.baseAddress.unsafelyUnwrapped
    withoutActuallyEscaping(body) { body in
      let step: @Sendable (Int) -> Void = { index in (results + index).initialize(to: body(index)) }
      let work = SharedWork(count, step)
      for _ in 1..<min(threads, count) { DispatchQueue.global().async { work.help() } }
      work.finish(step)
    }
    filled = count
  }
}

/// Indices that several threads draw, each once, and the wait for those who still work on one.
private final class SharedWork: Sendable {
  private struct Open {
    /// Gone when the caller has found all handed out: a helper who comes later holds nothing of the caller's.
    var step: (@Sendable (Int) -> Void)?
    var helpers = 0
  }

  private let count: Int
  private let next = Counter()
  private let open: Mutex<Open>
  private let end = DispatchSemaphore(value: 0)

  init(_ count: Int, _ step: @escaping @Sendable (Int) -> Void) {
    self.count = count
    open = Mutex(Open(step: step))
  }

  func help() {
    guard joined() else { return }
    open.withLock { open in
      open.helpers -= 1
      if open.helpers == 0, open.step == nil { end.signal() }
    }
  }

  /// Works along until all is handed out; false where there was nothing to work on any more.
  private func joined() -> Bool {
    let step = open.withLock { open -> (@Sendable (Int) -> Void)? in
      if open.step != nil { open.helpers += 1 }
      return open.step
    }
    guard let step else { return false }
    draw(step)
    return true
  }

  private func draw(_ step: @Sendable (Int) -> Void) {
    while true {
      let index = next.take()
      guard index < count else { return }
      step(index)
    }
  }

  /// For the caller: works along and returns when every index is done.
  func finish(_ step: @Sendable (Int) -> Void) {
    draw(step)
    let isShared = open.withLock { open in
      open.step = nil
      return open.helpers > 0
    }
    if isShared { end.wait() }
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
