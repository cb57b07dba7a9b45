#if OfficeFiles
  /// A binary workbook of Excel 97 to 2003 (BIFF8), values only: no formula is worked out, no link followed, no macro
  /// looked at. Source: [MS-XLS].
  public struct XLSFile: SheetedFile {
    private struct Sheet {
      let tab: SheetTab
      let start: Int
    }

    private let sheets: [Sheet]
    private let bytes: [UInt8]
    private let globals: XLSGlobals

    /// Opens a compound file and reads what all its sheets share.
    public init(_ file: FileBytes) throws(WorkbookFault) {
      let parts: CompoundFile
      do throws(WorkbookFault) { parts = try CompoundFile(file) } catch {
        // What is left of a locked workbook still names the part that is locked.
        throw Self.mark.withUnsafeBufferPointer { Self.contains($0, file.bytes) } ? .locked : error
      }
      if parts.has("EncryptedPackage") { throw .locked }
      guard let stream = try parts.stream("Workbook") else { throw parts.has("Book") ? .oldBinary : .noWorkbook }
      var globals = XLSGlobals()
      var sheets: [Sheet] = []
      try stream.withUnsafeBufferPointer { bytes throws(WorkbookFault) in
        var records = XLSRecords(bytes, at: 0)
        guard let first = records.next(), first.kind == .begin else { throw .brokenBinary }
        guard bytes.word(first.body.lowerBound) == 0x0600 else { throw .oldBinary }
        while let record = records.next(), record.kind != .end {
          let at = record.body.lowerBound
          switch record.kind {
          case .password: throw .locked
          case .sheet where record.body.count >= 8:
            guard sheets.count < 2000 else { throw .tooManySheets }
            // Charts and macros are sheets of other kinds.
            guard bytes[at + 5] == 0 else { break }
            var text = XLSText([(at + 7)..<record.body.upperBound], in: bytes)
            let name = text.string(Int(bytes[at + 6])) ?? []
            sheets.append(
              Sheet(
                tab: SheetTab(name: String(decoding: name, as: UTF8.self), isHidden: bytes[at + 4] & 3 != 0),
                start: Int(bytes.long(at))))
          default: globals.take(record, &records, bytes)
          }
        }
      }
      if globals.isFull { throw .tooLarge(part: "SST") }
      guard !sheets.isEmpty else { throw .noSheets }
      (self.sheets, self.globals, self.bytes) = (sheets, globals, stream)
    }

    private static let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }

    private static func contains(_ mark: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard bytes.count >= mark.count else { return false }
      return (0...(bytes.count - mark.count)).contains { start in
        bytes[start] == mark[0] && bytes[start..<(start + mark.count)].elementsEqual(mark)
      }
    }

    public var tabs: [SheetTab] { sheets.map(\.tab) }
    public var startsIn1904: Bool { globals.startsIn1904 }

    public func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      let cells = XLSCells(globals, delimiter: delimiter)
      try bytes.withUnsafeBufferPointer { bytes throws(WorkbookFault) in
        var records = XLSRecords(bytes, at: sheets[index].start)
        guard let first = records.next(), first.kind == .begin else { throw .brokenBinary }
        var depth = 1
        while depth > 0 {
          guard let record = records.next() else { throw .brokenBinary }
          // Charts inside a sheet are streams of their own.
          if record.kind == .begin { depth += 1 }
          if record.kind == .end { depth -= 1 }
          if depth == 1 { try cells.take(record, &records, bytes) }
          if headOnly, cells.isPastHead { break }
        }
      }
      return try cells.finish()
    }
  }

  /// The records of a stream, one after the other.
  struct XLSRecords {
    enum Kind: UInt16 {
      case begin = 0x0809
      case end = 0x000A
      case password = 0x002F
      case sheet = 0x0085
      case strings = 0x00FC
      case more = 0x003C
      case dates = 0x0022
      case format = 0x041E
      case style = 0x00E0
      case row = 0x0208
      case shared = 0x00FD
      case label = 0x0204
      case number = 0x0203
      case short = 0x027E
      case shorts = 0x00BD
      case formula = 0x0006
      case formulaText = 0x0207
      case truth = 0x0205
      case merged = 0x00E5
    }

    struct Record {
      /// nil for kinds that hold no value.
      let kind: Kind?
      let body: Range<Int>
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) { (self.bytes, at) = (bytes, start) }

    /// The next record; nil where none begins or it is cut off.
    mutating func next() -> Record? {
      guard at >= 0, at + 4 <= bytes.count else { return nil }
      let start = at + 4
      let end = start + Int(bytes.word(at + 2))
      guard end <= bytes.count else { return nil }
      defer { at = end }
      return Record(kind: Kind(rawValue: bytes.word(at)), body: start..<end)
    }

    /// The bodies of the records that continue the one at hand.
    mutating func continuations() -> [Range<Int>] {
      var parts: [Range<Int>] = []
      while at + 4 <= bytes.count, bytes.word(at) == Kind.more.rawValue, let record = next() {
        parts.append(record.body)
      }
      return parts
    }
  }
#endif
