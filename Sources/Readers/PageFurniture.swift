import Documents
import Normalizers
import RollModel

/// Rows that a printed list has on every page and that are no row of it: the header again, totals under a block, page
/// numbers, titles, the signatures at the end.
///
/// Asked only of rows that could not be used, and of rows whose name cell is a header's: a row of a person is never
/// furniture, for one with an identity number, a date and the usual cells is used before this is asked.
struct PageFurniture: Sendable {
  /// Header cells by column, as keys.
  private let header: [String]
  /// Columns whose cell marks a person: numbers and dates.
  private let telling: [Int]
  private let names: [Int]
  /// Rows are areas with numbers.
  private let isCounts: Bool

  private static let totals: Set<String> = [
    "JUMLAH", "TOTAL", "JML", "JUMLAHTOTAL", "SUBTOTAL", "JUMLAHSELURUHNYA", "TOTALPEMILIH", "JUMLAHPEMILIH",
    "JUMLAHLP",
    "REKAPITULASI", "JUMLAHHALAMANINI", "DIPINDAHKAN", "PINDAHAN",
  ]
  private static let beginnings = [
    "HALAMAN", "HAL", "MENGETAHUI", "KETUA", "SEKRETARIS", "ANGGOTA", "NIP", "DITETAPKAN", "DIBUATDI", "TANGGALCETAK",
    "DICETAK", "DAFTARPEMILIH", "DAFTARCALON", "PANITIA", "PETUGAS", "KEPALADESA", "LURAH", "CAMAT", "TTD",
    "TANDATANGAN",
    "JUMLAH", "TOTAL", "PROVINSI", "KABUPATEN", "KECAMATAN", "DESA", "KELURAHAN", "TPS", "KETERANGAN", "CATATAN",
  ]

  init(_ opened: OpenedFile) {
    header = opened.headers.map(HeaderBook.key)
    let fields: [Field] = [.nik, .nkk, .birthDate, .birthPlaceAndDate]
    isCounts = opened.source.role == .officialCounts || opened.source.role == .visits && opened.map.isVisitTotals
    names = opened.map.columns[.name] ?? []
    telling = fields.flatMap { opened.map.columns[$0] ?? [] }
  }

  /// Whether the row repeats the header: most of its cells are the header's own words.
  func isHeader(_ row: CSVRow) -> Bool {
    guard header.count > 1 else { return false }
    var same = 0
    var filled = 0
    for (column, cell) in row.fields.enumerated() where column < header.count {
      let cell = cell.trimmed
      guard !cell.isEmpty else { continue }
      filled += 1
      if !header[column].isEmpty, HeaderBook.key(String(decoding: cell, as: UTF8.self)) == header[column] { same += 1 }
    }
    return same > 1 && same * 3 >= filled * 2
  }

  /// Whether a row without number and date is furniture although it could be used: it stands where the file has such
  /// columns and the row leaves nearly all of them empty, or its name is the word before a sum.
  func mayBe(_ row: CSVRow, _ name: FieldBytes) -> Bool {
    if !telling.isEmpty { return holds(row) }
    return name.count <= 24 && Self.totals.contains(HeaderBook.key(String(decoding: name, as: UTF8.self)).uppercased())
  }

  /// Whether a row that cannot be used is no row of the list.
  func holds(_ row: CSVRow) -> Bool {
    if isHeader(row) || OpenedFile.isNumbering(row.fields.map { Array($0) }) { return true }
    // One row of a header over several, on every page.
    if isCounts, !row.fields.contains(where: { $0.contains(where: \.isDigit) }) { return true }
    // A person's number or date stands in its column.
    for column in telling where column < row.fields.count {
      let digits = row.fields[column].count(where: \.isDigit)
      if digits >= 6 { return false }
    }
    let cells = row.fields.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = cells.first(where: { cell in cell.contains { $0.isLetter } }) else {
      // Page numbers (`- 2 -`, `2/9`), lines and dots: few cells, few letters.
      return cells.count <= 2 && header.count > 3
    }
    let word = HeaderBook.key(String(decoding: first, as: UTF8.self)).uppercased()
    if Self.totals.contains(word) || telling.isEmpty && isSum(row) { return true }
    if cells.count == 1, isBelowList(row) { return true }
    let isSparse = cells.count <= 3 || cells.count * 3 <= header.count
    return isSparse && (Self.beginnings.contains { word.hasPrefix($0) } || Self.isDotted(first))
  }

  /// Whether the one cell of a row stands where no name does: place and date of a signature, a note. A lone name is a
  /// person's. Tables are written with all their columns: a row that breaks off is one that was damaged, but for a footnote.
  private func isBelowList(_ row: CSVRow) -> Bool {
    guard !telling.isEmpty, header.count > 3 else { return false }
    guard row.fields.count >= header.count || row.fields.first?.trimmed.first == 42 else { return false }
    return names.allSatisfy { $0 >= row.fields.count || row.fields[$0].trimmed.isEmpty }
  }

  /// Whether the first words of a row are those before a sum: `JUMLAH`, `TOTAL KECAMATAN …`.
  func isSum(_ row: CSVRow) -> Bool {
    let cells = row.fields.lazy.map(\.trimmed)
    guard let first = cells.first(where: { $0.contains { $0.isLetter } }) else { return false }
    let word = HeaderBook.key(String(decoding: first, as: UTF8.self)).uppercased()
    return Self.totals.contains(word) || word.hasPrefix("JUMLAH") || word.hasPrefix("TOTAL")
  }

  /// Whether a cell is mostly dots, as the line for a signature.
  private static func isDotted(_ cell: FieldBytes) -> Bool {
    cell.count { $0 == 46 || $0 == 95 } * 2 > cell.count
  }
}
