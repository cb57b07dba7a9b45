/// A printed letter: blocks in order, on A4, written as a DOCX archive (ECMA-376, transitional).
public struct WordDocument: Sendable {
  public var title: String
  public var blocks: [Block]

  public init(title: String, blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }

  public enum Block: Sendable {
    case paragraph(String, ParagraphStyle)
    /// One item of a numbered list; items with the same list number count on.
    case item(String, list: Int)
    case table(Table)
  }

  /// The raw value is the style's id in `styles.xml`.
  public enum ParagraphStyle: String, Sendable, CaseIterable {
    case body = "Isi"
    /// No space around, flush left: addresses.
    case plain = "Rapat"
    case letterheadName = "KopNama"
    case letterheadPlace = "KopWilayah"
    /// The last line of the letterhead, with the rule below it.
    case letterheadAddress = "KopAlamat"
    case right = "Kanan"
    case heading = "Judul"
    /// Lines of the sign block, in the right half of the page, kept together.
    case signature = "TandaTangan"
    case small = "Kecil"
  }

  public struct Table: Sendable {
    /// Widths in twentieths of a point; A4 inside the margins has 9,300.
    public var widths: [Int]
    public var rows: [[String]]
    /// Rows at the top that are repeated on each page and set bold.
    public var headerRows: Int
    /// The last row is a sum, set bold.
    public var hasTotal: Bool
    public var isRuled: Bool
    /// Columns from this one on are numbers, set to the right.
    public var firstNumber: Int

    /// Wide tables are set small, so that no word of a header breaks.
    fileprivate var cellStyle: String {
      guard isRuled else { return ParagraphStyle.plain.rawValue }
      return widths.count > 8 ? "TabelKecil" : "Tabel"
    }

    public init(
      widths: [Int], rows: [[String]], headerRows: Int = 0, hasTotal: Bool = false, isRuled: Bool = false,
      firstNumber: Int = .max
    ) {
      self.widths = widths
      self.rows = rows
      self.headerRows = headerRows
      self.hasTotal = hasTotal
      self.isRuled = isRuled
      self.firstNumber = firstNumber
    }
  }

  /// Writes the archive; throws what the sink throws.
  public func write(to sink: inout some ByteSink & ~Copyable) throws {
    var zip = ZipWriter()
    try zip.add("[Content_Types].xml", WordParts.contentTypes, to: &sink)
    try zip.add("_rels/.rels", WordParts.rootRelations, to: &sink)
    try zip.add("word/document.xml", body, to: &sink)
    try zip.add("word/_rels/document.xml.rels", WordParts.relations, to: &sink)
    try zip.add("word/styles.xml", WordParts.styles, to: &sink)
    try zip.add("word/numbering.xml", WordParts.numbering(lists: lists), to: &sink)
    try zip.add("docProps/core.xml", WordParts.core(title: XMLText(title)), to: &sink)
    try zip.finish(to: &sink)
  }

  private var lists: Int {
    blocks.reduce(0) { highest, block in
      if case .item(_, let list) = block { max(highest, list) } else { highest }
    }
  }

  private var body: ByteWriter {
    var out = ByteWriter(capacity: 1 << 14)
    out.append(text: WordParts.documentHead)
    for block in blocks { out.append(block: block) }
    out.append(text: WordParts.section)
    out.append("</w:body></w:document>")
    return out
  }
}

extension ByteWriter {
  fileprivate mutating func append(block: WordDocument.Block) {
    switch block {
    case .paragraph(let text, let style): append(paragraph: text, style: style.rawValue)
    case .item(let text, let list):
      append(
        paragraph: text, style: "Butir",
        more: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    case .table(let table): append(table: table)
    }
  }

  private mutating func append(paragraph text: String, style: String, more: String = "", isBold: Bool = false) {
    append("<w:p><w:pPr><w:pStyle w:val=\"")
    append(text: style)
    append("\"/>")
    append(text: more)
    append("</w:pPr>")
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      append("<w:r>")
      if isBold { append("<w:rPr><w:b/></w:rPr>") }
      if number > 0 { append("<w:br/>") }
      append("<w:t xml:space=\"preserve\">")
      append(xml: String(line))
      append("</w:t></w:r>")
    }
    append("</w:p>")
  }

  private mutating func append(table: WordDocument.Table) {
    append("<w:tbl><w:tblPr><w:tblW w:w=\"")
    append(integer: table.widths.reduce(0, +))
    append("\" w:type=\"dxa\"/>")
    if table.isRuled { append(text: WordParts.tableBorders) }
    append("<w:tblLayout w:type=\"fixed\"/>")
    if table.isRuled {
      append("<w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar>")
    }
    append("</w:tblPr><w:tblGrid>")
    for width in table.widths {
      append("<w:gridCol w:w=\"")
      append(integer: width)
      append("\"/>")
    }
    append("</w:tblGrid>")
    for (number, row) in table.rows.enumerated() {
      append("<w:tr><w:trPr><w:cantSplit/>")
      if number < table.headerRows { append("<w:tblHeader/>") }
      append("</w:trPr>")
      let isBold = number < table.headerRows || table.hasTotal && number == table.rows.count - 1
      for (column, cell) in row.enumerated() { append(cell: cell, column, in: table, number, isBold) }
      append("</w:tr>")
    }
    append("</w:tbl>")
    append(paragraph: "", style: WordDocument.ParagraphStyle.small.rawValue)
  }

  private mutating func append(
    cell: String, _ column: Int, in table: WordDocument.Table, _ row: Int, _ isBold: Bool
  ) {
    append("<w:tc><w:tcPr><w:tcW w:w=\"")
    append(integer: table.widths[column])
    append("\" w:type=\"dxa\"/>")
    if row < table.headerRows { append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EBF0\"/>") }
    append("</w:tcPr>")
    let side = row < table.headerRows && column >= table.firstNumber ? "center" : "right"
    append(
      paragraph: cell, style: table.cellStyle,
      more: column >= table.firstNumber ? "<w:jc w:val=\"\(side)\"/>" : "", isBold: isBold)
    append("</w:tc>")
  }
}
