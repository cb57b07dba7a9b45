import Documents

/// A file that came back from an office, the field or the KPU: decisions of the page, filled sheets, answered annexes.
package struct ReturnedFile: Sendable {
  /// Its name without its folder.
  package let name: String
  package let sha256: String
  package let rows: [ReturnedRow]

  /// Files larger than this are no filled sheets.
  static let largest = 64 << 20

  /// Reads CSV, JSON, XLSX, ODS, XLS or HTML by its content, whatever its name.
  package init(_ path: String) throws(ReturnedFault) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file: FileBytes
    do throws(FileBytes.Failure) { file = try FileBytes(path: path) } catch { throw ReturnedFault(path, error) }
    guard file.count <= Self.largest else {
      throw ReturnedFault(path, "lebih besar dari 64 MiB, jadi bukan lembar isian")
    }
    let bytes = Array(file.bytes)
    self.name = name
    sha256 = SHA256Text.of(bytes)
    if let rows = Self.listed(bytes) {
      self.rows = rows
      return
    }
    let tables = try ReturnedTables(file, path)
    guard tables.hasHeader else {
      throw ReturnedFault(
        path,
        "tidak punya baris judul dengan kolom ID temuan dan Hasil verifikasi, putusan, atau Jawaban KPU; "
          + "kembalikan judul kolomnya seperti semula")
    }
    rows = tables.rows
  }

  /// The rows of `keputusan.json`; nil for what is no such list.
  private static func listed(_ bytes: [UInt8]) -> [ReturnedRow]? {
    guard let value = try? JSONValue(bytes), case .array(let items)? = value["keputusan"] else { return nil }
    return items.enumerated().map { place, item in
      let id = FindingID.read(item.text("id") ?? "") ?? ""
      let word = item.text("putusan") ?? ""
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

/// Why a returned file cannot be read: one sentence.
package struct ReturnedFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  init(_ path: String, _ reason: String) { description = "\(path): \(reason)." }

  init(_ path: String, _ failure: FileBytes.Failure) {
    let reason =
      switch failure {
      case .missing: "tidak ada"
      case .directory: "adalah folder; sebutkan berkas di dalamnya"
      case .notAFile: "bukan berkas biasa"
      case .noPermission: "tidak dapat dibuka: tidak ada izin"
      case .empty: "tidak berisi apa-apa; minta salinan yang utuh"
      case .system(let code): "tidak dapat dibuka: galat sistem \(code)"
      }
    self.init(path, reason)
  }
}
