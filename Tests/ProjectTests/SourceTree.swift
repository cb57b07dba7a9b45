import Foundation
import TestSupport

/// The project's own files, as the tests of the project read them.
enum SourceTree {
  /// Paths from the root of the project, sorted.
  static func files(_ ending: String, under folder: String) -> [String] {
    let found =
      FileManager.default.enumerator(atPath: Project.root + "/" + folder)?.allObjects.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  static func module(of file: String) -> String { file.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  static func lines(_ file: String) throws -> [Substring] {
    try Project.text(file).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Lines that are not comments.
  static func code(_ file: String) throws -> [Substring] {
    try lines(file).filter { !$0.drop { $0 == " " }.hasPrefix("//") }
  }
}

/// Swift files of the project.
enum Sources {
  static func swiftFiles(under folder: String) throws -> [String] { SourceTree.files(".swift", under: folder) }
}
