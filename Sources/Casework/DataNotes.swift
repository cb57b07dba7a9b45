import Platform

/// The notes of data of a finished run, as `catatan-data.csv` holds them.
package enum DataNotes {
  static let fileName = "catatan-data.csv"
  private static let columns = [
    "id", "aturan", "berkas", "baris", "kode_desa", "kecamatan", "desa", "tps", "bidang", "catatan",
  ]

  /// Hands the columns asked for of every note to `body`; none where the run has no such file, as of earlier versions.
  static func read(
    _ runFolder: String, _ columns: [String], _ body: (NamedColumns.Row) -> Void
  ) throws(ScoringError) {
    let path = runFolder + "/" + fileName
    guard access(path, F_OK) == 0 else { return }
    try NamedColumns.read(path, columns, body)
  }

  /// The note with this id, column by column in the order of the file; nil where there is none.
  ///
  /// - Throws: `ScoringError` where the file cannot be read or has other columns.
  package static func note(_ id: String, in runFolder: String) throws(ScoringError) -> [(
    column: String, value: String
  )]? {
    var found: [(column: String, value: String)]?
    try read(runFolder, columns) { row in
      if found == nil, row[0] == id { found = columns.indices.map { (columns[$0], row[$0]) } }
    }
    return found
  }
}
