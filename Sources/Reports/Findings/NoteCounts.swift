import RollModel

/// Notes of data by rule and desa, wherever a run prints the notes themselves.
struct NoteCounts {
  /// Rules with notes, in rulebook order.
  let rules: [String]
  /// Desa with notes, in order of key; the last may be one that is not known.
  let desa: [AreaKey]
  /// By desa, in the order of `rules`.
  private(set) var counts: [AreaKey: [Int]] = [:]

  init(_ record: RunRecord) {
    let noted = record.notes + record.findings.filter { $0.severity == .data }
    let found = Set(noted.map(\.rule))
    rules = record.cards.map(\.id).filter { found.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    for note in noted {
      guard let place = places[note.rule] else { continue }
      counts[Self.desa(of: note, in: record.data), default: Array(repeating: 0, count: rules.count)][place] += 1
    }
    desa = counts.keys.sorted { ($0.desa == 0 ? 1 : 0, $0) < ($1.desa == 0 ? 1 : 0, $1) }
  }

  private static func desa(of note: Finding, in data: CaseData) -> AreaKey {
    switch note.subject {
    case .area(let key): return AreaKey(kecamatan: key.kecamatan, desa: key.desa)
    case .person(let reference):
      guard let voter = data.voter(reference), voter.areaNumber != 0 else { return AreaKey() }
      return AreaKey(kecamatan: voter.area.kecamatanNumber, desa: voter.areaNumber)
    }
  }
}
