import Documents

/// The annex's recap by desa: L, P and both of each reason, which is copied into the daily form.
///
/// Wider than a page: each page says what the marks of its own columns mean, and what stands above the names of the desa,
/// which every page repeats, is no wider than they are.
struct DesaRecap {
  let table: LetterTable
  /// What stands above every sheet of the annex.
  let head: [String]

  init(_ table: LetterTable, _ head: [String]) {
    self.table = table
    self.head = head
  }

  private static let names = [Workbook.Column("Kecamatan", width: 22), Workbook.Column("Desa", width: 20)]
  private static let counts = ["L", "P", "L+P"]

  var sheet: Workbook.Sheet {
    var cells = SheetWriter()
    let all = table.categories.indices
    for area in table.areas {
      let counts = all.map { table.count($0, in: area) } + [table.sum(in: area)]
      LetterAnnex.line([area.kecamatan, area.desa], counts, .bordered, .borderedNumber, &cells)
    }
    LetterAnnex.line(["Jumlah", ""], all.map { table.sum($0) } + [table.sum], .total, .total, &cells)
    let marks = table.marks
    let columns = (marks + ["Jml"]).flatMap { mark in Self.counts.map { Workbook.Column("\(mark) \($0)", width: 8) } }
    let width = Self.names.reduce(-2) { $0 + $1.width }
    var sheet = Workbook.Sheet(
      name: "Rekap desa", titleLines: ["Rekapitulasi menurut desa"] + head.flatMap { Self.wrapped($0, width) },
      columns: Self.names + columns, cells, isPrinted: true)
    (sheet.repeatedColumns, sheet.columnsTogether, sheet.paper) = (Self.names.count, Self.counts.count, .folio)
    let reasons = zip(marks, table.categories).map { "\($0) \($1.label)" }
    let starts = [sheet.repeatedColumns] + sheet.pageStarts
    for (start, end) in zip(starts, starts.dropFirst() + [sheet.columns.count]) {
      let groups =
        (start - sheet.repeatedColumns) / sheet.columnsTogether..<(end - sheet.repeatedColumns) / sheet.columnsTogether
      sheet.notes[start] = Array(reasons[groups.clamped(to: reasons.indices)])
    }
    return sheet
  }

  /// Lines of at most so many characters, broken at blanks.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
