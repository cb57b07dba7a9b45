#if OfficeFiles
  /// What the sheets of a binary workbook share: strings, formats of dates, the calendar.
  struct XLSGlobals: Sendable {
    private(set) var startsIn1904 = false
    private(set) var isFull = false
    /// Shared strings one behind the other, and where each ends.
    private var text: [UInt8] = []
    private var ends: [Int] = [0]
    private var formats: [Int: Bool] = [:]
    /// By style: the format of its numbers.
    private var styles: [Int] = []

    /// Built-in formats of days, as in the newer format.
    private static let builtIn: [ClosedRange<Int>] = [14...22, 27...36, 45...47, 50...58]

    mutating func take(
      _ record: XLSRecords.Record, _ records: inout XLSRecords, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
      let at = record.body.lowerBound
      switch record.kind {
      case .dates: startsIn1904 = bytes.word(at) == 1 && record.body.count >= 2
      case .format where record.body.count > 5 && formats.count < WorkbookLimits.listed:
        var name = XLSText([(at + 4)..<record.body.upperBound], in: bytes)
        formats[Int(bytes.word(at))] = CellStyles.isDate(format: name.string(Int(bytes.word(at + 2))) ?? [])
      case .style where styles.count < WorkbookLimits.listed: styles.append(Int(bytes.word(at + 2)))
      case .strings: readStrings([record.body] + records.continuations(), bytes)
      default: break
      }
    }

    func string(_ index: Int) -> ArraySlice<UInt8>? {
      index >= 0 && index + 1 < ends.count ? text[ends[index]..<ends[index + 1]] : nil
    }

    func showsDate(_ style: Int) -> Bool {
      guard styles.indices.contains(style) else { return false }
      return formats[styles[style]] ?? Self.builtIn.contains { $0.contains(styles[style]) }
    }

    private mutating func readStrings(_ parts: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
      var reader = XLSText(parts, in: bytes)
      reader.skip(8)
      while !reader.isAtEnd, let count = reader.word(), let string = reader.string(Int(count)) {
        text += string
        ends.append(text.count)
        guard text.count <= WorkbookLimits.strings.bytes, ends.count <= WorkbookLimits.strings.count else {
          isFull = true
          return
        }
      }
    }
  }
#endif
