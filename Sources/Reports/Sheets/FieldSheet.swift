import Documents
import RollModel

/// A sheet that officers take along and fill in: who, what was found, what to ask, and open cells for what they saw.
package struct FieldSheet: Sendable {
  package struct Line: Sendable {
    package let person: SheetPerson
    /// What was found, in the words of the record.
    package let finding: String
    package let question: String
    package let id: String
    /// Of a sample: strata and weight, in order of `Kind.more`.
    package let more: [String]

    package init(person: SheetPerson, finding: String, question: String, id: String, more: [String] = []) {
      self.person = person
      self.finding = finding
      self.question = question
      self.id = id
      self.more = more
    }
  }

  /// What the sheet is for: decides its columns.
  package enum Kind: Sendable {
    case verification
    /// With the desa in front, and stratum and weight behind, hidden.
    case sample
  }

  let sheet: Workbook.Sheet

  /// - Parameter lines: in the order in which they are printed; numbered from 1.
  package init(name: String, titleLines: [String], kind: Kind = .verification, _ lines: [Line]) {
    let columns = Self.columns(kind)
    var cells = SheetWriter(capacity: lines.count * 1200)
    for (number, line) in lines.enumerated() {
      let texts = Self.texts(line, kind)
      cells.beginRow(lines: max(Self.leastLines, CellLines.count(texts, columns[1...])))
      cells.number(number + 1, .centered)
      for (text, column) in zip(texts, columns[1...]) { cells.text(text, column.isOpen ? .open : .text) }
      cells.endRow()
    }
    sheet = Workbook.Sheet(
      name: name, titleLines: titleLines, columns: columns.map(\.column), cells, isPrinted: true,
      form: SheetForm(
        hidden: Set(columns.indices.filter { columns[$0].isHidden }),
        choices: columns.indices.compactMap { index in
          columns[index].choices.isEmpty
            ? nil
            : SheetForm.Choice(column: index, title: columns[index].column.title, values: columns[index].choices)
        }))
  }

  /// Room to write by hand.
  private static let leastLines = 3

  private static func texts(_ line: Line, _ kind: Kind) -> [String] {
    let front = kind == .sample ? Array(line.more.prefix(1)) : []
    let back = kind == .sample ? Array(line.more.dropFirst()) : []
    return front + line.person.texts + [line.finding, line.question]
      + Array(repeating: "", count: answers.count) + [line.id] + back
  }
}

// MARK: Columns

extension FieldSheet {
  struct Field {
    let column: Workbook.Column
    var isOpen = false
    var isHidden = false
    var choices: [String] = []

    init(_ title: String, width: Int, isOpen: Bool = false, isHidden: Bool = false, choices: [String] = []) {
      column = Workbook.Column(title, width: width)
      self.isOpen = isOpen
      self.isHidden = isHidden
      self.choices = choices
    }
  }

  package static let results = ["benar", "tidak benar", "tidak ditemukan"]
  package static let documents = ["akta", "SK", "surat pernyataan", "KTP-el", "swafoto"]

  /// What officers fill in.
  private static let answers: [Field] = [
    Field("Hasil verifikasi", width: 12, isOpen: true, choices: results),
    Field("Percobaan 1", width: 10, isOpen: true), Field("Percobaan 2", width: 10, isOpen: true),
    Field("Percobaan 3", width: 10, isOpen: true),
    Field("Dokumen", width: 12, isOpen: true, choices: documents), Field("Petugas", width: 11, isOpen: true),
    Field("Catatan", width: 16, isOpen: true),
  ]

  static func columns(_ kind: Kind) -> [Field] {
    let persons = SheetPerson.columns.map { Field($0.title, width: $0.width) }
    let found = [Field("Temuan", width: 24), Field("Yang ditanyakan", width: 24)]
    let id = Field("ID temuan", width: 14, isHidden: true)
    let front = [Field("No", width: 4)] + (kind == .sample ? [Field("Desa", width: 13)] : [])
    let back =
      kind == .sample
      ? [Field("Strata", width: 20, isHidden: true), Field("Penimbang", width: 12, isHidden: true)] : []
    return front + persons + found + answers + [id] + back
  }
}

/// How many lines of text cells that wrap take, a little generous.
enum CellLines {
  static func count(_ texts: [String], _ fields: ArraySlice<FieldSheet.Field>) -> Int {
    zip(texts, fields).map { text, field in
      guard !field.isHidden else { return 1 }
      return WrappedText.lines(text, width: field.column.width)
    }.max() ?? 1
  }
}
