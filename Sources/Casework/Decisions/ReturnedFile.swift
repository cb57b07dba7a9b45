import Documents

/// A file that came back from an office, the field or the KPU: decisions of the page, filled sheets, answered annexes.
package struct ReturnedFile: Sendable {
  /// Its name without its folder.
  package let name: String
  package let sha256: String
  package let rows: [ReturnedRow]
  /// Rows filled in on sheets of struck voters, of which nothing can be recorded.
  package let unrecorded: [(sheet: String, row: Int)]

  /// Reads CSV, JSON, XLSX, ODS, XLS or HTML by its content, whatever its name.
  package init(_ path: String) throws(ReturnedFault) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = try ReturnedTables.open(path)
    let bytes = Array(file.bytes)
    self.name = name
    sha256 = SHA256Text.of(bytes)
    if let rows = Self.listed(bytes) {
      self.rows = rows
      unrecorded = []
      return
    }
    let tables = try ReturnedTables(file, path)
    guard !tables.headers.isEmpty || !tables.unrecorded.isEmpty else {
      throw ReturnedFault(
        path,
        "tidak punya baris judul dengan kolom ID temuan dan Hasil verifikasi, putusan, atau Jawaban KPU; "
          + "kembalikan judul kolomnya seperti semula")
    }
    rows = tables.rows.flatMap(ReturnedRow.reading)
    unrecorded = tables.unrecorded
  }

  /// The rows of `keputusan.json`; nil for what is no such list.
  private static func listed(_ bytes: [UInt8]) -> [ReturnedRow]? {
    guard let value = try? JSONValue(bytes), case .array(let items)? = value["keputusan"] else { return nil }
    return items.enumerated().map { place, item in
      let id = FindingID.read(item.text("id") ?? "") ?? ""
      let word = ReturnedRow.filled(item.text("putusan") ?? "")
      var row = ReturnedRow(row: place + 1, id: id, statement: .empty, note: item.text("catatan") ?? "")
      if id.isEmpty {
        row.statement = .unclear(ReturnedRow.badID)
      } else if !word.isEmpty {
        row.statement = ReturnedRow.statement(word)
      }
      return row
    }
  }
}
