/// A workbook on its way out: sheets in order, written as one zip archive.
public struct Workbook: Sendable {
  public var sheets: [Sheet]

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  public struct Column: Sendable {
    public var title: String
    /// In characters, as spreadsheets count it.
    public var width: Int

    public init(_ title: String, width: Int) {
      self.title = title
      self.width = width
    }
  }

  public struct Sheet: Sendable {
    public var name: String
    /// Lines above the header, the first in a larger type.
    public var titleLines: [String]
    public var columns: [Column]
    /// Rows as `SheetWriter` made them, packed; none of them the last part.
    public var parts: [DeflatedPart]
    public var rows: Int
    /// Landscape, as wide as the page, header repeated: for sheets that are printed.
    public var isPrinted: Bool
    public var paper = SheetPaper.a4
    /// First columns that stand on every page of a printed sheet that is not made to fit one.
    public var repeatedColumns = 0
    /// Columns after those that belong together, so many by so many: no page ends between them. With 0 the sheet is made as
    /// small as one page across asks for.
    public var columnsTogether = 0
    /// Lines above the header from the second one on, by the column in which they begin: what each page of a sheet that is
    /// wider than one says of its own columns.
    public var notes: [Int: [String]] = [:]
    /// What is filled in by hand; nil for a sheet that is only read.
    public var form: SheetForm?

    public init(
      name: String, titleLines: [String] = [], columns: [Column], parts: [DeflatedPart], rows: Int,
      isPrinted: Bool = false
    ) {
      self.name = name
      self.titleLines = titleLines
      self.columns = columns
      self.parts = parts
      self.rows = rows
      self.isPrinted = isPrinted
    }

    /// A sheet whose rows fit into one writer.
    public init(
      name: String, titleLines: [String] = [], columns: [Column], _ cells: borrowing SheetWriter,
      isPrinted: Bool = false, form: SheetForm? = nil
    ) {
      let part = cells.out.withBytes { DeflatedPart($0, isLast: false) }
      self.init(
        name: name, titleLines: titleLines, columns: columns, parts: [part], rows: cells.rows, isPrinted: isPrinted)
      self.form = form
    }

    /// Rows above the header, without the empty one.
    var titleRows: Int { max(titleLines.count, (notes.values.map { $0.count + 1 }.max() ?? 0)) }
    var headerRow: Int { titleRows == 0 ? 1 : titleRows + 2 }
    var lastRow: Int { headerRow + rows }
  }

  /// Rows that a sheet holds below its header.
  public static let maximumRows = 1_048_575

  /// A name that spreadsheets accept: at most 31 characters, without `: \ / ? * [ ]` and outer apostrophes.
  public static func sheetName(_ text: String) -> String {
    let kept = text.filter { !":\\/?*[]'".contains($0) && !$0.isNewline }
    return kept.isEmpty ? "Lembar" : String(kept.prefix(31))
  }

  /// Writes the archive; throws what the sink throws, or `ZipTooLarge`.
  public func write(to sink: inout some ByteSink & ~Copyable) throws {
    precondition(!sheets.isEmpty, "a workbook has a sheet")
    var zip = ZipWriter()
    try zip.add("[Content_Types].xml", contentTypes, to: &sink)
    try zip.add("_rels/.rels", WorkbookParts.rootRelations, to: &sink)
    try zip.add("xl/workbook.xml", book, to: &sink)
    try zip.add("xl/_rels/workbook.xml.rels", relations, to: &sink)
    try zip.add("xl/styles.xml", WorkbookParts.styles(withForms: sheets.contains { $0.form != nil }), to: &sink)
    for (number, sheet) in sheets.enumerated() {
      try zip.add("xl/worksheets/sheet\(number + 1).xml", sheet.allParts(isFirst: number == 0), to: &sink)
    }
    try zip.finish(to: &sink)
  }

  private var contentTypes: String {
    WorkbookParts.contentTypesHead
      + sheets.indices.map {
        "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(WorkbookParts.sheetType)\"/>"
      }.joined() + "</Types>"
  }

