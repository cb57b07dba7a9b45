import RollModel

/// What a file of unknown role seems to be, with the reasons, as `padan mulai` proposes it.
package struct FileGuess: Sendable {
  /// One column of the file, as a preview shows it.
  package struct Column: Sendable {
    /// The header, or the number of the column where the file has no header row.
    package var header: String
    /// Nil where nothing uses the column.
    package var field: Field?
    /// Whether the column is read as `field` only because `kolom:` says so.
    package var isProposed = false
    /// What the values look like, in words.
    package var looks: String
    /// The first value that is written, digits as 9 and letters as a.
    package var sample: String
    /// A known field that the header comes near to, for a column that is not used.
    package var nearest: String?
  }

  /// Absolute.
  package var path: String
  /// Inside the case folder, `/` between parts.
  package var name: String
  /// Nil where nothing speaks clearly enough for any role.
  package var role: Role?
  /// What spoke for the role, each with its points.
  package var reasons: [String] = []
  /// How the file was understood: format, delimiter, header.
  package var reading: [String] = []
  package var columns: [Column] = []
  /// What `kolom:` has to say so that the file can be read.
  package var specs: [(field: Field, headers: [String])] = []
  /// What `baris_judul:` has to say; nil where the header is found by itself.
  package var headerRow: Int?
  /// What `bentuk_tanggal:` has to say; nil where dates are read by themselves.
  package var dateForm: String?
  /// What `kode_tms:` has to say; nil where the marks are those of the usual table.
  package var codeTable: CodeTable?
  /// Data rows: exact for short files, else estimated from their length.
  package var rows = 0
  package var isRowCountExact = true
  /// Whether rows say in which desa they are.
  package var hasArea = true
  /// Four digits of the kabupaten that most of the sampled codes begin with; empty when none does.
  package var kabupaten = ""
  /// What speaks for a list of voters who vote elsewhere, and the sampled persons, who may be looked up on the roll.
  var movingSign: MovedVoterGuess.Sign?
  var persons = PersonMarks()
  /// Why the file cannot be read, or what it lacks: a sentence; nil when it can be read as it is proposed.
  package var problem: String?

  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}
