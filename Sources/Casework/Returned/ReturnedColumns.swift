/// Which column of a returned table is which, by the names in its header, wherever they stand.
struct ReturnedColumns {
  enum Column: CaseIterable {
    case id, decision, answer, officer, document, note, first, second, third, name, number

    /// Headers in small letters, one blank between words.
    var names: [String] {
      switch self {
      case .id: ["id temuan", "id", "idtemuan", "finding id"]
      case .decision: ["hasil verifikasi", "putusan", "keputusan"]
      case .answer: ["jawaban kpu", "tanggapan kpu"]
      case .officer: ["petugas", "nama petugas"]
      case .document: ["dokumen", "dokumen yang ditunjukkan"]
      case .note: ["catatan", "keterangan petugas"]
      case .first: ["percobaan 1"]
      case .second: ["percobaan 2"]
      case .third: ["percobaan 3"]
      case .name: ["nama", "nama pemilih", "nama lengkap"]
      case .number: ["nik"]
      }
    }
  }

  private let places: [Column: Int]

  /// The columns of a header row: one with an id and something that may have been filled in; nil for any other row.
  ///
  /// A table of findings, which a run fills in itself, is none that came back.
  init?(_ cells: [String]) {
    let titles = cells.map(Self.plain)
    var places: [Column: Int] = [:]
    for column in Column.allCases {
      for name in column.names {
        guard places[column] == nil, let place = titles.firstIndex(of: name) else { continue }
        places[column] = place
      }
    }
    let isTableOfFindings = titles.contains("penjelasan") && titles.contains("bukti") && titles.contains("bobot")
    guard places[.id] != nil, places[.decision] != nil || places[.answer] != nil, !isTableOfFindings else { return nil }
    self.places = places
  }

  func has(_ column: Column) -> Bool { places[column] != nil }

  /// The text of a row's cell; empty where the row or the table has none.
  func text(_ column: Column, _ cells: [String]) -> String {
    guard let place = places[column], cells.indices.contains(place) else { return "" }
    var text = Self.trimmed(cells[place])
    // An apostrophe that keeps a spreadsheet from taking a text for a formula.
    if text.first == "'", let next = text.dropFirst().first, "=+-@".contains(next) { text.removeFirst() }
    return text
  }

  /// Small letters and digits, one blank between words.
  static func plain(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
