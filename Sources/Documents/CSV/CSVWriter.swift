/// Fields of RFC 4180 with a comma, quoted only where they must be.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets take as
/// "this is text".
extension ByteWriter {
  /// One field of text; the caller writes the commas.
  public mutating func append(csv field: UnsafeRawBufferPointer) {
    if let first = field.first, startsFormula(first) {
      append(quoted: field, apostrophe: true)
    } else if field.contains(where: Self.needsQuotes) {
      append(quoted: field, apostrophe: false)
    } else {
      append(field)
    }
  }

  public mutating func append(csv field: String) {
    var field = field
    field.withUTF8 { append(csv: UnsafeRawBufferPointer($0)) }
  }

  /// A header or a row of known-good words.
  public mutating func append(csvHeader names: [String]) {
    for (i, name) in names.enumerated() {
      if i > 0 { append(44) }
      append(csv: name)
    }
    append(10)
  }

  private mutating func append(quoted field: UnsafeRawBufferPointer, apostrophe: Bool) {
    append(34)
    if apostrophe { append(39) }
    var start = 0
    while true {
      let quote = field.place(from: start) {
        $0.equal(34) != 0
      } match: {
        $0 == 34
      }
      append(UnsafeRawBufferPointer(rebasing: field[start..<quote]))
      guard quote < field.count else { break }
      append("\"\"")
      start = quote + 1
    }
    append(34)
  }

  /// Whether a field with this byte stands in quotes.
  static func needsQuotes(_ byte: UInt8) -> Bool { byte == 44 || byte == 34 || byte == 10 || byte == 13 }
}

/// Whether a cell that starts with this byte could be run as a formula: `=` `+` `-` `@`, tab, carriage return.
public func startsFormula(_ byte: UInt8) -> Bool {
  byte == 61 || byte == 43 || byte == 45 || byte == 64 || byte == 9 || byte == 13
}
