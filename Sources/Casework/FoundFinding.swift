import Documents
import RollModel

/// One finding of a finished run: its row of `temuan.csv`, and what `rincian.jsonl` says beyond it.
package struct FoundFinding: Sendable {
  package static let detailsName = "rincian.jsonl"
  /// Columns of `temuan.csv` whose cells are numbers.
  private static let numbers: Set<String> = ["bobot", "peluang", "baris", "baris_pembanding"]

  /// The cells by column, in the order of the file.
  package private(set) var cells: [(column: String, value: String)]
  /// What holds the proposal back; empty where nothing does.
  package private(set) var heldBack = ""
  package private(set) var lines: [EvidenceLine] = []
  /// What tells the person of each of its rows; nothing in runs of earlier versions.
  private(set) var traits: [PersonTraits] = []

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
      try FindingDetailFile(runFolder + "/" + detailsName).read(of: places) { place, heldBack, lines, _ in
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
    try? FindingDetailFile(runFolder + "/" + detailsName).read(of: places) { place, _, _, traits in
      found[place].traits = traits
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

/// `rincian.jsonl` of a run folder, read line by line.
struct FindingDetailFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Hands what is said of each finding asked for to `body`, with its number: what holds it back, its lines of bits, and
  /// what tells the persons of its rows.
  func read(
    of places: [String: Int], _ body: (Int, String, [EvidenceLine], [PersonTraits]) -> Void
  ) throws(FindingIndexError) {
    let file: FileBytes
    do { file = try FileBytes(path: path) } catch { throw FindingIndexError(file: path, line: 0) }
    var number = 0
    // Lines and texts spelled out since the last `bagian`.
    var known: [EvidenceLine] = []
    var words: [String] = []
    var start = 0
    while start < file.count {
      let end = file.bytes[start...].firstIndex(of: 10) ?? file.count
      number += 1
      guard let value = try? JSONValue(file.bytes[start..<end]) else {
        throw FindingIndexError(file: path, line: number)
      }
      start = end + 1
      guard let detail = Detail(value) else {
        known = []
        words = []
        continue
      }
      var lines: [EvidenceLine] = []
      for item in detail.lines {
        if case .number(let place) = item, known.indices.contains(Int(place)) {
          lines.append(known[Int(place)])
        } else if let line = EvidenceLine(item, &words) {
          known.append(line)
          lines.append(line)
        } else {
          throw FindingIndexError(file: path, line: number)
        }
      }
      if let place = places[detail.id] { body(place, detail.heldBack, lines, detail.traits) }
    }
  }

  /// What one line says of a finding; nil for the start of a part.
  private struct Detail {
    let id: String
    let lines: [JSONValue]
    let heldBack: String
    let traits: [PersonTraits]

    init?(_ value: JSONValue) {
      if case .array(let parts) = value, parts.count >= 2, case .string(let id) = parts[0],
        case .array(let lines) = parts[1]
      {
        (self.id, self.lines) = (id, lines)
        if parts.count > 2, case .string(let heldBack) = parts[2] { self.heldBack = heldBack } else { heldBack = "" }
        traits = parts.dropFirst(3).map { part in
          if case .string(let text) = part { PersonTraits(text: text) ?? PersonTraits() } else { PersonTraits() }
        }
      } else if let id = value.text("id") {
        // As runs of the first versions have it.
        (self.id, lines, heldBack) = (id, value.items("bukti"), value.text("ditahan") ?? "")
        traits = []
      } else {
        return nil
      }
    }
  }
}

extension EvidenceLine {
  /// Comparison, level, m and u, m alone or neither, and bits; nil for anything else. A text that stands in `words` is named
  /// by its number.
  fileprivate init?(_ value: JSONValue, _ words: inout [String]) {
    guard case .array(let parts) = value, 3...5 ~= parts.count,
      let comparison = Self.text(parts[0], &words), let level = Self.text(parts[1], &words),
      case .number(let bits) = parts[parts.count - 1]
    else { return nil }
    var shares: [Double?] = [nil, nil]
    for (place, part) in parts[2...].dropLast().enumerated() {
      if case .number(let share) = part { shares[place] = share }
    }
    let weight = MatchWeight(bits)
    if parts.count == 4 { shares[1] = shares[0].flatMap { Self.chance(m: $0, weight) } }
    self.init(comparison: comparison, level: level, m: shares[0], u: shares[1], weight: weight)
  }

  private static func text(_ value: JSONValue, _ words: inout [String]) -> String? {
    switch value {
    case .string(let text):
      words.append(text)
      return text
    case .number(let place): return words.indices.contains(Int(place)) ? words[Int(place)] : nil
    default: return nil
    }
  }
}
