#if OfficeFiles
  import CLibXML2

  /// The tables of a web page, each as a sheet: what many office systems save under the name `.xls`.
  ///
  /// Through libxml2's SAX interface for HTML: no tree, no script, no network, nothing from outside the file. A cell over
  /// several columns stands in the first of them; one over several rows is repeated in each, as a reader of the page
  /// means it. A table within a cell is a table of its own. O(bytes).
  public final class HTMLTables: SheetedFile, @unchecked Sendable {
    // Written while the page is read, by one thread; only read afterwards.
    private var finished: [(place: Int, text: FileBytes, facts: SheetFacts)] = []
    private var fault: WorkbookFault?
    private var open: [HTMLTable] = []
    private var count = 0
    private var bytes = 0
    /// Open elements whose text is none of the page's.
    private var silent = 0

    private static let mostTables = 2000
    private static let deepest = 20
    static let delimiter: UInt8 = 0x1F

    public init(_ file: FileBytes) throws(WorkbookFault) {
      var handler = htmlSAXHandler()
      handler.startElement = { context, name, attributes in HTMLTables.of(context)?.start(name, attributes) }
      handler.endElement = { context, name in HTMLTables.of(context)?.end(name) }
      handler.characters = { context, text, count in HTMLTables.of(context)?.text(text, Int(count)) }
      handler.ignorableWhitespace = { context, text, count in HTMLTables.of(context)?.text(text, Int(count)) }
      let parser = htmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_NONE)
      guard let parser else { throw .noSheets }
      defer { htmlFreeParserCtxt(parser) }
      htmlCtxtUseOptions(
        parser,
        Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
      var rest = file.bytes[...]
      while !rest.isEmpty, fault == nil {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 16))
        rest = rest.dropFirst(piece.count)
        piece.withMemoryRebound(to: CChar.self) { _ = htmlParseChunk(parser, $0.baseAddress, Int32($0.count), 0) }
      }
      if fault == nil { htmlParseChunk(parser, nil, 0, 1) }
      while !open.isEmpty { closeTable() }
      if let fault { throw fault }
      finished.sort { $0.place < $1.place }
      guard !finished.isEmpty else { throw .noSheets }
    }

    public var tabs: [SheetTab] {
      finished.indices.map { SheetTab(name: "tabel \($0 + 1)", isHidden: false) }
    }

    public func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      (finished[index].text, finished[index].facts)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTMLTables? {
      context.map { Unmanaged<HTMLTables>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
      _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
      guard let name, fault == nil else { return }
      switch String(cString: name).lowercased() {
      case "table":
        guard count < Self.mostTables, open.count < Self.deepest else { return note(.tooManySheets) }
        open.append(HTMLTable(place: count))
        count += 1
      case "tr": open.last?.beginRow()
      case "td", "th":
        open.last?.beginCell(columns: Self.number("colspan", attributes), rows: Self.number("rowspan", attributes))
      case "br", "p", "div", "li": open.last?.blank()
      case "script", "style": silent += 1
      default: break
      }
    }

    private func end(_ name: UnsafePointer<UInt8>?) {
      guard let name, fault == nil else { return }
      switch String(cString: name).lowercased() {
      case "table": closeTable()
      case "tr": open.last?.endRow()
      case "td", "th": open.last?.endCell()
      case "script", "style": silent -= 1
      default: break
      }
      if let fault = open.last?.fault { note(fault) }
    }

    private func text(_ text: UnsafePointer<UInt8>?, _ count: Int) {
      if silent == 0 { open.last?.text(UnsafeBufferPointer(start: text, count: count)) }
    }

    private func closeTable() {
      guard let table = open.popLast() else { return }
      table.endRow()
      if let fault = table.fault { return note(fault) }
      do throws(WorkbookFault) {
        let (text, facts) = try table.finish()
        bytes += text.count
        guard bytes <= 4 * WorkbookLimits.sheet else { throw .tooLarge(part: "HTML") }
        if text.count > 0 { finished.append((table.place, text, facts)) }
      } catch {
        note(error)
      }
    }

    private func note(_ fault: WorkbookFault) {
      if self.fault == nil { self.fault = fault }
    }

    /// A count that an attribute states, from 1; what cannot be is 1.
    private static func number(
      _ wanted: String, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) -> Int {
      guard let attributes else { return 1 }
      var index = 0
      while let name = attributes[index] {
        if String(cString: name).lowercased() == wanted, let value = attributes[index + 1] {
          let number = Int(String(cString: value).filter(\.isNumber)) ?? 1
          return min(max(1, number), WorkbookLimits.columns)
        }
        index += 2
      }
      return 1
    }
  }
#endif
