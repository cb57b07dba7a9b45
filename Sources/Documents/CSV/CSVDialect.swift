/// How a text file parts its rows and fields.
package struct CSVDialect: Hashable, Sendable {
  package var delimiter: UInt8
  /// Line feed, or carriage return in files that have no line feed at all. A carriage return before a line feed is dropped.
  package var newline: UInt8
  package static let quote: UInt8 = 34

  package init(delimiter: UInt8, newline: UInt8 = 10) {
    self.delimiter = delimiter
    self.newline = newline
  }

  /// Delimiters that are recognised without being told, the likelier first.
  package static let delimiters: [UInt8] = [44, 59, 35, 9, 124]

  /// A quoted field is at most this long; a quote that none closes within it is an ordinary character.
  ///
  /// So one stray quote damages one row, not the rest of the file.
  package static let longestQuotedField = 1 << 16
}

/// One row: its fields unquoted and unescaped, valid until the scanner moves on.
package struct CSVRow {
  /// At most `CSVScanner.maximumFields` are kept.
  package let fields: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  /// Fields seen, kept or not.
  package let count: Int
  /// Byte at which the row starts.
  package let offset: Int
  /// Line breaks before the row, from where the scanner began.
  package let line: Int

  package init(
    fields: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>, count: Int, offset: Int, line: Int
  ) {
    self.fields = fields
    self.count = count
    self.offset = offset
    self.line = line
  }

  /// Whether every field is empty or blank.
  package var isBlank: Bool { fields.allSatisfy { field in field.allSatisfy { $0 <= 32 } } }
}
