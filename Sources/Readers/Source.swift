import Normalizers
import RollModel

/// Which headers make up a field, as `kolom:` in padan.yaml states it.
package struct ColumnSpec: Sendable, Hashable {
  /// Headers joined in this order, with one blank between; in a file without a header row, numbers of columns from 1.
  package var headers: [String]
  /// `DD/MM/YYYY`, `MM/DD/YYYY`, `YYYY-MM-DD`, `DD/MM/YY` (with any separator or none) or `serial`; nil lets every form
  /// be that cannot be mistaken.
  package var dateForm: String?

  package init(headers: [String], dateForm: String? = nil) {
    self.headers = headers
    self.dateForm = dateForm
  }
}

/// One input file, and what the case says about it.
package struct Source: Sendable {
  /// Absolute.
  package var path: String
  /// Path inside the case folder, as printed.
  package var name: String
  package var role: Role
  package var columns: [Field: ColumnSpec] = [:]
  /// Form of every date that `columns` does not state one for.
  package var dateForm: String?
  /// One character, or `tab`; nil is found out.
  package var delimiter: String?
  /// `utf-8` or `windows-1252`; nil is found out, field by field.
  package var encoding: String?
  /// Name of the sheet to read; nil lets the one be chosen whose header is known best.
  package var sheet: String?
  /// Name of the XML element that is a row; nil is found out.
  package var element: String?
  /// Physical line of the header, the first is 1; 0 says that there is none; nil is found out.
  package var headerRow: Int?
  /// Area of every row that states none: a desa, or a kecamatan whose desa the rows name.
  package var area: AreaCode?
  /// Numbering of TMS codes, where it is not the case's.
  package var codeTable: CodeTable?
  /// Station of every row, told by the name of the sheet, where no column tells it.
  var station: Int?
  /// A file of residents, read once more for the persons that its status columns put on the list of `role`.
  var isServed = false

  package init(path: String, name: String, role: Role) {
    self.path = path
    self.name = name
    self.role = role
  }

  /// The byte between fields that a plan names; nil for what cannot be one.
  package static func delimiter(named text: String) -> UInt8? {
    if text == "tab" || text == "\\t" || text == "\t" { return 9 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != 34, byte != 10, byte != 13 else { return nil }
    return byte
  }

  /// The encoding that a plan names; nil for one that is not known.
  package static func encoding(named text: String) -> TextDecoding.Encoding? {
    switch text.lowercased() {
    case "utf-8", "utf8": .automatic
    case "windows-1252", "cp1252", "latin1", "iso-8859-1": .windows1252
    default: nil
    }
  }
}

/// What reading needs to know beside the files.
package struct ReadingOptions: Sendable {
  package var threads: Int
  /// Share of a file's rows, 0...1, above which quarantine stops the run.
  package var quarantineLimit: Double
  /// Of the case: a kabupaten, or a province with several.
  package var kabupaten: AreaCode
  package var codeTable: CodeTable
  /// In the case of a province: kabupaten that the plan names.
  package var namedKabupaten: Set<AreaCode> = []
  /// Bytes that one piece of parallel work covers; results do not depend on the thread count, whatever it is.
  package var pieceSize = 1 << 20

  package init(
    threads: Int, quarantineLimit: Double = 0.05, kabupaten: AreaCode = AreaCode(number: 0),
    codeTable: CodeTable = .since2023
  ) {
    self.threads = threads
    self.quarantineLimit = quarantineLimit
    self.kabupaten = kabupaten
    self.codeTable = codeTable
  }
}

/// Why a case cannot be read at all: one or more clear sentences, without any personal value.
package struct ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
  package let message: String
  package init(_ message: String) { self.message = message }
  package var description: String { message }
}

/// Why one source was refused while the others go on.
struct Refusal: Error, Equatable {
  /// What was found, and what to do; the file's name is put before it.
  let words: String
  init(_ words: String) { self.words = words }
}
