/// One row of a file that came back, before it is known whether its finding exists.
package struct ReturnedRow: Sendable, Equatable {
  /// What the row says.
  enum Statement: Sendable, Equatable {
    case decision(DecisionWord, result: String)
    case answer(String)
    /// Nobody filled it in.
    case empty
    /// It cannot be read, and why.
    case unclear(String)
  }

  /// Sheet of a workbook; empty for other files.
  package var sheet = ""
  /// Physical line or row, or place in a JSON list, from 1.
  package var row: Int
  /// As the finding was meant; empty where it could not be read.
  package var id: String
  var statement: Statement
  var officer = ""
  var document = ""
  var note = ""
  var attempts: [String] = []
  /// Whom the row names beside its id.
  var person = RowPerson()
}

extension ReturnedRow {
  /// What a row of a table says: a decision, an answer, or both; nothing for a row that says nothing.
  static func reading(_ row: ReturnedTables.Row) -> [ReturnedRow] {
    let written = row.text(.id)
    let decision = filled(row.text(.decision))
    let answer = filled(row.text(.answer))
    if decision.isEmpty, answer.isEmpty, FindingID.read(written) == nil { return [] }
    var found = ReturnedRow(sheet: row.sheet, row: row.line, id: FindingID.read(written) ?? "", statement: .empty)
    found.officer = PlainNote.label(row.text(.officer))
    found.document = row.text(.document)
    found.note = row.text(.note)
    found.person = RowPerson(name: row.text(.name), number: row.text(.number))
    found.attempts = [.first, .second, .third].map { WrittenDay.read(row.text($0)) }
    if found.id.isEmpty {
      found.statement = .unclear(written.isEmpty ? Self.noID : Self.badID)
      return [found]
    }
    var rows: [ReturnedRow] = []
    if !decision.isEmpty {
      found.statement = Self.statement(decision)
      rows.append(found)
    }
    if !answer.isEmpty {
      found.statement = .answer(answer)
      rows.append(found)
    }
    return rows.isEmpty ? [found] : rows
  }

  /// A cell's text; a stroke or dots stand for nothing.
  static func filled(_ text: String) -> String { ReturnedColumns.plain(text).isEmpty ? "" : text }

  /// The decision that a text spells.
  static func statement(_ text: String) -> Statement {
    guard let word = DecisionWord(text) else { return .unclear(unknownWord(text)) }
    return .decision(word, result: ReturnedColumns.plain(text))
  }

  static let noID = "ID temuan kosong; isi dari lembar aslinya"
  static let badID = "ID temuan tidak dapat dibaca; salin dari kolom id di temuan.csv"
  /// Quotes the cell only where every word of it is one that answers are made of: in a row that slipped, a name or a
  /// number may stand there.
  private static func unknownWord(_ text: String) -> String {
    let words = ReturnedColumns.plain(text).split(separator: " ").map(String.init)
    let quote = words.count <= 6 && words.allSatisfy(answerWords.contains) ? " («\(PlainNote.label(text))»)" : ""
    let doubt = DecisionWord.isDoubted(text) ? "; yang belum pasti ditulis «\(DecisionWord.check.rawValue)»" : ""
    return "hasilnya\(quote) bukan \(DecisionWord.allowed); perbaiki isinya\(doubt)"
  }

  private static let answerWords: Set<String> = [
    "ada", "alamat", "belum", "benar", "bener", "betul", "boleh", "bukan", "cek", "data", "di", "diterima", "ditolak",
    "ditemukan", "ditemui", "ganda", "hadir", "hidup", "iya", "jelas", "kembali", "keliru", "ketemu", "kosong", "lagi",
    "lapangan", "masih", "meninggal", "mungkin", "ok", "oke", "orang", "orangnya", "perlu", "pindah", "ragu", "rumah",
    "salah", "sesuai", "setuju", "sudah", "sah", "tidak", "tdk", "terima", "tinggal", "tms", "ms", "tolak", "ulang",
    "valid", "y", "ya", "n", "x", "v",
  ]
}
