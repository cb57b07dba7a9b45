import Documents
import RollModel

/// `laporan-posko.csv`: whom each complaint may be about, on the roll and in the findings; only of a case with complaints.
///
/// Nobody is named: a complaint by its receipt, a voter by file and line, a finding by its id.
package struct ComplaintsCSV: Reporter {
  package static let fileName = "laporan-posko.csv"
  static let columns = ["nomor", "kelompok", "berkas", "baris", "dapat_dicari", "pemilih", "temuan"]

  package init() {}

  package func isWanted(for record: RunRecord) -> Bool { record.complaints != nil }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var out = ByteWriter()
    out.append(csvHeader: Self.columns)
    if let recap = record.complaints, let list = record.data.lists[.complaints] {
      for (row, entry) in recap.entries.enumerated() {
        let voters = entry.voters.map { record.data.roll[$0] }.map { "\($0.path) baris \($0.line)" }
        let cells = [
          PrintedText.maskedOfficeNumber(list.text(.receipt, row: row)), entry.cluster, list[row].path,
          String(list[row].line),
          entry.isComparable ? "ya" : "tidak", voters.joined(separator: "; "), entry.findings.joined(separator: "; "),
        ]
        for (column, cell) in cells.enumerated() {
          if column > 0 { out.append(44) }
          out.append(csv: cell)
        }
        out.append(10)
      }
    }
    try sink.write(out)
  }
}
