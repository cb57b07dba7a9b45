/// A table for a terminal: first column to the left, the others to the right, two blanks between.
struct TextTable {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }
      return "  " + cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension Int {
  /// With dots between thousands, as Indonesian writes numbers.
  var grouped: String {
    var digits = String(magnitude)
    var text = ""
    while digits.count > 3 {
      text = "." + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + digits + text
  }
}

extension Double {
  /// With a fixed count of decimals after a comma, as Indonesian writes numbers.
  func decimal(_ places: Int, signed: Bool = false) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard isFinite, abs(self) * scale < 9e15 else { return String(self) }
    let scaled = Int((abs(self) * scale).rounded())
    let whole = String(scaled / Int(scale))
    let rest = String(scaled % Int(scale))
    let sign = self < 0 && scaled > 0 ? "-" : signed && scaled > 0 ? "+" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + "," + String(repeating: "0", count: places - rest.count) + rest
  }
}
