/// The columns to fill in of a sheet of struck voters: its rows are no findings, so that their answers have no place in
/// the register, but whoever wrote them is told so.
struct StruckColumns {
  private static let titles = ["keadaan sebenarnya", "tanggal kunjungan", "petugas kunjungan", "keterangan"]
  private let places: [Int]

  /// The columns of the sheet's header row; nil for any other row.
  init?(_ cells: [String]) {
    let titles = cells.map(ReturnedColumns.plain)
    places = Self.titles.compactMap(titles.firstIndex)
    guard places.count >= Self.titles.count - 1, titles.contains(Self.titles[0]) else { return nil }
  }

  /// Whether a row has an answer; a stroke is none.
  func isFilled(_ cells: [String]) -> Bool {
    places.contains { cells.indices.contains($0) && !ReturnedColumns.plain(cells[$0]).isEmpty }
  }
}
