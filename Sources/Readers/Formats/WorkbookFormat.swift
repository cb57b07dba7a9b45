#if OfficeFiles
  import Documents
  import Normalizers

  /// A file of sheets, read as those of its sheets that hold the list.
  enum WorkbookFormat {
    /// - Parameter format: as printed, `XLSX`.
    static func open(
      _ file: some SheetedFile, _ format: String, _ source: Source, _ book: HeaderBook
    ) throws(Refusal) -> OpenedText {
      let tabs = file.tabs
      guard !tabs.isEmpty else { throw Refusal(WorkbookWords.words(.noSheets)) }
      let choice = try SheetChoice(tabs, try heads(of: file, source), source, book)
      var texts: [OpenedText] = []
      for index in choice.indices {
        let (text, facts) = try text(of: file, index)
        let name = tabs[index].name
        texts.append(
          OpenedText(
            text: text, format: format, dialect: OpenedText.converted,
            reading: ["lembar «\(PackedWords.shown(name))»"], notices: WorkbookWords.notices(facts),
            startsIn1904: file.startsIn1904, tab: PackedWords.shown(name),
            sheet: choice.indices.count > 1 ? PackedWords.shown(name) : nil))
      }
      guard var first = texts.first else { throw Refusal(WorkbookWords.words(.noSheets)) }
      first.fileNotices = choice.notices
      first.others = Array(texts.dropFirst())
      return first
    }

    static func open(_ archive: ZipArchive, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText {
      if archive["xl/workbook.bin"] != nil {
        throw Refusal("ternyata buku kerja biner (.xlsb). Buka di Excel, simpan sebagai .xlsx, lalu ulangi.")
      }
      let file: WorkbookFile
      do { file = try WorkbookFile(archive) } catch { throw Refusal(WorkbookWords.words(error)) }
      return try open(file, "XLSX", source, book)
    }

    private static func text(
      of file: some SheetedFile, _ index: Int, headOnly: Bool = false
    ) throws(Refusal) -> (text: FileBytes, facts: SheetFacts) {
      do {
        return try file.text(ofTab: index, delimiter: OpenedText.converted.delimiter, headOnly: headOnly)
      } catch {
        throw Refusal(WorkbookWords.words(error))
      }
    }

    /// The first rows of each sheet, where there is a choice.
    private static func heads(of file: some SheetedFile, _ source: Source) throws(Refusal) -> [FileBytes] {
      let count = file.tabs.count
      guard count > 1, source.sheet == nil else { return [] }
      guard count <= SheetChoice.most else {
        throw Refusal("berisi \(count) lembar, lebih dari \(SheetChoice.most). Pecah menjadi beberapa buku kerja.")
      }
      var heads: [FileBytes] = []
      for index in 0..<count { heads.append(try text(of: file, index, headOnly: true).text) }
      return heads
    }
  }
#endif
