import Foundation
import TestSupport
import Testing

/// Nothing that the system does to the program ends it by a signal.
@Suite(.serialized) struct FaultTests {
  /// Runs `periksa` under limits of the shell.
  private func examine(_ files: RunFiles, _ limits: String) throws -> Binary.Result {
    try Binary.run(
      [
        "-c", "\(limits); exec timeout 60 \"$0\" \"$@\"", Binary.path, "periksa", files.folder, "--tanggal",
        "2026-11-21",
      ],
      tool: "/bin/bash")
  }

  /// Sixteen handles are enough for any number of files; with fewer than it takes to write there is one sentence.
  @Test func fewHandles() throws {
    let files = try RunFiles.sample()
    for handles in [16, 24, 40] {
      let result = try examine(files, "ulimit -n \(handles)")
      #expect(result.status == 0, "\(handles): \(result.err)")
    }
    let result = try examine(files, "ulimit -n 8")
    #expect(result.status == 2 && result.err.split(separator: "\n").count == 1, "\(result.err)")
  }

  /// Memory that the system refuses, a limit of size, and pipes that nobody reads.
  @Test func refusedMemoryAndSpace() throws {
    let files = try RunFiles.sample()
    // The least room in which the system loads the program: below it nothing of the program runs that could say why.
    let room = try #require(
      try stride(from: 100_000, through: 200_000, by: 1_000).first { kibibytes in
        try Binary.run(["-c", "ulimit -v \(kibibytes); exec \"$0\" --version", Binary.path], tool: "/bin/bash").status
          != 127
      })
    let memory = [room, room + 30_000, room + 70_000].map { "-v \($0)" }
    for limit in memory + ["-f 8", "-f 64", "-s 512"] {
      let result = try examine(files, "ulimit \(limit)")
      #expect([0, 2].contains(result.status), "\(limit): \(result.status) \(result.err)")
      if result.status == 2 { #expect(result.err.contains("padan: "), "\(limit): \(result.err)") }
    }
    let piped = try Binary.run(
      ["-c", "\"$0\" \"$@\" | true; exit ${PIPESTATUS[0]}", Binary.path, "periksa", files.folder], tool: "/bin/bash")
    #expect(piped.status == 0, "\(piped.err)")
    let closed = try Binary.run(
      ["-c", "exec \"$0\" \"$@\" <&- >&- 2>&-", Binary.path, "periksa", files.folder], tool: "/bin/bash")
    #expect([0, 2].contains(closed.status))
    #expect(!files.scratch.names("kasus/hasil").contains { $0.hasPrefix(".padan-sementara") })
  }

  /// A source that is cut short while it is read: the file is named, and earlier runs stay.
  @Test func aFileThatIsCutShortWhileItIsRead() throws {
    let scratch = try Scratch()
    let files = RunFiles(scratch: scratch)
    try scratch.write(RunFiles.roll(9000), to: "kasus/daftar-pemilih/a.csv")
    try scratch.write(
      String(
        repeating: RunFiles.roll(9000).split(separator: "\n").dropFirst().joined(separator: "\n") + "\n", count: 30),
      to: "baris")
    var stopped = false
    for delay in ["0.02", "0.05", "0.1", "0.2", "0.4"] where !stopped {
      let roll = RunFiles.rollHeader + "\n" + (try scratch.read("baris"))
      try scratch.write(roll, to: "kasus/daftar-pemilih/b.csv")
      let script =
        "(sleep \(delay); truncate -s 4096 \"$2/daftar-pemilih/b.csv\") & exec \"$0\" periksa \"$2\" --tanggal 2026-11-21"
      let result = try Binary.run(["-c", script, Binary.path, "periksa", files.folder], tool: "/bin/bash")
      #expect([0, 2].contains(result.status), "\(delay): \(result.status) \(result.err)")
      if result.status == 2 {
        #expect(result.err.contains("b.csv") && result.err.split(separator: "\n").count == 1, "\(result.err)")
        stopped = true
      }
      try? FileManager.default.removeItem(atPath: scratch["kasus/hasil"])
    }
    #expect(stopped)
  }

  /// A run that fails before it writes leaves nothing, not even an empty folder.
  @Test func aFailedRunLeavesNothing() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": "nik\n1\n"])
    #expect(try files.examine().status == 2)
    #expect(!FileManager.default.fileExists(atPath: files.folder + "/hasil"))
  }
}
