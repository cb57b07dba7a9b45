import Documents

/// A zip archive put together byte by byte, with whatever a test wants to be wrong in it.
package struct ZipBytes {
  package struct Entry {
    package var name: String
    package var content: [UInt8]
    /// The packed bytes where they are deflate; nil stores the content.
    package var deflated: [UInt8]?
    package var flags = 0
    package var method: Int?
    package var check: UInt32?
    package var size: Int?
    /// Place of its local header as the directory says it; nil is the true one.
    package var place: Int?

    package init(_ name: String, _ content: [UInt8] = []) { (self.name, self.content) = (name, content) }
    package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    package func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }
  }

  package static func archive(_ entries: [Entry]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let place = entry.place ?? out.count
      let packed = entry.deflated ?? entry.content
      let common =
        little(20, 2) + little(entry.flags, 2) + little(entry.method ?? (entry.deflated == nil ? 0 : 8), 2)
        + little(0, 4) + little(Int(entry.check ?? CRC32.of(entry.content)), 4) + little(packed.count, 4)
        + little(entry.size ?? entry.content.count, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
      out += little(0x0403_4B50, 4) + common + Array(entry.name.utf8) + packed
      directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(place, 4)
      directory += Array(entry.name.utf8)
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
      + little(directory.count, 4) + little(out.count, 4) + little(0, 2)
    return out + directory + end
  }

  /// A spreadsheet of OpenDocument with one sheet of these rows.
  package static func openDocument(_ rows: String) -> [UInt8] {
    let names = "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\""
    return archive([
      Entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      Entry(
        "content.xml",
        "<office:document-content \(names)><office:body><office:spreadsheet><table:table table:name=\"DPT\">\(rows)"
          + "</table:table></office:spreadsheet></office:body></office:document-content>"),
    ])
  }

  private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A workbook of sheets of given XML (what stands between `<worksheet>` and its end) and shared strings.
  package static func workbook(
    _ sheets: [(name: String, xml: String)], strings: [String] = [], styles: String = "", properties: String = "",
    isStrict: Bool = false, states: [String: String] = [:]
  ) -> [UInt8] {
    archive(
      workbookEntries(
        sheets, strings: strings, styles: styles, properties: properties, isStrict: isStrict, states: states))
  }

  package static func workbookEntries(
    _ sheets: [(name: String, xml: String)], strings: [String] = [], styles: String = "", properties: String = "",
    isStrict: Bool = false, states: [String: String] = [:]
  ) -> [Entry] {
    let host = isStrict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org"
    let main = isStrict ? host + "/spreadsheetml/main" : host + "/spreadsheetml/2006/main"
    let types = isStrict ? host + "/officeDocument/relationships" : host + "/officeDocument/2006/relationships"
    func relations(_ all: [(id: String, kind: String, target: String)]) -> String {
      "<?xml version=\"1.0\"?><Relationships xmlns=\"x\">"
        + all.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
        + "</Relationships>"
    }
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(states[sheet.name] ?? "visible")\" "
        + "r:id=\"s\(index)\"/>"
    }.joined()
    var parts = sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
    if !strings.isEmpty { parts.append(("strings", "sharedStrings", "/xl/sharedStrings.xml")) }
    if !styles.isEmpty { parts.append(("styles", "styles", "styles.xml")) }
    var entries = [
      Entry("[Content_Types].xml", "<Types/>"),
      Entry("_rels/.rels", relations([("a", "officeDocument", "xl/workbook.xml")])),
      Entry(
        "xl/workbook.xml",
        "<x:workbook xmlns:x=\"\(main)\" xmlns:r=\"\(types)\">\(properties)<x:sheets>"
          + list.replacing("<sheet", with: "<x:sheet") + "</x:sheets></x:workbook>"),
      Entry("xl/_rels/workbook.xml.rels", relations(parts)),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(
        Entry("xl/worksheets/sheet\(index).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"))
    }
    if !strings.isEmpty {
      entries.append(
        Entry("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"))
    }
    if !styles.isEmpty { entries.append(Entry("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    return entries
  }
}
