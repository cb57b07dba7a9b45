/// What officers answered on the sheets of a sample that came back: one answer a drawn row, every other row refused with
/// its reason.
package struct ReturnedAnswers: Sendable {
  package enum Answer: String, Sendable, CaseIterable {
    case right = "benar"
    case wrong = "tidak benar"
    case notFound = "tidak ditemukan"
  }

  package struct Refusal: Sendable, Equatable {
    package let file: String
    package let sheet: String
    /// Physical line or row.
    package let line: Int
    package let reason: String
  }

  /// Rows of one file.
  package struct Tally: Sendable, Equatable {
    package let file: String
    package var accepted = 0
    package var blank = 0
    package var refused = 0
  }

  /// By id of the drawn row.
  package private(set) var answers: [String: Answer] = [:]
  /// In order of file and row.
  package private(set) var refusals: [Refusal] = []
  package private(set) var tallies: [Tally] = []
  /// Where an answer was given first; rows that contradict each other are all refused.
  private var places: [String: (file: String, line: Int)] = [:]
  private var contradicted: Set<String> = []

  package static let idColumn = "ID temuan"
  static let answerColumn = "Hasil verifikasi"

  /// - Parameter files: paths, and the names under which they are spoken of.
  package init(_ files: [(path: String, name: String)], ids: Set<String>) throws(FilledFileError) {
    let known = Dictionary(ids.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for (path, name) in files {
      let tables = try FilledTable.read(path, having: Self.idColumn)
      let scored = tables.filter { $0.column(Self.answerColumn) != nil }
      guard !scored.isEmpty else {
        throw FilledFileError(
          "\(path): tidak ada lembar yang berkolom «\(Self.idColumn)» dan «\(Self.answerColumn)»; "
            + "kirim lembar contoh yang sudah diisi.")
      }
      var tally = Tally(file: name)
      for table in scored { take(table, name, known, &tally) }
      tallies.append(tally)
    }
  }

  private mutating func take(_ table: FilledTable, _ file: String, _ known: [String: String], _ tally: inout Tally) {
    guard let id = table.column(Self.idColumn), let answer = table.column(Self.answerColumn) else { return }
    for (line, cells) in table.rows {
      let written = cells.count > answer ? Self.plain(cells[answer]) : ""
      let key = Self.key(cells.count > id ? cells[id] : "")
      if written.isEmpty {
        tally.blank += 1
        continue
      }
      guard let name = known[key] else {
        refuse(file, table.sheet, line, key.isEmpty ? .noID : .unknownID, &tally)
        continue
      }
      guard let given = Answer(rawValue: written) else {
        refuse(file, table.sheet, line, .unknownAnswer, &tally)
        continue
      }
      if contradicted.contains(name) {
        refuse(file, table.sheet, line, .contradicts, &tally)
      } else if let before = answers[name], before != given {
        refuse(file, table.sheet, line, .contradicts, &tally)
        answers[name] = nil
        contradicted.insert(name)
        if let place = places[name] {
          refusals.append(Refusal(file: place.file, sheet: "", line: place.line, reason: .contradicts))
        }
      } else {
        answers[name] = given
        if places[name] == nil { places[name] = (file, line) }
        tally.accepted += 1
      }
    }
  }

  private mutating func refuse(_ file: String, _ sheet: String, _ line: Int, _ reason: String, _ tally: inout Tally) {
    tally.refused += 1
    refusals.append(Refusal(file: file, sheet: sheet, line: line, reason: reason))
  }

  /// An id as people type it again: blanks, hyphens and capitals mean nothing, nor do letters that look like digits.
  static func key(_ text: String) -> String {
    String(
      text.uppercased().compactMap { character -> Character? in
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character.isASCII && (character.isLetter || character.isNumber) ? character : nil
        }
      })
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
  }
}

// MARK: Words

extension String {
  fileprivate static let noID = "ID temuan kosong"
  fileprivate static let unknownID = "ID temuan tidak ada di contoh ini"
  fileprivate static let unknownAnswer =
    "Hasil verifikasi bukan salah satu dari: benar, tidak benar, tidak ditemukan"
  fileprivate static let contradicts = "contoh yang sama dijawab berbeda; tidak satu pun dipakai"
}
