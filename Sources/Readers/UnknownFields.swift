import RollModel

/// Columns of which many cells could not be read although their rows are used: a layout or a code that padan does not
/// know, which must be said aloud.
enum UnknownFields {
  /// Share of a file's rows from which a column is told of.
  private static let many = 0.05
  private static let few = 2

  static func notices(_ files: [SourceFile], _ opened: [OpenedFile]) -> [String] {
    zip(files, opened).flatMap { file, opened in
      let notices = file.unknownFields.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap {
        field, all -> String? in
        let count = field == .remark ? all - file.bareMarks : all
        guard count > few, Double(count) > many * Double(file.rowsRead) else { return nil }
        let header = opened.header(field)
        let isDate = OpenedFile.dateFields.contains(field)
        return
          "\(file.path): \(count) dari \(file.rowsRead) isian kolom «\(header.isEmpty ? field.rawValue : header)» tidak "
          + "dapat dibaca\(isDate ? " seluruhnya sebagai tanggal" : "") dan dianggap tidak diketahui; barisnya tetap dipakai. "
          + "Periksa isi dan judul kolomnya"
          + (isDate ? ", juga bentuk_tanggal bila dinyatakan di padan.yaml." : ".")
      }
      return unused(file) + bareMarks(file, opened.header(.remark)) + notices
    }
  }

  /// A list too short to stop the run of which no row is used tells of nobody: its rules find nothing, for want of rows.
  private static func unused(_ file: SourceFile) -> [String] {
    guard file.isUnused else { return [] }
    return [
      "\(file.path): tidak satu pun dari \(file.rowsQuarantined) barisnya dapat dipakai, jadi daftar ini tidak memberi apa-apa. "
        + "Alasannya ada di karantina.csv; perbaiki barisnya, lalu jalankan lagi."
    ]
  }

  /// Voters of whom nobody can tell in which desa they stand, where others are told.
  static func places(_ roll: Roll) -> [String] {
    let lost = roll.columns.area.withUnsafeBufferPointer { areas in areas.count { $0 == 0 } }
    guard lost > 0, lost < roll.count else { return [] }
    return [
      "\(lost) dari \(roll.count) pemilih tidak menyebut desa yang dapat dikenali; mereka diperiksa dan dihitung di jumlah "
        + "seluruhnya, dan di wilayah.csv pada baris TIDAK DIKETAHUI."
    ]
  }

  /// Whoever is marked as TMS without a reason is neither counted as struck nor passed over, which the office must know.
  private static func bareMarks(_ file: SourceFile, _ header: String) -> [String] {
    guard file.bareMarks > 0 else { return [] }
    return [
      "\(file.path): \(file.bareMarks) baris hanya bertuliskan TMS di kolom «\(header)», tanpa kode atau sebab, jadi pemilihnya "
        + "tetap dihitung dan diperiksa. Tulis kode atau sebabnya, misalnya 1 atau TMS MENINGGAL."
    ]
  }
}
