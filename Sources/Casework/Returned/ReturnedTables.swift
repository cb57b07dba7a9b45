import Documents

/// The tables of a file that came back filled in, from the field, the office or the KPU: the rows under every header that
/// has an id and something to fill in.
///
/// Title lines above the header, sheets without one, further columns, and headers that come again are all met with.
struct ReturnedTables {
  struct Row {
    /// Of a workbook; empty for other files.
    let sheet: String
    /// Physical line or row.
    let line: Int
    let cells: [String]
    let columns: ReturnedColumns

    /// The text of a column; empty where there is none.
    func text(_ column: ReturnedColumns.Column) -> String { columns.text(column, cells) }
  }

  /// Rows that are not blank.
  private(set) var rows: [Row] = []
  private(set) var headers: [ReturnedColumns] = []
  /// Rows that were filled in on sheets of struck voters, which bear no finding: nothing can be recorded of them.
  private(set) var unrecorded: [(sheet: String, row: Int)] = []

  /// A header stands within so many rows from the top of its sheet.
  private static let headRows = 60
  /// Files larger than this are no filled sheets.
  private static let largest = 64 << 20

  static func open(_ path: String) throws(ReturnedFault) -> FileBytes {
    let file: FileBytes
    do throws(FileBytes.Failure) { file = try FileBytes(path: path) } catch { throw ReturnedFault(path, error) }
    guard file.count <= largest else {
      throw ReturnedFault(path, "lebih besar dari 64 MiB, jadi bukan lembar isian")
    }
    return file
  }

  /// Reads CSV, XLSX, ODS, XLS or HTML by its content, whatever its name.
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
    for delimiter in CSVDialect.delimiters {
      read(file, CSVDialect(delimiter: delimiter), sheet: "")
      if !headers.isEmpty || !unrecorded.isEmpty { return }
    }
  }

  private mutating func read(_ file: FileBytes, _ dialect: CSVDialect, sheet: String) {
    var scanner = CSVScanner(file, from: CSVSniffer.mark(file), dialect: dialect)
    var columns: ReturnedColumns?
    var struck: StruckColumns?
    while let row = scanner.next() {
      if row.isBlank { continue }
      let cells = row.fields.map { String(decoding: $0, as: UTF8.self) }
      if let header = ReturnedColumns(cells) {
        columns = header
        struck = nil
        headers.append(header)
      } else if let header = StruckColumns(cells) {
        (columns, struck) = (nil, header)
      } else if let struck {
        if struck.isFilled(cells) { unrecorded.append((sheet, row.line + 1)) }
      } else if let columns {
        rows.append(Row(sheet: sheet, line: row.line + 1, cells: cells, columns: columns))
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
      if isWordDocument(file) { throw ReturnedFault(path, Self.wordDocument) }
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

    /// The letter itself came back, or a page that somebody typed: nothing in it stands under a header.
    private func isWordDocument(_ file: FileBytes) -> Bool {
      (try? ZipArchive(file))?["word/document.xml"] != nil
    }

    private static let wordDocument =
      "dokumen Word, bukan tabel; yang dicatat adalah lampiran suratnya (.xlsx) dengan kolom Jawaban "
      + "KPU terisi, lembar lapangan, atau keputusan.csv. Jawaban KPU yang berupa surat disalin dahulu ke lampiran itu"

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
