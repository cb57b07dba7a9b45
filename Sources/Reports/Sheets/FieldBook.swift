import Documents
import RollModel

/// The workbook of one desa: what to verify, and whom the roll has struck since the earlier one.
package struct FieldBook: Sendable {
  package let bytes: [UInt8]

  static let name = "Verifikasi"

  /// - Parameters:
  ///   - day: of the run.
  ///   - hasStruck: the case has an earlier roll, so that a desa without a struck voter says so.
  package init(
    village: Int, _ selection: FieldSelection, of record: RunRecord, day: CalendarDay, hasStruck: Bool
  ) throws {
    let lines = Self.lines(selection.findings[village] ?? [], record)
    let place = SheetTitle(village: village, in: record)
    var sheets = [
      FieldSheet(
        name: Self.name,
        titleLines: place.lines(
          "Lembar verifikasi faktual", day: day, count: "\(IndonesianNumber.grouped(lines.count)) temuan",
          SheetTitle.howTo),
        lines
      ).sheet
    ]
    if hasStruck {
      let struck = selection.struck[village] ?? []
      sheets.append(
        StruckSheet(
          struck, in: record,
          titleLines: place.lines(
            "Daftar pemilih yang tercoret atau hilang sejak daftar sebelumnya", day: day,
            count: "\(IndonesianNumber.grouped(struck.count)) pemilih", SheetTitle.struckHowTo)
        ).sheet)
    }
    var sink = MemorySink()
    try Workbook(sheets).write(to: &sink)
    bytes = sink.bytes
  }

  /// By TPS, RW, RT, address and name; findings of one person one after another, in the order of the run.
  private static func lines(_ findings: [Int], _ record: RunRecord) -> [FieldSheet.Line] {
    findings.compactMap { index -> (order: SheetPerson.Order, index: Int, line: FieldSheet.Line)? in
      let finding = record.findings[index]
      guard case .person(let reference) = finding.subject, let person = SheetPerson(reference, in: record.data) else {
        return nil
      }
      let words = FieldWords(finding, in: record)
      return (
        person.order, index,
        FieldSheet.Line(person: person, finding: words.finding, question: words.question, id: finding.id)
      )
    }.sorted { ($0.order, $0.index) < ($1.order, $1.index) }.map(\.line)
  }
}
