import Foundation
import TestSupport
import Testing

@Suite struct DependencyTests {
  /// No file names a place on somebody's machine.
  @Test func sourcesNameNoMachinePaths() throws {
    for name in try Sources.swiftFiles(under: "Sources") {
      let text = try Project.text(name)
      for word in ["/root/", "/home/", "/tmp/"] { #expect(!text.contains(word), "\(name) names \(word)") }
    }
  }
}

/// The project's own files, as the tests of the project read them.
enum Sources {
  static func swiftFiles(under folder: String) throws -> [String] {
    let root = Project.root + "/" + folder
    let found = FileManager.default.enumerator(atPath: root)?.allObjects.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
  }
}
