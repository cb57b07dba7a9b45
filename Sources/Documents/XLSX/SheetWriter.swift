/// Cells of a worksheet as XML, row by row, fast enough for a million rows.
///
/// Texts stand in the cells themselves; identity numbers are texts, never numbers. No cell can be a formula: none is
/// written as one, and a text that begins like one is marked as quoted, so that it stays text when it is edited.
public struct SheetWriter: ~Copyable {
  public var out: ByteWriter
  public private(set) var rows = 0

  public init(capacity: Int = 1 << 16) { out = ByteWriter(capacity: capacity) }

  /// Forgets the rows and keeps the memory.
  public mutating func removeAll() {
    out.removeAll()
    rows = 0
  }

  public mutating func beginRow() {
    out.append("<row>")
    rows += 1
  }

  /// A row that is `lines` lines of text high, for cells that wrap.
  public mutating func beginRow(lines: Int) {
    out.append("<row ht=\"")
    out.append(integer: 2 + 13 * max(1, min(30, lines)))
    out.append("\" customHeight=\"1\">")
    rows += 1
  }

  public mutating func endRow() { out.append("</row>") }

  @inlinable
  public mutating func blank() { out.append("<c/>") }

  /// A cell of text in the given style.
  public mutating func text(_ value: UnsafeRawBufferPointer, _ style: CellStyle = .plain) {
    guard let first = value.first else {
      style == .plain ? blank() : open(style, " ")
      if style != .plain { out.append("/>") }
      return
    }
    open(startsFormula(first) ? .quoted : style, " t=\"str\"")
    out.append("><v>")
    out.append(cellText: value)
    out.append("</v></c>")
  }

  /// A cell of text that was looked through before.
  @inlinable
  public mutating func text(_ value: ScannedText) {
    guard !value.bytes.isEmpty else {
      blank()
      return
    }
    guard !value.care.has(.xml | .formula) else {
      text(value.bytes)
      return
    }
    out.append("<c t=\"str\"><v>")
    out.append(padded: value.bytes)
    out.append("</v></c>")
  }

  public mutating func text(_ value: String, _ style: CellStyle = .plain) {
    var value = value
    value.withUTF8 { text(UnsafeRawBufferPointer($0), style) }
  }

  /// A cell with a number that is already written in digits; empty stays blank.
  public mutating func number(digits value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else {
      blank()
      return
    }
    out.append("<c><v>")
    out.append(value)
    out.append("</v></c>")
  }

  public mutating func number(_ value: Int, _ style: CellStyle = .plain) {
    open(style, "")
    out.append("><v>")
    out.append(integer: value)
    out.append("</v></c>")
  }

  private mutating func open(_ style: CellStyle, _ type: StaticString) {
    out.append("<c")
    if style != .plain {
      out.append(" s=\"")
      out.append(integer: style.rawValue)
      out.append(34)
    }
    out.append(type)
  }
}

/// Styles of the workbook, by their number in `styles.xml`.
public enum CellStyle: Int, Sendable {
  /// As the program decides; for cells that nobody edits.
  case plain
  /// Text also when it is edited: identity numbers.
  case text
  /// Text that begins like a formula.
  case quoted
  case header, title, bordered, borderedNumber, total
  /// Text that is filled in by hand, open where the sheet is protected: of a sheet with a `SheetForm` only.
  case open
  /// A number in the middle of its cell, of such a sheet too.
  case centered
}

extension ByteWriter {
  /// XML text in which `_x0041_`, which spreadsheets read as a character's number, is kept as it is written.
  fileprivate mutating func append(cellText value: UnsafeRawBufferPointer) {
    guard value.contains(Self.characterNumberMark) else {
      append(xml: value)
      return
    }
    var start = 0
    for i in 0..<value.count where Self.isCharacterNumber(value, i) {
      append(xml: UnsafeRawBufferPointer(rebasing: value[start..<i]))
      append("_x005F_")
      start = i + 1
    }
    append(xml: UnsafeRawBufferPointer(rebasing: value[start..<value.count]))
  }

  /// What the number of a character starts with: an underscore.
  static let characterNumberMark: UInt8 = 95

  /// Whether `_xHHHH_` starts at `i`.
  private static func isCharacterNumber(_ value: UnsafeRawBufferPointer, _ i: Int) -> Bool {
    guard value[i] == characterNumberMark, i + 6 < value.count, value[i + 1] == 120, value[i + 6] == 95 else {
      return false
    }
    return value[(i + 2)...(i + 5)].allSatisfy {
      (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
    }
  }
}
