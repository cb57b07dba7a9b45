import Foundation

/// Files under `Tests/Golden`: what was written once and looked at by a person.
package enum Golden {
  /// Compares bytes with their recording; nil where they agree, else one text that says where they do not.
  ///
  /// With `UPDATE_GOLDEN=1` they are recorded, and that is what the text says: a recording is looked at before it is kept.
  package static func difference(_ bytes: [UInt8], from name: String) throws -> String? {
    let path = Project.root + "/Tests/Golden/" + name
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return "\(name) was recorded; look at it and run again without UPDATE_GOLDEN"
    }
    guard let recorded = FileManager.default.contents(atPath: path) else { return "\(name) was never recorded" }
    guard Array(recorded) != bytes else { return nil }
    let old = String(decoding: recorded, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return """
      \(name) differs from its recording, first in line \(line + 1):
      - \(old.indices.contains(line) ? String(old[line].prefix(200)) : "(end)")
      + \(new.indices.contains(line) ? String(new[line].prefix(200)) : "(end)")
      """
  }
}
