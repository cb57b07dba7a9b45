import Foundation
import RollModel

@testable import Documents

/// The same language as `CSVScanner`, one byte at a time and without any trick.
enum SlowCSV {
  static func parse(_ text: [UInt8], _ dialect: CSVDialect) -> ScannedRows {
    var result = ScannedRows()
    var at = 0
    var lines = 0
    while at < text.count {
      result.offsets.append(at)
      result.lines.append(lines)
      var row: [String] = []
      while true {
        var field: [UInt8] = []
        if at < text.count, text[at] == 34, let close = closing(text, at) {
          var i = at + 1
          while i < close {
            field.append(text[i])
            if text[i] == 10 || isAlone(text, i) { lines += 1 }
            i += text[i] == 34 ? 2 : 1
          }
          at = close + 1
        }
        let plain = at
        while at < text.count, text[at] != dialect.delimiter, text[at] != 10 {
          if isAlone(text, at) {
            guard isInCell(text, at, behind: row.count, dialect) else { break }
            lines += 1
          }
          at += 1
        }
        var rest = Array(text[plain..<at])
        let endsLine = at < text.count && text[at] != dialect.delimiter
        if endsLine, text[at] == 10, rest.last == 13 { rest.removeLast() }
        row.append(String(decoding: field + rest, as: UTF8.self))
        if at < text.count, text[at] == dialect.delimiter {
          at += 1
          continue
        }
        if endsLine {
          at += 1
          lines += 1
        }
        break
      }
      result.rows.append(row)
    }
    return result
  }

  /// Whether a carriage return belongs to no line feed.
  private static func isAlone(_ text: [UInt8], _ at: Int) -> Bool {
    text[at] == 13 && !text[(at + 1)...].starts(with: [10]) && !text[(at + 1)...].starts(with: [13, 10])
  }

  /// Whether the row, read on over carriage returns that stand alone, is a whole one at some line break.
  private static func isInCell(_ text: [UInt8], _ at: Int, behind count: Int, _ dialect: CSVDialect) -> Bool {
    guard count + 1 < dialect.width else { return false }
    var fields = count + 1
    var breaks = 0
    var i = at + 1
    while i < text.count {
      if text[i] == 10 { break }
      if isAlone(text, i) {
        breaks += 1
        if fields == dialect.width || breaks == 8 { return fields == dialect.width }
      }
      if text[i] == dialect.delimiter {
        fields += 1
        if i + 1 < text.count, text[i + 1] == 34, let close = closing(text, i + 1) { i = close }
      }
      i += 1
    }
    return fields == dialect.width
  }

  private static func closing(_ text: [UInt8], _ open: Int) -> Int? {
    var i = open + 1
    while i < min(text.count, open + CSVDialect.longestQuotedField) {
      if text[i] == 34 {
        guard i + 1 < text.count, text[i + 1] == 34 else { return i }
        i += 1
      }
      i += 1
    }
    return nil
  }
}

/// Documents of short fields with everything that is hard in them.
enum RandomCSV {
  static func document(_ random: inout SeededGenerator, _ dialect: CSVDialect) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<(1 + random.below(12)) {
      for field in 0..<(1 + random.below(8)) {
        if field > 0 { text.append(dialect.delimiter) }
        let isQuoted = random.below(4) == 0
        if isQuoted { text.append(34) }
        for _ in 0..<random.below(random.below(8) == 0 ? 90 : 12) {
          switch random.below(isQuoted ? 12 : 24) {
          case 0: text.append(contentsOf: isQuoted ? [34, 34] : [34])
          case 1 where isQuoted: text.append(random.below(2) == 0 ? 10 : 13)
          case 2 where isQuoted: text.append(dialect.delimiter)
          case 3: text.append(13)
          case 4: text.append(contentsOf: [0xC3, 0xA9])
          default: text.append(UInt8(65 + random.below(26)))
          }
        }
        if isQuoted, random.below(12) > 0 { text.append(34) }
        if random.below(20) == 0 { text.append(88) }
      }
      let ends: [[UInt8]] = [[10], [10], [13, 10], [13, 10], [13], [13, 13, 10]]
      text.append(contentsOf: ends[random.below(ends.count)])
    }
    if random.below(3) == 0 { text.removeLast() }
    return text
  }
}

func temporaryFile(_ bytes: [UInt8]) throws -> String {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("csv-\(UUID().uuidString)")
  try Data(bytes).write(to: url)
  return url.path
}

func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
