import RollModel

/// Rows of lists that count by area, joined in order of file and place: what they say once areas are numbered.
struct AreaAssembly {
  private var rows: [(row: AreaRows.Row, file: Int)] = []
  private var sums: [(row: AreaRows.Sum, file: Int)] = []

  /// - Parameters:
  ///   - areas: The numbers of the piece's areas in the case.
  ///   - line: The physical line before the piece.
  mutating func join(_ part: AreaRows, _ areas: [UInt32], file: Int, line: Int) {
    for var row in part.rows {
      row.area = areas[Int(row.area)]
      row.line += line
      rows.append((row, file))
    }
    for var sum in part.sums {
      sum.line += line
      sum.area = sum.area.map { areas[Int($0)] }
      sums.append((sum, file))
    }
  }

  /// Files with rows of another kabupaten.
  var filesElsewhere: Set<Int> { Set(rows.filter(\.row.isElsewhere).map(\.file)) }

  /// Takes numbers of stations for what they are in recaps that count them; the files of these.
  mutating func settleStations(_ numbers: [UInt32], role: (Int) -> Role) -> [Int] {
    let recaps = Dictionary(grouping: rows.indices.filter { role(rows[$0].file) == .officialCounts }) { rows[$0].file }
    let files = recaps.filter { _, indices in
      StationCounts.areCounts(indices.map { (numbers[Int(rows[$0].row.area)], rows[$0].row.tps) })
    }
    for index in files.values.joined() { rows[index].row.tps = 0 }
    return files.keys.sorted()
  }

  /// How many rows of recaps name a station and no desa, by file.
  func placelessStations(_ table: AreaTable, _ numbers: [UInt32], role: (Int) -> Role) -> [Int: Int] {
    rows.reduce(into: [:]) { counts, row in
      let isStation = row.row.tps != 0 || row.row.isUnnumbered
      guard isStation, role(row.file) == .officialCounts, Self.key(row.row.area, table, numbers).desa == 0 else {
        return
      }
      counts[row.file, default: 0] += 1
    }
  }

  /// By area, file and line.
  func settled(
    _ table: AreaTable, _ numbers: [UInt32], role: (Int) -> Role
  ) -> (
    expected: [ExpectedArea], counts: [OfficialCount], unnumbered: [OfficialCount], visitTotals: [VisitTotal]
  ) {
    func key(_ row: AreaRows.Row) -> AreaKey {
      var key = Self.key(row.area, table, numbers)
      (key.rw, key.rt, key.tps) = (row.rw, row.rt, row.tps)
      return key
    }
    let expected = rows.filter { role($0.file) == .areas }.map { row, file in
      ExpectedArea(
        key: key(row), name: row.name, households: row.counts[.households] ?? 0, file: file, line: row.line)
    }
    func counts(unnumbered: Bool) -> [OfficialCount] {
      rows.filter {
        let isNoOnesStation = $0.row.tps != 0 && key($0.row).desa == 0
        return role($0.file) == .officialCounts && !$0.row.isElsewhere
          && ($0.row.isUnnumbered || isNoOnesStation) == unnumbered
      }.map { row, file in
        OfficialCount(
          key: key(row), men: row.counts[.men], women: row.counts[.women], total: row.counts[.total] ?? 0,
          changes: RecapChanges { row.counts[$0] }, file: file, line: row.line)
      }.sorted { ($0.key, $0.file, $0.line) < ($1.key, $1.file, $1.line) }
    }
    let visitTotals = rows.filter { role($0.file) == .visits }.map { row, file in
      VisitTotal(key: key(row), file: file, line: row.line) { row.counts[$0] }
    }
    return (
      expected.sorted { ($0.key, $0.file, $0.line) < ($1.key, $1.file, $1.line) },
      counts(unnumbered: false), counts(unnumbered: true),
      visitTotals.sorted { ($0.key, $0.file, $0.line) < ($1.key, $1.file, $1.line) }
    )
  }

  /// What recaps write as sums of their rows, but for files that are not understood or are of another kabupaten.
  func sums(
    _ table: AreaTable, _ numbers: [UInt32], without unclear: Set<Int>, beside counts: [OfficialCount]
  ) -> [RecapSum] {
    let told = sums.map { ($0.row, $0.row.area.map { Self.key($0, table, numbers) } ?? AreaKey(), $0.file) }
    return SumRows(told, without: unclear.union(filesElsewhere), counts, table).settled
  }

  private static func key(_ area: UInt32, _ table: AreaTable, _ numbers: [UInt32]) -> AreaKey {
    let number = Int(numbers[Int(area)])
    let entry = table[number]
    let isDesa = !entry.desa.isEmpty || entry.code.number % 10_000 != 0
    return AreaKey(
      kabupaten: isDesa || entry.kecamatanNumber != 0 ? 0 : entry.kabupatenNumber, kecamatan: entry.kecamatanNumber,
      desa: isDesa ? number : 0)
  }
}
