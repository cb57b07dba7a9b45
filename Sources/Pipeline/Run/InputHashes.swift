import Dispatch
import Synchronization

/// Fingerprints of the inputs, taken on a thread of their own while the run goes on.
final class InputHashes: Sendable {
  private let found = Mutex<[Fingerprint]>([])
  private let group = DispatchGroup()

  /// Begins at once; `files` are names inside the case and absolute paths.
  init(_ files: [(name: String, path: String)]) {
    DispatchQueue.global(qos: .utility).async(group: group) { [self] in
      let prints = files.map { Fingerprint(of: $0.path, name: $0.name) }
      found.withLock { $0 = prints }
    }
  }

  /// Waits for the last one.
  func finish() -> [Fingerprint] {
    group.wait()
    return found.withLock { $0 }
  }
}
