import Foundation

/// A folder of a test's own, gone with the test.
package final class Scratch: Sendable {
  package let path: String

  package init() throws {
    path =
      NSTemporaryDirectory().hasSuffix("/")
      ? NSTemporaryDirectory() + "padan-test-" + UUID().uuidString
      : NSTemporaryDirectory() + "/padan-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package subscript(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and the folders above it.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  package func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  /// Names in a folder of the scratch, sorted; empty where there is none.
  package func names(_ folder: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self[folder])) ?? []).sorted()
  }

  func handle(_ name: String) throws -> FileHandle {
    try write([], to: name)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: self[name]))
  }
}
