/// How a text file parts its rows and fields.
public struct CSVDialect: Hashable, Sendable {
  public var delimiter: UInt8
  /// Fields of a whole row, as far as its header tells; 0 where nothing does. See `CSVScanner` for what it decides.
  public var width: Int
  public static let quote: UInt8 = 34

  public init(delimiter: UInt8, width: Int = 0) {
    self.delimiter = delimiter
    self.width = width
  }

  /// Delimiters that are recognised without being told, the likelier first.
  public static let delimiters: [UInt8] = [44, 59, 35, 9, 124]

  /// A quoted field is at most this long; a quote that none closes within it is an ordinary character.
  ///
  /// So one stray quote damages one row, not the rest of the file.
  public static let longestQuotedField = 1 << 16
}

/// One row: its fields unquoted and unescaped, valid until the scanner moves on.
public struct CSVRow {
  /// At most `CSVScanner.maximumFields` are kept.
  public let fields: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  /// Fields seen, kept or not.
  public let count: Int
  /// Byte at which the row starts.
  public let offset: Int
  /// Line breaks before the row, from where the scanner began.
  public let line: Int

  public init(
    fields: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>, count: Int, offset: Int, line: Int
  ) {
    self.fields = fields
    self.count = count
    self.offset = offset
    self.line = line
  }

  /// Whether every field is empty or blank.
  public var isBlank: Bool { fields.allSatisfy { field in field.allSatisfy { $0 <= 32 } } }
}
