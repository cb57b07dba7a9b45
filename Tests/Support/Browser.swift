import Documents
import Foundation

/// Headless Chromium, driven by its DevTools protocol over a pipe: JSON messages, each ended by a zero byte.
///
/// No port is opened and no library is needed. <https://chromedevtools.github.io/devtools-protocol/>
package final class Browser {
  package static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  package struct Trouble: Error, CustomStringConvertible {
    package let description: String
  }

  /// What the browser told unasked, in order: `method` and `params`.
  package private(set) var events: [JSONValue] = []
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let profile: Scratch
  private var received: [UInt8] = []
  private var lastNumber = 0

  package init() throws {
    profile = try Scratch()
    // A browser that ends is an error of the write, not of the tests.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Messages come in by file 3 and go out by file 4.
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null", Self.path ?? "", "--headless",
      "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--user-data-dir=" + profile["profile"],
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  /// Sends a command and waits for its result; what comes in between is kept among the events.
  @discardableResult
  package func command(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
  ) throws -> JSONValue {
    lastNumber += 1
    var message: [String: Any] = ["id": lastNumber, "method": method, "params": parameters]
    message["sessionId"] = session
    try input.fileHandleForWriting.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try next()
      guard answer.number("id") == Double(lastNumber) else {
        events.append(answer)
        continue
      }
      guard let result = answer["result"] else {
        throw Trouble(description: "\(method): \(answer["error"]?.text("message") ?? "no result")")
      }
      return result
    }
  }

  /// Waits for an event that comes after those kept so far, or for one at or behind `place` among them.
  @discardableResult
  package func wait(for method: String, from place: Int, where holds: (JSONValue) -> Bool = { _ in true }) throws
    -> JSONValue
  {
    var place = place
    while true {
      while place < events.count {
        let event = events[place]
        place += 1
        if event.text("method") == method, holds(event["params"] ?? .null) { return event["params"] ?? .null }
      }
      events.append(try next())
    }
  }

  /// Seconds after which a silent browser is given up.
  private static let patience: Int32 = 60

  private func next() throws -> JSONValue {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = received[..<end]
        defer { received.removeSubrange(...end) }
        return try JSONValue(message)
      }
      var waiting = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Self.patience * 1000) > 0 else { throw Trouble(description: "the browser says nothing") }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw Trouble(description: "the browser has ended") }
      received += bytes
    }
  }
}
