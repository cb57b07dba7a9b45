import Documents
import RollModel

/// One finding of a finished run: its row of `temuan.csv`, and what `rincian.jsonl` (`FindingDetailFile`) says beyond it.
package struct FoundFinding: Sendable {
  /// Columns of `temuan.csv` whose cells are numbers.
  private static let numbers: Set<String> = ["bobot", "peluang", "baris", "baris_pembanding"]

  /// The cells by column, in the order of the file.
  package private(set) var cells: [(column: String, value: String)]
  /// What holds the proposal back; empty where nothing does.
  package private(set) var heldBack = ""
  package private(set) var lines: [EvidenceLine] = []
  /// What tells the person of each of its rows; nothing in runs of earlier versions.
  package private(set) var traits: [PersonTraits] = []

  /// The findings of a run folder that are asked for, in the order of their file.
  ///
  /// - Parameter withLines: Their lines of bits are kept, which take half the memory of a finding.
  package static func read(
    _ runFolder: String, withLines: Bool = true, where isWanted: (_ id: String, _ rule: String) -> Bool
  ) throws(FindingIndexError) -> [FoundFinding] {
    var found: [FoundFinding] = []
    var places: [String: Int] = [:]
    try readRows(runFolder, ["id", "aturan"]) { row in
      let id = row[0]
      guard isWanted(id, row[1]) else { return }
      places[id] = found.count
      found.append(FoundFinding(cells: row.all))
    }
    if !found.isEmpty {
      try FindingDetailFile(runFolder).read(of: places) { place, heldBack, lines, _ in
        found[place].heldBack = heldBack
        if withLines { found[place].lines = lines }
      }
    }
    return found
  }

  /// The rows of some findings by id, with what `rincian.jsonl` says of their persons.
  package static func rows(of ids: Set<String>, in runFolder: String) throws(FindingIndexError) -> [String:
    FoundFinding]
  {
    var found: [FoundFinding] = []
    var places: [String: Int] = [:]
    try readRows(runFolder, ["id"]) { row in
      guard ids.contains(row[0]) else { return }
      places[row[0]] = found.count
      found.append(FoundFinding(cells: row.all))
    }
    // A run folder may be handed on without its details: what is printed is enough to decide on.
    try? FindingDetailFile(runFolder).read(of: places) { place, heldBack, _, traits in
      (found[place].heldBack, found[place].traits) = (heldBack, traits)
    }
    return places.mapValues { found[$0] }
  }

  /// What a decision on it rests on.
  func facts(_ key: KeyedHash) -> DecisionFacts {
    let other = traits.count > 1 ? traits[1] : nil
    return DecisionFacts(key, traits.first.map { TraitMarks(key, $0, beside: other) } ?? TraitMarks()) {
      self[$0] ?? ""
    }
  }

  /// Hands every row of `temuan.csv` to `body`, with the columns asked for.
  static func readRows(
    _ runFolder: String, _ columns: [String], _ body: (NamedColumns.Row) -> Void
  ) throws(FindingIndexError) {
    let path = runFolder + "/" + FindingIndex.fileName
    var broken = 0
    do throws(ScoringError) {
      try NamedColumns.read(path, columns) { row in
        if row.isWhole { body(row) } else if broken == 0 { broken = row.line }
      }
    } catch { throw FindingIndexError(file: path, line: 0) }
    if broken > 0 { throw FindingIndexError(file: path, line: broken) }
  }

  /// The cell of a column; nil where there is no such column or the cell is empty.
  package subscript(column: String) -> String? {
    cells.first { $0.column == column }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// All of it as one object, as `temuan.jsonl` has it.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for (column, value) in cells {
        if Self.numbers.contains(column) {
          json.number(column, Double(value))
        } else {
          json.string(column, value)
        }
      }
      if !heldBack.isEmpty { json.string("ditahan", heldBack) }
      guard !lines.isEmpty else { return }
      json.array("baris_bukti") { json in
        for line in lines {
          json.object { json in
            json.string("bidang", line.comparison)
            json.string("tingkat", line.level)
            if let m = line.m { json.number("m", m) }
            if let u = line.u { json.number("u", u) }
            json.number("bit", line.weight.bits)
          }
        }
      }
    }
  }
}
