import RollModel

/// Columns of which many cells could not be read although their rows are used: a layout or a code that padan does not
/// know, which must be said aloud.
enum UnknownFields {
  /// Share of a file's rows from which a column is told of.
  private static let many = 0.05
  private static let few = 2

  static func notices(_ files: [SourceFile], _ opened: [OpenedFile]) -> [String] {
    zip(files, opened).flatMap { file, opened in
      file.unknownFields.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { field, count -> String? in
        guard count > few, Double(count) > many * Double(file.rowsRead) else { return nil }
        let header = opened.header(field)
        return
          "\(file.path): \(count) dari \(file.rowsRead) isian kolom «\(header.isEmpty ? field.rawValue : header)» tidak "
          + "dapat dibaca dan dianggap tidak diketahui; barisnya tetap dipakai. Periksa isi dan judul kolomnya."
      }
    }
  }
}