  private var relations: String {
    WorkbookParts.relationsHead
      + sheets.indices.map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(WorkbookParts.relation)/worksheet\" "
          + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
      }.joined()
      + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(WorkbookParts.relation)/styles\" Target=\"styles.xml\"/>"
      + "</Relationships>"
  }

  private var book: String {
    WorkbookParts.bookHead + "<sheets>"
      + sheets.enumerated().map { number, sheet in
        "<sheet name=\"\(XMLText(sheet.name).markup)\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
      }.joined() + "</sheets><definedNames>" + definedNames + "</definedNames></workbook>"
  }

  /// Filter ranges first, then the rows repeated on paper: names stand in order.
  private var definedNames: String {
    var filters = ""
    var titles = ""
    for (number, sheet) in sheets.enumerated() {
      let name = XMLText("'" + sheet.name + "'").markup
      let last = Self.columnName(sheet.columns.count - 1)
      filters +=
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(number)\" hidden=\"1\">"
        + "\(name)!$A$\(sheet.headerRow):$\(last)$\(sheet.lastRow)</definedName>"
      guard sheet.isPrinted else { continue }
      titles +=
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(number)\">"
        + sheet.repeatedColumnsRange(name) + "\(name)!$\(sheet.headerRow):$\(sheet.headerRow)</definedName>"
    }
    return filters + titles
  }

  /// `A`, …, `Z`, `AA`, … for 0, 1, ….
  static func columnName(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : columnName(index / 26 - 1) + letter
  }
}

extension Workbook.Sheet {
  /// Head, rows and tail of the sheet's XML, packed.
  fileprivate func allParts(isFirst: Bool) -> [DeflatedPart] {
    let head = packed(head(isFirst: isFirst), isLast: false)
    return [head] + parts + [packed(tail, isLast: true)]
  }

  private func packed(_ text: String, isLast: Bool) -> DeflatedPart {
    var text = text
    return text.withUTF8 { DeflatedPart(UnsafeRawBufferPointer($0), isLast: isLast) }
  }

  private func head(isFirst: Bool) -> String {
    var xml = WorkbookParts.sheetHead
    if isPrinted, isFitted { xml += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" }
    xml +=
      "<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">"
      + "<pane ySplit=\"\(headerRow)\" topLeftCell=\"A\(headerRow + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><cols>"
    for (number, column) in columns.enumerated() {
      xml += "<col min=\"\(number + 1)\" max=\"\(number + 1)\" width=\"\(column.width)\""
      xml += form?.hidden.contains(number) == true ? " hidden=\"1\" customWidth=\"1\"/>" : " customWidth=\"1\"/>"
    }
    xml += "</cols><sheetData>"
    var rows = SheetWriter(capacity: 2048)
    for number in 0..<titleRows { title(number, in: &rows) }
    if titleRows > 0 {
      rows.beginRow()
      rows.endRow()
    }
    let lines = form == nil ? headerLines : SheetForm.headerLines
    if lines == 1 { rows.beginRow() } else { rows.beginRow(lines: lines) }
    for column in columns { rows.text(column.title, .header) }
    rows.endRow()
    return xml + rows.out.text
  }

  private func title(_ number: Int, in rows: inout SheetWriter) {
    rows.beginRow()
    rows.text(number < titleLines.count ? titleLines[number] : "", number == 0 ? .title : .plain)
    let notes = notes.filter { number > 0 && number <= $0.value.count }
    for column in 1..<max(1, (notes.keys.max() ?? 0) + 1) { rows.text(notes[column]?[number - 1] ?? "") }
    rows.endRow()
  }

  /// The columns that stand on every page, as the first half of a range of titles.
  fileprivate func repeatedColumnsRange(_ name: String) -> String {
    repeatedColumns > 0 ? "\(name)!$A:$\(Workbook.columnName(repeatedColumns - 1))," : ""
  }

  private var tail: String {
    let range = "A\(headerRow):\(Workbook.columnName(columns.count - 1))\(lastRow)"
    var xml = "</sheetData>" + (form == nil ? "" : SheetForm.protection) + "<autoFilter ref=\"\(range)\"/>"
    if let form, rows > 0 { xml += form.validations(headerRow + 1...lastRow) }
    xml += pageSetup
    return xml + "</worksheet>"
  }
}

extension ZipWriter {
  /// Adds a file whose content is text.
  public mutating func add(_ name: String, _ text: String, to sink: inout some ByteSink & ~Copyable) throws {
    var text = text
    let part = text.withUTF8 { DeflatedPart(UnsafeRawBufferPointer($0), isLast: true) }
    try add(name, [part], to: &sink)
  }
}
