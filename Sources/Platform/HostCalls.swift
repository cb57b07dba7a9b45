/// What the systems that padan runs on call by different names, or only some of them have.
///
/// Each system has one file beside this one, and nothing else in the project is bound to it. What all of them call alike
/// (`open`, `flock`, `rename`, `log2` …) comes with `import Platform` from the C library, and costs what it costs there.
public protocol HostCalls {
  /// What the system calls a thread.
  associatedtype Thread

  /// Files that this process may have open at once; nil where the system does not say.
  static var openFileLimit: Int? { get }

  /// The most memory that this process ever held, in bytes.
  static var peakMemory: Int { get }

  /// Asks for large pages under a range that will be read all over; a system without them does nothing.
  static func preferLargePages(_ start: UnsafeMutableRawPointer, _ length: Int)

  /// Makes an anonymous mapping larger, elsewhere if need be; nil where there is no memory, and then the old one stays.
  static func growMapping(_ start: UnsafeMutableRawPointer, from length: Int, to larger: Int)
    -> UnsafeMutableRawPointer?

  /// A thread that gets only time that no other asks for; nil where the system gives none. It is detached by its owner.
  static func startIdleThread(_ run: @escaping @Sendable () -> Void) -> Thread?

  /// Gives a thread time like everybody, or only what is left over.
  static func setIdle(_ thread: Thread, _ isIdle: Bool)
}

/// The system that this program was built for.
public enum Host {}

extension Host {
  /// Bytes of a page of memory.
  public static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// What a thread does, as one pointer that can be handed through C.
final class ThreadBody: Sendable {
  private let run: @Sendable () -> Void

  private init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  /// Lends a thread what it is to do; taken back by `take`, once.
  static func give(_ run: @escaping @Sendable () -> Void) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(ThreadBody(run)).toOpaque()
  }

  static func take(_ pointer: UnsafeMutableRawPointer) -> @Sendable () -> Void {
    Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run
  }
}
