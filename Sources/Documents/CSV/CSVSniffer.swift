import Platform

/// What the first bytes of a file say about its form, before any column is understood.
public enum CSVSniffer {
  /// Things that are saved under a `.csv` name but are not text with delimiters.
  public enum Disguise: String, Sendable {
    case zip, ole, gzip, pdf, html, xml, utf16, binary
  }

  /// Bytes looked at from the start of a file.
  public static let reach = 1 << 16

  /// What the file is if it is no delimited text; nil when it may be.
  public static func disguise(_ file: FileBytes) -> Disguise? {
    let head = UnsafeBufferPointer(rebasing: file.bytes.prefix(reach))
    for (magic, disguise) in magics where head.starts(with: magic) { return disguise }
    if memchr(file.base, 0, head.count) != nil {
      // Every other byte zero is UTF-16 without its mark.
      let sample = head.prefix(64)
      let zeros = sample.enumerated().filter { $0.element == 0 }.map { $0.offset & 1 }
      return zeros.count * 3 > sample.count && Set(zeros).count == 1 ? .utf16 : .binary
    }
    let text = head.dropFirst(mark(file)).drop { $0 <= 32 }.prefix(512).map { $0 | 32 }
    if text.starts(with: "<?xml".utf8.map { $0 | 32 }) { return .xml }
    for tag in ["<!doctype html", "<html", "<table", "<head>", "<body", "<meta ", "<style", "<div", "<title>"] {
      if text.starts(with: tag.utf8.map { $0 | 32 }) { return .html }
    }
    return nil
  }

  /// Length of the byte-order mark of UTF-8, if there is one.
  public static func mark(_ file: FileBytes) -> Int { file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// A row of more than twice this many bytes is always found by `overlongRow`; one of fewer never is.
  public static let longestRow = 1 << 20

  /// The line (the first is 1) of a row that is far too long; nil when there is none. Looks at one page in each stretch
  /// of `longestRow` bytes, so that no such row is ever scanned: O(bytes / longestRow) where all is well.
  public static func overlongRow(_ file: FileBytes) -> Int? {
    var start = 0
    while start + longestRow <= file.count {
      let stretch = UnsafeBufferPointer(rebasing: file.bytes[start..<(start + longestRow)])
      guard stretch.contains(where: { $0 == 10 || $0 == 13 }) else {
        var line = 1
        for at in stride(from: 0, to: start, by: longestRow) {
          let passed = at..<min(at + longestRow, start)
          for end in passed where file.endsLine(before: end + 1) { line += 1 }
          file.release(passed)
        }
        return line
      }
      start += longestRow
    }
    return nil
  }

  /// The first rows of a file as arrays of bytes, blank rows left out, each with its physical line (the first is 1).
  public static func firstRows(
    _ file: FileBytes, dialect: CSVDialect, limit: Int
  ) -> [(line: Int, fields: [[UInt8]], end: Int, linesBefore: Int)] {
    var scanner = CSVScanner(file, from: mark(file), dialect: dialect)
    var rows: [(line: Int, fields: [[UInt8]], end: Int, linesBefore: Int)] = []
    while rows.count < limit, let row = scanner.next() {
      guard row.offset < 1 << 20 else { break }
      if row.isBlank { continue }
      rows.append((row.line + 1, row.fields.map(Array.init), scanner.position, scanner.lines))
    }
    return rows
  }

  /// How evenly a delimiter parts the rows: the share of rows that have the commonest number of fields, 0 for one field.
  public static func evenness(_ rows: [Int]) -> Double {
    guard !rows.isEmpty else { return 0 }
    var counts: [Int: Int] = [:]
    for fields in rows where fields > 1 { counts[fields, default: 0] += 1 }
    return Double(counts.values.max() ?? 0) / Double(rows.count)
  }

  private static let magics: [([UInt8], Disguise)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole), ([0x1F, 0x8B], .gzip),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .pdf), ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
  ]
}
