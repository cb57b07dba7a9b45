#if OfficeFiles
  /// An OpenDocument spreadsheet (LibreOffice and others), its sheets read in one pass over their one part.
  ///
  /// Values only: numbers as they are kept, days as days, all other cells as they are shown. Source: OASIS OpenDocument
  /// 1.3, part 3.
  public struct ODSFile: SheetedFile {
    private struct Sheet: Sendable {
      let tab: SheetTab
      let text: FileBytes
      let facts: SheetFacts
    }

    private let sheets: [Sheet]
    private static let kind = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
    /// Sheets of one file.
    private static let most = 2000

    /// Whether an archive is a spreadsheet of this format, a template too.
    public static func claims(_ archive: ZipArchive) -> Bool {
      guard archive["content.xml"] != nil, let entry = archive["mimetype"] else { return false }
      var stream = ZipStream(archive, entry)
      return (try? stream.next())?.starts(with: kind) == true
    }

    public init(_ archive: ZipArchive) throws(WorkbookFault) {
      if let manifest = archive["META-INF/manifest.xml"] {
        let marks = EncryptionMarks()
        try XMLPart.read(archive, manifest, marks)
        if marks.found { throw .locked }
      }
      guard let content = archive["content.xml"] else { throw .missing(part: "content.xml") }
      let cells = ODSCells(most: Self.most)
      try XMLPart.read(archive, content, cells) { () throws(WorkbookFault) in
        if let fault = cells.fault { throw fault }
        return false
      }
      if let fault = cells.fault { throw fault }
      sheets = cells.tables.map {
        Sheet(tab: SheetTab(name: $0.name, isHidden: cells.hides($0.style)), text: $0.text, facts: $0.facts)
      }
      guard !sheets.isEmpty else { throw .noSheets }
    }

    public var tabs: [SheetTab] { sheets.map(\.tab) }

    public func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      (sheets[index].text, sheets[index].facts)
    }

    /// Delimiter of the texts.
    static let delimiter: UInt8 = 0x1F
  }

  /// Hears whether a part of the file is under a password.
  private final class EncryptionMarks: XMLListener {
    private(set) var found = false

    func open(_ name: XMLName, _ attributes: XMLAttributes) { if name == "encryption-data" { found = true } }
    func text(_ run: UnsafeBufferPointer<UInt8>) {}
    func close(_ name: XMLName) {}
  }
#endif
