import Foundation
import TestSupport
import Testing

/// The commands of the README run, and say what it shows.
@Suite struct ReadmeTests {
  /// Runs every `$ padan` line of the console blocks in order and compares what is printed below it.
  ///
  /// With `UPDATE_GOLDEN=1` the blocks are written anew, and the test still fails.
  @Test func consoleBlocksAreFresh() throws {
    let readme = try Project.text("README.md")
    let scratch = try Scratch()
    // A letter is written into the register of its case, so the case is a copy.
    try FileManager.default.copyItem(atPath: Project.root + "/fixtures", toPath: scratch["fixtures"])
    var fresh: [String] = []
    var inside = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```console" { inside = true }
      if inside, line == "```" { inside = false }
      if inside, line.hasPrefix("$ padan ") {
        fresh += try Self.shown(String(line), in: scratch)
      } else if !inside || line == "```console" {
        fresh.append(String(line))
      }
    }
    let text = fresh.joined(separator: "\n")
    #expect(Self.timeless(text) == Self.timeless(readme), "UPDATE_GOLDEN=1 writes the blocks anew")
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" else { return }
    try Data(text.utf8).write(to: URL(fileURLWithPath: Project.root + "/README.md"))
    Issue.record("README.md was written anew; look at it")
  }

  /// Every file that the table of the run folder names is in the folder of a run.
  @Test func theRunFolderHoldsWhatTheTableNames() throws {
    let scratch = try Scratch()
    #expect(try Binary.run(["contoh", "kasus", "--pemilih", "300"], in: scratch.path).status == 0)
    let run = ["periksa", "kasus", "--keluaran", "hasil", "--tanggal", "2026-11-21", "--jsonl"]
    #expect(try Binary.run(run, in: scratch.path).status == 0)
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: scratch["hasil"]))
    let table = try Project.text("README.md").split(separator: "| file | what |").dropFirst().first ?? ""
    let names = table.prefix { $0 != "#" }.split(separator: "\n").prefix { $0.hasPrefix("|") }.flatMap { line in
      line.matches(of: #/`([a-z-]+\.[a-z.]+)`/#).map { String($0.output.1) }
    }
    #expect(names.count > 10)
    for name in names { #expect(files.contains(name), "\(name) is in no run folder") }
  }

  /// The command line and its output; the id `FINDING` becomes that of the first strong duplicate.
  private static func shown(_ line: String, in scratch: Scratch) throws -> [String] {
    var words = line.split(separator: " ").dropFirst(2).map(String.init)
    if words.first == "jelaskan", words.count > 2 { words[2] = try finding(in: scratch) }
    let result = try Binary.run(words, in: scratch.path)
    #expect(result.status == 0, "\(line): \(result.err)")
    let output = result.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return ["$ padan " + words.joined(separator: " ")] + output.dropLast().map(trimmed)
  }

  private static func finding(in scratch: Scratch) throws -> String {
    let rows = try scratch.read("oki-hasil/temuan.csv").split(separator: "\n")
    let row = try #require(rows.first { $0.contains(",ganda,ganda,2,kuat,") || $0.contains(",ganda,ganda,2,pasti,") })
    return String(row.split(separator: ",")[0])
  }

  private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

  /// Seconds differ from run to run; nothing else may.
  private static func timeless(_ text: String) -> String { text.replacing(#/[0-9]+,[0-9] detik/#, with: "… detik") }
}
