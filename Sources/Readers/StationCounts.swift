import RollModel

/// Recaps of desa whose column `TPS` tells how many stations each has, not which one.
///
/// A recap by station names a desa with several stations several times. One that names each desa once, most with a number
/// above 1, counts them.
enum StationCounts {
  /// Fewer desa say nothing.
  private static let fewest = 3

  /// - Parameter rows: area and number of each row of one file.
  static func areCounts(_ rows: [(area: UInt32, tps: Int)]) -> Bool {
    let numbered = rows.filter { $0.tps > 0 }
    guard numbered.count >= fewest, Set(numbered.map(\.area)).count == numbered.count else { return false }
    return numbered.count { $0.tps > 1 } * 2 > numbered.count
  }

  /// Rows that name a station and no desa are added up with no one's, which the office must know.
  static func notice(placeless rows: Int, in file: OpenedFile) -> String {
    "\(file.source.name): \(rows) baris menyebut TPS tanpa desa, jadi tidak dibandingkan dengan TPS mana pun. Tambahkan kolom "
      + "desa atau kode_desa, atau sebut 'wilayah' di sumber."
  }

  static func notice(_ file: OpenedFile) -> String {
    "\(file.source.name): kolom «\(file.header(.tps))» dibaca sebagai banyaknya TPS tiap desa, bukan nomor TPS, karena tiap "
      + "desa disebut sekali saja. Bila itu nomor TPS, tulislah juga TPS lain di desa itu."
  }
}
