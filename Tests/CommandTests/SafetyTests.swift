import Foundation
import TestSupport
import Testing

/// Earlier runs survive whatever happens to a later one.
@Suite(.serialized) struct SafetyTests {
  @Test func aKilledRunLeavesEarlierRunsWholeAndTheNextCleansUp() throws {
    let files = try RunFiles.sample(voters: 1500)
    #expect(try files.examine().status == 0)
    let before = try files.contents(run: "2026-11-21")
    var killed = 0
    for delay in [0.02, 0.1, 0.3, 0.6, 1.0, 1.4] {
      if try files.examine(killAfter: delay).wasKilled { killed += 1 }
      #expect(try files.contents(run: "2026-11-21") == before)
      for run in files.runs where !run.hasPrefix(".") {
        #expect(try files.contents(run: run).keys.contains("manifest.json"), "\(run) is not whole")
      }
    }
    #expect(killed > 0)
    #expect(try files.examine().status == 0)
    #expect(!files.runs.contains { $0.hasPrefix(".") }, "\(files.runs)")
  }

  @Test func anOutputThatExistsIsRefused() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(20)])
    try files.scratch.write("lama", to: "keluar/catatan.txt")
    let result = try files.examine(["--keluaran", files.scratch["keluar"]])
    #expect(result.status == 2)
    #expect(result.err == "padan: Folder keluaran keluar sudah ada; sebutkan nama lain. Hasil lama tidak diubah.\n")
    #expect(files.scratch.names("keluar") == ["catatan.txt"])
    #expect(try files.examine(["--keluaran", files.scratch["baru/dalam"]]).status == 0)
    #expect(files.scratch.names("baru/dalam").contains("temuan.csv"))
    #expect(files.scratch.names("baru") == ["dalam"])
  }

  /// On a disk of 64 KiB the run says so in one sentence and leaves nothing behind.
  @Test func aFullDiskIsOneSentence() throws {
    let files = try RunFiles.sample()
    let small = files.scratch["kecil"]
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: true)
    guard getuid() == 0, Self.shell("mount", ["-t", "tmpfs", "-o", "size=64k", "padan-test", small]) else { return }
    defer { _ = Self.shell("umount", [small]) }
    let result = try files.examine(["--keluaran", small + "/hasil"])
    #expect(result.status == 2)
    #expect(result.err.contains("ruang penyimpanan habis"), "\(result.err)")
    #expect(result.err.split(separator: "\n").count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
  }

  /// Without the right to write, or to read one file.
  @Test func noPermissionIsOneSentence() throws {
    let files = try RunFiles.written([
      "daftar-pemilih/a.csv": RunFiles.roll(20), "kematian/rahasia.csv": "nama\nSITI\n",
    ])
    let closed = files.folder + "/kematian/rahasia.csv"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: files.folder)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: files.folder) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: files.scratch.path)
    guard let result = try Self.asNobody(["periksa", files.folder, "--tanggal", "2026-11-21"]) else { return }
    #expect(result.status == 2)
    #expect(result.err.contains("tidak ada izin"), "\(result.err)")
    let open = files.scratch["luar"]
    try FileManager.default.createDirectory(atPath: open, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
    guard let second = try Self.asNobody(["periksa", files.folder, "--keluaran", open + "/h"]) else { return }
    #expect(second.status == 2)
    #expect(second.err.contains("kematian/rahasia.csv"), "\(second.err)")
    #expect(second.err.contains("izin"), "\(second.err)")
  }

  /// Runs the binary without the powers of root; nil where that cannot be done.
  private static func asNobody(_ arguments: [String]) throws -> Binary.Result? {
    guard getuid() == 0 else { return try Binary.run(arguments) }
    let tool = "/usr/bin/setpriv"
    let flags = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    guard FileManager.default.isExecutableFile(atPath: tool),
      Self.shell(tool, flags + ["test", "-x", Binary.path])
    else { return nil }
    return try Binary.run(flags + [Binary.path] + arguments, tool: tool)
  }

  private static func shell(_ command: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
