import Normalizers
import RollModel

/// The sums that recaps write among their areas, with the area that each names.
///
/// A sum names an area by the words in its cells (`JUMLAH JEJAWI`, `JEJAWI | JUMLAH`), of which only areas of its own file
/// are meant, or by the code that it repeats (`1602052001 | JUMLAH`).
/// Left out are lines that sum up something else (`JUMLAH TPS`), and the sum of a kabupaten below the areas of one kecamatan.
struct SumRows {
  /// In order of file and line.
  let settled: [RecapSum]

  init(
    _ rows: [(row: AreaRows.Sum, coded: AreaKey, file: Int)], without left: Set<Int>, _ counts: [OfficialCount],
    _ areas: AreaTable
  ) {
    let byFile = Dictionary(grouping: counts, by: \.file)
    settled = rows.compactMap { row, coded, file in
      guard !left.contains(file), let counts = byFile[file] else { return nil }
      return Self.sum(row, coded, file, counts, areas)
    }.sorted { ($0.count.file, $0.count.line) < ($1.count.file, $1.count.line) }
  }

  private static func sum(
    _ row: AreaRows.Sum, _ coded: AreaKey, _ file: Int, _ counts: [OfficialCount], _ areas: AreaTable
  ) -> RecapSum? {
    let (men, women) = (row.counts[.men], row.counts[.women])
    guard let total = row.counts[.total] ?? men.flatMap({ men in women.map { men + $0 } }) else { return nil }
    var key = coded
    for cell in row.words {
      let words = Self.words(cell)
      guard let first = words.first else { continue }
      if others.contains(first), words.count == 1 { return nil }
      if wholes.contains(first) {
        if Set(counts.map(\.key.kecamatan)).count == 1, counts[0].key.kecamatan != 0 { return nil }
        continue
      }
      let named = area(words, counts, areas)
      if named.desa != 0 || key.desa == 0 && named.kecamatan != 0 { key = named }
    }
    let count = OfficialCount(
      key: key, men: men, women: women, total: total, changes: RecapChanges { row.counts[$0] }, file: file,
      line: row.line)
    return RecapSum(count: count, label: row.words.joined(separator: " "))
  }

  /// The kecamatan or desa of the file that is named; the whole where none is.
  private static func area(_ words: [String], _ counts: [OfficialCount], _ areas: AreaTable) -> AreaKey {
    let name = words.joined(separator: " ")
    let keys = Set([AreaText.key(name)] + AreaText.alternatives(name))
    func isNamed(_ own: String) -> Bool { !own.isEmpty && keys.contains(AreaText.key(own)) }
    if !desaWords.contains(words[0]),
      let found = counts.first(where: { isNamed(areas.kecamatanNames[$0.key.kecamatan]) })
    {
      return AreaKey(kecamatan: found.key.kecamatan)
    }
    if !kecamatanWords.contains(words[0]), let found = counts.first(where: { isNamed(areas[$0.key.desa].desa) }) {
      return AreaKey(kecamatan: found.key.kecamatan, desa: found.key.desa)
    }
    return AreaKey()
  }

  /// Words of a cell, without those that only say that it is a sum.
  private static func words(_ cell: String) -> [String] {
    cell.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !sums.contains($0) }
  }

  private static let sums: Set<String> = [
    "JUMLAH", "TOTAL", "JML", "SUB", "SUBTOTAL", "SELURUH", "SELURUHNYA", "KESELURUHAN", "SEMUA", "PEMILIH", "AKHIR",
  ]
  /// What a line may sum up that is no voter.
  private static let others: Set<String> = ["TPS", "KK", "RT", "RW"]
  private static let wholes: Set<String> = ["KABUPATEN", "KAB", "KOTA", "PROVINSI", "PROV"]
  private static let desaWords: Set<String> = ["DESA", "DS", "KELURAHAN", "KEL"]
  private static let kecamatanWords: Set<String> = ["KECAMATAN", "KEC"]
}
