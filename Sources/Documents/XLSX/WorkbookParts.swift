/// The parts of a workbook that are the same in all of them (ECMA-376, transitional).
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  static let sheetType = type + ".worksheet+xml"

  static let contentTypesHead =
    declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"

  static let relationsHead = declaration + "<Relationships xmlns=\"\(packageRelations)\">"

  static let rootRelations =
    relationsHead + "<Relationship Id=\"rId1\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/>"
    + "</Relationships>"

  static let bookHead =
    declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><bookViews><workbookView/></bookViews>"

  static let sheetHead = declaration + "<worksheet xmlns=\"\(main)\">"

  /// Formats in the order of `CellStyle`; `open` cells only where a sheet is a form. Number format 49 is text, 3 is a
  /// whole number with separators.
  static func styles(withForms: Bool) -> String {
    declaration + "<styleSheet xmlns=\"\(main)\"><fonts count=\"3\">"
      + "<font><sz val=\"10\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
      + "<font><b/><sz val=\"10\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
      + "<font><b/><sz val=\"13\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
      + "<fills count=\"\(withForms ? 4 : 3)\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>"
      + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE3E8EF\"/></patternFill></fill>"
      + (withForms ? openFill : "") + "</fills>"
      + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      + "<border>" + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(withForms ? 10 : 8)\">" + format() + format(number: 49, border: 1, wraps: true)
      + format(number: 49, border: 1, quoted: true, wraps: true)
      + format(font: 1, fill: 2, border: 1, wraps: true) + format(font: 2) + format(border: 1, wraps: true)
      + format(number: 3, border: 1, wraps: true) + format(number: 3, font: 1, fill: 2, border: 1)
      + (withForms ? format(number: 49, fill: 3, border: 1, wraps: true, isOpen: true) + centered : "")
      + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + "</styleSheet>"
  }

  private static let openFill =
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFBEB\"/></patternFill></fill>"

  private static let centered =
    "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\" "
    + "applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"top\"/></xf>"

  private static func side(_ name: String) -> String {
    "<\(name) style=\"thin\"><color rgb=\"FFB6BEC9\"/></\(name)>"
  }

  private static func format(
    number: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0, quoted: Bool = false, wraps: Bool = false,
    isOpen: Bool = false
  ) -> String {
    "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\" "
      + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
      + (quoted ? " quotePrefix=\"1\"" : "")
      + (isOpen ? " applyProtection=\"1\"" : "")
      + (wraps
        ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/>"
          + (isOpen ? "<protection locked=\"0\"/>" : "") + "</xf>" : "/>")
  }
}
