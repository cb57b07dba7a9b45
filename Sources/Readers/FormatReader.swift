import Documents

/// A way to turn a file's bytes into rows of delimited text. The list is the seam at which formats are added.
struct FormatReader: Sendable {
  /// As printed: `CSV`, `XLSX`.
  let name: String
  /// Whether the file is of this format, by its first bytes.
  let claims: @Sendable (FileBytes) -> Bool
  /// The same file as delimited text; a refusal where that cannot be had.
  let open: @Sendable (FileBytes) throws(Refusal) -> FileBytes

  /// Asked in order; the first that claims a file reads it.
  static let all: [FormatReader] = [
    refusing(
      "XLSX", .zip, "ternyata buku kerja Excel (.xlsx) atau berkas zip; pembacaan langsung belum tersedia di versi ini"),
    refusing("XLS", .ole, "ternyata buku kerja Excel lama (.xls)"),
    refusing("GZIP", .gzip, "ternyata berkas gzip (.gz); versi ini belum dapat membukanya. Buka dahulu pemampatannya"),
    refusing("XML", .xml, "ternyata berkas XML; versi ini belum dapat membacanya"),
    refusing("HTML", .html, "ternyata halaman web (HTML) yang disimpan dengan nama lain"),
    refusing("PDF", .pdf, "ternyata berkas PDF"),
    refusing("UTF-16", .utf16, "tersimpan sebagai teks Unicode UTF-16"),
    refusing("biner", .binary, "berisi bita NUL, jadi bukan berkas teks"),
    FormatReader(name: "CSV", claims: { _ in true }, open: { file throws(Refusal) in file }),
  ]

  private static func refusing(_ name: String, _ disguise: CSVSniffer.Disguise, _ found: String) -> FormatReader {
    FormatReader(name: name) {
      CSVSniffer.disguise($0) == disguise
    } open: { _ throws(Refusal) in
      throw Refusal("\(found). Simpan sebagai CSV UTF-8 lalu ulangi.")
    }
  }
}
