import Documents

/// The tables of a file that came back filled in: XLSX, ODS, XLS or delimited text, each under the header row that names
/// the column asked for. Titles above it, further columns and moved or deleted rows do no harm.
package struct FilledTable: Sendable {
  /// Empty for a file without sheets.
  package let sheet: String
  /// Rows below the header, with their physical line or row; blank ones left out.
  package let rows: [(line: Int, cells: [String])]
  private let columns: [String: Int]

  /// The place of a column by its title, whatever its capitals and blanks.
  package func column(_ title: String) -> Int? { columns[Self.key(title)] }

  /// Rows among which the header is looked for.
  private static let headerReach = 60

  /// Every table of a file that has a column of this title; none where no sheet has.
  ///
  /// - Throws: `FilledFileError` where the file cannot be read.
  package static func read(_ path: String, having title: String) throws(FilledFileError) -> [FilledTable] {
    let file: FileBytes
    do { file = try FileBytes(path: path) } catch { throw FilledFileError("\(path) \(words(error))") }
    switch CSVSniffer.disguise(file) {
    case .zip, .ole: return try sheets(of: file, path, having: title)
    case .utf16:
      guard let text = WideText.utf8(file) else { throw .unreadable(path) }
      return tables(of: text, having: title)
    case nil, .binary: return tables(of: file, having: title)
    case .gzip, .pdf, .html, .xml: throw .unreadable(path)
    }
  }

  private static func tables(of text: FileBytes, having title: String) -> [FilledTable] {
    for delimiter in CSVDialect.delimiters {
      let dialect = CSVDialect(delimiter: delimiter, newline: CSVSniffer.newline(text))
      if let table = FilledTable(text, dialect, sheet: "", having: title) { return [table] }
    }
    return []
  }

  private init?(_ text: FileBytes, _ dialect: CSVDialect, sheet: String, having title: String) {
    var scanner = CSVScanner(text, from: CSVSniffer.mark(text), dialect: dialect)
    var columns: [String: Int] = [:]
    var rows: [(line: Int, cells: [String])] = []
    let wanted = Self.key(title)
    var seen = 0
    while let row = scanner.next() {
      if row.isBlank { continue }
      let cells = row.fields.map { String(decoding: $0, as: UTF8.self) }
      if !columns.isEmpty {
        rows.append((row.line + 1, cells))
        continue
      }
      seen += 1
      guard seen <= Self.headerReach else { return nil }
      let keys = cells.map(Self.key)
      guard keys.contains(wanted) else { continue }
      for (place, key) in keys.enumerated() where columns[key] == nil { columns[key] = place }
    }
    guard !columns.isEmpty else { return nil }
    self.sheet = sheet
    self.columns = columns
    self.rows = rows
  }

  private static func key(_ title: String) -> String {
    title.lowercased().split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
  }

  private static func words(_ failure: FileBytes.Failure) -> String {
    switch failure {
    case .missing: "tidak ada."
    case .directory, .notAFile: "bukan berkas biasa."
    case .noPermission: "tidak boleh dibaca; periksa izinnya."
    case .empty: "kosong (0 bita)."
    case .system(let code): "tidak dapat dibaca: galat sistem \(code)."
    }
  }
}

/// Why a returned file cannot be read: one Indonesian sentence.
package struct FilledFileError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  static func unreadable(_ path: String) -> FilledFileError {
    FilledFileError("\(path) tidak dapat dibaca sebagai lembar; simpan sebagai .xlsx, .ods, atau CSV lalu ulangi.")
  }
}

// MARK: Workbooks

extension FilledTable {
  #if OfficeFiles
    /// Delimiter of sheets turned into text: no cell holds it.
    private static let delimiter: UInt8 = 0x1F

    private static func sheets(
      of file: FileBytes, _ path: String, having title: String
    ) throws(FilledFileError) -> [FilledTable] {
      do {
        let sheeted: any SheetedFile
        if CSVSniffer.disguise(file) == .ole {
          sheeted = try XLSFile(file)
        } else {
          let archive = try ZipArchive(file)
          sheeted = ODSFile.claims(archive) ? try ODSFile(archive) : try WorkbookFile(archive)
        }
        return try sheeted.tabs.indices.compactMap { index in
          let text = try sheeted.text(ofTab: index, delimiter: delimiter, headOnly: false).text
          return FilledTable(
            text, CSVDialect(delimiter: delimiter), sheet: sheeted.tabs[index].name, having: title)
        }
      } catch {
        throw .unreadable(path)
      }
    }
  #else
    private static func sheets(
      of file: FileBytes, _ path: String, having title: String
    ) throws(FilledFileError) -> [FilledTable] {
      throw FilledFileError(
        "\(path) ternyata buku kerja; padan ini dibangun tanpa zlib dan libxml2. Simpan sebagai CSV lalu ulangi.")
    }
  #endif
}
