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
            if text[i] == 10 && dialect.newline == 10 || text[i] == 13 && dialect.newline == 13 { lines += 1 }
            i += text[i] == 34 ? 2 : 1
          }
          at = close + 1
        }
        let plain = at
        while at < text.count, text[at] != dialect.delimiter, text[at] != dialect.newline { at += 1 }
        var rest = Array(text[plain..<at])
        let endsLine = at < text.count && text[at] == dialect.newline
        if endsLine, dialect.newline == 10, rest.last == 13 { rest.removeLast() }
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
          case 1 where isQuoted: text.append(dialect.newline)
          case 2 where isQuoted: text.append(dialect.delimiter)
          case 3: text.append(13)
          case 4: text.append(contentsOf: [0xC3, 0xA9])
          default: text.append(UInt8(65 + random.below(26)))
          }
        }
        if isQuoted, random.below(12) > 0 { text.append(34) }
        if random.below(20) == 0 { text.append(88) }
      }
      if dialect.newline == 10, random.below(2) == 0 { text.append(13) }
      text.append(dialect.newline)
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
