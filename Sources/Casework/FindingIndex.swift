import Documents
import Glibc

/// The findings of a finished run, as `temuan.jsonl` holds them, one line each, found again by id; with them
/// the notes of data, where they are asked for.
package struct FindingIndex: Sendable {
  package static let fileName = "temuan.jsonl"

  package struct Entry: Sendable {
    package let id: String
    package let rule: String
    /// Where its line stands; nil for a note of data, which has no line there.
    let line: Range<Int>?
  }

  /// Findings in the order of their file, then the notes in the order of theirs.
  package let entries: [Entry]
  private let bytes: [UInt8]

  /// Reads the index of a run folder; only the first two members of each line, `id` and `aturan`, are looked at. Notes of
  /// data, many times as many as findings, are for who compares whole runs.
  package init(runFolder: String, withNotes: Bool = false) throws(FindingIndexError) {
    let name = runFolder + "/" + Self.fileName
    guard let bytes = Self.contents(of: name) else { throw FindingIndexError(file: name, line: 0) }
    var entries: [Entry] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      guard let entry = Self.entry(bytes, start..<end) else {
        throw FindingIndexError(file: name, line: entries.count + 1)
      }
      entries.append(entry)
      start = end + 1
    }
    self.bytes = bytes
    if withNotes {
      do throws(ScoringError) {
        try DataNotes.read(runFolder, ["id", "aturan"]) { entries.append(Entry(id: $0[0], rule: $0[1], line: nil)) }
      } catch { throw FindingIndexError(file: runFolder + "/" + DataNotes.fileName, line: 0) }
    }
    self.entries = entries
  }

  /// The whole line of a finding.
  package func json(_ entry: Entry) throws(JSONError) -> JSONValue { try JSONValue(bytes[entry.line ?? 0..<0]) }

  /// The line as it stands.
  package func text(_ entry: Entry) -> String { String(decoding: bytes[entry.line ?? 0..<0], as: UTF8.self) }

  private static func entry(_ bytes: [UInt8], _ line: Range<Int>) -> Entry? {
    var at = line.lowerBound
    guard let id = member("{\"id\":\"", bytes, &at, line.upperBound),
      let rule = member(",\"aturan\":\"", bytes, &at, line.upperBound)
    else { return nil }
    return Entry(id: id, rule: rule, line: line)
  }

  /// The string member that starts with `opening` at `at`; ids of rules and findings need no escapes.
  private static func member(_ opening: StaticString, _ bytes: [UInt8], _ at: inout Int, _ end: Int) -> String? {
    let start = at + opening.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: opening.utf8Start, count: opening.utf8CodeUnitCount)
    guard start < end, bytes[at..<start].elementsEqual(expected) else { return nil }
    guard let close = bytes[start..<end].firstIndex(of: 34) else { return nil }
    at = close + 1
    return String(decoding: bytes[start..<close], as: UTF8.self)
  }

  private static func contents(of path: String) -> [UInt8]? {
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var info = stat()
    guard fstat(handle, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { read(handle, $0.baseAddress?.advanced(by: filled), $0.count - filled) }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }
}

/// A run folder whose findings cannot be read; line 0 is the file itself.
package struct FindingIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  package let file: String
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var description: String {
    line == 0
      ? "\(file) tidak dapat dibaca; sebutkan folder hasil dari 'padan periksa'."
      : "\(file) baris \(line): bukan baris temuan; berkas ini mungkin terpotong atau diubah."
  }
}
