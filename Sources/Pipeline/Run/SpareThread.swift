import Dispatch
import Platform
import Synchronization

/// A thread that gets only time that no other asks for, and the jobs that it does in it, one after another.
///
/// The stages of a run leave some of that time: most end on one thread. It is no thread of the pool that helps with them,
/// so it takes none of their room there. Whoever needs the result of a job that has not begun does it at once.
final class SpareThread: Sendable {
  private let jobs = Jobs()
  /// Nil where the system gave none.
  private let thread: Host.Thread?

  init() {
    let jobs = jobs
    thread = Host.startIdleThread { jobs.work() }
  }

  /// Adds a job: behind the others, or before those that have not begun.
  func add<Result: Sendable>(first: Bool = false, _ work: @escaping @Sendable () -> Result) -> SpareJob<Result> {
    let job = SpareJob(work)
    jobs.add({ job.help() }, first: first)
    return job
  }

  /// The results of some jobs, each asked for once: the caller does those that have not begun, and meanwhile the thread
  /// has time like everybody.
  func results<Result: Sendable>(of jobs: [SpareJob<Result>]) -> [Result] {
    setIdle(false)
    defer { setIdle(true) }
    for job in jobs { job.help() }
    return jobs.map { $0.wait() }
  }

  /// The same for two jobs of which the thread may have begun one: then the caller does the other meanwhile.
  func results<A: Sendable, B: Sendable>(of a: SpareJob<A>, _ b: SpareJob<B>) -> (A, B) {
    setIdle(false)
    defer { setIdle(true) }
    a.help()
    b.help()
    return (a.wait(), b.wait())
  }

  private func setIdle(_ isIdle: Bool) {
    if let thread { Host.setIdle(thread, isIdle) }
  }

  /// Jobs that have begun are ended, but nobody waits for them.
  deinit {
    jobs.close()
    if let thread { pthread_detach(thread) }
  }

  /// What the thread holds: it does not keep its owner alive.
  private final class Jobs: Sendable {
    private struct Open {
      var waiting: [@Sendable () -> Void] = []
      var isClosed = false
    }

    private let open = Mutex(Open())
    private let change = DispatchSemaphore(value: 0)

    func add(_ job: @escaping @Sendable () -> Void, first: Bool) {
      open.withLock { $0.waiting.insert(job, at: first ? 0 : $0.waiting.count) }
      change.signal()
    }

    func close() {
      open.withLock {
        $0.isClosed = true
        $0.waiting = []
      }
      change.signal()
    }

    func work() {
      while true {
        change.wait()
        let job = open.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
        if let job { job() } else if open.withLock(\.isClosed) { return }
      }
    }
  }
}

/// A job of a spare thread. It is done once, by that thread or by whoever asks for its result first.
final class SpareJob<Result: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Result)
    case begun
    case done(Result)
  }

  private let state: Mutex<State>
  private let end = DispatchSemaphore(value: 0)

  fileprivate init(_ work: @escaping @Sendable () -> Result) { state = Mutex(.waiting(work)) }

  /// Does the work unless somebody has begun with it.
  fileprivate func help() {
    let work = state.withLock { state -> (@Sendable () -> Result)? in
      guard case .waiting(let work) = state else { return nil }
      state = .begun
      return work
    }
    guard let work else { return }
    let result = work()
    state.withLock { $0 = .done(result) }
    end.signal()
  }

  fileprivate func wait() -> Result {
    end.wait()
    guard case .done(let result) = state.withLock({ $0 }) else { preconditionFailure("the work has ended") }
    return result
  }
}
