/// What is said of one input file: where it is, what its rows are, and what became of each of them.
package struct SourceFile: Sendable {
  /// Path inside the case folder, `/` between parts: what findings and rejections name.
  package var path: String
  package var role: Role
  package var format: String
  package var bytes: Int
  /// Data rows seen, header not counted. `rowsRead == rowsUsed + rowsQuarantined`, asserted after reading.
  package var rowsRead = 0
  package var rowsUsed = 0
  package var rowsQuarantined = 0
  /// Rows of which a part was repaired because exactly one reading was possible.
  package var rowsRepaired = 0
  package var nikState = NumberState.full
  package var nkkState = NumberState.full
  /// What else is known of the number columns: for the report.
  package var nikColumn = NumberColumn()
  package var nkkColumn = NumberColumn()
  /// Latest date that the file itself states for its data (name or column), if any: decides which of two is newer.
  package var issued = CalendarDay()
  /// How the file was understood, for the report: delimiter, encoding, layout.
  package var reading: [String] = []

  package init(path: String, role: Role, format: String, bytes: Int) {
    self.path = path
    self.role = role
    self.format = format
    self.bytes = bytes
  }

  /// A column of identity numbers, as the report names it.
  package struct NumberColumn: Sendable, Equatable {
    /// Its header as the file writes it; empty where the file has no such column.
    package var header = ""
    package var written = 0
    /// Numbers that came without their last digit.
    package var lost = 0
    /// Numbers of which a mask hides digits.
    package var masked = 0
    /// Bit `i`: some masked number shows its digit `i` (0 = leftmost).
    package var shown: UInt16 = 0

    package init() {}
  }

  /// How far the identity numbers of a file can be trusted, decided from up to 5,000 values (matching page, 1.4).
  package enum NumberState: String, Sendable {
    case full = "utuh"
    /// Excel kept fifteen digits and wrote 0 for the sixteenth.
    case truncated = "terpotong"
    case masked = "disamarkan"
    case absent = "tidak-ada"
    package var isWeak: Bool { self == .truncated || self == .masked }
  }
}

/// A row that was not used, and why. The value is already masked.
package struct Rejection: Sendable {
  package var file: String
  /// Physical line (the first is 1).
  package var line: Int
  package var field: String
  package var reason: String
  package var value: String

  package init(file: String, line: Int, field: String, reason: String, value: String) {
    self.file = file
    self.line = line
    self.field = field
    self.reason = reason
    self.value = value
  }
}

/// The original text of a file's rows, for the few that are printed.
package protocol RowTexts: Sendable {
  /// The field of the row that starts at byte `offset`, unescaped and trimmed; empty where the file has no such column.
  func text(_ field: Field, at offset: Int) -> String
  /// Lends the same as UTF-8, valid inside `body` only: for the many rows that are printed and never looked into.
  func withText(_ field: Field, at offset: Int, _ body: (UnsafeRawBufferPointer) -> Void)
  /// Asks for the row that starts at byte `offset` before its fields are.
  func prefetch(at offset: Int)
  /// Lets go of what reading rows again brought into memory; it is brought back when asked for.
  func release()
}

extension RowTexts {
  package func withText(_ field: Field, at offset: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    var text = text(field, at: offset)
    text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  package func prefetch(at offset: Int) {}

  package func release() {}
}
