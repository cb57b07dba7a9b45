import Foundation
import TestSupport
import Testing

/// The picture of the README shows the run that the README prints.
@Suite struct PictureTests {
  /// `make picture` writes what the pictured run said beside the picture.
  @Test func thePictureIsOfTheRunThatIsShown() throws {
    let shown = try Project.text("docs/images/laporan.txt").split(separator: "\n").map(Self.trimmed)
    #expect(shown.count > 10)
    let readme = try Project.text("README.md").split(separator: "\n").map(Self.trimmed)
    let start = try #require(readme.firstIndex(of: shown.first ?? ""), "make picture makes it anew")
    #expect(Array(readme[start..<min(start + shown.count, readme.count)]) == shown, "make picture makes it anew")
  }

  private static func trimmed(_ line: Substring) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }
}
