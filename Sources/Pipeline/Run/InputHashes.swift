import Glibc
import RollModel
import Synchronization

/// Fingerprints of the inputs, taken on a thread of their own while the run goes on.
///
/// That thread only gets time that no other asks for: the stages leave some, and nobody waits for the prints before the
/// end of the run, when whoever waits takes a share of those that are left. It is no thread of the pool that helps with the
/// stages, so it takes none of their room there.
final class InputHashes: Sendable {
  private let files: [(name: String, path: String)]
  /// Places of the files, the largest first, so that small ones are left for the end.
  private let order: [Int]
  private let next = Counter()
  /// By place of the file.
  private let found: Mutex<[Fingerprint?]>
  /// Nil where the system gave none, and when it is done with; only the owner of the prints looks at it.
  nonisolated(unsafe) private var thread: pthread_t?
  /// `SCHED_IDLE` of <sched.h>, which the module of the C library leaves out.
  private static let whenIdle: Int32 = 5

  /// Begins at once; `files` are names inside the case and absolute paths.
  init(_ files: [(name: String, path: String)]) {
    self.files = files
    let sizes = files.map { FileSystem.size($0.path) }
    order = files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    found = Mutex(Array(repeating: nil, count: files.count))
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

  /// Takes one print after another, until each is taken or another thread's work.
  private func take() {
    while true {
      let turn = next.take()
      guard turn < order.count else { return }
      let file = files[order[turn]]
      let taken = Fingerprint(of: file.path, name: file.name)
      found.withLock { $0[order[turn]] = taken }
    }
  }

  /// Helps the thread, which from now on gets time like everybody, and waits for it; the prints in order of the files.
  func finish() -> [Fingerprint] {
    var none = sched_param()
    if let thread { pthread_setschedparam(thread, SCHED_OTHER, &none) }
    take()
    if let thread { pthread_join(thread, nil) }
    thread = nil
    return found.withLock { $0.compactMap(\.self) }
  }

  /// A run that came to nothing waits for no print.
  deinit { if let thread { pthread_detach(thread) } }
}
