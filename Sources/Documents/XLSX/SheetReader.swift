/// Reads the cells of a worksheet that `SheetWriter` made: for the check of an annex against its letter.
public struct SheetReader: Sendable {
  /// Rows of cells as texts, title lines and header included.
  public let rows: [[String]]

  /// O(length).
  public init(xml: String) {
    var rows: [[String]] = []
    var rest = xml[...]
    while let open = rest.firstRange(of: "<row"), let close = rest[open.upperBound...].firstRange(of: "</row>") {
      rows.append(Self.cells(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    self.rows = rows
  }

  private static func cells(_ row: Substring) -> [String] {
    row.split(separator: "<c", omittingEmptySubsequences: false).dropFirst().map { cell in
      guard let open = cell.firstRange(of: "<v>"), let close = cell.firstRange(of: "</v>") else { return "" }
      return unescaped(cell[open.upperBound..<close.lowerBound])
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var text = String(text)
    for (mark, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#9;", "\t"), ("&#10;", "\n"), ("_x005F_", "_"), ("&amp;", "&"),
    ] { text.replace(mark, with: character) }
    return text
  }
}
