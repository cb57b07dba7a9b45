import Foundation

/// Runs the built command, the way a user's shell does.
package enum Binary {
  package struct Result: Sendable {
    package let status: Int32
    package let out: String
    package let err: String
    /// Whether a signal ended the process.
    package let wasKilled: Bool
  }

  /// The binary beside the running test bundle.
  package static var path: String {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("padan").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Project.root + "/.build/debug/padan"
  }

  /// Runs `padan` with `arguments` in `folder` and waits for its end.
  ///
  /// - Parameters:
  ///   - killAfter: seconds after which it is ended by SIGKILL, if it still runs.
  ///   - tool: a program to run in its place, which is handed the arguments.
  package static func run(
    _ arguments: [String], in folder: String? = nil, input: String = "", killAfter: Double? = nil, tool: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool ?? path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let scratch = try Scratch()
    let out = try scratch.handle("out")
    let err = try scratch.handle("err")
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = out
    process.standardError = err
    try process.run()
    try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? pipe.fileHandleForWriting.close()
    if let killAfter {
      Thread.sleep(forTimeInterval: killAfter)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, out: try scratch.read("out"), err: try scratch.read("err"),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }
}

/// The folder that holds Package.swift.
package enum Project {
  package static let root = String(#filePath.dropLast("/Tests/Support/Binary.swift".count))

  package static func text(_ name: String) throws -> String {
    try String(contentsOfFile: root + "/" + name, encoding: .utf8)
  }
}
