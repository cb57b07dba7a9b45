import Pipeline
import Platform
import RollModel
import Synchronization

/// The process's surroundings: its two outputs, its clock, its memory, its processors.
enum Terminal {
  /// Whether a person looks at standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  private static let lostOutput = Atomic(false)

  /// Says it on standard output; that it cannot be written there is told once, and `end` does not call it done.
  static func say(_ text: String) {
    var code: Int32 = 0
    Stopping.unlessStopped { code = put(text + "\n", STDOUT_FILENO) }
    // Who reads no further asked for no more.
    guard code != 0, code != EPIPE else { return }
    guard !lostOutput.exchange(true, ordering: .relaxed) else { return }
    warn("padan: keluaran baku tidak dapat ditulis: \(FileSystem.reason(code)); yang sampai di sana tidak lengkap.")
  }

  /// Ends the process; where words were lost that a reader waits for, what was done is a failure all the same.
  static func end(_ status: Int32) -> Never {
    let status = lostOutput.load(ordering: .relaxed) && status < 2 ? 2 : status
    Stopping.unlessStopped { exit(status) }
    exit(status)
  }

  /// Whatever somebody typed or a file held, no whole identity number is said in a warning.
  static func warn(_ text: String) {
    Stopping.unlessStopped { put(SpokenText.withoutNumbers(text) + "\n", STDERR_FILENO) }
  }

  /// Replaces the last line of a watched terminal.
  static func status(_ text: String) { Stopping.unlessStopped { put("\r\u{1B}[K" + text, STDERR_FILENO) } }

  /// Gives the error of the system that kept the text from being written whole; 0 for none.
  @discardableResult
  static func put(_ text: String, _ descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Seconds from an arbitrary start that no one sets back.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func peakMiB() -> Int { Host.peakMemory >> 20 }

  static func today() -> CalendarDay {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CalendarDay(day: Int(parts.tm_mday), month: Int(parts.tm_mon) + 1, year: Int(parts.tm_year) + 1900)
  }

  /// This moment with its offset from UTC, ISO 8601.
  static func moment() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let offset = Int(parts.tm_gmtoff) / 60
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { two(Int($0)) }.joined(separator: ":")
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    return today().description + "T" + clock + zone
  }

  /// Chance that nobody foresees, for the key of a new register.
  static func chance() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  /// A path as one would type it here: without the way to the working folder where it lies inside.
  static func here(_ path: String) -> String {
    guard let text = getcwd(nil, 0) else { return path }
    defer { free(text) }
    let folder = String(cString: text) + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
