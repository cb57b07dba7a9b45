import RollModel

/// What rows that are not used tell, joined in order of file and place.
struct UnreadAssembly {
  private var rows: [(trace: RowTrace, file: Int, line: Int)] = []

  /// `line`: the physical line before the piece.
  mutating func join(_ rejection: RowRejection, file: Int, line: Int) {
    rows.append((rejection.trace, file, line + rejection.line))
  }

  /// What the rows say, once areas have their numbers.
  func settled(_ table: AreaTable, _ files: [SourceFile]) -> [UnreadRow] {
    guard !rows.isEmpty else { return [] }
    let known = Dictionary(
      table.entries.enumerated().filter { !$0.element.code.isUnknown }.map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    return rows.map { trace, file, line in
      UnreadRow(
        file: files[file].path, role: files[file].role, line: line, numbers: trace.numbers, area: trace.area(known),
        isOfStation: trace.isOfStation, station: trace.station, isNoArea: trace.isNoArea)
    }
  }
}
