#if OfficeFiles
  /// Why no list can be read out of an XML document.
  public enum XMLTableFault: Error, Equatable, Sendable {
    case xml(XMLFault)
    case tooManyColumns
    /// More different names of elements and attributes than any list has.
    case tooManyNames
    /// A value, or all values of a row, longer than any office writes; the line it stands in.
    case tooLong(line: Int)
    /// The text made of the document is out of all proportion to it.
    case tooMuchText
    /// A web page, written as XML.
    case webPage
    /// No element of this name, or none that holds a value.
    case noRows
  }

  /// A list read out of an XML document: delimited text, a header in line 1 and a line for each row element.
  public struct XMLTable {
    public static let mostColumns = 512
    /// Bytes of one value, and of all values of a row.
    static let longestValue = 1 << 16
    static let longestRow = 1 << 20
    /// Bytes that are read at a time, and between two looks at what went wrong.
    private static let step = 1 << 16

    public let text: FileBytes
    public let rows: Int
    /// Whether line N of the text is line N of the document, where the start tag of the row ends; else the element with
    /// number N (from 1) stands in line N + 1. Lines are used wherever no two rows share one.
    public let keepsLines: Bool
    /// Headers of fields that some row has more than once; the first with a value is used.
    public let repeated: [String]

    /// Reads the elements called `element`, at `depth` (the root is 1) or wherever they are outermost.
    ///
    /// The columns are found out first; where a later part of a long document has more, it is read once again.
    public init(_ file: FileBytes, element: String, depth: Int?) throws(XMLTableFault) {
      let writer = XMLRowWriter(element: Array(element.utf8), depth: depth, limit: Self.textLimit(file))
      try Self.read(file, writer, upTo: XMLOutline.reach)
      repeat {
        writer.restart()
        try Self.read(file, writer)
      } while writer.isStale
      guard writer.rows > 0, !writer.columns.isEmpty else { throw .noRows }
      rows = writer.rows
      keepsLines = writer.keepsLines
      repeated = writer.repeated
      text = FileBytes(writer.takeText())
    }

    /// Bytes of text that a document may become: rows are padded to the same number of columns.
    static func textLimit(_ file: FileBytes) -> Int { min(1 << 30, 4 * file.count + 16 << 20) }

    /// Tells a document, or the start of it, to a listener that may find fault with it.
    static func read(_ file: FileBytes, _ listener: any XMLTableListener, upTo reach: Int = .max) throws(XMLTableFault)
    {
      let stream = XMLStream(listener)
      listener.stream = stream
      let end = min(file.count, reach)
      var start = 0
      do throws(XMLFault) {
        while start < end, listener.fault == nil {
          let next = min(end, start + step)
          try stream.feed(UnsafeBufferPointer(rebasing: file.bytes[start..<next]))
          if next >> 22 != start >> 22 { file.release(0..<next) }
          start = next
        }
        if listener.fault == nil, end == file.count { try stream.finish() }
      } catch {
        throw listener.fault ?? .xml(error)
      }
      if let fault = listener.fault { throw fault }
    }
  }

  /// A listener that can find fault with what it is told, and asks where it stands.
  protocol XMLTableListener: XMLListener {
    var fault: XMLTableFault? { get }
    var stream: XMLStream? { get set }
  }
#endif
