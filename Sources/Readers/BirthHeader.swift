import Documents
import Normalizers
import RollModel

/// A header that speaks of birth although no birth date is read from its list: without it people cannot be told apart, so
/// it is said aloud.
enum BirthHeader {
  /// The header, as the file writes it; nil where birth dates are read or nothing speaks of them.
  ///
  /// - Parameter above: the row above the header; a title over two columns stands there.
  /// - Parameter rows: the first rows of the list.
  static func unread(
    _ match: HeaderBook.Match, _ cells: [String], above: [String], _ rows: [[[UInt8]]], _ book: HeaderBook
  ) -> String? {
    guard book.role.isPersons, !match.map.has(.birthDate) else { return nil }
    if let both = match.map.columns[.birthPlaceAndDate] {
      let values = rows.flatMap { row in both.filter { $0 < row.count }.map { row[$0] } }.filter { !$0.isEmpty }
      let dated = values.count { $0.count(where: \.isDigit) >= 2 }
      return values.isEmpty || dated > 0 ? nil : cells.indices.contains(both[0]) ? cells[both[0]] : nil
    }
    let own = match.unknown.filter(cells.indices.contains).map { cells[$0] }
    let titles = above.count(where: { !$0.isEmpty }) > 2 ? above : []
    return (own + titles).first { header in
      let key = HeaderBook.key(header)
      return ["LAHIR", "LHR", "TTL"].contains { key.hasSuffix($0) || key.hasPrefix($0) } && key.utf8.count < 40
        && !key.contains("AKTA")
    }
  }

  static func words(_ header: String) -> String {
    "tidak ada tanggal lahir yang terbaca, padahal judul «\(header)» menyebutnya; orang lalu hanya dikenali dari isian lain. "
      + "Petakan kolomnya dengan kolom: { tanggal_lahir: … } dan baris_judul: di padan.yaml."
  }
}
