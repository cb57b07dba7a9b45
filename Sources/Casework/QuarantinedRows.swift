import Documents
import Platform

/// The rows that a finished run set aside, as `karantina.csv` holds them.
package enum QuarantinedRows {
  package static let fileName = "karantina.csv"

  /// One row that was not used, and why.
  package struct Entry: Sendable {
    package let file: String
    /// Physical line, the first is 1.
    package let line: Int
    /// Empty where the whole row is meant.
    package let field: String
    package let reason: String
  }

  /// All of them in the order of the file; none where the run has no such file or it cannot be read.
  package static func read(_ runFolder: String) -> [Entry] {
    let path = runFolder + "/" + fileName
    guard access(path, F_OK) == 0 else { return [] }
    var entries: [Entry] = []
    try? NamedColumns.read(path, ["berkas", "baris", "bidang", "alasan"]) { row in
      entries.append(Entry(file: row[0], line: row.number(1), field: row[2], reason: row[3]))
    }
    return entries
  }
}
