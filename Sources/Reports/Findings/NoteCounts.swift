import RollModel

/// Notes of data by rule and desa, wherever a run prints the notes themselves.
package struct NoteCounts: Sendable {
  /// Rules with notes, in rulebook order.
  let rules: [String]
  /// Desa with notes, in order of key; the last may be one that is not known.
  let desa: [AreaKey]
  /// By desa, in the order of `rules`.
  let counts: [AreaKey: [Int]]

  /// O(notes): they stand rule by rule, so a rule is looked up once.
  package init(_ record: RunRecord) {
    var tally = Tally(record)
    for i in record.notes.indices { tally.add(record.notes[i]) }
    for i in record.findings.indices where record.findings[i].severity == .data { tally.add(record.findings[i]) }
    let used = record.cards.indices.filter { tally.isUsed[$0] }
    rules = used.map { record.cards[$0].id }
    var counts: [AreaKey: [Int]] = [:]
    let areas = record.data.lexicon.areas
    for desa in 0..<areas.count {
      let own = used.map { tally.counts[desa * record.cards.count + $0] }
      guard own.contains(where: { $0 > 0 }) else { continue }
      counts[desa == 0 ? AreaKey() : AreaKey(kecamatan: areas[desa].kecamatanNumber, desa: desa)] = own
    }
    self.counts = counts
    desa = counts.keys.sorted { ($0.desa == 0 ? 1 : 0, $0) < ($1.desa == 0 ? 1 : 0, $1) }
  }

  /// By number of the desa and of the card.
  private struct Tally {
    private(set) var counts: [Int]
    private(set) var isUsed: [Bool]
    private let data: CaseData
    private let cards: [String]
    private var rule = ""
    private var card: Int?

    init(_ record: RunRecord) {
      data = record.data
      cards = record.cards.map(\.id)
      counts = Array(repeating: 0, count: max(1, record.data.lexicon.areas.count) * cards.count)
      isUsed = Array(repeating: false, count: cards.count)
    }

    mutating func add(_ note: Finding) {
      if note.rule != rule {
        rule = note.rule
        card = cards.firstIndex(of: rule)
      }
      guard let card else { return }
      isUsed[card] = true
      counts[desa(of: note) * cards.count + card] += 1
    }

    private func desa(of note: Finding) -> Int {
      switch note.subject {
      case .area(let key): key.desa
      case .person(let reference): data.voter(reference)?.areaNumber ?? 0
      }
    }
  }
}
