import Documents

/// What a format makes of a file: delimited text, and what is known of it.
struct OpenedText: Sendable {
  var text: FileBytes
  /// As printed: `CSV`, `XLSX`.
  var format: String
  /// How rows and fields are parted; nil lets it be found out. A text whose dialect is known is UTF-8.
  var dialect: CSVDialect?
  /// How the file was understood, for the report: the sheet, the element.
  var reading: [String] = []
  /// What the reader of the report must know; each a sentence without the file's name.
  var notices: [String] = []
  /// The same of the file as a whole.
  var fileNotices: [String] = []
  /// Whether a number in a column of dates counts days from 1904 rather than 1900.
  var startsIn1904 = false
  /// Name of the sheet that the text is of.
  var tab: String?
  /// Name of the sheet, where several of the file are read.
  var sheet: String?
  /// The sheets of the same list behind this one.
  var others: [OpenedText] = []

  /// Delimiter of text that another format was turned into: no cell holds it.
  static let converted = CSVDialect(delimiter: 0x1F)
}

/// A way to turn a file's bytes into rows of delimited text. The list is the seam at which formats are added.
struct FormatReader: Sendable {
  /// Whether the file is of this format, by its first bytes and what was found in them.
  private let claims: @Sendable (FileBytes, CSVSniffer.Disguise?) -> Bool
  /// The file as delimited text; a refusal where that cannot be had.
  let open: @Sendable (FileBytes, Source, HeaderBook) throws(Refusal) -> OpenedText

  /// The reader of a file, by its first bytes.
  static func of(_ file: FileBytes) -> FormatReader? {
    let found = CSVSniffer.disguise(file)
    return all.first { $0.claims(file, found) }
  }

  /// The first that fits reads a file.
  private static let all: [FormatReader] = [
    .zip, .gzip, .xml, .ole, .html,
    refusing(.pdf, "ternyata berkas PDF"),
    .wideText, .textWithZeros,
    FormatReader { _, _ in
      true
    } open: { file, _, _ throws(Refusal) in
      OpenedText(text: file, format: "CSV")
    },
  ]

  static func refusing(
    _ disguise: CSVSniffer.Disguise, _ found: String, _ remedy: String = "Simpan sebagai CSV UTF-8 lalu ulangi."
  ) -> FormatReader {
    FormatReader(disguise) { _, _, _ throws(Refusal) in throw Refusal("\(found). \(remedy)") }
  }

  /// A format that is known by its first bytes.
  init(
    _ disguise: CSVSniffer.Disguise,
    open: @escaping @Sendable (FileBytes, Source, HeaderBook) throws(Refusal) -> OpenedText
  ) {
    self.init(claims: { $1 == disguise }, open: open)
  }

  init(
    claims: @escaping @Sendable (FileBytes, CSVSniffer.Disguise?) -> Bool,
    open: @escaping @Sendable (FileBytes, Source, HeaderBook) throws(Refusal) -> OpenedText
  ) {
    (self.claims, self.open) = (claims, open)
  }
}
