/// The parts of a letter's archive that do not depend on its text.
enum WordParts {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let contentTypes =
    WorkbookParts.declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/word/document.xml\" ContentType=\"\(type).document.main+xml\"/>"
    + "<Override PartName=\"/word/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
    + "<Override PartName=\"/word/numbering.xml\" ContentType=\"\(type).numbering+xml\"/>"
    + "<Override PartName=\"/docProps/core.xml\" "
    + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"

  static let rootRelations =
    WorkbookParts.relationsHead
    + "<Relationship Id=\"rId1\" Type=\"\(WorkbookParts.relation)/officeDocument\" Target=\"word/document.xml\"/>"
    + "<Relationship Id=\"rId2\" "
    + "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
    + "Target=\"docProps/core.xml\"/></Relationships>"

  static let relations =
    WorkbookParts.relationsHead
    + "<Relationship Id=\"rId1\" Type=\"\(WorkbookParts.relation)/styles\" Target=\"styles.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(WorkbookParts.relation)/numbering\" Target=\"numbering.xml\"/>"
    + "</Relationships>"

  static func core(title: XMLText) -> String {
    WorkbookParts.declaration
      + "<cp:coreProperties "
      + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title.markup)</dc:title>"
      + "<dc:language>id-ID</dc:language></cp:coreProperties>"
  }

  static let documentHead = WorkbookParts.declaration + "<w:document xmlns:w=\"\(main)\"><w:body>"

  /// A4 with margins of 2.5 cm at left, 2 cm elsewhere.
  static let section =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    + "<w:pgMar w:top=\"1134\" w:right=\"1189\" w:bottom=\"1134\" w:left=\"1417\" w:header=\"567\" w:footer=\"567\" "
    + "w:gutter=\"0\"/></w:sectPr>"

  static let tableBorders =
    "<w:tblBorders>"
    + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F8894\"/>"
    }.joined() + "</w:tblBorders>"

  static let styles =
    WorkbookParts.declaration + "<w:styles xmlns:w=\"\(main)\"><w:docDefaults><w:rPrDefault><w:rPr>"
    + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/><w:sz w:val=\"22\"/>"
    + "<w:szCs w:val=\"22\"/><w:lang w:val=\"id-ID\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    + style("Normal", isDefault: true)
    + style(
      "Isi", "<w:spacing w:before=\"60\" w:after=\"100\" w:line=\"276\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>")
    + style("Rapat", "")
    + style("KopNama", "<w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"28\"/>")
    + style("KopWilayah", "<w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"32\"/>")
    + style(
      "KopAlamat",
      "<w:pBdr><w:bottom w:val=\"thinThickSmallGap\" w:sz=\"24\" w:space=\"6\" w:color=\"1B2430\"/></w:pBdr>"
        + "<w:spacing w:before=\"40\" w:after=\"200\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/>")
    + style("Kanan", "<w:spacing w:after=\"160\"/><w:jc w:val=\"right\"/>")
    + style("Judul", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/>")
    + style("TandaTangan", "<w:keepNext/><w:keepLines/><w:ind w:left=\"5300\"/>")
    + style("Kecil", "<w:spacing w:after=\"40\"/>", "<w:sz w:val=\"18\"/>")
    + style("Tabel", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"18\"/>")
    + style("TabelKecil", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"14\"/>")
    + style("Butir", "<w:spacing w:after=\"60\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>")
    + "</w:styles>"

  /// One decimal list for each number, all starting at 1.
  static func numbering(lists: Int) -> String {
    var xml = WorkbookParts.declaration + "<w:numbering xmlns:w=\"\(main)\">"
    for list in 0..<max(1, lists) {
      xml +=
        "<w:abstractNum w:abstractNumId=\"\(list)\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">"
        + "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>"
    }
    for list in 0..<max(1, lists) {
      xml += "<w:num w:numId=\"\(list + 1)\"><w:abstractNumId w:val=\"\(list)\"/></w:num>"
    }
    return xml + "</w:numbering>"
  }

  private static func style(
    _ id: String, _ paragraph: String = "", _ run: String = "", isDefault: Bool = false
  ) -> String {
    "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : " w:customStyle=\"1\"") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(id)\"/>" + (isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/>"
      + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }
}
