import Glibc
import Synchronization

/// Fingerprints of the inputs, taken on a thread of their own while the run goes on.
///
/// That thread only gets time that no other asks for: the stages leave some, and nobody waits for the prints before the
/// end of the run. It is no thread of the pool that helps with the stages, so it takes none of their room there.
final class InputHashes: Sendable {
  private let files: [(name: String, path: String)]
  private let found = Mutex<[Fingerprint]>([])
  /// Nil where the system gave none, and when it is done with; only the owner of the prints looks at it.
  nonisolated(unsafe) private var thread: pthread_t?
  /// `SCHED_IDLE` of <sched.h>, which the module of the C library leaves out.
  private static let whenIdle: Int32 = 5

  /// Begins at once; `files` are names inside the case and absolute paths.
  init(_ files: [(name: String, path: String)]) {
    self.files = files
    var started = pthread_t()
    let context = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &started, nil,
      { context in
        guard let context else { return nil }
        var none = sched_param()
        sched_setscheduler(0, InputHashes.whenIdle, &none)
        Unmanaged<InputHashes>.fromOpaque(context).takeRetainedValue().take()
        return nil
      }, context.toOpaque())
    if failure == 0 { thread = started } else { context.release() }
  }

  /// What the thread does.
  private func take() {
    let prints = files.map { Fingerprint(of: $0.path, name: $0.name) }
    found.withLock { $0 = prints }
  }

  /// Waits for the last one, which from now on gets time like everybody.
  func finish() -> [Fingerprint] {
    if let thread {
      var none = sched_param()
      pthread_setschedparam(thread, SCHED_OTHER, &none)
      pthread_join(thread, nil)
      self.thread = nil
    } else {
      take()
    }
    return found.withLock { $0 }
  }

  /// A run that came to nothing waits for no print.
  deinit { if let thread { pthread_detach(thread) } }
}
