import Foundation
import TestSupport
import Testing

/// What a release is made of fits the program and the pages.
@Suite struct ReleaseTests {
  /// The manual page is made from what the verbs say about themselves, and holds every verb of docs/perintah.md.
  @Test(.enabled(if: hasPython)) func theManualHoldsEveryVerb() throws {
    let scratch = try Scratch()
    try Binary.run(["--experimental-dump-help"]).out.write(
      toFile: scratch["help.json"], atomically: true, encoding: .utf8)
    let made = try shell("Scripts/manual-page 1.2.3 2026-11-30 <'\(scratch["help.json"])'")
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.hasPrefix(".TH PADAN 1 \"2026-11-30\" \"padan 1.2.3\""))
    let verbs = try Project.text("docs/perintah.md").matches(of: #/\n## padan (\w+)/#).map { String($0.1) }
    #expect(verbs.count > 10)
    for verb in verbs { #expect(made.out.contains("\n.SS padan \(verb)"), "padan \(verb) is not in the manual") }
    // No line may be taken for a request that troff does not know.
    for line in made.out.split(separator: "\n") where line.hasPrefix(".") {
      let request = line.dropFirst().prefix { $0 != " " }
      #expect(["TH", "SH", "SS", "TP", "PP", "br", "nh", "ad"].contains(request), "\(line)")
    }
  }

  /// A release names the licence of every package that the build pins.
  @Test func everyPinnedPackageHasItsLicence() throws {
    let list = try Project.text("Scripts/dependency-list")
    let pins = try Project.text("Package.swift").matches(of: #/url: ".*/([A-Za-z0-9-]+)", exact:/#)
    #expect(pins.count >= 4)
    for pin in pins { #expect(list.contains("\n    \"\(pin.1.lowercased())\": ("), "\(pin.1) has no licence") }
  }

  /// A release is built of the very versions that the program says it holds.
  @Test func aReleasePinsWhatTheProgramStates() throws {
    let pinned = try Project.text("Packaging/pinned.json").matches(
      of: #/"identity" : "([a-z0-9-]+)"[^}]*"version" : "([0-9.]+)"/#)
    let stated = try Project.text("Sources/Pipeline/Version.swift").matches(of: #/\("([a-z0-9-]+)", "([0-9.]+)"\)/#)
    #expect(pinned.map { "\($0.1) \($0.2)" } == stated.map { "\($0.1) \($0.2)" })
    #expect(pinned.count >= 5)
  }

  /// The page on installing names what the package brings.
  @Test func thePageOnInstallingNamesWhatIsThere() throws {
    let page = try Project.text("docs/pasang.md")
    let units = try FileManager.default.contentsOfDirectory(atPath: Project.root + "/Packaging/systemd")
    #expect(units.sorted() == ["padan-mingguan@.service", "padan-mingguan@.timer"])
    #expect(page.contains("padan-mingguan@"))
    #expect(try Project.text("Packaging/systemd/padan-mingguan@.service").contains("\nExecStart=padan periksa %f\n"))
    // The line for cron is the same in both places.
    let line = try #require(
      try Project.text("Packaging/cron-mingguan").split(separator: "\n").first { !$0.hasPrefix("#") })
    #expect(page.contains(line))
    let commands = try Project.text("docs/perintah.md")
    let verbs = page.matches(of: #/\npadan ([a-z]+) /#).map { String($0.1) }
    #expect(!verbs.isEmpty)
    for verb in verbs { #expect(commands.contains("\n## padan \(verb)\n"), "padan \(verb)") }
  }

  /// The package of `make dist`, where there is one, is installed on a bare Debian and runs the worked example there.
  @Test(.enabled(if: package != nil), .timeLimit(.minutes(10))) func thePackageRunsOnABareDebian() throws {
    let tried = try shell("Scripts/try-deb '\(Self.package ?? "")'")
    #expect(tried.status == 0, "\(tried.out)\n\(tried.err)")
    #expect(tried.out.contains("try-deb: "))
  }

  private static let package = SourceTree.files("_amd64.deb", under: ".build-dist/out").last
    .map { Project.root + "/" + $0 }
  private static let hasPython = (try? OtherPrograms.python("import json").status == 0) ?? false

  private func shell(_ command: String) throws -> Binary.Result {
    try Binary.run(["-c", command], in: Project.root, tool: "/bin/bash")
  }
}
