import Foundation
import TestSupport
import Testing

/// From `make rule` to a rule that passes and has a page: one file and one line, built and run.
///
/// The rules of a copy are built against the modules that the tests were built with, about ten seconds of one core.
@Suite struct NewRuleTests {
  private func run(_ script: String, _ arguments: [String], root: String? = nil) throws -> (status: Int32, out: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: script)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["PADAN_ROOT"] = root
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: out, as: UTF8.self))
  }

  /// Fills in the example of a new rule: people born in 2009 are flagged.
  private func fillIn(_ path: String, _ scratch: Scratch, rows: [String]) throws {
    let template = try scratch.read(path)
    let (first, last) = ("        ! | RINA | 2009-05-05\n", "          | RINI | 1980-05-05\n")
    #expect(template.contains(first + last))
    let text = template.replacingOccurrences(of: first + last, with: rows.map { "        \($0)\n" }.joined())
    try scratch.write(text, to: path)
  }

  @Test func fromTemplateToAPassingRuleWithAPage() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch["Sources"], withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Project.root + "/Sources/Rules", toPath: scratch["Sources/Rules"])
    for (id, type) in [("usia-ganjil", "OddAge"), ("usia-genap", "EvenAge")] {
      let made = try run(Project.root + "/Scripts/new-rule", [id, "data-diri", type], root: scratch.path)
      #expect(made.status == 0, "\(made.out)")
    }
    let rows = ["! | RINA | 2009-05-05", "! | RANI | 2009-01-01", "  | RINI | 1980-05-05"]
    try fillIn("Sources/Rules/DataDiri/OddAge.swift", scratch, rows: rows + ["  | RENI | 2008-12-31"])
    // A mark that the check does not bear out.
    try fillIn("Sources/Rules/DataDiri/EvenAge.swift", scratch, rows: rows + ["! | RENI | 2008-12-31"])
    let tried = try run(Project.root + "/Scripts/try-rule", [scratch.path, "usia-ganjil"])
    #expect(tried.status == 0, "\(tried.out.suffix(2000))")
    #expect(tried.out.contains("# usia-ganjil\n") && tried.out.contains("! | RANI | 2009-01-01"))
    #expect(tried.out.contains("rows as marked: 4, otherwise: 0"))
    let wrong = try run(scratch[".build/try-rule/run"], ["usia-genap"])
    #expect(wrong.status == 1 && wrong.out.contains("rows as marked: 3, otherwise: 1"))
  }
}
