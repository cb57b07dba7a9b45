#if OfficeFiles
  import Documents
  import Normalizers

  /// A workbook read as the one of its sheets that holds the list.
  enum WorkbookFormat {
    static func open(_ archive: ZipArchive, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText {
      if archive["xl/workbook.bin"] != nil {
        throw Refusal("ternyata buku kerja biner (.xlsb). Buka di Excel, simpan sebagai .xlsx, lalu ulangi.")
      }
      let file: WorkbookFile
      let heads: [FileBytes]
      do {
        file = try WorkbookFile(archive)
        heads = try Self.heads(of: file, source)
      } catch {
        throw Refusal(WorkbookWords.words(error))
      }
      let choice = try SheetChoice(file.sheets.map { ($0.name, $0.isHidden) }, heads, source, book)
      let sheet = file.sheets[choice.index]
      do {
        let (text, facts) = try file.text(of: sheet, delimiter: OpenedText.converted.delimiter)
        return OpenedText(
          text: text, format: "XLSX", dialect: OpenedText.converted,
          reading: ["lembar «\(PackedWords.shown(sheet.name))»"], notices: choice.notices + WorkbookWords.notices(facts)
        )
      } catch {
        throw Refusal(WorkbookWords.words(error))
      }
    }

    /// The first rows of each sheet, where there is a choice.
    private static func heads(of file: WorkbookFile, _ source: Source) throws(WorkbookFault) -> [FileBytes] {
      guard file.sheets.count > 1, source.sheet == nil else { return [] }
      var heads: [FileBytes] = []
      for sheet in file.sheets {
        heads.append(try file.text(of: sheet, delimiter: OpenedText.converted.delimiter, headOnly: true).text)
      }
      return heads
    }
  }

  /// Which sheet of a workbook is read, and what is to be said about it.
  struct SheetChoice {
    let index: Int
    private(set) var notices: [String] = []

    /// What the first rows of a sheet are worth as the head of a list, the better the greater.
    private struct Worth: Comparable {
      var isList = false
      var isVisible: Bool
      var recognised = 0
      var hasRows: Bool

      static func < (a: Worth, b: Worth) -> Bool { a.rank.lexicographicallyPrecedes(b.rank) }
      /// A visible list, a hidden one, then whatever is visible.
      private var rank: [Int] {
        [isList ? 1 : 0, isVisible ? 1 : 0, recognised, hasRows ? 1 : 0]
      }
    }

    /// The sheet that `lembar:` names, or the one whose header is known best; of equals the first.
    init(_ sheets: [(name: String, isHidden: Bool)], _ heads: [FileBytes], _ source: Source, _ book: HeaderBook)
      throws(Refusal)
    {
      if let name = source.sheet {
        let same = sheets.firstIndex { $0.name == name }
        guard let found = same ?? sheets.firstIndex(where: { Self.key($0.name) == Self.key(name) }) else {
          let names = Self.names(sheets)
          throw Refusal(
            "tidak punya lembar «\(PackedWords.shown(name))»; yang ada: \(names). Periksa lembar: di padan.yaml.")
        }
        index = found
        return
      }
      let worths = zip(sheets, heads).map { Self.worth($0.isHidden, $1, source, book) }
      let best = worths.indices.max { (worths[$0], -$0) < (worths[$1], -$1) } ?? 0
      index = best
      if worths.indices.contains(where: { $0 != best && worths[$0].hasRows }) {
        notices.append(Self.several(sheets, read: best, lists: worths.indices.filter { worths[$0].isList }))
      }
      if sheets[best].isHidden {
        notices.append("lembar «\(PackedWords.shown(sheets[best].name))» yang dibaca itu tersembunyi di Excel.")
      }
    }

    private static func worth(
      _ isHidden: Bool, _ head: FileBytes, _ source: Source, _ book: HeaderBook
    ) -> Worth {
      let rows = CSVSniffer.firstRows(head, dialect: OpenedText.converted, limit: OpenedFile.headerReach)
      var worth = Worth(isVisible: !isHidden, hasRows: !rows.isEmpty)
      for row in rows {
        let cells = row.fields.map { String(decoding: $0, as: UTF8.self) }
        let match = book.match(cells, specs: source.columns)
        let isList = match.recognised > 1 && book.missing(match.map) == nil
        worth.isList = worth.isList || isList
        worth.recognised = max(worth.recognised, match.recognised)
      }
      return worth
    }

    private static func key(_ name: String) -> String {
      name.split { $0 == " " }.joined(separator: " ").lowercased()
    }

    private static func names(_ sheets: [(name: String, isHidden: Bool)]) -> String {
      let shown = sheets.prefix(20).map { "«\(PackedWords.shown($0.name))»" }.joined(separator: ", ")
      return sheets.count > 20 ? shown + ", …" : shown
    }

    private static func several(_ sheets: [(name: String, isHidden: Bool)], read: Int, lists: [Int]) -> String {
      let name = PackedWords.shown(sheets[read].name)
      let others = lists.filter { $0 != read }.map { sheets[$0] }
      let first = "dari \(sheets.count) lembar hanya «\(name)» yang dibaca"
      if others.isEmpty { return first + "; nyatakan lembar: di padan.yaml bila bukan itu." }
      return first + ", padahal \(names(others)) juga tampak berisi daftar. Simpan tiap lembar sebagai berkas sendiri, "
        + "atau nyatakan lembar: di padan.yaml."
    }
  }
#endif
