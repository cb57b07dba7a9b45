import Documents

/// Reads some columns of a comma-separated file by the names in its header; a run's own files and truth files.
struct NamedColumns {
  /// One row: the fields asked for, in the order asked.
  struct Row {
    fileprivate let row: CSVRow
    fileprivate let positions: [Int]
    fileprivate let titles: [String]

    /// Whether the row has a field for every column of the file, no more and no fewer.
    var isWhole: Bool { row.count == titles.count }
    /// Physical line, the header is 1.
    var line: Int { row.line + 1 }
    /// Every field by the title of its column.
    var all: [(column: String, value: String)] {
      zip(titles, row.fields).map { ($0, String(decoding: $1, as: UTF8.self)) }
    }

    /// The text of a column; empty where the row is too short.
    subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
      let position = positions[column]
      return position < row.fields.count ? row.fields[position] : UnsafeBufferPointer(start: nil, count: 0)
    }

    /// A whole number, leading zeros allowed; 0 for anything else.
    func number(_ column: Int) -> Int {
      var value = 0
      for byte in bytes(column) {
        guard (48...57).contains(byte), value < Int.max / 100 else { return 0 }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
  }

  /// Hands every row to `body`, header and blank rows left out.
  ///
  /// - Throws: `ScoringError` where the file cannot be read or lacks a column.
  static func read(_ path: String, _ names: [String], _ body: (Row) -> Void) throws(ScoringError) {
    let file: FileBytes
    do { file = try FileBytes(path: path) } catch { throw .unreadable(path) }
    var scanner = CSVScanner(file, from: CSVSniffer.mark(file), dialect: CSVDialect(delimiter: 44))
    guard let header = scanner.next() else { throw .unreadable(path) }
    let titles = header.fields.map { String(decoding: $0, as: UTF8.self) }
    var positions: [Int] = []
    for name in names {
      guard let position = titles.firstIndex(of: name) else { throw .noColumn(path, name) }
      positions.append(position)
    }
    while let row = scanner.next() {
      if !row.isBlank { body(Row(row: row, positions: positions, titles: titles)) }
    }
  }
}

/// Why a run cannot be scored: one Indonesian sentence.
package struct ScoringError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
}

extension ScoringError {
  fileprivate static func unreadable(_ path: String) -> ScoringError {
    ScoringError(description: "\(path) tidak dapat dibaca; sebutkan folder hasil dari 'padan periksa' dan kunci.csv.")
  }

  fileprivate static func noColumn(_ path: String, _ name: String) -> ScoringError {
    ScoringError(description: "\(path): kolom \(name) tidak ada; berkas ini bukan yang diharapkan.")
  }
}
