#if OfficeFiles
  /// A workbook from anywhere (Excel, LibreOffice, openpyxl, Google Sheets; strict or transitional), its sheets read as
  /// streams: neither the sheet nor its XML is ever in memory whole. Source: ECMA-376, parts 1 and 2.
  public struct WorkbookFile: Sendable {
    public struct Sheet: Sendable {
      public let name: String
      public let isHidden: Bool
      let entry: ZipArchive.Entry
    }

    /// In the order of their tabs.
    public let sheets: [Sheet]
    private let archive: ZipArchive
    private let strings: SharedStrings
    private let styles: CellStyles
    public let startsIn1904: Bool

    /// Whether an archive is a workbook of this format.
    public static func claims(_ archive: ZipArchive) -> Bool {
      archive["[Content_Types].xml"] != nil && archive.entries.contains { $0.name.lowercased().hasPrefix("xl/") }
    }

    /// Reads the list of sheets, the styles and the shared strings.
    public init(_ archive: ZipArchive) throws(WorkbookFault) {
      self.archive = archive
      let root = try Relations(archive, of: "")
      guard let place = root.target("officeDocument") ?? archive["xl/workbook.xml"]?.name, let entry = archive[place]
      else { throw .noSheets }
      let list = SheetList()
      try XMLPart.read(archive, entry, list)
      let relations = try Relations(archive, of: entry.name)
      var sheets: [Sheet] = []
      for sheet in list.sheets {
        guard let relation = relations.byID[sheet.relation] else { throw .missing(part: sheet.name) }
        // Sheets of charts and of old macros hold no rows.
        guard relation.kind == "worksheet" else { continue }
        guard let entry = archive[relation.target] else { throw .missing(part: relation.target) }
        sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, entry: entry))
      }
      guard !sheets.isEmpty else { throw .noSheets }
      self.sheets = sheets
      startsIn1904 = list.startsIn1904
      let styles = CellStyles()
      self.styles = styles
      if let place = relations.target("styles"), let entry = archive[place] {
        try XMLPart.read(archive, entry, styles)
      }
      let strings = SharedStrings()
      self.strings = strings
      if let place = relations.target("sharedStrings") {
        guard let entry = archive[place] else { throw .missing(part: place) }
        try XMLPart.read(archive, entry, strings) { () throws(WorkbookFault) in
          if strings.isFull { throw .tooLarge(part: place) }
          return false
        }
      }
    }

    /// The sheet as delimited text: `delimiter` between cells, line N is row N, UTF-8, no control byte in a cell.
    ///
    /// - Parameter headOnly: the first rows are enough; what stands behind `SheetRows.headRows` may be missing.
    public func text(
      of sheet: Sheet, delimiter: UInt8, headOnly: Bool = false
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      let rows = SheetRows(delimiter: delimiter)
      let cells = SheetCells(rows, strings, styles, startsIn1904: startsIn1904)
      try XMLPart.read(archive, sheet.entry, cells) { () throws(WorkbookFault) in
        if let fault = rows.fault ?? cells.fault { throw fault }
        return headOnly && rows.isPastHead
      }
      if let fault = rows.fault ?? cells.fault { throw fault }
      return (try rows.finish(), rows.facts)
    }
  }

  /// What was found in a sheet that its reader should know.
  public struct SheetFacts: Sendable, Equatable {
    /// Rows that a filter or a hand hides; they are read.
    public var hiddenRows = 0
    /// Cells whose formula failed; they are read as empty.
    public var errorCells = 0
    /// Formulas that no program has worked out; they are read as empty.
    public var formulasWithoutResult = 0
    /// Ranges merged over several rows below the head; only their first row has the value.
    public var mergedRanges = 0

    public init() {}
  }

  /// Feeds a part of an archive to a listener.
  enum XMLPart {
    /// Stops early where `isEnough` says so; it is asked now and then, and may throw.
    static func read(
      _ archive: ZipArchive, _ entry: ZipArchive.Entry, _ listener: any XMLListener,
      _ isEnough: () throws(WorkbookFault) -> Bool = { () throws(WorkbookFault) in false }
    ) throws(WorkbookFault) {
      var stream = ZipStream(archive, entry)
      let xml = XMLStream(listener)
      do {
        while let piece = try unpacked(&stream) {
          try xml.feed(piece)
          if try isEnough() { return }
        }
        try xml.finish()
      } catch let fault as XMLFault {
        throw .xml(part: entry.name, fault)
      } catch let fault as WorkbookFault {
        throw fault
      } catch {
        throw .missing(part: entry.name)
      }
    }

    private static func unpacked(_ stream: inout ZipStream) throws(WorkbookFault) -> UnsafeBufferPointer<UInt8>? {
      do { return try stream.next() } catch { throw .archive(error) }
    }
  }
#endif
