import Documents

#if OfficeFiles
  extension FormatReader {
    /// XML in which one element is one row, and workbooks that Excel saved as "XML Spreadsheet 2003".
    static let xml = FormatReader { file, found in
      isXML(file, found)
    } open: { file, source, book throws(Refusal) in
      try open(file, source, book)
    }

    private static func open(_ file: FileBytes, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText {
      let outline: XMLOutline
      do { outline = try XMLOutline(file) } catch { throw Refusal(XMLWords.of(.xml(error), source)) }
      if SpreadsheetML.claims(outline) { return try workbook(file, source, book) }
      do { return try list(file, outline, source, book) } catch { throw Refusal(XMLWords.of(error, source)) }
    }

    /// Whether the first mark is that of an element, in bytes or in pairs of bytes; a declaration is not asked for.
    private static func isXML(_ file: FileBytes, _ found: CSVSniffer.Disguise?) -> Bool {
      switch found {
      case .xml: return true
      case .utf16:
        let head = file.bytes.prefix(6).filter { $0 != 0 && $0 < 0xFE }
        return head.first == 60
      case nil:
        let head = file.bytes.dropFirst(CSVSniffer.mark(file)).drop { $0 <= 32 }.prefix(2)
        return head.first == 60 && head.dropFirst().first.map { $0.isLetter || $0 == 33 || $0 == 63 } ?? false
      default: return false
      }
    }

    /// The rows of the element that `elemen:` names, or of the one that fits the role and repeats most.
    private static func list(
      _ file: FileBytes, _ outline: XMLOutline, _ source: Source, _ book: HeaderBook
    ) throws(XMLTableFault) -> OpenedText {
      guard outline.root.lowercased() != "html" else { throw .webPage }
      var name = source.element
      var depth: Int?
      if name == nil {
        let fitting = outline.elements.filter { book.missing(book.match($0.headers, specs: source.columns).map) == nil }
        let chosen = fitting.first ?? outline.elements.first { $0.times > 1 }
        (name, depth) = (chosen?.name, chosen?.depth)
      }
      guard let name else { throw .noRows }
      let table = try XMLTable(file, element: name, depth: depth)
      let place = table.keepsLines ? "baris menurut baris di berkas" : "baris = nomor unsur ditambah satu"
      return OpenedText(
        text: table.text, format: "XML", dialect: OpenedText.converted,
        reading: ["satu baris per unsur <\(PackedWords.shown(name))>", place],
        notices: table.repeated.map {
          "unsur «\(PackedWords.shown($0))» berulang dalam satu baris; hanya yang pertama dipakai."
        })
    }

    /// The sheet that `lembar:` names, or the one that looks most like a list.
    private static func workbook(_ file: FileBytes, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText
    {
      var sheets: [SheetText] = []
      do {
        try SpreadsheetML.read(file) { sheets.append($0) }
      } catch {
        throw Refusal(XMLWords.of(error, source))
      }
      guard sheets.contains(where: { $0.rows > 0 }) else { throw Refusal(XMLWords.noSheet) }
      return try WorkbookFormat.open(XMLSheets(sheets: sheets), "SpreadsheetML", source, book)
    }
  }

  /// The sheets of a workbook that Excel saved as "XML Spreadsheet 2003", read already.
  private struct XMLSheets: SheetedFile {
    let sheets: [SheetText]

    var tabs: [SheetTab] { sheets.map { SheetTab(name: $0.name, isHidden: $0.isHidden) } }

    func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      var facts = SheetFacts()
      facts.hiddenRows = sheets[index].hiddenRows
      return (sheets[index].text, facts)
    }
  }

  // MARK: Words

  private enum XMLWords {
    static let noSheet = "adalah buku kerja tanpa lembar yang berisi. Minta salinan yang utuh."

    static func of(_ fault: XMLTableFault, _ source: Source) -> String {
      switch fault {
      case .xml(.documentType):
        "memuat DOCTYPE, tempat entitas dapat meledak atau merujuk ke luar berkas, jadi tidak dibaca. "
          + "Minta ekspor XML tanpa DOCTYPE."
      case .xml(.tooDeep(let line)):
        "unsur XML bersarang lebih dari \(XMLStream.deepest) tingkat (baris \(line)), jadi bukan daftar. "
          + "Minta ekspor yang benar."
      case .xml(.malformed(let line)):
        "terpotong atau bukan XML yang sah (baris \(line)). Minta salinan yang utuh, atau ekspor ulang."
      case .xml(.wrongEncoding(let line)):
        "berisi bita yang tidak cocok dengan enkodingnya (baris \(line)). Bila berasal dari Windows, tulis "
          + "encoding=\"windows-1252\" di deklarasi <?xml …?> pada baris pertama, lalu ulangi."
      case .tooManyColumns:
        "lebih dari \(XMLTable.mostColumns) kolom, jadi bukan daftar orang. Minta ekspor yang hanya memuat daftarnya."
      case .tooManyNames:
        "memuat terlalu banyak nama unsur yang berbeda, jadi bukan daftar. Nyatakan unsur barisnya dengan elemen: "
          + "di padan.yaml, atau minta ekspor lain."
      case .tooLong(let line):
        "isian atau baris di sekitar baris \(line) terlalu panjang untuk sebuah daftar. Minta ekspor yang benar."
      case .tooMuchText: "menjadi terlalu besar bila dibuka, jadi tidak dibaca. Minta ekspor sebagai CSV UTF-8."
      case .webPage:
        "ternyata halaman web (HTML) yang disimpan dengan nama lain. Simpan sebagai CSV UTF-8 lalu ulangi."
      case .noRows:
        if let element = source.element {
          "unsur <\(PackedWords.shown(element))> yang disebut elemen: tidak ada atau kosong. "
            + "Periksa elemen: di padan.yaml."
        } else {
          "tidak ada unsur XML yang berulang sebagai baris. Nyatakan unsurnya dengan elemen: di padan.yaml."
        }
      }
    }
  }
#endif
