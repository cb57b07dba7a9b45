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
  private var places: [String: (file: String, sheet: String, line: Int)] = [:]
  private var contradicted: Set<String> = []

  package static let idColumn = "ID temuan"
  static let answerColumn = "Hasil verifikasi"

  /// - Parameter files: paths, and the names under which they are spoken of.
  package init(_ files: [(path: String, name: String)], ids: Set<String>) throws(ReturnedFault) {
    let known = Dictionary(ids.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for (path, name) in files {
      let tables = try ReturnedTables(ReturnedTables.open(path), path)
      guard tables.headers.contains(where: { $0.has(.decision) }) else {
        throw ReturnedFault(
          path,
          "tidak punya baris judul dengan kolom \(Self.idColumn) dan \(Self.answerColumn); "
            + "kirim lembar contoh yang sudah diisi")
      }
      var tally = Tally(file: name)
      for row in tables.rows where row.columns.has(.decision) { take(row, name, known, &tally) }
      tallies.append(tally)
    }
  }

  private mutating func take(
    _ row: ReturnedTables.Row, _ file: String, _ known: [String: String], _ tally: inout Tally
  ) {
    let written = ReturnedColumns.plain(row.text(.decision))
    guard !written.isEmpty else {
      tally.blank += 1
      return
    }
    let key = Self.key(row.text(.id))
    guard let name = known[key] else {
      refuse(row, file, key.isEmpty ? .noID : .unknownID, &tally)
      return
    }
    guard let given = Answer(rawValue: written) else {
      refuse(row, file, .unknownAnswer, &tally)
      return
    }
    if contradicted.contains(name) {
      refuse(row, file, .contradicts, &tally)
    } else if let before = answers[name], before != given {
      refuse(row, file, .contradicts, &tally)
      answers[name] = nil
      contradicted.insert(name)
      if let place = places[name] {
        refusals.append(Refusal(file: place.file, sheet: place.sheet, line: place.line, reason: .contradicts))
      }
    } else {
      answers[name] = given
      if places[name] == nil { places[name] = (file, row.sheet, row.line) }
      tally.accepted += 1
    }
  }

  private mutating func refuse(_ row: ReturnedTables.Row, _ file: String, _ reason: String, _ tally: inout Tally) {
    tally.refused += 1
    refusals.append(Refusal(file: file, sheet: row.sheet, line: row.line, reason: reason))
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
}

// MARK: Words

extension String {
  fileprivate static let noID = "ID temuan kosong"
  fileprivate static let unknownID = "ID temuan tidak ada di contoh ini"
  fileprivate static let unknownAnswer =
    "Hasil verifikasi bukan salah satu dari: benar, tidak benar, tidak ditemukan"
  fileprivate static let contradicts = "contoh yang sama dijawab berbeda; tidak satu pun dipakai"
}
