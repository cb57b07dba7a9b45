import RollModel

/// The rows that a letter proposes, by reason, and what it leaves for the field.
///
/// Proposed is a finding of severity tms on a row of the roll, of tier kuat or pasti, that no safeguard and no
/// decision holds back, on a row that the roll does not already mark. A row stands at most once under a reason.
package struct LetterSelection: Sendable {
  package struct Row: Sendable, Equatable {
    /// Row of the roll.
    package let row: Int
    /// Index in `RunRecord.findings`.
    package let finding: Int
  }

  /// Reasons in the order of the law, those without a row left out; rows by kecamatan, desa, TPS, file and line.
  package private(set) var categories: [(code: TMSCode, rows: [Row])] = []
  /// Rows with a finding of severity tms that still need a look in the field.
  package private(set) var needsVerification = 0
  /// Rows that the roll marks already.
  package private(set) var alreadyMarked = 0

  /// `excluded` are ids of findings that a decision keeps out of letters, `confirmed` of those that one lets in whatever
  /// their tier; `kecamatan` nil takes all of them.
  package init(
    _ record: RunRecord, excluded: Set<String> = [], confirmed: Set<String> = [], kecamatan: Int? = nil
  ) {
    let roll = record.data.roll
    var found: [TMSCode: [Int: Int]] = [:]
    var waiting: Set<Int> = []
    var marked: Set<Int> = []
    for (index, finding) in record.findings.enumerated() {
      guard finding.severity == .tms, let code = finding.tmsCode, case .person(let reference) = finding.subject,
        reference.role == .roll, finding.tier != .twin, finding.tier != .candidate
      else { continue }
      let voter = roll[reference.row]
      if let kecamatan, voter.area.kecamatanNumber != kecamatan { continue }
      if voter.mark != nil {
        marked.insert(reference.row)
      } else if excluded.contains(finding.id)
        || !confirmed.contains(finding.id) && (finding.tier < .strong || !finding.heldBack.isEmpty)
      {
        waiting.insert(reference.row)
      } else if found[code]?[reference.row] == nil {
        found[code, default: [:]][reference.row] = index
      }
    }
    for code in TMSCode.allCases {
      guard let rows = found[code], !rows.isEmpty else { continue }
      let ordered = rows.map { Row(row: $0.key, finding: $0.value) }
        .sorted { Self.place($0.row, in: roll) < Self.place($1.row, in: roll) }
      categories.append((code, ordered))
      waiting.subtract(rows.keys)
    }
    needsVerification = waiting.count
    alreadyMarked = marked.count
  }

  package var count: Int { categories.reduce(0) { $0 + $1.rows.count } }
  package var isEmpty: Bool { categories.isEmpty }

  /// Kecamatan (0 for "not known") that have a row, in order of number.
  package func kecamatan(in roll: Roll) -> [Int] {
    Set(categories.flatMap { $0.rows.map { roll[$0.row].area.kecamatanNumber } }).sorted()
  }

  /// Ids of the findings by number of the kecamatan, each in the order of the letter.
  package func findingsByKecamatan(in record: RunRecord) -> [(kecamatan: Int, ids: [String])] {
    var ids: [Int: [String]] = [:]
    for row in categories.flatMap(\.rows) {
      ids[record.data.roll[row.row].area.kecamatanNumber, default: []].append(record.findings[row.finding].id)
    }
    return ids.keys.sorted().map { ($0, ids[$0] ?? []) }
  }

  private static func place(_ row: Int, in roll: Roll) -> [Int] {
    let voter = roll[row]
    return [
      voter.area.kecamatanNumber, voter.areaNumber, voter.tps, Int(roll.columns.file[row]), voter.line, row,
    ]
  }
}

extension [Int] {
  fileprivate static func < (a: [Int], b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}
