/// What is said of one input file: where it is, what its rows are, and what became of each of them.
public struct SourceFile: Sendable {
  /// Path inside the case folder, `/` between parts: what findings and rejections name.
  public var path: String
  public var role: Role
  public var format: String
  public var bytes: Int
  /// Data rows seen, header not counted. `rowsRead == rowsUsed + rowsQuarantined + rowsOfFurniture`, asserted after
  /// reading.
  public var rowsRead = 0
  public var rowsUsed = 0
  public var rowsQuarantined = 0
  /// Rows were there, and none could be used.
  public var isUnused: Bool { rowsUsed == 0 && rowsQuarantined > 0 }
  /// Rows that a printed list has on every page: repeated headers, totals, page numbers, signatures.
  public var rowsOfFurniture = 0
  /// Rows of which a part was repaired because exactly one reading was possible.
  public var rowsRepaired = 0
  /// Fields that could not be read of rows that are used, and in how many.
  public var unknownFields: [Field: Int] = [:]
  /// Of the remarks among them: those that say TMS and no reason.
  public var bareMarks = 0
  public var nikState = NumberState.full
  public var nkkState = NumberState.full
  /// What else is known of the number columns: for the report.
  public var nikColumn = NumberColumn()
  public var nkkColumn = NumberColumn()
  /// Latest date that the file itself states for its data (name or column), if any: decides which of two is newer.
  public var issued = CalendarDay()
  /// How the file was understood, for the report: delimiter, encoding, layout.
  public var reading: [String] = []

  public init(path: String, role: Role, format: String, bytes: Int) {
    self.path = path
    self.role = role
    self.format = format
    self.bytes = bytes
  }

  /// A column of identity numbers, as the report names it.
  public struct NumberColumn: Sendable, Equatable {
    /// Its header as the file writes it; empty where the file has no such column.
    public var header = ""
    public var written = 0
    /// Numbers that came without their last digit.
    public var lost = 0
    /// Numbers of which a mask hides digits.
    public var masked = 0
    /// Bit `i`: some masked number shows its digit `i` (0 = leftmost).
    public var shown: UInt16 = 0

    public init() {}
  }

  /// How far the identity numbers of a file can be trusted, decided from up to 5,000 values (matching page, 1.4).
  public enum NumberState: String, Sendable {
    case full = "utuh"
    /// Excel kept fifteen digits and wrote 0 for the sixteenth.
    case truncated = "terpotong"
    case masked = "disamarkan"
    case absent = "tidak-ada"
    public var isWeak: Bool { self == .truncated || self == .masked }
  }
}

/// A row that was not used, and why. The value is already masked.
public struct Rejection: Sendable {
  public var file: String
  /// Physical line (the first is 1).
  public var line: Int
  public var field: String
  public var reason: String
  public var value: String

  public init(file: String, line: Int, field: String, reason: String, value: String) {
    self.file = file
    self.line = line
    self.field = field
    self.reason = reason
    self.value = value
  }
}

/// The original text of a file's rows, for the few that are printed.
public protocol RowTexts: Sendable {
  /// The field of the row that starts at byte `offset`, unescaped and trimmed; empty where the file has no such column.
  func text(_ field: Field, at offset: Int) -> String
  /// Lends the same as UTF-8, valid inside `body` only: for the many rows that are printed and never looked into. What
  /// is read for one stays in `window` for others that stand near it.
  func withText(_ field: Field, at offset: Int, _ window: inout RowWindow, _ body: (UnsafeRawBufferPointer) -> Void)
  /// The core words of the father's name of each of these rows, with one blank between them; empty where there are none.
  func fathers(at offsets: [Int]) -> [String]
  /// Whether the file has a column of ages.
  var statesAges: Bool { get }
  /// The age that each of these rows states, in years; 0 where none can be read.
  func ages(at offsets: [Int]) -> [UInt8]
  /// Lets go of what reading rows again brought into memory; it is brought back when asked for.
  func release()
}

extension RowTexts {
  public func withText(
    _ field: Field, at offset: Int, _ window: inout RowWindow, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    var text = text(field, at: offset)
    text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  public func fathers(at offsets: [Int]) -> [String] { offsets.map { _ in "" } }

  public var statesAges: Bool { false }

  public func ages(at offsets: [Int]) -> [UInt8] { offsets.map { _ in 0 } }

  public func release() {}
}

extension [SourceFile] {
  /// The most restrictive state of the identity numbers in any of the files.
  public var nikState: SourceFile.NumberState {
    let states = filter { $0.rowsUsed > 0 }.map(\.nikState)
    if states.contains(.masked) { return .masked }
    if states.contains(.truncated) { return .truncated }
    return states.contains(.full) || states.isEmpty ? .full : .absent
  }
}
