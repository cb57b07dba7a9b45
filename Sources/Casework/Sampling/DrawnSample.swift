import Documents

/// A sample as `sampel.json` keeps it: what was drawn from what, by which seed, so that anyone can repeat and score it.
package struct DrawnSample: Sendable {
  package static let fileName = "sampel.json"

  package struct Row: Sendable, Equatable {
    /// Id of the finding, or a name of its own.
    package var id: String
    package var kind: Int
    /// Tier of the finding; empty without one.
    package var tier: String

    package init(id: String, kind: Int, tier: String) {
      self.id = id
      self.kind = kind
      self.tier = tier
    }
  }

  package struct Direction: Sendable {
    package var name: String
    package var source: String
    /// Names, rows and draws by class.
    package var kinds: [(name: String, population: Int, drawn: Int)]
    package var rows: [Row]

    package init(
      name: String, source: String, kinds: [(name: String, population: Int, drawn: Int)], rows: [Row]
    ) {
      self.name = name
      self.source = source
      self.kinds = kinds
      self.rows = rows
    }
  }

  package var directions: [Direction]

  package init(directions: [Direction]) { self.directions = directions }

  /// Reads the text of the file; nil for any other text.
  package init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(bytes), !value.items("arah").isEmpty else { return nil }
    directions = []
    for item in value.items("arah") {
      guard let name = item.text("nama"), let source = item.text("kerangka") else { return nil }
      var kinds: [(name: String, population: Int, drawn: Int)] = []
      for kind in item.items("kelas") {
        guard let name = kind.text("kelas"), let population = Self.count(kind, "populasi"),
          let drawn = Self.count(kind, "contoh")
        else { return nil }
        kinds.append((name, population, drawn))
      }
      var rows: [Row] = []
      for row in item.items("baris") {
        guard let id = row.text("id"), let kind = kinds.firstIndex(where: { $0.name == row.text("kelas") }) else {
          return nil
        }
        rows.append(Row(id: id, kind: kind, tier: row.text("keyakinan") ?? ""))
      }
      directions.append(Direction(name: name, source: source, kinds: kinds, rows: rows))
    }
  }

  private static func count(_ value: JSONValue, _ key: String) -> Int? {
    value.number(key).flatMap { $0 >= 0 && $0 < 1e12 ? Int($0) : nil }
  }

  /// Members of the file that are read back.
  package func write(to json: inout JSONWriter, strata: (Int, inout JSONWriter) -> Void) {
    json.array("arah") { json in
      for (number, direction) in directions.enumerated() {
        json.object { json in
          json.string("nama", direction.name)
          json.string("kerangka", direction.source)
          json.array("kelas") { json in
            for kind in direction.kinds {
              json.object { json in
                json.string("kelas", kind.name)
                json.integer("populasi", kind.population)
                json.integer("contoh", kind.drawn)
              }
            }
          }
          strata(number, &json)
          json.array("baris") { json in
            for row in direction.rows {
              json.object { json in
                json.string("id", row.id)
                json.string("kelas", direction.kinds[row.kind].name)
                if !row.tier.isEmpty { json.string("keyakinan", row.tier) }
              }
            }
          }
        }
      }
    }
  }
}
