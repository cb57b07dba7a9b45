import Glibc
import Synchronization

/// Fingerprints of the inputs, taken on a thread of their own while the run goes on.
///
/// That thread only gets time that no other asks for: the stages leave some, and nobody waits for the prints before the
/// end of the run.
final class InputHashes: Sendable {
  private let files: [(name: String, path: String)]
  private let found = Mutex<[Fingerprint]>([])
  nonisolated(unsafe) private var thread = pthread_t()
  /// `SCHED_IDLE` of <sched.h>, which the module of the C library leaves out.
  private static let whenIdle: Int32 = 5

  /// Begins at once; `files` are names inside the case and absolute paths.
  init(_ files: [(name: String, path: String)]) {
    self.files = files
    pthread_create(&thread, nil, { context in
      var none = sched_param()
      sched_setscheduler(0, InputHashes.whenIdle, &none)
      Unmanaged<InputHashes>.fromOpaque(context!).takeRetainedValue().take()
      return nil
    }, Unmanaged.passRetained(self).toOpaque())
  }

  private func take() {
    let prints = files.map { Fingerprint(of: $0.path, name: $0.name) }
    found.withLock { $0 = prints }
  }

  /// Waits for the last one.
  func finish() -> [Fingerprint] {
    var none = sched_param()
    pthread_setschedparam(thread, SCHED_OTHER, &none)
    pthread_join(thread, nil)
    return found.withLock { $0 }
  }
}
