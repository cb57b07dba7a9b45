import Foundation
import TestSupport
import Testing

/// What the project says about itself is what it does.
@Suite struct PagesTests {
  /// `make docs` would change nothing.
  @Test func generatedPagesAreFresh() throws {
    let scratch = try Scratch()
    let result = try Binary.run(["aturan", "--halaman", scratch.path])
    #expect(result.status == 0, "\(result.err)")
    let names = SourceTree.files(".md", under: "docs/aturan") + ["docs/perintah.md", "docs/setelan.md"]
    for name in names {
      let fresh = try? scratch.read(String(name.dropFirst("docs/".count)))
      #expect(try Project.text(name) == fresh, "\(name) is not fresh; run make docs")
    }
    #expect(scratch.names("aturan").count == SourceTree.files(".md", under: "docs/aturan").count)
  }

  /// The packages that `padan --versi` lists are those that were resolved.
  @Test func dependenciesAreListedWithTheirVersions() throws {
    guard let resolved = try? Project.text("Package.resolved") else { return }
    let version = try Binary.run(["--versi"]).out
    struct Resolved: Decodable {
      struct Pin: Decodable {
        struct State: Decodable { var version: String? }
        var identity: String
        var state: State
      }
      var pins: [Pin]
    }
    let pins = try JSONDecoder().decode(Resolved.self, from: Data(resolved.utf8)).pins
    for pin in pins { #expect(version.contains("  \(pin.identity) \(pin.state.version ?? "")\n"), "\(pin.identity)") }
    #expect(version.split(separator: "\n").count == pins.count + 1)
  }

  /// Verbs of make that the contributing page names are there, and the other way round.
  @Test func makeVerbsAreDocumented() throws {
    let verbs = try SourceTree.lines("Makefile").compactMap { line -> String? in
      guard line.contains(": ") || line.hasSuffix(":"), line.contains("##") else { return nil }
      return line.split(separator: ":").first.map(String.init)
    }
    #expect(verbs.count >= 12)
    let page = try Project.text("CONTRIBUTING.md")
    for verb in verbs { #expect(page.contains("`make \(verb)"), "make \(verb) is not in CONTRIBUTING.md") }
  }

  /// `make rule` writes one file and one line, and refuses a second time.
  @Test func aNewRuleIsOneFileAndOneLine() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch["Sources"], withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Project.root + "/Sources/Rules", toPath: scratch["Sources/Rules"])
    func newRule() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Project.root + "/Scripts/new-rule")
      process.arguments = ["usia-ganjil", "data-diri", "OddAge"]
      process.environment = ["PADAN_ROOT": scratch.path, "PATH": "/usr/bin:/bin"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    let before = try Project.text("Sources/Rules/Rulebook.swift").split(separator: "\n")
    #expect(try newRule() == 0)
    let after = try scratch.read("Sources/Rules/Rulebook.swift").split(separator: "\n")
    #expect(after.count == before.count + 1)
    #expect(after.contains("    OddAge.self,"))
    #expect(try scratch.read("Sources/Rules/DataDiri/OddAge.swift").contains("id: \"usia-ganjil\""))
    #expect(try newRule() == 64)
  }
}
