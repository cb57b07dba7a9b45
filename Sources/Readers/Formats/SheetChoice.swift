#if OfficeFiles
  import Documents
  import RollModel

  /// Which sheets of a workbook are read, and what is to be said about it.
  ///
  /// KPU's own layout has a sheet for each station under one header: all visible sheets whose header means the same as
  /// that of the best one are read. Titles, recapitulations and other lists are left out, and named.
  struct SheetChoice {
    let indices: [Int]
    private(set) var notices: [String] = []

    /// Sheets of one file that are looked at: each is held as a text of its own.
    static let most = 2000

    /// What the first rows of a sheet are worth as the head of a list, the better the greater.
    private struct Worth: Comparable {
      var isVisible: Bool
      var hasRows: Bool
      var recognised = 0
      /// Fields of the header; empty where the sheet holds no list.
      var fields: Set<Field> = []
      /// A recap of whole kecamatan, or of the kabupaten: one of their desa says more.
      var isAboveDesa = false

      static func < (a: Worth, b: Worth) -> Bool { a.rank.lexicographicallyPrecedes(b.rank) }
      /// A visible list, a hidden one, then whatever is visible.
      private var rank: [Int] {
        [fields.isEmpty ? 0 : 1, isVisible ? 1 : 0, isAboveDesa ? 0 : 1, recognised, hasRows ? 1 : 0]
      }
    }

    /// The sheet that `lembar:` names, or the one whose header is known best, of equals the first, with those like it.
    init(_ tabs: [SheetTab], _ heads: [FileBytes], _ source: Source, _ book: HeaderBook) throws(Refusal) {
      if let name = source.sheet {
        let same = tabs.firstIndex { $0.name == name }
        guard let found = same ?? tabs.firstIndex(where: { Self.key($0.name) == Self.key(name) }) else {
          throw Refusal(
            "tidak punya lembar «\(PackedWords.shown(name))»; yang ada: \(Self.names(tabs)). "
              + "Periksa lembar: di padan.yaml.")
        }
        indices = [found]
        return
      }
      let worths = zip(tabs, heads).map { Self.worth($0.isHidden, $1, source, book) }
      let best = worths.indices.max { (worths[$0], -$0) < (worths[$1], -$1) } ?? 0
      let alike = worths.indices.filter { index in
        index == best
          || worths[best].isVisible && worths[index].isVisible && !worths[index].fields.isEmpty
            && (worths[index].fields == worths[best].fields
              || book.role.isPersons
                && SheetLikeness.isLike(worths[index].fields, worths[best].fields, tabs[index].name))
      }
      indices = alike.isEmpty ? [0] : alike
      let left = worths.indices.filter { !alike.contains($0) && worths[$0].hasRows }
      if !left.isEmpty { notices.append(Self.leftOut(left.map { tabs[$0] }, read: alike.map { tabs[$0] }, of: tabs)) }
      for index in alike {
        let lacking = worths[best].fields.subtracting(worths[index].fields).map(\.rawValue).sorted()
        guard !lacking.isEmpty else { continue }
        notices.append(
          "lembar «\(PackedWords.shown(tabs[index].name))» tidak punya kolom \(lacking.joined(separator: ", ")), yang ada di "
            + "lembar lain; barisnya dibaca dengan isian itu kosong.")
      }
      if tabs.indices.contains(best), tabs[best].isHidden {
        notices.append("lembar «\(PackedWords.shown(tabs[best].name))» yang dibaca itu tersembunyi di Excel.")
      }
    }

    private static func worth(_ isHidden: Bool, _ head: FileBytes, _ source: Source, _ book: HeaderBook) -> Worth {
      let rows = CSVSniffer.firstRows(head, dialect: OpenedText.converted, limit: HeaderSearch.reach)
      var worth = Worth(isVisible: !isHidden, hasRows: !rows.isEmpty)
      for row in rows {
        let cells = row.fields.map { String(decoding: $0, as: UTF8.self) }
        let match = book.match(cells, specs: source.columns)
        guard match.recognised > worth.recognised else { continue }
        worth.recognised = match.recognised
        let isList = match.recognised > 1 && book.missing(match.map) == nil
        worth.fields = isList ? Set(match.map.columns.keys) : []
        worth.isAboveDesa = isList && book.role == .officialCounts && match.map.isAboveDesa
      }
      return worth
    }

    private static func key(_ name: String) -> String {
      name.split { $0 == " " }.joined(separator: " ").lowercased()
    }

    private static func names(_ tabs: [SheetTab]) -> String {
      let shown = tabs.prefix(20).map { "«\(PackedWords.shown($0.name))»" }.joined(separator: ", ")
      return tabs.count > 20 ? shown + ", …" : shown
    }

    private static func leftOut(_ left: [SheetTab], read: [SheetTab], of all: [SheetTab]) -> String {
      "dari \(all.count) lembar \(read.count == 1 ? "hanya " : "")\(names(read)) yang dibaca; \(names(left)) tidak, karena "
        + "judul kolomnya lain atau lembarnya tersembunyi. Nyatakan lembar: di padan.yaml bila bukan itu."
    }
  }
#endif
