import RollModel

/// An example's table, taken apart: sections by role, rows by field.
struct ExampleTable {
  struct Row {
    var isMarked: Bool
    var cells: [Field: String]
    func text(_ field: Field) -> String { cells[field] ?? "" }
  }

  struct Section {
    var role: Role
    var fields: [Field]
    /// Whether the header says `?`, so that rows without a mark must not be flagged.
    var isChecked: Bool
    var rows: [Row]
  }

  struct Fault: Error { var line: String }

  private(set) var sections: [Section] = []

  init(_ text: String) throws {
    var role = Role.roll
    var needsHeader = true
    for line in text.split(separator: "\n") {
      let line = line.trimmed
      if line.isEmpty { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        guard let named = Role(rawValue: String(line.dropFirst().dropLast())) else { throw Fault(line: line) }
        role = named
        needsHeader = true
        continue
      }
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
      let mark = cells.removeFirst()
      if needsHeader {
        let fields = cells.map { Field(rawValue: $0) }
        guard !fields.contains(nil) else { throw Fault(line: line) }
        sections.append(Section(role: role, fields: fields.compactMap { $0 }, isChecked: mark == "?", rows: []))
        needsHeader = false
        continue
      }
      let section = sections.count - 1
      guard cells.count == sections[section].fields.count, ["", "!"].contains(mark) else { throw Fault(line: line) }
      let named = Dictionary(uniqueKeysWithValues: zip(sections[section].fields, cells))
      sections[section].rows.append(Row(isMarked: mark == "!", cells: named))
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
