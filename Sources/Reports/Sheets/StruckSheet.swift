import Documents
import RollModel

/// The voters of a desa who stood on the earlier roll and are struck or gone now, by TPS, each with the reason.
package struct StruckSheet: Sendable {
  package struct Row: Sendable {
    package let reference: RowReference
    /// The mark that the roll bears; nil for a voter who is gone without one.
    package let code: TMSCode?
    package let reason: String

    package init(reference: RowReference, code: TMSCode?, reason: String) {
      self.reference = reference
      self.code = code
      self.reason = reason
    }
  }

  static let name = "Daftar tercoret"

  let sheet: Workbook.Sheet

  init(_ rows: [Row], in record: RunRecord, titleLines: [String]) {
    let ordered = rows.compactMap { row in SheetPerson(row.reference, in: record.data).map { (row, $0) } }
      .sorted { $0.1.order < $1.1.order }
    var cells = SheetWriter(capacity: rows.count * 1000)
    for (number, (row, person)) in ordered.enumerated() {
      let id = record.data.voter(row.reference)?.text(.rollID) ?? ""
      let mark = row.code.map { record.election.codeTable.mark($0) } ?? "-"
      let texts = person.texts + [id, mark, row.reason] + Array(repeating: "", count: Self.open)
      cells.beginRow(lines: max(2, CellLines.count(texts, Self.columns[1...])))
      cells.number(number + 1, .centered)
      for (text, column) in zip(texts, Self.columns[1...]) { cells.text(text, column.isOpen ? .open : .text) }
      cells.endRow()
    }
    sheet = Workbook.Sheet(
      name: Self.name, titleLines: titleLines, columns: Self.columns.map(\.column), cells, isPrinted: true,
      form: SheetForm(
        choices: Self.columns.indices.compactMap { index in
          Self.columns[index].choices.isEmpty
            ? nil
            : SheetForm.Choice(
              column: index, title: Self.columns[index].column.title, values: Self.columns[index].choices)
        }))
  }

  private static let columns: [FieldSheet.Field] =
    [FieldSheet.Field("No", width: 4)] + SheetPerson.columns.map { FieldSheet.Field($0.title, width: $0.width) }
    + [
      FieldSheet.Field("DP_ID", width: 11), FieldSheet.Field("Kode TMS", width: 7),
      FieldSheet.Field("Alasan", width: 26),
      FieldSheet.Field("Keadaan sebenarnya", width: 13, isOpen: true, choices: FieldSheet.results),
      FieldSheet.Field("Tanggal kunjungan", width: 11, isOpen: true),
      FieldSheet.Field("Petugas kunjungan", width: 12, isOpen: true),
      FieldSheet.Field("Keterangan", width: 18, isOpen: true),
    ]
  private static let open = 4
}
