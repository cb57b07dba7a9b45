#if OfficeFiles
  import CLibXML2

  /// What a listener is told of an XML document, in the order of the document.
  public protocol XMLListener: AnyObject {
    /// An element begins. Name and attributes are valid during the call only.
    func open(_ name: XMLName, _ attributes: XMLAttributes)
    /// Text of the innermost open element, in one or several runs, entities replaced, UTF-8; valid during the call only.
    func text(_ run: UnsafeBufferPointer<UInt8>)
    func close(_ name: XMLName)
  }

  /// Why an XML document cannot be read.
  public enum XMLFault: Error, Equatable, Sendable {
    /// It declares a document type: entities and whatever lies outside the document are never looked at.
    case documentType
    /// More open elements than `XMLStream.deepest`.
    case tooDeep(line: Int)
    /// Cut off, no XML, or against one of the library's own limits (a run of text of ten million bytes).
    case malformed(line: Int)
    /// Bytes that its declared encoding (UTF-8 where it declares none) does not have, or an encoding nobody knows.
    case wrongEncoding(line: Int)
  }

  /// Reads XML piece by piece with libxml2's SAX interface: no tree, no document type, no entity, no network.
  ///
  /// Memory is bounded by the longest tag and by `deepest`, whatever the document. O(bytes).
  public final class XMLStream {
    /// Open elements at one time; documents of offices have five.
    public static let deepest = 100

    private let listener: any XMLListener
    private var parser: xmlParserCtxtPtr?
    private var depth = 0
    private var fault: XMLFault?
    private var hasWrongEncoding = false

    public init(_ listener: any XMLListener) {
      self.listener = listener
      var handler = xmlSAXHandler()
      handler.initialized = XML_SAX2_MAGIC
      handler.internalSubset = { context, _, _, _ in XMLStream.of(context)?.refuse(.documentType) }
      handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
        XMLStream.of(context)?.open(name, attributes, Int(count))
      }
      handler.endElementNs = { context, name, _, _ in XMLStream.of(context)?.close(name) }
      handler.characters = { context, bytes, count in XMLStream.of(context)?.text(bytes, Int(count)) }
      handler.cdataBlock = { context, bytes, count in XMLStream.of(context)?.text(bytes, Int(count)) }
      handler.serror = { context, error in
        if let error { XMLStream.of(context)?.note(error.pointee.code, error.pointee.message) }
      }
      // With no document type there is nothing to replace but the five entities of XML itself, in attributes as in text.
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
      parser = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
      xmlCtxtUseOptions(parser, Int32(options | XML_PARSE_NOWARNING.rawValue))
    }

    deinit { xmlFreeParserCtxt(parser) }

    /// Reads the next bytes of the document.
    public func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(Self.longestPiece))
        rest = rest.dropFirst(piece.count)
        piece.withMemoryRebound(to: CChar.self) { _ = xmlParseChunk(parser, $0.baseAddress, Int32($0.count), 0) }
        try check()
      }
    }

    /// Says that the document ends here.
    public func finish() throws(XMLFault) {
      xmlParseChunk(parser, nil, 0, 1)
      try check()
    }

    /// The line that is read now, from 1.
    public var line: Int { Int(parser?.pointee.input?.pointee.line ?? 0) }

    private static let longestPiece = 1 << 30
    private static let encodingFaults: [xmlParserErrors] = [
      XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
    ]

    private func check() throws(XMLFault) {
      if let fault { throw fault }
      guard parser?.pointee.wellFormed != 1 else { return }
      throw hasWrongEncoding ? .wrongEncoding(line: line) : .malformed(line: line)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
      context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The library has one number for bytes that are no UTF-8 and for characters that XML forbids; its words differ.
    private func note(_ code: Int32, _ message: UnsafePointer<CChar>?) {
      let words = message.map { String(cString: $0) } ?? ""
      if Self.encodingFaults.contains(where: { Int32($0.rawValue) == code }) || words.hasPrefix("Input is not proper") {
        hasWrongEncoding = true
      }
    }

    private func refuse(_ fault: XMLFault) {
      if self.fault == nil { self.fault = fault }
      xmlStopParser(parser)
    }

    private func open(
      _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
    ) {
      depth += 1
      guard depth <= Self.deepest else { return refuse(.tooDeep(line: line)) }
      if let name { listener.open(XMLName(name), XMLAttributes(attributes, count)) }
    }

    private func close(_ name: UnsafePointer<UInt8>?) {
      depth -= 1
      if let name { listener.close(XMLName(name)) }
    }

    private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
      listener.text(UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  /// The local name of an element or attribute, without its prefix.
  public struct XMLName {
    private let start: UnsafePointer<UInt8>

    init(_ start: UnsafePointer<UInt8>) { self.start = start }

    public var bytes: UnsafeBufferPointer<UInt8> {
      var count = 0
      while start[count] != 0 { count += 1 }
      return UnsafeBufferPointer(start: start, count: count)
    }

    /// Whether the name is this one, letter by letter.
    @inline(__always)
    public static func == (name: XMLName, text: StaticString) -> Bool {
      for index in 0...text.utf8CodeUnitCount where name.start[index] != text.utf8Start[index] { return false }
      return true
    }

    public static func != (name: XMLName, text: StaticString) -> Bool { !(name == text) }

    public var string: String { String(cString: start) }
  }

  /// The attributes of an element, valid while it is opened.
  public struct XMLAttributes {
    /// Five pointers each: local name, prefix, namespace, start and end of the value.
    private let entries: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    public let count: Int

    init(_ entries: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int) {
      self.entries = entries
      self.count = count
    }

    /// The name and value of attribute `index`.
    public subscript(index: Int) -> (name: XMLName, value: UnsafeBufferPointer<UInt8>) {
      precondition(index >= 0 && index < count, "an element has this attribute")
      guard let entries, let name = entries[index * 5], let start = entries[index * 5 + 3],
        let end = entries[index * 5 + 4]
      else { preconditionFailure("libxml2 gives a name and a value for every attribute") }
      return (XMLName(name), UnsafeBufferPointer(start: start, count: end - start))
    }

    /// Whether an attribute says something of the document's schema (`xsi:type`, `xsi:nil`) and nothing of its content.
    public func isInstance(_ index: Int) -> Bool {
      guard let space = entries?[index * 5 + 2] else { return false }
      return XMLName(space) == "http://www.w3.org/2001/XMLSchema-instance"
    }

    /// The value of the first attribute of this local name; nil where the element has none.
    public func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
      for index in 0..<count where self[index].name == name { return self[index].value }
      return nil
    }
  }
#endif
