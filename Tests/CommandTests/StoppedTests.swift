import Foundation
import TestSupport
import Testing

/// Programs that somebody stops: one sentence, nothing half done left behind, and the status that shells know.
@Suite struct StoppedTests {
  /// Runs the program and stops it by a signal once `isReady`.
  private static func stop(
    _ arguments: [String], by name: String, _ scratch: Scratch, once isReady: () -> Bool
  ) throws -> (status: Int32, err: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    // A shell in between says what it sees of the end; who runs the tests may ignore the signal.
    process.arguments =
      [
        "-c", #"env --default-signal="$0" "$@" 2>"$OWN/err" & echo $! >"$OWN/pid"; wait $!; echo $? >"$OWN/status""#,
        name, Binary.path,
      ]
      + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["OWN": scratch.path]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = Date().addingTimeInterval(60)
    while !isReady(), Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    let pid = try #require(Int32(try scratch.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    kill(pid, name == "INT" ? SIGINT : SIGTERM)
    process.waitUntilExit()
    return (
      Int32(try scratch.read("status").trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1, try scratch.read("err")
    )
  }

  @Test(arguments: [("INT", 130 as Int32), ("TERM", 143)])
  func aRunThatIsStoppedLeavesNothing(_ name: String, _ status: Int32) throws {
    let files = try RunFiles.sample(voters: 1500)
    let ended = try Self.stop(["periksa", files.folder, "--tanggal", "2026-11-21"], by: name, files.scratch) {
      files.runs.contains { $0.hasPrefix(".padan-sementara") }
    }
    #expect(ended.status == status)
    #expect(ended.err == "padan: dihentikan sebelum selesai; yang sudah tersimpan tetap utuh.\n")
    // The folder of runs was made for this one.
    #expect(!FileManager.default.fileExists(atPath: files.folder + "/hasil"), "\(files.runs)")
    #expect(try files.examine().status == 0)
  }

  /// Stopped beside a run that is whole, only the half one goes.
  @Test func whatWasThereBeforeStays() throws {
    let files = try RunFiles.sample(voters: 1500)
    #expect(try files.examine().status == 0)
    let before = try files.contents(run: "2026-11-21")
    let ended = try Self.stop(["periksa", files.folder, "--tanggal", "2026-11-28"], by: "TERM", files.scratch) {
      files.runs.contains { $0.hasPrefix(".padan-sementara") }
    }
    #expect(ended.status == 143 && files.runs == ["2026-11-21"])
    #expect(try files.contents(run: "2026-11-21") == before)
  }
}
