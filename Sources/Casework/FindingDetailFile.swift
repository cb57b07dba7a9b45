import Documents
import RollModel

/// `rincian.jsonl` of a run folder, packed or not, read line by line.
package struct FindingDetailFile {
  private let path: String

  init(_ runFolder: String) { path = OwnFile.path(runFolder + "/" + Self.plainName) }

  private static let plainName = "rincian.jsonl"

  /// What the file is called in a run folder.
  package static func name(in runFolder: String) -> String {
    String(FindingDetailFile(runFolder).path.dropFirst(runFolder.count + 1))
  }

  /// Hands what is said of each finding asked for to `body`, with its number: what holds it back, its lines of bits, and
  /// what tells the persons of its rows.
  func read(
    of places: [String: Int], _ body: (Int, String, [EvidenceLine], [PersonTraits]) -> Void
  ) throws(FindingIndexError) {
    guard let file = OwnFile.read(path) else { throw FindingIndexError(file: path, line: 0) }
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
        let texts = parts.dropFirst(3).map { part in if case .string(let text) = part { text } else { "" } }
        traits = texts.map { PersonTraits(text: $0, beside: texts.first ?? "") ?? PersonTraits() }
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
