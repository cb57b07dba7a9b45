import Documents

/// The tables of a returned file: the rows under every header that has an id and something to fill in.
///
/// Title lines above the header, sheets without one, and headers that come again are all met with in filled sheets.
struct ReturnedTables {
  private(set) var rows: [ReturnedRow] = []
  private(set) var hasHeader = false

  /// A header stands within so many rows from the top of its sheet.
  private static let headRows = 60
  private static let delimiters: [UInt8] = [44, 59, 9, 124]

  init(_ file: FileBytes, _ path: String) throws(ReturnedFault) {
    switch CSVSniffer.disguise(file) {
    case nil: readText(file)
    case .utf16:
      guard let text = WideText.utf8(file) else { throw ReturnedFault(path, "teks UTF-16 yang tidak dapat dibaca") }
      readText(text)
    case .pdf: throw ReturnedFault(path, "ternyata PDF; kirim lembar isiannya sebagai .xlsx, .ods, atau .csv")
    case .binary, .gzip, .xml: throw ReturnedFault(path, "bukan CSV, JSON, XLSX, atau ODS")
    case .zip, .ole, .html:
      #if OfficeFiles
        try readBook(file, path)
      #else
        throw ReturnedFault(
          path, "ternyata buku kerja; padan ini dibangun tanpa zlib dan libxml2, jadi simpan sebagai CSV lalu ulangi")
      #endif
    }
  }

  /// Takes the delimiter under which a header is found.
  private mutating func readText(_ file: FileBytes) {
    for delimiter in Self.delimiters {
      read(file, CSVDialect(delimiter: delimiter, newline: CSVSniffer.newline(file)), sheet: "")
      if hasHeader { return }
    }
  }

  private mutating func read(_ file: FileBytes, _ dialect: CSVDialect, sheet: String) {
    var scanner = CSVScanner(file, from: CSVSniffer.mark(file), dialect: dialect)
    var columns: ReturnedColumns?
    while let row = scanner.next() {
      if row.isBlank { continue }
      let cells = row.fields.map { String(decoding: $0, as: UTF8.self) }
      if let header = ReturnedColumns(cells) {
        columns = header
        hasHeader = true
      } else if let columns {
        rows += ReturnedRow.reading(cells, columns, sheet: sheet, row: row.line + 1)
      } else if row.line >= Self.headRows {
        return
      }
    }
  }
}

#if OfficeFiles
  extension ReturnedTables {
    private static let delimiter: UInt8 = 0x1F

    private mutating func readBook(_ file: FileBytes, _ path: String) throws(ReturnedFault) {
      do throws(WorkbookFault) {
        switch CSVSniffer.disguise(file) {
        case .ole: try read(try XLSFile(file))
        case .html: try read(try HTMLTables(file))
        default: try readArchive(file)
        }
      } catch {
        throw ReturnedFault(path, Self.words(error))
      }
    }

    private mutating func readArchive(_ file: FileBytes) throws(WorkbookFault) {
      let archive: ZipArchive
      do { archive = try ZipArchive(file) } catch { throw .archive(error) }
      if ODSFile.claims(archive) { try read(try ODSFile(archive)) } else { try read(try WorkbookFile(archive)) }
    }

    private mutating func read(_ book: some SheetedFile) throws(WorkbookFault) {
      for (number, tab) in book.tabs.enumerated() {
        let text = try book.text(ofTab: number, delimiter: Self.delimiter, headOnly: false).text
        read(text, CSVDialect(delimiter: Self.delimiter), sheet: PlainNote.label(tab.name))
      }
    }

    private static func words(_ fault: WorkbookFault) -> String {
      switch fault {
      case .locked: "terkunci dengan kata sandi; buka di Excel, hapus kata sandinya, simpan, lalu ulangi"
      case .tooManyColumns, .tooManyRows, .longCell, .tooManySheets, .tooLarge:
        "terlalu besar untuk lembar isian; pisahkan lembarnya lalu ulangi"
      default: "bukan buku kerja yang utuh; buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu ulangi"
      }
    }
  }
#endif
