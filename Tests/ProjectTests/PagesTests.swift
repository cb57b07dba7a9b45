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
    let names =
      SourceTree.files(".md", under: "docs/aturan") + ["docs/perintah.md", "docs/setelan.md", "docs/indeks-wilayah.md"]
    for name in names {
      let fresh = try? scratch.read(String(name.dropFirst("docs/".count)))
      #expect(try Project.text(name) == fresh, "\(name) is not fresh; run make docs")
    }
    #expect(scratch.names("aturan").count == SourceTree.files(".md", under: "docs/aturan").count)
  }

  /// `padan --versi` lists the packages that Package.swift pins, with their versions, and what those bring along.
  @Test func dependenciesAreListedWithTheirVersions() throws {
    let shown = try Binary.run(["--versi"]).out
    let pins = try Project.text("Package.swift").matches(of: #/url: ".*/([A-Za-z0-9-]+)", exact: "([0-9.]+)"/#)
    #expect(pins.count == 4)
    for pin in pins { #expect(shown.contains("  \(pin.output.1.lowercased()) \(pin.output.2)\n")) }
    guard let resolved = try? Project.text("Package.resolved") else { return }
    for name in resolved.matches(of: #/"identity" : "([a-z0-9-]+)"/#) {
      #expect(shown.contains("  \(name.output.1) "), "\(name.output.1) is not listed")
    }
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
